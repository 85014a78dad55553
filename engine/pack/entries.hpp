// SPDX-License-Identifier: Apache-2.0
/// What packs declare, by kind and id, before any of it is read: so that everything can be named
/// before it is said.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/catalogue.hpp"
#include "pack/node.hpp"

namespace wegwijzer::pack {

/// The kinds of things that have an id in a pack.
enum class EntryKind : std::uint8_t {
    scale,
    attribute,
    group,
    table,
    credential,
    document,
    goal,
    calendar,
    step,
    event,
    duty,
    fund,
    note,
    pilot,
    source,
    scenario,
};
inline constexpr std::size_t entry_kinds = 16;

/// "scale", "attribute", …: also the name of its array of tables in a pack.
[[nodiscard]] std::string_view name_of(EntryKind kind);
/// "a scale", "an attribute", …
[[nodiscard]] std::string_view with_article(EntryKind kind);

/// One declared thing: its table, and where it stands in the catalogue's vector of its kind.
struct Entry {
    const Node* node = nullptr;
    std::string_view id;
    SourceSpan span;  ///< of its id
    model::PackId pack;
};

/// Entries of each kind in catalogue order, found by id. Views point into the packs' texts.
class Entries {
public:
    /// Adds an entry; none, and the number of the first one, where the id is taken.
    struct Added {
        std::uint32_t index = 0;
        bool is_new = true;
    };
    Added add(EntryKind kind, Entry entry);
    [[nodiscard]] std::optional<std::uint32_t> find(EntryKind kind, std::string_view id) const;
    [[nodiscard]] const std::vector<Entry>& of(EntryKind kind) const {
        return entries_[static_cast<std::size_t>(kind)];
    }

private:
    std::array<std::vector<Entry>, entry_kinds> entries_;
    std::array<std::unordered_map<std::string_view, std::uint32_t>, entry_kinds> by_id_;
};

/// Which kind an id type of the catalogue stands for.
template <class IdType>
struct KindOf;
template <>
struct KindOf<model::ScaleId> {
    static constexpr EntryKind kind = EntryKind::scale;
};
template <>
struct KindOf<model::AttributeId> {
    static constexpr EntryKind kind = EntryKind::attribute;
};
template <>
struct KindOf<model::CredentialId> {
    static constexpr EntryKind kind = EntryKind::credential;
};
template <>
struct KindOf<model::DocumentId> {
    static constexpr EntryKind kind = EntryKind::document;
};
template <>
struct KindOf<model::GoalId> {
    static constexpr EntryKind kind = EntryKind::goal;
};
template <>
struct KindOf<model::CalendarId> {
    static constexpr EntryKind kind = EntryKind::calendar;
};
template <>
struct KindOf<model::StepId> {
    static constexpr EntryKind kind = EntryKind::step;
};
template <>
struct KindOf<model::EventId> {
    static constexpr EntryKind kind = EntryKind::event;
};
template <>
struct KindOf<model::FundId> {
    static constexpr EntryKind kind = EntryKind::fund;
};
template <>
struct KindOf<model::PilotId> {
    static constexpr EntryKind kind = EntryKind::pilot;
};
template <>
struct KindOf<model::SourceId> {
    static constexpr EntryKind kind = EntryKind::source;
};

}  // namespace wegwijzer::pack
