// SPDX-License-Identifier: Apache-2.0
#include "pack/entries.hpp"

namespace wegwijzer::pack {
namespace {

constexpr std::array<std::string_view, entry_kinds> articled = {
    "a scale", "an attribute", "a group",  "a table",    "a credential", "a document",
    "a goal",  "a calendar",   "a step",   "an event",   "a duty",       "a fund",
    "a note",  "a pilot",      "a source", "a scenario",
};

}  // namespace

std::string_view with_article(EntryKind kind) { return articled[static_cast<std::size_t>(kind)]; }

std::string_view name_of(EntryKind kind) {
    const std::string_view text = with_article(kind);
    return text.substr(text.find(' ') + 1);
}

Entries::Added Entries::add(EntryKind kind, Entry entry) {
    const auto k = static_cast<std::size_t>(kind);
    const auto next = static_cast<std::uint32_t>(entries_[k].size());
    const auto [found, is_new] = by_id_[k].try_emplace(entry.id, next);
    if (is_new) entries_[k].push_back(entry);
    return {found->second, is_new};
}

std::optional<std::uint32_t> Entries::find(EntryKind kind, std::string_view id) const {
    const auto& map = by_id_[static_cast<std::size_t>(kind)];
    const auto found = map.find(id);
    if (found == map.end()) return std::nullopt;
    return found->second;
}

}  // namespace wegwijzer::pack
