// SPDX-License-Identifier: Apache-2.0
/// Keeps citizen service numbers (BSN) out: no plan needs one, and a file that holds one is worth
/// stealing.
#pragma once

#include <cstdint>
#include <string_view>

namespace wegwijzer::pack {

/// Whether nine digits, perhaps with single dots, hyphens or spaces between them, stand in `text`
/// by themselves and pass the eleven-test.
/// @source  RvIG, Logisch ontwerp BSN: the weighted sum 9, 8, … 2, -1 of the digits divides by 11
[[nodiscard]] bool holds_service_number(std::string_view text);
[[nodiscard]] bool is_service_number(std::int64_t number);

}  // namespace wegwijzer::pack
