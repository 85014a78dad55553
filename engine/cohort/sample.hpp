// SPDX-License-Identifier: Apache-2.0
/// Whole numbers with how many people have each, and what can be said of them. Every result depends
/// on the counts alone, not on the order in which they came.
#pragma once

#include <cstdint>
#include <map>
#include <optional>

namespace wegwijzer::cohort {

struct Spread {
    std::int64_t p10 = 0, p50 = 0, p90 = 0;
    friend bool operator==(const Spread&, const Spread&) = default;
};

struct Interval {
    double low = 0, high = 0;
};

/// A mean with its interval of 95 %, as if the people were drawn from many like them.
struct Mean {
    double mean = 0;
    std::optional<Interval> interval;  ///< none for fewer than two people
};

class Sample {
public:
    void add(std::int64_t value, std::uint64_t people);
    [[nodiscard]] std::uint64_t people() const { return people_; }
    [[nodiscard]] std::int64_t sum() const { return sum_; }
    /// People with at most this value.
    [[nodiscard]] std::uint64_t at_most(std::int64_t value) const;
    /// The ⌈p·n⌉-th smallest (R22); none for nobody.
    [[nodiscard]] std::optional<Spread> spread() const;
    /// @source  normal approximation of the mean with the sample variance
    [[nodiscard]] std::optional<Mean> mean() const;

private:
    [[nodiscard]] std::int64_t percentile(std::uint64_t tenths) const;

    std::map<std::int64_t, std::uint64_t> counts_;
    std::uint64_t people_ = 0;
    std::int64_t sum_ = 0;
};

/// The interval of 95 % of a share; none for nobody.
/// @source  E. B. Wilson, "Probable inference, the law of succession, and statistical inference"
///          (1927)
[[nodiscard]] std::optional<Interval> share_interval(std::uint64_t part, std::uint64_t whole);

}  // namespace wegwijzer::cohort
