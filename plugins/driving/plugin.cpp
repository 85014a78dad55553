// SPDX-License-Identifier: Apache-2.0
#include "driving/licence.hpp"
#include "kit/plugin_kit.hpp"

namespace {

using plugin_kit::Arguments;
using plugin_kit::Truth;

Truth exchanges(const Arguments& given) {
    const auto category = given.word(0);
    if (!category) return std::nullopt;
    return driving_plugin::exchanges(
        *category, {given.words(1), given.truth(2), given.words(3), given.word(4), given.truth(5)});
}

std::optional<std::int64_t> counts_until(const Arguments& given) {
    const auto issued = given.number(1);
    const auto registered = given.number(3);
    return driving_plugin::counts_until({given.truth(0), issued, given.number(2), registered,
                                         given.later(registered, 4), given.later(issued, 5),
                                         given.later(registered, 6)});
}

int add_all(const wegwijzer_host_api& api, wegwijzer_host* host) {
    const int is_added =
        plugin_kit::add<exchanges>(api, host, "driving_exchanges",
                                   {"enum driving.categories", "list driving.categories", "boolean",
                                    "list driving.categories", "enum driving.ruling", "boolean"},
                                   "boolean");
    if (is_added != WEGWIJZER_OK) return is_added;
    return plugin_kit::add<counts_until>(
        api, host, "driving_counts_until",
        {"boolean", "date", "date", "date", "duration", "duration", "duration"}, "date");
}

}  // namespace

WEGWIJZER_PLUGIN_ENTRY("driving", "0.1.0", add_all)
