// SPDX-License-Identifier: Apache-2.0
#include "model/catalogue.hpp"

#include <algorithm>
#include <functional>

namespace wegwijzer::model {
namespace {

std::size_t hash_of(std::string_view id) { return std::hash<std::string_view>{}(id); }

/// Open addressing, at most half full, so that a walk along the slots always ends.
template <class Thing>
void fill(IdIndex& index, const std::vector<Thing>& things) {
    std::size_t size = 2;
    while (size < 2 * things.size()) size *= 2;
    index.slots.assign(size, IdIndex::empty);
    index.count = things.size();
    for (std::uint32_t i = 0; i < things.size(); ++i) {
        std::size_t slot = hash_of(things[i].id) & (size - 1);
        while (index.slots[slot] != IdIndex::empty) slot = (slot + 1) & (size - 1);
        index.slots[slot] = i;
    }
}

template <class Thing>
std::uint32_t find_indexed(const IdIndex& index, const std::vector<Thing>& things,
                           std::string_view id) {
    const std::size_t mask = index.slots.size() - 1;
    for (std::size_t slot = hash_of(id) & mask;; slot = (slot + 1) & mask) {
        const std::uint32_t i = index.slots[slot];
        if (i == IdIndex::empty || things[i].id == id) return i;
    }
}

template <class Thing>
Id<Thing> find(const IdIndex& index, const std::vector<Thing>& things, std::string_view id) {
    if (!index.slots.empty() && index.count == things.size()) {
        return {find_indexed(index, things, id)};
    }
    // Not indexed yet: while the packs are being read, or in a small catalogue made by a test.
    for (std::uint32_t i = 0; i < things.size(); ++i) {
        if (things[i].id == id) return {i};
    }
    return {};
}

/// Orders keys column by column.
template <class A, class B, class NumberA, class NumberB>
int compare_keys(const A& a, const B& b, NumberA number_a, NumberB number_b) {
    const std::size_t n = std::min(a.size(), b.size());
    for (std::size_t i = 0; i < n; ++i) {
        if (number_a(a[i]) != number_b(b[i])) return number_a(a[i]) < number_b(b[i]) ? -1 : 1;
    }
    return a.size() == b.size() ? 0 : a.size() < b.size() ? -1 : 1;
}

constexpr auto number_of = [](const Value& value) { return value.number; };
constexpr auto itself = [](std::int64_t number) { return number; };

}  // namespace

void Table::sort_rows() {
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return compare_keys(a.keys, b.keys, number_of, number_of) < 0;
    });
}

const Table::Row* Table::find(std::span<const std::int64_t> wanted) const {
    const auto at = std::partition_point(rows.begin(), rows.end(), [&](const Row& row) {
        return compare_keys(row.keys, wanted, number_of, itself) < 0;
    });
    if (at == rows.end() || compare_keys(at->keys, wanted, number_of, itself) != 0) return nullptr;
    return &*at;
}

void Catalogue::index_ids() {
    fill(index.steps, steps);
    fill(index.goals, goals);
    fill(index.attributes, attributes);
    fill(index.credentials, credentials);
    fill(index.pilots, pilots);
    fill(index.funds, funds);
    fill(index.sources, sources);
}

StepId Catalogue::find_step(std::string_view id) const { return find(index.steps, steps, id); }
GoalId Catalogue::find_goal(std::string_view id) const { return find(index.goals, goals, id); }
AttributeId Catalogue::find_attribute(std::string_view id) const {
    return find(index.attributes, attributes, id);
}
CredentialId Catalogue::find_credential(std::string_view id) const {
    return find(index.credentials, credentials, id);
}
PilotId Catalogue::find_pilot(std::string_view id) const { return find(index.pilots, pilots, id); }
FundId Catalogue::find_fund(std::string_view id) const { return find(index.funds, funds, id); }
SourceId Catalogue::find_source(std::string_view id) const {
    return find(index.sources, sources, id);
}

}  // namespace wegwijzer::model
