// SPDX-License-Identifier: Apache-2.0
#include "cohort/gathering.hpp"

#include <algorithm>

#include "rule/compile.hpp"

namespace wegwijzer::cohort {
namespace {

using Kind = model::CohortColumn::Kind;

constexpr std::size_t most_seen = 1'000'000;  // rows remembered by one thread
constexpr std::uint32_t empty = 0xffffffffU;

}  // namespace

std::uint32_t Gathering::number_of(std::string signature, const model::Profile& profile,
                                   const std::vector<std::string>& group) {
    const std::lock_guard<std::mutex> lock(mutex_);
    const auto [known, is_new] = signatures_.try_emplace(std::move(signature));
    if (is_new) known->second = {static_cast<std::uint32_t>(signatures_.size() - 1), profile};
    const auto group_number =
        groups_.try_emplace(group, static_cast<std::uint32_t>(groups_.size())).first->second;
    const auto [share, is_new_share] = shares_.try_emplace(
        {known->second.number, group_number}, static_cast<std::uint32_t>(shares_.size()));
    return share->second;
}

void Gathering::add(const std::vector<std::uint64_t>& people, std::uint64_t read) {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (people_.size() < people.size()) people_.resize(people.size());
    for (std::size_t k = 0; k < people.size(); ++k) people_[k] += people[k];
    read_ += read;
}

void Gathering::keep_rows(std::uint64_t block, KeptRows rows) {
    const std::lock_guard<std::mutex> lock(mutex_);
    rows_.emplace(block, std::move(rows));
}

std::size_t Gathering::signatures() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return signatures_.size();
}

/// Threads met the signatures in any order, so they are put in the order of their bytes.
Population Gathering::finish() {
    Population population;
    std::vector<std::pair<const std::string*, Known*>> by_bytes;
    for (auto& [bytes, known] : signatures_) by_bytes.emplace_back(&bytes, &known);
    std::sort(by_bytes.begin(), by_bytes.end(),
              [](const auto& a, const auto& b) { return *a.first < *b.first; });
    std::vector<std::uint32_t> place(by_bytes.size());
    for (const auto& [bytes, known] : by_bytes) {
        place[known->number] = static_cast<std::uint32_t>(population.signatures.size());
        population.signatures.push_back(std::move(known->profile));
    }
    std::vector<std::uint32_t> group_place(groups_.size());
    for (const auto& [labels, number] : groups_) {
        group_place[number] = static_cast<std::uint32_t>(population.groups.size());
        population.groups.push_back(labels);
    }
    people_.resize(shares_.size());
    std::vector<std::pair<Share, std::uint32_t>> shares;
    for (const auto& [key, number] : shares_)
        shares.push_back({{place[key.first], group_place[key.second], people_[number]}, number});
    std::sort(shares.begin(), shares.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first.signature, a.first.group) <
               std::pair(b.first.signature, b.first.group);
    });
    std::vector<std::uint32_t> share_place(shares.size());
    for (const auto& [share, number] : shares) {
        share_place[number] = static_cast<std::uint32_t>(population.shares.size());
        population.shares.push_back(share);
        population.people += share.people;
    }
    for (auto& [block, rows] : rows_)
        for (auto& [row, share] : rows.shares) share = share_place[share];
    population.rows = std::move(rows_);
    population.read = read_;
    return population;
}

std::size_t Gatherer::SeenRows::slot_of(const std::uint32_t* row) const {
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15U;
    std::uint64_t hash = odd;
    for (std::size_t k = 0; k < width_; ++k) {
        hash = (hash ^ row[k]) * odd;
        hash ^= hash >> 32;
    }
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
        if (slots_[at] == empty) return at;
        const std::uint32_t* const known = rows_.data() + slots_[at] * width_;
        if (std::equal(row, row + width_, known)) return at;
    }
}

std::uint32_t* Gatherer::SeenRows::find(const std::uint32_t* row) {
    if (2 * (shares_.size() + 1) > slots_.size()) grow();
    const std::uint32_t number = slots_[slot_of(row)];
    return number == empty ? nullptr : &shares_[number];
}

void Gatherer::SeenRows::insert(const std::uint32_t* row, std::uint32_t share) {
    slots_[slot_of(row)] = static_cast<std::uint32_t>(shares_.size());
    rows_.insert(rows_.end(), row, row + width_);
    shares_.push_back(share);
}

void Gatherer::SeenRows::grow() {
    slots_.assign(std::max<std::size_t>(1024, 2 * slots_.size()), empty);
    for (std::uint32_t k = 0; k < shares_.size(); ++k)
        slots_[slot_of(rows_.data() + k * width_)] = k;
}

void Gatherer::SeenRows::clear() {
    slots_.clear();
    rows_.clear();
    shares_.clear();
}

Gatherer::Gatherer(Gathering& gathering, const model::Catalogue& catalogue, const Asked& asked,
                   const route::Call& call, const std::vector<model::CohortColumn>& columns,
                   const GatherWish& wish)
    : gathering_(gathering),
      catalogue_(catalogue),
      asked_(asked),
      columns_(columns),
      wish_(wish),
      maker_(catalogue, asked, call, wish.signature) {
    choose_columns();
}

/// Those that the packs ask about, and those that people are grouped by.
void Gatherer::choose_columns() {
    const auto is_dimension = [&](std::size_t column) {
        return std::any_of(wish_.by.begin(), wish_.by.end(),
                           [&](const Dimension& d) { return d.column == column; });
    };
    const auto is_asked = [&](const model::CohortColumn& column) {
        const auto& asked = asked_.attributes;
        return column.kind == Kind::attribute
                   ? std::binary_search(asked.begin(), asked.end(), column.attribute)
                   : column.kind != Kind::label && column.kind != Kind::passed_over;
    };
    for (std::size_t k = 0; k < columns_.size(); ++k)
        if (is_asked(columns_[k]) || is_dimension(k)) chosen_.push_back(k);
    picked_.resize(chosen_.size());
    seen_ = SeenRows(chosen_.size());
}

void Gatherer::add(std::uint64_t block, const model::CohortRows& rows, const Cell& cell) {
    read_ += rows.read;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> kept;
    const auto count = [&](std::size_t k, std::uint32_t share) {
        if (people_.size() <= share) people_.resize(share + 1);
        ++people_[share];
        if (wish_.keep_rows) kept.emplace_back(rows.at[k], share);
    };
    const bool is_table = rows.profiles.empty();
    for (std::size_t k = 0; k < rows.at.size(); ++k)
        count(k, is_table ? share_of(rows.cells.data() + k * rows.width, cell)
                          : share_of(rows.profiles[k]));
    if (wish_.keep_rows) gathering_.keep_rows(block, {rows.read, std::move(kept)});
    if (seen_.size() > most_seen) seen_.clear();
}

std::uint32_t Gatherer::share_of(const std::uint32_t* row, const Cell& cell) {
    for (std::size_t k = 0; k < chosen_.size(); ++k) picked_[k] = row[chosen_[k]];
    if (const std::uint32_t* const share = seen_.find(picked_.data())) return *share;
    const model::Profile profile = profile_of(row, cell);
    std::vector<std::string> group;
    for (const auto& dimension : wish_.by)
        group.push_back(dimension.attribute.is_none()
                            ? cell(*dimension.column, row[*dimension.column]).label
                            : label_of(dimension, profile));
    const std::uint32_t share = gathering_.number_of(maker_.signature(profile), profile, group);
    seen_.insert(picked_.data(), share);
    return share;
}

std::uint32_t Gatherer::share_of(const model::Profile& profile) {
    std::vector<std::string> group;
    for (const auto& dimension : wish_.by) group.push_back(label_of(dimension, profile));
    return gathering_.number_of(maker_.signature(profile), profile, group);
}

model::Profile Gatherer::profile_of(const std::uint32_t* row, const Cell& cell) const {
    model::Profile profile;
    for (const std::size_t k : chosen_) {
        const auto& column = columns_[k];
        const auto& what = cell(k, row[k]);
        if (column.kind == Kind::savings && what.value) profile.savings = what.value->as_money();
        if (column.kind == Kind::attribute && what.value)
            profile.answers.push_back({column.attribute, {{{}, *what.value}}, false, {}});
        profile.held.insert(profile.held.end(), what.held.begin(), what.held.end());
    }
    std::sort(profile.answers.begin(), profile.answers.end(),
              [](const auto& a, const auto& b) { return a.attribute < b.attribute; });
    return profile;
}

/// The value on the first day as packs write it; empty where nobody answered.
std::string Gatherer::label_of(const Dimension& dimension, const model::Profile& profile) const {
    const auto* answer = profile.find(dimension.attribute);
    if (answer == nullptr) return {};
    model::Value value;
    for (const auto& timed : answer->values)
        if (timed.window.covers(wish_.signature.on)) value = timed.value;
    if (!value.is_known) return {};
    return rule::to_text(value, catalogue_[dimension.attribute].type, catalogue_);
}

void Gatherer::forget() { seen_.clear(); }

void Gatherer::finish() { gathering_.add(people_, read_); }

}  // namespace wegwijzer::cohort
