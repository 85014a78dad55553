// SPDX-License-Identifier: Apache-2.0
#include "pack/need_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_set>

#include "base/text.hpp"
#include "pack/check_need.hpp"
#include "pack/fact_value.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

using model::Given;

bool is_part_id(std::string_view id) {
    return !id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    });
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

class GivesReader {
public:
    explicit GivesReader(Draft& draft) : draft_(draft) {}

    std::vector<Given> read(const Node& list) {
        std::vector<Given> gives;
        for (const Node* node : as_strings(list, draft_.reading)) {
            const std::optional<Given> given = read_one(*node);
            if (!given) continue;
            if (std::find(gives.begin(), gives.end(), *given) != gives.end())
                draft_.error("P016", say("{} stands here twice", quoted(node->string)), node->span);
            gives.push_back(*given);
        }
        return gives;
    }

private:
    std::optional<Given> read_one(const Node& node) {
        const std::size_t sign = node.string.find(">=");
        if (sign != std::string_view::npos)
            return read_level(node, trimmed(node.string.substr(0, sign)),
                              trimmed(node.string.substr(sign + 2)));
        Given given;
        given.span = node.span;
        if (draft_.entries.find(EntryKind::attribute, node.string)) {
            given.kind = Given::Kind::truth;
            given.attribute = draft_.refer<model::AttributeId>(node);
            if (given.attribute.is_none() ||
                !check_given(node, given.attribute, model::TypeKind::boolean))
                return std::nullopt;
            return given;
        }
        given.credential = draft_.refer<model::CredentialId>(node);
        return given.credential.is_none() ? std::nullopt : std::optional(given);
    }

    std::optional<Given> read_level(const Node& node, std::string_view name,
                                    std::string_view level) {
        const auto index = draft_.entries.find(EntryKind::attribute, name);
        if (!index) return draft_.tell_unknown(EntryKind::attribute, name, node.span), std::nullopt;
        Given given;
        given.span = node.span;
        given.kind = Given::Kind::level;
        given.attribute = {*index};
        if (!check_given(node, given.attribute, model::TypeKind::level)) return std::nullopt;
        const model::Type& type = draft_.catalogue[given.attribute].type;
        if (type.scale.is_none()) return std::nullopt;
        const model::Scale& scale = draft_.catalogue[type.scale];
        const auto rank = rank_of(level, scale);
        if (!rank) return tell_unknown_level(node, level, scale), std::nullopt;
        given.rank = *rank;
        return given;
    }

    void tell_unknown_level(const Node& node, std::string_view level, const model::Scale& scale) {
        Diagnostic& diagnostic = draft_.error(
            "P014", say("{} is no level of scale {}", quoted(level), quoted(scale.id)), node.span);
        std::string all;
        for (const std::string& one : scale.levels) all += (all.empty() ? "" : ", ") + shown(one);
        diagnostic.hints.push_back("its levels are " + all);
    }

    bool check_given(const Node& node, model::AttributeId id, model::TypeKind wanted) {
        const model::Attribute& attribute = draft_.catalogue[id];
        if (attribute.is_given && !attribute.is_derived() && attribute.type.kind == wanted)
            return true;
        Diagnostic& diagnostic =
            draft_.error("P018", say("a step cannot give {}", quoted(node.string)), node.span);
        if (attribute.is_derived())
            diagnostic.hints.push_back(
                say("{} is derived; give what it rests on", quoted(attribute.id)));
        else if (attribute.type.kind == model::TypeKind::level && wanted != model::TypeKind::level)
            diagnostic.hints.push_back(say("write \"{} >= LEVEL\"", shown(attribute.id)));
        else if (attribute.type.kind != wanted)
            diagnostic.hints.emplace_back("steps give credentials, levels and true booleans");
        else
            diagnostic.hints.push_back(
                say("say `given = true` at the attribute {} if steps may give it",
                    quoted(attribute.id)));
        return false;
    }

    Draft& draft_;
};

model::Basis read_basis(TableView& view, model::Basis otherwise) {
    const auto word = view.word("basis", {"eu", "act", "decree", "policy", "practice"}, "P021");
    return word ? static_cast<model::Basis>(*word + 1) : otherwise;
}

}  // namespace

std::string read_part_id(Draft& draft, TableView& view) {
    const Node* node = view.find("id", Presence::required);
    if (node == nullptr) return {};
    const auto id = as_string(*node, draft.reading);
    if (id && !is_part_id(*id))
        draft.error("P012", say("{} is no id", quoted(*id)), node->span)
            .hints.emplace_back("ids are made of small letters, digits, hyphens and dots");
    return std::string(id.value_or(std::string_view{}));
}

std::vector<Given> read_gives(Draft& draft, const Node& list) {
    return GivesReader(draft).read(list);
}

void change_need(Draft& draft, TableView& view, model::SourceId inherited, model::Need& need) {
    if (const model::SourceId own = draft.source(view); !own.is_none()) need.source = own;
    if (const Node* is = view.find("is"))
        need.is = draft.expression(*is, boolean_type, rule::Use::need);
    if (const Node* younger = view.find("younger")) {
        need.younger = draft.term(*younger);
        check_sourced(draft, need.source.is_none() ? inherited : need.source, "a term",
                      younger->span);
    }
    if (const auto at = view.word("at", {"start", "session", "finish", "throughout"}, "P021"))
        need.at = static_cast<model::At>(*at);
    if (view.node().find("title") != nullptr) need.title = draft.text(view, "title");
    need.basis = read_basis(view, need.basis);
    if (const auto article = view.string("article")) need.article = *article;
    if (const auto date = view.date("text_of")) need.text_of = date;
    if (const Node* younger = view.node().find("younger"); younger != nullptr)
        check_younger(draft, need, younger->span);
    else if (need.younger)
        check_younger(draft, need, need.span);
}

model::Need read_need(Draft& draft, const Node& table, model::SourceId inherited) {
    TableView view(table, "a need", draft.reading);
    model::Need need;
    need.id = read_part_id(draft, view);
    const Node* id = table.find("id");
    need.span = id != nullptr ? id->span : table.span;
    view.find("is", Presence::required);
    change_need(draft, view, inherited, need);
    if (need.source.is_none()) need.source = inherited;
    view.finish();
    return need;
}

model::Must read_must(Draft& draft, const Node& table, model::SourceId inherited) {
    TableView view(table, "what a job must keep", draft.reading);
    model::Must must;
    must.id = read_part_id(draft, view);
    const Node* id = table.find("id");
    must.span = id != nullptr ? id->span : table.span;
    must.source = draft.source(view);
    if (must.source.is_none()) must.source = inherited;
    must.is = draft.condition(view, "is", rule::Use::need, Presence::required);
    if (const Node* within = view.find("within")) {
        must.within = draft.term(*within).value_or(Term{});
        if (must.within.count != 0) check_sourced(draft, must.source, "a term", within->span);
    }
    view.finish();
    return must;
}

}  // namespace wegwijzer::pack
