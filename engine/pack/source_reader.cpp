// SPDX-License-Identifier: Apache-2.0
#include "pack/source_reader.hpp"

#include <algorithm>
#include <string_view>

#include "base/text.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

/// An address that can stand in a link or a calendar as it is: no blanks, quotes or controls.
bool is_web_address(std::string_view url) {
    if (!url.starts_with("https://") && !url.starts_with("http://")) return false;
    return std::none_of(url.begin(), url.end(), [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == '"' || c == '<' || c == '>' ||
               c == '\\' || c == 0x7f;
    });
}

}  // namespace

void read_source(Draft& draft, const Entry& entry, model::Source& source) {
    TableView view(*entry.node, "a source", draft.reading);
    view.find("id");
    source.url = draft.string(view, "url");
    source.title = draft.string(view, "title");
    source.says = draft.string(view, "says");
    source.as_of = draft.string(view, "as_of");
    source.seen = view.date("seen");
    const auto kind =
        view.word("kind", {"official", "secondary", "estimate"}, "P021", Presence::required);
    source.kind = static_cast<model::Source::Kind>(kind.value_or(0));
    if (const Node* review = view.find("review")) source.review = draft.term(*review);
    view.finish();

    if (const Node* url = entry.node->find("url"); url != nullptr && !is_web_address(source.url))
        draft.error("P026", say("{} is not a web address", quoted(source.url)), url->span)
            .hints.emplace_back("it begins with https:// and has no blanks");
    const auto ask_for = [&](bool is_there, std::string_view what) {
        if (!is_there)
            draft.error("P059", say("the source {} has no {}", quoted(source.id), what),
                        entry.span);
    };
    const bool is_estimate = source.kind == model::Source::Kind::estimate;
    ask_for(entry.node->find("seen") != nullptr, "date on which it was seen (`seen`)");
    ask_for(is_estimate || !source.url.empty(), "address (`url`)");
    ask_for(is_estimate || !source.title.empty(), "title");
    ask_for(!is_estimate || !source.says.empty(), "reasoning (`says`), which an estimate needs");
}

}  // namespace wegwijzer::pack
