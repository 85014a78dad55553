// SPDX-License-Identifier: Apache-2.0
/// Plain numbers as packs write them. Strict: no sign, no spaces, no exponent, no separators, no
/// leading zero, ASCII digits only. For the parsers of this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace wegwijzer::detail {

/// Takes `word` off the front of `text`; false, and nothing taken, where it does not stand there.
[[nodiscard]] bool take(std::string_view& text, std::string_view word);

/// Takes "0", "12" off the front; none where there is no number or it is over `most`.
[[nodiscard]] std::optional<std::int64_t> take_whole(std::string_view& text, std::int64_t most);

/// Takes "12", "12.5" or "12.05" off the front, in hundredths; none over `most` (in units), with
/// more than two decimals, or where there is no number. A ".." after the number is left alone.
[[nodiscard]] std::optional<std::int64_t> take_hundredths(std::string_view& text,
                                                          std::int64_t most);

/// Three points in hundredths, in order.
struct Points {
    std::int64_t min = 0;
    std::int64_t likely = 0;
    std::int64_t max = 0;
};

/// Takes "5" (three equal points) or "4..5..7.5" off the front; none also where the points are out
/// of order.
[[nodiscard]] std::optional<Points> take_points(std::string_view& text, std::int64_t most);

}  // namespace wegwijzer::detail
