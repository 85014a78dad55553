// SPDX-License-Identifier: Apache-2.0
/// What a foreign driving licence is worth here.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "kit/plugin_kit.hpp"

namespace driving_plugin {

using Words = std::optional<std::vector<std::string_view>>;
using Day = std::optional<std::int64_t>;

struct Licence {
    Words categories;                        ///< that stand on it
    plugin_kit::Truth is_listed;             ///< EU, EFTA, or a country with an agreement
    Words given;                             ///< categories that a listed country gives
    std::optional<std::string_view> ruling;  ///< "own", "household", "requested", "none"
    plugin_kit::Truth had_dutch;             ///< a Dutch licence before, valid after 30 June 1985
};

/// Whether `category` may be exchanged, as far as it hangs on the licence: its country and
/// category, the 30 % ruling (granted, to the person or within the household), or a Dutch licence
/// of old, which brings back the categories for cars and mopeds alone.
/// @source facts drv-ex-*, drv-c-treaty-limited
[[nodiscard]] plugin_kit::Truth exchanges(std::string_view category, const Licence& licence);

struct Terms {
    plugin_kit::Truth is_european;
    Day issued, valid_until, registered;
    Day other_until;           ///< registration and the term for other countries
    Day european_until;        ///< issue and the term for European ones
    Day european_until_least;  ///< registration and the least term for European ones
};

/// The first day on which the licence may no longer be used here: the day after what is printed on
/// it, or the end of its term; of European ones the later of two terms, and at once for one that
/// was issued after registration. None where what is unknown decides.
/// @source facts drv-val-*
[[nodiscard]] Day counts_until(const Terms& terms);

}  // namespace driving_plugin
