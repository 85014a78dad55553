// SPDX-License-Identifier: Apache-2.0
#include "pack/cohort_cell.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "pack/node.hpp"
#include "pack/profile_value.hpp"
#include "pack/service_number.hpp"
#include "pack/value_reader.hpp"

namespace wegwijzer::pack {
namespace {

using Kind = model::CohortColumn::Kind;
using model::TypeKind;

bool has_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7f;
    });
}

std::string_view without_margins(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

/// Reads the cells of one column.
class CellReader {
public:
    CellReader(const model::CohortColumn& column, const CohortMapping& mapping,
               const model::Catalogue& catalogue, Diagnostics& found)
        : column_(column),
          mapping_(mapping),
          catalogue_(catalogue),
          found_(found),
          reading_{&found, profile_manner} {}

    model::CohortCell read(std::string_view text) {
        model::CohortCell cell;
        cell.label = text;
        const std::string_view word = in_words_of_packs(text);
        if (word.empty()) return cell;
        switch (column_.kind) {
            case Kind::attribute:
                cell.value = read_attribute(word);
                break;
            case Kind::credential:
                read_credential(word, cell);
                break;
            case Kind::held:
                read_held(word, cell);
                break;
            case Kind::savings:
                if (const auto money = read_profile_money(text_node(word), reading_))
                    cell.value = model::Value::of(*money);
                break;
            case Kind::label:
            case Kind::passed_over:
                break;
        }
        return cell;
    }

private:
    std::string_view in_words_of_packs(std::string_view text) const {
        const auto words = mapping_.values.find(mapping_.name_of(column_.name));
        if (words == mapping_.values.end()) return text;
        const auto word = words->second.find(text);
        return word == words->second.end() ? text : std::string_view(word->second);
    }

    static Node text_node(std::string_view text) {
        Node node;
        node.kind = Node::Kind::string;
        node.string = text;
        return node;
    }

    /// The cell as a profile would have it.
    Node node_of(std::string_view text, TypeKind kind) const {
        Node node = text_node(text);
        if (kind == TypeKind::boolean && (text == "true" || text == "false")) {
            node.kind = Node::Kind::boolean;
            node.integer = text == "true" ? 1 : 0;
        }
        if (kind == TypeKind::integer) {
            const char* const end = text.data() + text.size();
            const auto [stop, error] = std::from_chars(text.data(), end, node.integer);
            if (error == std::errc{} && stop == end) node.kind = Node::Kind::integer;
        }
        if (kind == TypeKind::list) {
            node.kind = Node::Kind::array;
            for_each_part(text,
                          [&](std::string_view part) { node.children.push_back(text_node(part)); });
        }
        return node;
    }

    template <class Take>
    static void for_each_part(std::string_view text, Take take) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find('|'), text.size());
            take(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }

    std::optional<model::Value> read_attribute(std::string_view text) {
        const Node node = node_of(text, catalogue_[column_.attribute].type.kind);
        auto value = read_profile_value(node, column_.attribute, catalogue_, reading_);
        return value && value->is_known ? std::move(value) : std::nullopt;
    }

    void add_held(model::CredentialId credential, std::string_view on, model::CohortCell& cell) {
        model::HeldCredential held;
        held.credential = credential;
        if (on != "true" && on != "unknown") {
            held.on = as_date(text_node(on), reading_);
            if (!held.on) return;
        }
        cell.held.push_back(held);
    }

    void read_credential(std::string_view text, model::CohortCell& cell) {
        if (text != "false") add_held(column_.credential, text, cell);
    }

    void read_held(std::string_view text, model::CohortCell& cell) {
        for_each_part(text, [&](std::string_view part) {
            const std::size_t sign = std::min(part.find('@'), part.size());
            const auto credential = catalogue_.find_credential(part.substr(0, sign));
            if (credential.is_none())
                found_.error("F009", "no pack in use has this credential");
            else
                add_held(credential,
                         sign == part.size() ? std::string_view("unknown") : part.substr(sign + 1),
                         cell);
        });
    }

    const model::CohortColumn& column_;
    const CohortMapping& mapping_;
    const model::Catalogue& catalogue_;
    Diagnostics& found_;
    Reading reading_;
};

}  // namespace

Result<model::CohortCell> read_cohort_cell(std::string_view text, const model::CohortColumn& column,
                                           const CohortMapping& mapping,
                                           const model::Catalogue& catalogue) {
    Diagnostics found;
    if (find_bad_utf8(text))
        found.error("G010", "this is not UTF-8");
    else if (has_control(text))
        found.error("P005", "a control character");
    else if (holds_service_number(text))
        found.error("F011", "this looks like a citizen service number (BSN)");
    if (found.has_errors()) return Unexpected{std::move(found)};
    text = without_margins(text);
    auto cell = CellReader(column, mapping, catalogue, found).read(text);
    if (found.has_errors()) return Unexpected{std::move(found)};
    return cell;
}

}  // namespace wegwijzer::pack
