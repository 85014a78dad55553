// SPDX-License-Identifier: Apache-2.0
#include "pack/attribute_reader.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "pack/check_circle.hpp"
#include "pack/fact_value.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

using model::TypeKind;

/// What stands for `values` to take the names of all municipalities, and "other".
constexpr std::string_view municipality_values = "municipalities";

void tell_repeated(Draft& draft, const Node& node, std::string_view word) {
    draft.error("P016", say("{} stands here twice", quoted(word)), node.span);
}

/// Strings, or numbers where a scale counts: levels may be written 1, 2, 3.
std::vector<std::string> read_words(Draft& draft, const Node& list, bool numbers_too) {
    std::vector<std::string> words;
    std::unordered_set<std::string_view> seen;
    if (!list.is(Node::Kind::array)) {
        draft.reading.wrong_type(list, "an array");
        return words;
    }
    words.reserve(list.children.size());
    seen.reserve(list.children.size());
    for (const Node& node : list.children) {
        if (numbers_too && node.is(Node::Kind::integer)) {
            words.push_back(std::to_string(node.integer));
        } else if (const auto word = as_string(node, draft.reading)) {
            if (!seen.insert(*word).second) tell_repeated(draft, node, *word);
            words.emplace_back(*word);
        }
    }
    if (list.children.empty()) draft.error("P016", "this list is empty", list.span);
    return words;
}

class AttributeReader {
public:
    AttributeReader(Draft& draft, const Entry& entry, model::AttributeId id)
        : draft_(draft),
          view_(*entry.node, "an attribute", draft.reading),
          id_(id),
          attribute_(draft.catalogue.attributes[id.index]) {}

    void read() {
        view_.find("id");
        attribute_.title = draft_.text(view_, "title");
        attribute_.ask = draft_.text(view_, "ask");
        attribute_.why = draft_.text(view_, "why");
        attribute_.source = draft_.source(view_);
        const Node* is = view_.find("is");
        read_type(is);
        attribute_.is_given = view_.boolean("given").value_or(false);
        read_usual();
        read_bounds();
        view_.finish();
        if (attribute_.is_given) check_given(is != nullptr);
    }

private:
    void refuse(std::string message, SourceSpan span) {
        draft_.error("P040", std::move(message), span);
    }

    void read_type(const Node* is) {
        const auto word = view_.word(
            "type",
            {"boolean", "level", "enum", "integer", "money", "duration", "date", "country", "list"},
            "P021", is == nullptr ? Presence::required : Presence::optional);
        if (word)
            attribute_.type.kind = static_cast<TypeKind>(*word);
        else if (is != nullptr)
            attribute_.type = type_of_call(*is);
        const TypeKind kind = attribute_.type.kind;
        if (const Node* scale = required_by(kind == TypeKind::level, "scale"))
            attribute_.type.scale = draft_.refer<model::ScaleId>(*scale);
        if (required_by(kind == TypeKind::list, "of") != nullptr) {
            const auto of = view_.word("of", {"enum", "country"}, "P021");
            attribute_.type.of = of == 1U ? TypeKind::country : TypeKind::enumeration;
        }
        const bool has_values =
            word && (kind == TypeKind::enumeration ||
                     (kind == TypeKind::list && attribute_.type.of == TypeKind::enumeration));
        if (const Node* values = required_by(has_values, "values")) {
            attribute_.type.enumeration = id_;
            attribute_.values = values->is(Node::Kind::string) ? shared_values(*values)
                                                               : read_words(draft_, *values, false);
            read_value_titles();
        }
    }

    /// The names of a table that all packs share, and "other".
    std::vector<std::string> shared_values(const Node& node) {
        std::vector<std::string> names;
        if (node.string != municipality_values) {
            refuse(say("there is no shared list of values {}", quoted(node.string)), node.span);
            return names;
        }
        for (const model::Municipality& one : draft_.catalogue.municipalities)
            names.push_back(one.name);
        names.emplace_back("other");
        return names;
    }

    /// The type of a plugin's function that makes up the whole of `is`; else a boolean.
    model::Type type_of_call(const Node& is) const {
        if (!is.is(Node::Kind::string)) return boolean_type;
        const rule::Named* named = draft_.names->find(is.string.substr(0, is.string.find('(')));
        const auto* function = named != nullptr ? std::get_if<model::FunctionId>(named) : nullptr;
        return function != nullptr ? draft_.catalogue[*function].result : boolean_type;
    }

    /// The node under a key that must be there if `fits`, and must not if not.
    const Node* required_by(bool fits, std::string_view key) {
        const Node* node = view_.find(key, fits ? Presence::required : Presence::optional);
        if (fits || node == nullptr) return node;
        refuse(say("`{}` does not fit an attribute of this type", key), node->span);
        return nullptr;
    }

    void read_value_titles() {
        const Node* titles = view_.find("value_titles");
        if (titles == nullptr) return;
        TableView inner(*titles, "a table of titles", draft_.reading);
        for (const std::string& value : attribute_.values)
            attribute_.value_titles.push_back(draft_.text(inner, value, Presence::required));
        inner.finish();
    }

    void read_usual() {
        const Node* usual = view_.find("usual");
        if (usual == nullptr) return;
        const TypeKind kind = attribute_.type.kind;
        if (kind != TypeKind::integer && kind != TypeKind::money && kind != TypeKind::duration &&
            kind != TypeKind::date)
            return refuse("only a number, money, a duration or a date has a usual value",
                          usual->span);
        if (auto value = read_fact(draft_, *usual, attribute_.type)) {
            attribute_.usual = std::move(*value);
            usual_ = usual;
        }
    }

    void read_bounds() {
        attribute_.least = bound("least");
        attribute_.most = bound("most");
        if (attribute_.least && attribute_.most && *attribute_.most < *attribute_.least)
            refuse("`most` is below `least`", view_.find("most")->span);
        const std::int64_t number = attribute_.usual.number;
        if (usual_ != nullptr && ((attribute_.least && number < *attribute_.least) ||
                                  (attribute_.most && *attribute_.most < number)))
            refuse("the usual value lies outside `least` and `most`", usual_->span);
    }

    std::optional<std::int64_t> bound(std::string_view key) {
        const TypeKind kind = attribute_.type.kind;
        const Node* node = view_.find(key);
        if (node == nullptr) return std::nullopt;
        if (kind != TypeKind::integer && kind != TypeKind::money) {
            refuse("only a number or money has `least` and `most`", node->span);
            return std::nullopt;
        }
        const auto value = read_fact(draft_, *node, attribute_.type);
        return value ? std::optional(value->number) : std::nullopt;
    }

    void check_given(bool is_derived) {
        const SourceSpan span = view_.find("given")->span;
        if (is_derived)
            refuse("a derived attribute is given when what it rests on is; leave `given` out",
                   span);
        else if (attribute_.type.kind != TypeKind::level &&
                 attribute_.type.kind != TypeKind::boolean)
            refuse("steps can only give levels and booleans", span);
    }

    Draft& draft_;
    TableView view_;
    model::AttributeId id_;
    model::Attribute& attribute_;
    const Node* usual_ = nullptr;
};

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
}

/// Compiles derivations in an order in which each finds those it mentions compiled, so that it is
/// known whether they are given.
class Derivations {
public:
    explicit Derivations(Draft& draft) : draft_(draft), nodes_(draft.catalogue.attributes.size()) {
        const std::vector<Entry>& entries = draft.entries.of(EntryKind::attribute);
        for (std::size_t k = 0; k < entries.size(); ++k) {
            const Node* is = entries[k].node->find("is");
            if (is != nullptr && is->is(Node::Kind::string))
                nodes_[k] = is;
            else if (is != nullptr)
                draft.reading.wrong_type(*is, "a string");
        }
        state_.resize(nodes_.size(), State::waiting);
    }

    void read() {
        for (std::uint32_t k = 0; k < nodes_.size(); ++k) visit(k);
        check_circles();
    }

private:
    enum class State { waiting, open, done };

    /// Depth first without recursion: a chain of derivations may be as long as a pack is.
    void visit(std::uint32_t first) {
        std::vector<std::uint32_t> path{first};
        while (!path.empty()) {
            const std::uint32_t k = path.back();
            if (nodes_[k] == nullptr || state_[k] == State::done) {
                path.pop_back();
                continue;
            }
            if (state_[k] == State::open) {
                compile(k);
                path.pop_back();
                continue;
            }
            state_[k] = State::open;
            for (const std::uint32_t other : mentioned(nodes_[k]->string))
                if (state_[other] == State::waiting && nodes_[other] != nullptr)
                    path.push_back(other);
        }
    }

    /// Attributes whose names stand in a text. A value that looks like a name does no harm: it only
    /// decides what is compiled first.
    std::vector<std::uint32_t> mentioned(std::string_view text) const {
        std::vector<std::uint32_t> found;
        for (std::size_t k = 0; k < text.size();) {
            std::size_t end = k;
            while (end < text.size() && is_name_character(text[end])) ++end;
            if (end == k) {
                ++k;
                continue;
            }
            if (const auto index =
                    draft_.entries.find(EntryKind::attribute, text.substr(k, end - k)))
                found.push_back(*index);
            k = end;
        }
        return found;
    }

    void compile(std::uint32_t k) {
        state_[k] = State::done;
        model::Attribute& attribute = draft_.catalogue.attributes[k];
        draft_.pack = attribute.pack;
        attribute.is = draft_.expression(*nodes_[k], attribute.type, rule::Use::need);
        if (!attribute.is.is_empty()) attribute.is_given = attribute.is.root().is_given;
    }

    void check_circles() {
        const auto& attributes = draft_.catalogue.attributes;
        std::vector<std::vector<std::uint32_t>> arrows(attributes.size());
        for (std::size_t k = 0; k < attributes.size(); ++k)
            for (const model::Node& node : attributes[k].is.nodes)
                if (node.op == model::Op::attribute || node.op == model::Op::told)
                    arrows[k].push_back(node.id);
        for (const std::vector<std::uint32_t>& circle : find_circles(arrows)) {
            std::vector<CirclePlace> places;
            places.reserve(circle.size());
            for (const std::uint32_t k : circle)
                places.push_back({attributes[k].id, attributes[k].is.span});
            tell_circle(draft_, "P050", "derived attributes rest on each other in a circle",
                        "is derived from", places);
        }
    }

    Draft& draft_;
    std::vector<const Node*> nodes_;
    std::vector<State> state_;
};

}  // namespace

void read_scale(Draft& draft, const Entry& entry, model::Scale& scale) {
    TableView view(*entry.node, "a scale", draft.reading);
    view.find("id");
    if (const Node* levels = view.find("levels", Presence::required))
        scale.levels = read_words(draft, *levels, true);
    view.finish();
}

void read_attribute(Draft& draft, const Entry& entry, model::AttributeId id) {
    AttributeReader(draft, entry, id).read();
}

void read_derivations(Draft& draft) { Derivations(draft).read(); }

void read_group(Draft& draft, const Entry& entry, model::Group& group) {
    TableView view(*entry.node, "a group", draft.reading);
    view.find("id");
    group.source = draft.source(view);
    const Node* countries = view.find("countries", Presence::required);
    if (countries != nullptr && !countries->is(Node::Kind::array))
        draft.reading.wrong_type(*countries, "an array");
    model::Type country;
    country.kind = TypeKind::country;
    std::vector<const Node*> places;
    const auto add = [&](const Node& node, model::Window in_force) {
        const auto value = read_fact(draft, node, country);
        if (!value) return;
        for (std::size_t k = 0; k < group.members.size(); ++k) {
            const auto& other = group.members[k];
            if (other.country == value->as_country() && other.in_force.from < in_force.until &&
                in_force.from < other.in_force.until)
                tell_repeated(draft, node, node.string);
        }
        group.members.push_back({value->as_country(), in_force});
    };
    if (countries != nullptr)
        for (const Node& node : countries->children) {
            if (!node.is(Node::Kind::table)) {
                add(node, {});
                continue;
            }
            TableView member(node, "a country of a group", draft.reading);
            const Node* code = member.find("country", Presence::required);
            const model::Window in_force = draft.window(member, "in_force");
            member.finish();
            if (code != nullptr) add(*code, in_force);
        }
    view.finish();
}

}  // namespace wegwijzer::pack
