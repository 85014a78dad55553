// SPDX-License-Identifier: Apache-2.0
#include "pack/draft.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/text.hpp"
#include "pack/message.hpp"
#include "pack/reader.hpp"

namespace wegwijzer::pack {

bool Draft::may_mention(model::PackId other, Mention mention) const {
    if (mentions[pack.index][other.index]) return true;
    for (const model::PackId lender : lenders)
        if (mentions[lender.index][other.index]) return true;
    return mention == Mention::used_or_user && mentions[other.index][pack.index];
}

bool Draft::is_elsewhere(std::string_view id) const {
    const std::string owner = pack_of(id);
    return std::binary_search(packs_elsewhere.begin(), packs_elsewhere.end(), owner);
}

void Draft::tell_unused_pack(std::string_view id, model::PackId other, SourceSpan span) {
    error("P015",
          say("{} belongs to pack {}, which this pack does not use", wegwijzer::quoted(id),
              wegwijzer::quoted(catalogue[other].id)),
          span)
        .hints.push_back(say("add \"{}\" to `uses` in pack.toml", catalogue[other].id));
}

void Draft::tell_unknown(EntryKind kind, std::string_view id, SourceSpan span) {
    Diagnostic& diagnostic =
        error("P014", say("unknown {} {}", name_of(kind), wegwijzer::quoted(id)), span);
    std::vector<std::string_view> ids;
    for (const Entry& entry : entries.of(kind)) ids.push_back(entry.id);
    if (const auto near = nearest(id, ids))
        diagnostic.hints.push_back(say("did you mean {}?", wegwijzer::quoted(*near)));
    for (std::size_t k = 0; k < entry_kinds; ++k) {
        const auto other = static_cast<EntryKind>(k);
        if (other != kind && entries.find(other, id))
            diagnostic.hints.push_back(say("{} is {}", wegwijzer::quoted(id), with_article(other)));
    }
    if (is_elsewhere(id))
        diagnostic.hints.push_back(say("pack {} is not read; add it to `uses` in pack.toml",
                                       wegwijzer::quoted(pack_of(id))));
}

std::optional<std::uint32_t> Draft::refer_to(EntryKind kind, const Node& node, std::string_view id,
                                             Mention mention) {
    if (!as_string(node, reading)) return std::nullopt;
    const std::optional<std::uint32_t> index = entries.find(kind, id);
    if (!index) {
        if (mention == Mention::used || !is_elsewhere(id)) tell_unknown(kind, id, node.span);
        return std::nullopt;
    }
    const model::PackId owner = entries.of(kind)[*index].pack;
    if (may_mention(owner, mention)) return index;
    tell_unused_pack(id, owner, node.span);
    return std::nullopt;
}

model::SourceId Draft::source(TableView& view) {
    const Node* node = view.find("source");
    return node != nullptr ? refer<model::SourceId>(*node) : model::SourceId{};
}

model::Text Draft::text(TableView& view, std::string_view key, Presence presence) {
    const Node* node = view.find(key, presence);
    if (node == nullptr) return {};
    model::Text text = as_text(*node, reading);
    for (const std::string_view language : {"nl", "en"}) {
        if (!node->is(Node::Kind::table) || node->find(language) != nullptr) continue;
        error("P023", say("`{}` has no text in {}", key, language == "nl" ? "Dutch" : "English"),
              node->span)
            .hints.push_back(say("add {} = \"…\"", language));
    }
    return text;
}

std::string Draft::string(TableView& view, std::string_view key, Presence presence) {
    return std::string(view.string(key, presence).value_or(std::string_view{}));
}

model::Expression Draft::expression(const Node& node, const model::Type& expected, rule::Use use) {
    const std::optional<std::string_view> text = as_string(node, reading);
    if (!text) return {};
    model::Expression compiled = rule::compile(*text, rule::Origin{node.inside(), node.is_verbatim},
                                               *names, expected, use, found);
    if (compiled.is_empty()) compiled.text = *text;  // wrong, but said
    check_mentions(compiled);
    return compiled;
}

void Draft::check_mentions(const model::Expression& expression) {
    for (const model::Node& node : expression.nodes) {
        model::PackId owner;
        std::string_view id;
        switch (node.op) {
            case model::Op::attribute:
            case model::Op::told:
                owner = catalogue.attributes[node.id].pack;
                id = catalogue.attributes[node.id].id;
                break;
            case model::Op::credential:
            case model::Op::told_held:
                owner = catalogue.credentials[node.id].pack;
                id = catalogue.credentials[node.id].id;
                break;
            case model::Op::in_group:
                owner = catalogue.groups[node.id].pack;
                id = catalogue.groups[node.id].id;
                break;
            case model::Op::lookup:
                owner = catalogue.tables[node.id].pack;
                id = catalogue.tables[node.id].id;
                break;
            case model::Op::call:
                check_plugin(catalogue.functions[node.id], node.span);
                continue;
            default:
                continue;
        }
        if (!may_mention(owner, Mention::used)) tell_unused_pack(id, owner, node.span);
    }
}

/// A pack may call the functions of the plugin that it names, or that a pack it uses names.
void Draft::check_plugin(const model::Function& function, SourceSpan span) {
    const auto& packs = catalogue.packs;
    for (std::uint32_t k = 0; k < packs.size(); ++k)
        if (packs[k].plugin == function.plugin && may_mention({k}, Mention::used)) return;
    error("P015",
          say("function {} belongs to plugin {}, which this pack does not name",
              wegwijzer::quoted(function.name), wegwijzer::quoted(function.plugin)),
          span)
        .hints.push_back(
            say("write plugin = \"{}\" in [pack], or use a pack that does", function.plugin));
}

model::Expression Draft::condition(TableView& view, std::string_view key, rule::Use use,
                                   Presence presence) {
    const Node* node = view.find(key, presence);
    return node != nullptr ? expression(*node, boolean_type, use) : model::Expression{};
}

model::Window Draft::window(TableView& view, std::string_view key) {
    model::Window window;
    const Node* node = view.find(key);
    if (node == nullptr) return window;
    TableView inner(*node, "a window of time", reading);
    window.from = inner.date("from").value_or(Date::always);
    window.until = inner.date("until").value_or(Date::never);
    inner.finish();
    if (window.until <= window.from)
        error("P025", say("`{}` ends before it begins", key), node->span)
            .hints.emplace_back("`until` is the first day on which it no longer holds");
    return window;
}

std::optional<Term> Draft::term(const Node& node) {
    const std::optional<std::string_view> text = as_string(node, reading);
    if (!text) return std::nullopt;
    std::optional<Term> term = parse_term(*text);
    if (!term) {
        Diagnostic& diagnostic =
            error("P020", say("{} is not a term", wegwijzer::quoted(*text)), node.span);
        if (parse_duration(*text))
            diagnostic.hints.emplace_back("an estimate or a range cannot stand here");
        diagnostic.hints.emplace_back(
            "a term is written as \"6 weeks\", \"3 months\" or \"10 working days\"");
    }
    return term;
}

std::optional<Duration> Draft::duration(const Node& node) {
    const std::optional<std::string_view> text = as_string(node, reading);
    if (!text) return std::nullopt;
    std::optional<Duration> duration = parse_duration(*text);
    if (!duration)
        error("P020", say("{} is not a duration", wegwijzer::quoted(*text)), node.span)
            .hints.emplace_back(
                "a duration is written as \"6 weeks\", \"about 3 months\" or \"12..14..20 weeks\"");
    return duration;
}

std::optional<Money> Draft::money(const Node& node) {
    const std::optional<std::string_view> text = as_string(node, reading);
    if (!text) return std::nullopt;
    std::optional<Money> money = parse_money(*text);
    if (!money)
        error("P020", say("{} is not an amount of money", wegwijzer::quoted(*text)), node.span)
            .hints.emplace_back("money is written as \"EUR 85\" or \"EUR 148.83\"");
    return money;
}

}  // namespace wegwijzer::pack
