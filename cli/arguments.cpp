// SPDX-License-Identifier: Apache-2.0
#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <span>
#include <system_error>
#include <utility>

#include "base/text.hpp"

namespace wegwijzer::cli {
namespace {

[[noreturn]] void refuse(const std::string& name, const std::string& why) {
    throw CLI::ValidationError(name, why);
}

std::string long_name(const std::string& names) {
    const auto comma = names.rfind(',');
    return comma == std::string::npos ? names : names.substr(comma + 1);
}

void check_value(const std::string& name, const std::string& value) {
    if (value.empty()) refuse(name, "the value is empty");
    if (value.size() > 1 && value.front() == '-' && value[1] == '-')
        refuse(name, fmt::format("{} is an option, not a value", wegwijzer::quoted(value)));
    if (find_bad_utf8(value))
        refuse(name, fmt::format("{} is not UTF-8", wegwijzer::quoted(value)));
}

std::optional<std::uint64_t> parse_whole(std::string_view text) {
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    const bool has_leading_zero = text.size() > 1 && text.front() == '0';
    if (error != std::errc{} || stop != end || has_leading_zero) return std::nullopt;
    return number;
}

CLI::Option* add_one(CLI::App& app, const std::string& names, const std::string& value,
                     const std::string& description,
                     std::function<void(const std::string&, const std::string&)> take) {
    const std::string name = long_name(names);
    CLI::Option* const option = app.add_option_function<std::string>(
        names,
        [name, take = std::move(take)](const std::string& text) {
            check_value(name, text);
            take(name, text);
        },
        description);
    if (!value.empty()) option->type_name(value);
    return option;
}

std::string as_choices(const std::vector<std::string>& choices, std::string_view between) {
    std::string all;
    for (const std::string& choice : choices)
        all += (all.empty() ? std::string() : std::string(between)) + choice;
    return all;
}

CLI::Option* as_many(CLI::App& app, const std::string& names, std::vector<std::string>& target,
                     const std::string& description) {
    const std::string name = long_name(names);
    return app.add_option_function<std::vector<std::string>>(
        names,
        [&target, name](const std::vector<std::string>& values) {
            for (const std::string& value : values) {
                check_value(name, value);
                target.push_back(value);
            }
        },
        description);
}

}  // namespace

CLI::Option* add_text(CLI::App& app, const std::string& names, std::string& target,
                      const std::string& value, const std::string& description) {
    return add_one(app, names, value, description,
                   [&target](const std::string&, const std::string& text) { target = text; });
}

CLI::Option* add_texts(CLI::App& app, const std::string& names, std::vector<std::string>& target,
                       const std::string& value, const std::string& description) {
    // Without these three a list of values eats the profile that stands behind it.
    return as_many(app, names, target, description)
        ->expected(1)
        ->allow_extra_args(false)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
        ->type_name(value);
}

CLI::Option* add_date(CLI::App& app, const std::string& names, std::optional<Date>& target,
                      const std::string& description) {
    return add_one(app, names, "DATE", description,
                   [&target](const std::string& name, const std::string& text) {
                       target = parse_date(text);
                       if (!target)
                           refuse(name, fmt::format("{} is no date (as in 2026-11-23)",
                                                    wegwijzer::quoted(text)));
                   });
}

CLI::Option* add_number(CLI::App& app, const std::string& names,
                        std::optional<std::uint64_t>& target, std::uint64_t least,
                        std::uint64_t most, const std::string& description) {
    return add_one(app, names, "N", description,
                   [&target, least, most](const std::string& name, const std::string& text) {
                       target = parse_whole(text);
                       if (!target || *target < least || *target > most)
                           refuse(name, fmt::format("{} is no whole number from {} to {}",
                                                    wegwijzer::quoted(text), least, most));
                   });
}

CLI::Option* add_choice(CLI::App& app, const std::string& names, std::string& target,
                        const std::vector<std::string>& choices, const std::string& description) {
    return add_one(app, names, as_choices(choices, "|"), description,
                   [&target, choices](const std::string& name, const std::string& text) {
                       if (std::find(choices.begin(), choices.end(), text) == choices.end())
                           refuse(name, fmt::format("{} is not one of {}", wegwijzer::quoted(text),
                                                    as_choices(choices, ", ")));
                       target = text;
                   });
}

CLI::Option* add_flag(CLI::App& app, const std::string& names, bool& target,
                      const std::string& description) {
    return app.add_flag_callback(
        names, [&target] { target = true; }, description);
}

CLI::Option* add_argument(CLI::App& app, const std::string& name, std::string& target,
                          const std::string& description) {
    return add_optional_argument(app, name, target, description)->required();
}

CLI::Option* add_optional_argument(CLI::App& app, const std::string& name, std::string& target,
                                   const std::string& description) {
    return add_one(app, name, {}, description,
                   [&target](const std::string&, const std::string& text) { target = text; });
}

CLI::Option* add_arguments(CLI::App& app, const std::string& name, std::vector<std::string>& target,
                           const std::string& description) {
    return as_many(app, name, target, description);
}

std::vector<std::string> did_you_mean(std::string_view name,
                                      const std::vector<std::string>& candidates,
                                      std::string otherwise) {
    const std::vector<std::string_view> views(candidates.begin(), candidates.end());
    std::optional<std::string_view> near = nearest(name, views);
    if (!near) {
        // "arts" for "big.arts": the pack was left out.
        const auto ends_so = [&](std::string_view candidate) {
            return candidate.size() > name.size() && candidate.ends_with(name) &&
                   candidate[candidate.size() - name.size() - 1] == '.';
        };
        const auto at = std::find_if(views.begin(), views.end(), ends_so);
        if (at != views.end() && !name.empty()) near = *at;
    }
    if (near) return {fmt::format("did you mean {}?", wegwijzer::quoted(*near))};
    if (otherwise.empty()) return {};
    return {std::move(otherwise)};
}

std::optional<std::uint64_t> parse_seconds(std::string_view text) {
    constexpr std::uint64_t week = 7 * 24 * 3600;
    const auto point = text.find('.');
    const auto whole = parse_whole(text.substr(0, point));
    if (!whole || *whole > week) return std::nullopt;
    std::uint64_t milliseconds = *whole * 1000;
    if (point != std::string_view::npos) {
        std::string decimals(text.substr(point + 1));
        const bool is_sound = !decimals.empty() && decimals.size() <= 3 &&
                              decimals.find_first_not_of("0123456789") == std::string::npos;
        if (!is_sound) return std::nullopt;
        decimals.resize(3, '0');
        for (std::uint64_t unit = 100; const char digit : decimals) {
            milliseconds += static_cast<std::uint64_t>(digit - '0') * unit;
            unit /= 10;
        }
    }
    if (milliseconds == 0) return std::nullopt;
    return milliseconds;
}

}  // namespace wegwijzer::cli
