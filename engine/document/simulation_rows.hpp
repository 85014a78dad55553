// SPDX-License-Identifier: Apache-2.0
/// Numbers of a simulation as they are written, for the files that print it.
#pragma once

#include <string>

namespace wegwijzer::document {

/// "12.5", "0.25": rounded to so many decimals, as a JSON number.
[[nodiscard]] std::string two_decimals(double number);
[[nodiscard]] std::string four_decimals(double number);

}  // namespace wegwijzer::document
