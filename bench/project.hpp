// SPDX-License-Identifier: Apache-2.0
/// A scheduling problem of the field's libraries, and its readers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace wegwijzer::bench {

/// `to` starts at least `days` after the start of `from`; a negative number is a longest wait.
struct Lag {
    std::size_t from = 0, to = 0;
    std::int32_t days = 0;
};

/// Activities with one way each to do them; the first and the last are the beginning and the end.
struct Project {
    std::string name;
    std::vector<std::int32_t> lengths;
    std::vector<std::vector<std::int32_t>> demands;  ///< by activity, by resource
    std::vector<Lag> lags;
    std::vector<std::int32_t> capacities;
};

/// PSPLIB's single-mode format.
/// @errors what is missing, in words
/// @source Kolisch & Sprecher, "PSPLIB – a project scheduling problem library" (1997)
[[nodiscard]] Result<Project, std::string> read_sm(std::string_view text);
/// ProGen/max's format, with shortest and longest time lags.
/// @source Schwindt, "Generation of resource-constrained project scheduling problems subject to
/// temporal constraints" (1998)
[[nodiscard]] Result<Project, std::string> read_sch(std::string_view text);

}  // namespace wegwijzer::bench
