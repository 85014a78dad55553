// SPDX-License-Identifier: Apache-2.0
#include "pack/profile_reader.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "pack/gate.hpp"
#include "pack/json_reader.hpp"
#include "pack/limits.hpp"
#include "pack/message.hpp"
#include "pack/profile_history.hpp"
#include "pack/profile_value.hpp"
#include "pack/service_number.hpp"
#include "pack/toml_reader.hpp"

namespace wegwijzer::pack {
namespace {

/// Adds one part of a dotted key to the path for as long as it lives.
class PathPart {
public:
    PathPart(std::string& path, std::string_view part) : path_(path), size_(path.size()) {
        if (!path_.empty()) path_ += '.';
        path_ += part;
    }
    PathPart(const PathPart&) = delete;
    PathPart& operator=(const PathPart&) = delete;
    ~PathPart() { path_.resize(size_); }

private:
    std::string& path_;
    std::size_t size_;
};

class ProfileReader {
public:
    /// @param id  where the key `id` goes; null: it is a key like any other
    ProfileReader(const Tree& tree, const model::Catalogue& catalogue, std::string* id = nullptr)
        : tree_(tree), catalogue_(catalogue), reading_{&found_, profile_manner}, id_(id) {
        for (std::uint32_t i = 0; i < catalogue.attributes.size(); ++i) {
            add_name(catalogue.attributes[i].id);
        }
        for (const std::string_view key : own_keys) add_name(key);
    }

    Result<model::Profile> read(Diagnostics& warnings) {
        refuse_service_numbers(tree_.root);
        read_table(tree_.root);
        if (unknown_keys_ > limits::told_alike) {
            found_.warning(
                "F020",
                say("{} more keys that no pack in use knows", unknown_keys_ - limits::told_alike),
                tree_.root.span);
        }
        // Reading stopped somewhere: what is left out must not pass for what is unknown.
        if (found_.size() > limits::told_in_profile && !found_.has_errors()) {
            found_.error(
                "F009",
                say("more than {} names that no pack in use knows", limits::told_in_profile),
                tree_.root.span);
        }
        return finish(warnings);
    }

private:
    static constexpr std::string_view own_keys[] = {"name",          "held",  "progress",
                                                    "purse.savings", "funds", "keep_until"};

    /// Remembers a full key and all its beginnings ("big" of "big.profession").
    void add_name(std::string_view id) {
        names_.push_back(id);
        for (auto dot = id.find('.'); dot != std::string_view::npos; dot = id.find('.', dot + 1)) {
            beginnings_.emplace(id.substr(0, dot), true);
        }
    }

    // A nine-digit number that could be a BSN ---------------------------------------------------

    void refuse_service_numbers(const Node& node) {
        if (found_.size() > limits::told_alike) return;
        if (holds_number(node)) {
            found_.error("F011", "this looks like a citizen service number (BSN)", node.span)
                .hints.emplace_back("leave it out: no plan needs one");
        }
        if (holds_service_number(node.name)) {
            found_.error("F011", "this key looks like a citizen service number (BSN)",
                         node.name_span);
        }
        for (const Node& child : node.children) refuse_service_numbers(child);
    }

    static bool holds_number(const Node& node) {
        if (node.is(Node::Kind::string)) return holds_service_number(node.string);
        if (node.is(Node::Kind::integer)) return is_service_number(node.integer);
        const bool is_whole = node.is(Node::Kind::floating) && std::abs(node.floating) < 1e9 &&
                              std::trunc(node.floating) == node.floating;
        return is_whole && is_service_number(static_cast<std::int64_t>(node.floating));
    }

    // Keys, nested or dotted --------------------------------------------------------------------

    void read_table(const Node& table) {
        for (const Node& child : table.children) {
            if (found_.size() > limits::told_in_profile) return;
            const PathPart part(path_, child.name);
            read_key(child);
        }
    }

    void read_key(const Node& node) {
        if (read_own_key(node)) return;
        if (path_ == "purse" && !node.is(Node::Kind::table)) {
            reading_.wrong_type(node, "a table such as { savings = \"EUR 800\" }");
            return;
        }
        const auto attribute = catalogue_.find_attribute(path_);
        // "residence" may be an attribute and the beginning of others at once.
        const bool goes_on =
            node.is(Node::Kind::table) && (attribute.is_none() || beginnings_.contains(path_));
        if (goes_on && !node.children.empty()) {
            read_table(node);
        } else if (!attribute.is_none()) {
            read_attribute(node, attribute);
        } else if (!goes_on || !beginnings_.contains(path_)) {
            warn_of_unknown(node);
        }
    }

    /// Keys that are no attributes. False where `path_` is none of them.
    bool read_own_key(const Node& node) {
        if (id_ != nullptr && path_ == "id") return read_id(node);
        const auto* const key = std::find(std::begin(own_keys), std::end(own_keys), path_);
        if (key == std::end(own_keys)) return false;
        if (is_repeated(*key, node)) return true;
        if (path_ == "name") profile_.name = as_string(node, reading_).value_or("");
        if (path_ == "held") profile_.held = read_held(node, catalogue_, reading_);
        if (path_ == "progress") profile_.progress = read_progress(node, catalogue_, reading_);
        if (path_ == "purse.savings") profile_.savings = read_profile_money(node, reading_);
        if (path_ == "funds") profile_.funds = read_fund_uses(node, catalogue_, reading_);
        if (path_ == "keep_until") profile_.keep_until = as_date(node, reading_);
        return true;
    }

    bool read_id(const Node& node) {
        if (is_repeated("id", node)) return true;
        if (node.is(Node::Kind::integer))
            *id_ = std::to_string(node.integer);
        else
            *id_ = as_string(node, reading_).value_or("");
        return true;
    }

    void read_attribute(const Node& node, model::AttributeId id) {
        const model::Attribute& attribute = catalogue_[id];
        if (is_repeated(attribute.id, node)) return;
        if (attribute.is_derived()) {
            found_
                .error("F007",
                       wegwijzer::quoted(attribute.id) + " is worked out from other answers",
                       node.name_span)
                .hints.emplace_back("leave it out");
            return;
        }
        auto answer = read_answer(node, id, catalogue_, reading_);
        if (!answer.values.empty()) profile_.answers.push_back(std::move(answer));
    }

    /// Two spellings may mean one key: {"big": {"profession": …}, "big.profession": …}.
    bool is_repeated(std::string_view key, const Node& node) {
        const auto [at, is_first] = seen_.emplace(key, node.name_span);
        if (is_first) return false;
        found_.error("F006", wegwijzer::quoted(key) + " is set twice", node.name_span)
            .notes.push_back({"it was set here first", at->second});
        return true;
    }

    void warn_of_unknown(const Node& node) {
        if (++unknown_keys_ > limits::told_alike || holds_service_number(path_)) return;
        Diagnostic told{
            Severity::warning, "F020", "no pack in use knows the key " + wegwijzer::quoted(path_),
            node.name_span,    {},     {}};
        if (const auto near = nearest(path_, names_)) {
            told.hints.push_back(say("did you mean {}?", wegwijzer::quoted(*near)));
        }
        found_.add(std::move(told));
    }

    Result<model::Profile> finish(Diagnostics& warnings) {
        found_.sort_by_place();
        if (found_.has_errors()) return Unexpected{std::move(found_)};
        warnings.append(std::move(found_));
        std::sort(profile_.answers.begin(), profile_.answers.end(),
                  [](const model::Answer& a, const model::Answer& b) {
                      return a.attribute < b.attribute;
                  });
        return std::move(profile_);
    }

    const Tree& tree_;
    const model::Catalogue& catalogue_;
    Diagnostics found_;
    Reading reading_;
    std::string* id_;
    model::Profile profile_;
    std::string path_;
    std::vector<std::string_view> names_;
    std::unordered_map<std::string_view, bool> beginnings_;
    std::unordered_map<std::string_view, SourceSpan> seen_;
    std::size_t unknown_keys_ = 0;
};

}  // namespace

Result<model::Profile> read_profile(const SourceMap& sources, std::uint32_t text,
                                    const model::Catalogue& catalogue, Diagnostics& warnings) {
    const bool is_json = profile_kind(sources.at(text).text) == Kind::profile_json;
    auto tree = is_json ? read_json(sources, text) : read_toml(sources, text);
    if (!tree) return Unexpected{std::move(tree).error()};
    return ProfileReader(*tree, catalogue).read(warnings);
}

Result<NamedProfile> read_named_profile(const SourceMap& sources, std::uint32_t text,
                                        const model::Catalogue& catalogue, Diagnostics& warnings) {
    if (profile_kind(sources.at(text).text) != Kind::profile_json) {
        Diagnostics found;
        found.error("F001", "this is no JSON object", {text, 1, 1, 1});
        return Unexpected{std::move(found)};
    }
    auto tree = read_json(sources, text);
    if (!tree) return Unexpected{std::move(tree).error()};
    NamedProfile named;
    auto profile = ProfileReader(*tree, catalogue, &named.id).read(warnings);
    if (!profile) return Unexpected{std::move(profile).error()};
    named.profile = std::move(profile).value();
    return named;
}

}  // namespace wegwijzer::pack
