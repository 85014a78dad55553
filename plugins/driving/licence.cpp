// SPDX-License-Identifier: Apache-2.0
#include "driving/licence.hpp"

#include <algorithm>

namespace driving_plugin {
namespace {

using plugin_kit::both;
using plugin_kit::either;
using plugin_kit::Truth;

Truth is_among(const Words& words, std::string_view wanted) {
    if (!words) return std::nullopt;
    return std::find(words->begin(), words->end(), wanted) != words->end();
}

/// A licence for a trailer or a heavier vehicle holds the one it was built on, whether or not that
/// stands on it too.
Truth holds(const Words& categories, std::string_view wanted) {
    Truth held = is_among(categories, wanted);
    for (const std::string_view heavier : {"BE", "CE", "C1E", "DE", "D1E"})
        if (heavier.substr(0, heavier.size() - 1) == wanted)
            held = either(held, is_among(categories, heavier));
    return held;
}

Truth ruling_counts(std::optional<std::string_view> ruling) {
    if (!ruling) return std::nullopt;
    return *ruling == "own" || *ruling == "household";
}

/// The later of the days that are known for certain not to be the last word, none where that cannot
/// be told.
Day later_of(Day a, Day b) { return a && b ? Day(std::max(*a, *b)) : std::nullopt; }
Day earlier_of(Day a, Day b) { return a && b ? Day(std::min(*a, *b)) : std::nullopt; }

Day after(Day day) { return day ? Day(*day + 1) : std::nullopt; }

Day european_end(const Terms& terms) {
    // Issued after the holder came to live here, it never counted.
    if (terms.issued && terms.registered && *terms.issued >= *terms.registered) return terms.issued;
    return later_of(terms.european_until, terms.european_until_least);
}

}  // namespace

Truth exchanges(std::string_view category, const Licence& licence) {
    const Truth by_country = both(licence.is_listed, is_among(licence.given, category));
    const bool is_light = category == "B" || category == "AM" || category == "A";
    const Truth of_old = is_light ? licence.had_dutch : Truth(false);
    const Truth by_status = either(ruling_counts(licence.ruling), of_old);
    return both(holds(licence.categories, category), either(by_country, by_status));
}

Day counts_until(const Terms& terms) {
    if (!terms.is_european) return std::nullopt;
    const Day end = *terms.is_european ? european_end(terms) : after(terms.other_until);
    return earlier_of(end, terms.valid_until);
}

}  // namespace driving_plugin
