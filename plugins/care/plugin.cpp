// SPDX-License-Identifier: Apache-2.0
#include "care/entry.hpp"
#include "kit/plugin_kit.hpp"

namespace {

using plugin_kit::Arguments;
using plugin_kit::Truth;

Truth may_enter(const Arguments& given) {
    const auto level = given.number(0);
    if (!level) return std::nullopt;
    return care_plugin::may_enter(*level, given.word(1),
                                  {given.number(2), given.number(3), given.words(4)});
}

int add_all(const wegwijzer_host_api& api, wegwijzer_host* host) {
    return plugin_kit::add<may_enter>(
        api, host, "care_may_enter",
        {"integer", "enum care.prior-education", "integer", "integer", "list diploma.levels"},
        "boolean");
}

}  // namespace

WEGWIJZER_PLUGIN_ENTRY("care", "0.1.0", add_all)
