// SPDX-License-Identifier: Apache-2.0
#include "cohort/sample.hpp"

#include <algorithm>
#include <cmath>

namespace wegwijzer::cohort {
namespace {

constexpr double z = 1.959963984540054;  // 97.5 % of the normal distribution lies below it

}  // namespace

void Sample::add(std::int64_t value, std::uint64_t people) {
    if (people == 0) return;
    counts_[value] += people;
    people_ += people;
    sum_ += value * static_cast<std::int64_t>(people);
}

std::uint64_t Sample::at_most(std::int64_t value) const {
    std::uint64_t people = 0;
    for (auto at = counts_.begin(); at != counts_.end() && at->first <= value; ++at)
        people += at->second;
    return people;
}

std::int64_t Sample::percentile(std::uint64_t tenths) const {
    const std::uint64_t rank = (tenths * people_ + 9) / 10;
    std::uint64_t before = 0;
    for (const auto& [value, people] : counts_) {
        before += people;
        if (before >= rank) return value;
    }
    return counts_.rbegin()->first;
}

std::optional<Spread> Sample::spread() const {
    if (people_ == 0) return std::nullopt;
    return Spread{percentile(1), percentile(5), percentile(9)};
}

std::optional<Mean> Sample::mean() const {
    if (people_ == 0) return std::nullopt;
    const auto n = static_cast<double>(people_);
    Mean mean{static_cast<double>(sum_) / n, std::nullopt};
    if (people_ < 2) return mean;
    double squares = 0;
    for (const auto& [value, people] : counts_) {
        const double off = static_cast<double>(value) - mean.mean;
        squares += off * off * static_cast<double>(people);
    }
    const double half = z * std::sqrt(squares / (n - 1) / n);
    mean.interval = Interval{mean.mean - half, mean.mean + half};
    return mean;
}

std::optional<Interval> share_interval(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return std::nullopt;
    const auto n = static_cast<double>(whole);
    const double share = static_cast<double>(part) / n;
    const double middle = (share + z * z / (2 * n)) / (1 + z * z / n);
    const double half =
        z / (1 + z * z / n) * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return Interval{std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace wegwijzer::cohort
