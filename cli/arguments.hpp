// SPDX-License-Identifier: Apache-2.0
/// How arguments are declared. All values come in as text and are read here: CLI11 itself takes
/// "010" for 8, "-1" for a large number, and an option for another option's value.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace wegwijzer::cli {

/// `names` as CLI11 has them ("-o,--output"), `value` what stands for the value in help ("FILE").
CLI::Option* add_text(CLI::App& app, const std::string& names, std::string& target,
                      const std::string& value, const std::string& description);
/// May be given several times, with one value each; values gather in the order given.
CLI::Option* add_texts(CLI::App& app, const std::string& names, std::vector<std::string>& target,
                       const std::string& value, const std::string& description);
CLI::Option* add_date(CLI::App& app, const std::string& names, std::optional<Date>& target,
                      const std::string& description);
/// A whole number from `least` to `most`, digits only.
CLI::Option* add_number(CLI::App& app, const std::string& names,
                        std::optional<std::uint64_t>& target, std::uint64_t least,
                        std::uint64_t most, const std::string& description);
/// One of `choices`; help shows them joined by '|'.
CLI::Option* add_choice(CLI::App& app, const std::string& names, std::string& target,
                        const std::vector<std::string>& choices, const std::string& description);
CLI::Option* add_flag(CLI::App& app, const std::string& names, bool& target,
                      const std::string& description);
/// Positional arguments: one that must be there, one that may, any number.
CLI::Option* add_argument(CLI::App& app, const std::string& name, std::string& target,
                          const std::string& description);
CLI::Option* add_optional_argument(CLI::App& app, const std::string& name, std::string& target,
                                   const std::string& description);
CLI::Option* add_arguments(CLI::App& app, const std::string& name, std::vector<std::string>& target,
                           const std::string& description);

/// "did you mean 'x'?" for the candidate nearest to `name`, else `otherwise` unless it is empty.
[[nodiscard]] std::vector<std::string> did_you_mean(std::string_view name,
                                                    const std::vector<std::string>& candidates,
                                                    std::string otherwise = {});

/// Seconds with at most three decimals, more than 0 and at most a week, in milliseconds.
[[nodiscard]] std::optional<std::uint64_t> parse_seconds(std::string_view text);

}  // namespace wegwijzer::cli
