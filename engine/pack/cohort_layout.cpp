// SPDX-License-Identifier: Apache-2.0
#include "pack/cohort_layout.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "pack/message.hpp"
#include "pack/toml_reader.hpp"
#include "pack/value_reader.hpp"

namespace wegwijzer::pack {
namespace {

using Words = std::map<std::string, std::string, std::less<>>;
using Kind = model::CohortColumn::Kind;

Words read_words(const Node& table, const Reading& reading) {
    Words words;
    if (!table.is(Node::Kind::table)) {
        reading.wrong_type(table, "a table of words");
        return words;
    }
    for (const Node& entry : table.children)
        if (const auto word = as_string(entry, reading)) words.emplace(entry.name, *word);
    return words;
}

/// "residence.phase" may stand under [values] as one key or as a table in a table.
void read_values(const Node& table, const std::string& path, const Reading& reading,
                 CohortMapping& mapping) {
    if (!table.is(Node::Kind::table)) {
        reading.wrong_type(table, "a table of words");
        return;
    }
    const bool is_inner = std::any_of(table.children.begin(), table.children.end(),
                                      [](const Node& n) { return n.is(Node::Kind::table); });
    if (!is_inner) {
        mapping.values[path] = read_words(table, reading);
        return;
    }
    for (const Node& entry : table.children)
        read_values(entry,
                    path.empty() ? std::string(entry.name) : path + "." + std::string(entry.name),
                    reading, mapping);
}

/// Finds out what one column means.
class ColumnFinder {
public:
    ColumnFinder(const CohortMapping& mapping, const std::vector<std::string>& labels,
                 const model::Catalogue& catalogue, Diagnostics& found)
        : mapping_(mapping), labels_(labels), catalogue_(catalogue), found_(found) {}

    model::CohortColumn find(const std::string& column) {
        model::CohortColumn known{Kind::passed_over, column, {}, {}};
        const std::string name(mapping_.name_of(column));
        known.attribute = catalogue_.find_attribute(name);
        if (!known.attribute.is_none()) {
            known.kind = Kind::attribute;
            if (catalogue_[known.attribute].is_derived()) {
                found_.error("F007", wegwijzer::quoted(name) + " is worked out from other answers")
                    .hints.emplace_back("leave the column out");
            }
            return known;
        }
        known.credential = catalogue_.find_credential(name);
        if (!known.credential.is_none())
            known.kind = Kind::credential;
        else if (name == "held")
            known.kind = Kind::held;
        else if (name == "purse.savings")
            known.kind = Kind::savings;
        else if (std::find(labels_.begin(), labels_.end(), column) != labels_.end())
            known.kind = Kind::label;
        else if (name != "name")
            warn_of_unknown(name);
        return known;
    }

private:
    void warn_of_unknown(const std::string& name) {
        Diagnostic told{Severity::warning,
                        "F020",
                        "no pack in use knows the column " + wegwijzer::quoted(name),
                        {},
                        {},
                        {}};
        std::vector<std::string_view> names;
        for (const auto& attribute : catalogue_.attributes) names.push_back(attribute.id);
        if (const auto near = nearest(name, names))
            told.hints.push_back(say("did you mean {}?", wegwijzer::quoted(*near)));
        found_.add(std::move(told));
    }

    const CohortMapping& mapping_;
    const std::vector<std::string>& labels_;
    const model::Catalogue& catalogue_;
    Diagnostics& found_;
};

}  // namespace

std::string_view CohortMapping::name_of(std::string_view column) const {
    const auto at = columns.find(column);
    return at == columns.end() ? column : std::string_view(at->second);
}

Result<CohortMapping> read_mapping(const SourceMap& sources, std::uint32_t text) {
    auto tree = read_toml(sources, text);
    if (!tree) return Unexpected{std::move(tree).error()};
    Diagnostics found;
    const Reading reading{&found, pack_manner};
    CohortMapping mapping;
    TableView view(tree->root, "a mapping", reading);
    if (const Node* columns = view.find("columns")) mapping.columns = read_words(*columns, reading);
    if (const Node* values = view.find("values")) read_values(*values, {}, reading, mapping);
    view.finish();
    if (found.has_errors()) return Unexpected{std::move(found)};
    return mapping;
}

Result<CohortLayout> lay_out(const std::vector<std::string>& names, const CohortMapping& mapping,
                             const std::vector<std::string>& labels,
                             const model::Catalogue& catalogue, Diagnostics& warnings) {
    Diagnostics found;
    ColumnFinder finder(mapping, labels, catalogue, found);
    CohortLayout layout;
    std::vector<std::string_view> meant;
    for (std::size_t k = 0; k < names.size(); ++k) {
        if (names[k].empty()) {
            found.error("C001", say("column {} has no name", k + 1));
            continue;
        }
        const std::string_view name = mapping.name_of(names[k]);
        if (std::find(meant.begin(), meant.end(), name) != meant.end())
            found.error("C001", say("two columns tell {}", wegwijzer::quoted(name)));
        meant.push_back(name);
        layout.columns.push_back(finder.find(names[k]));
    }
    if (found.has_errors()) return Unexpected{std::move(found)};
    warnings.append(std::move(found));
    return layout;
}

}  // namespace wegwijzer::pack
