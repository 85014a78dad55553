// SPDX-License-Identifier: Apache-2.0
#include "big/procedure.hpp"
#include "kit/plugin_kit.hpp"

namespace {

using plugin_kit::Arguments;
using plugin_kit::Truth;

Truth falls_under(const Arguments& given) {
    const auto procedure = given.word(0);
    if (!procedure) return std::nullopt;
    return big_plugin::falls_under(*procedure, {given.word(1), given.truth(2), given.truth(3),
                                                given.truth(4), given.truth(5), given.truth(6)});
}

int add_all(const wegwijzer_host_api& api, wegwijzer_host* host) {
    return plugin_kit::add<falls_under>(
        api, host, "big_falls_under",
        {"enum big.procedure", "country", "boolean", "boolean", "boolean", "boolean", "boolean"},
        "boolean");
}

}  // namespace

WEGWIJZER_PLUGIN_ENTRY("big", "0.1.0", add_all)
