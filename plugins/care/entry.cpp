// SPDX-License-Identifier: Apache-2.0
#include "care/entry.hpp"

#include <algorithm>
#include <utility>

namespace care_plugin {
namespace {

using plugin_kit::either;
using plugin_kit::Truth;

/// The highest level that a Dutch education opens. Levels 3 and 4 ask the same.
std::int64_t opened_by_type(std::string_view type) {
    if (type == "mbo1") return 2;
    constexpr std::string_view opens_all[] = {
        "vmbo-t", "havo",         "vwo",         "mbo2",       "mbo3",     "mbo4",
        "ad",     "hbo-bachelor", "wo-bachelor", "hbo-master", "wo-master"};
    const bool is_known =
        std::find(std::begin(opens_all), std::end(opens_all), type) != std::end(opens_all);
    return is_known ? 4 : 1;
}

std::int64_t opened_by_answer(std::string_view prior) {
    constexpr std::pair<std::string_view, std::int64_t> answers[] = {
        {"none", 1},      {"primary", 1},    {"vmbo-basis", 2}, {"vmbo-kader", 4},
        {"secondary", 4}, {"vocational", 4}, {"higher", 4}};
    for (const auto& [word, level] : answers)
        if (word == prior) return level;
    return 1;
}

/// Whether a diploma opens a level when it may get one of several Dutch levels: only if all of them
/// do is it sure, and only if none does is it out of the question.
Truth opened_by_diploma(std::int64_t level, const UsualLevel& usual) {
    if (usual.types && !usual.types->empty()) {
        const auto opens = [&](std::string_view type) { return opened_by_type(type) >= level; };
        if (std::all_of(usual.types->begin(), usual.types->end(), opens)) return true;
        const bool may = std::any_of(usual.types->begin(), usual.types->end(), opens);
        return may ? Truth() : Truth(false);
    }
    // Part of a school type (two years of havo) bears a level, but is no diploma: NLQF 4 and more
    // cannot be less than three years of havo; below, the school has to look.
    constexpr std::int64_t secondary_school = 4;
    if (usual.nlqf_least && *usual.nlqf_least >= secondary_school) return true;
    return std::nullopt;
}

}  // namespace

Truth may_enter(std::int64_t level, std::optional<std::string_view> prior,
                const UsualLevel& usual) {
    if (level <= 1) return true;
    Truth by_answer;
    if (prior) by_answer = opened_by_answer(*prior) >= level;
    return either(by_answer, opened_by_diploma(level, usual));
}

}  // namespace care_plugin
