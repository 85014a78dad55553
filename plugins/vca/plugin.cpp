// SPDX-License-Identifier: Apache-2.0
#include "kit/plugin_kit.hpp"
#include "vca/exam_language.hpp"

namespace {

using plugin_kit::Arguments;
using plugin_kit::Truth;

Truth sits_in_own(const Arguments& given) {
    const auto english = vca_plugin::rank_of(given.word(3));
    const auto asked = vca_plugin::rank_of(given.word(4));
    const Truth reads_english = english && asked ? Truth(*english >= *asked) : std::nullopt;
    return vca_plugin::sits_in_own(given.words(0), {given.word(1), given.words(2), reads_english});
}

int add_all(const wegwijzer_host_api& api, wegwijzer_host* host) {
    return plugin_kit::add<sits_in_own>(
        api, host, "vca_sits_in_own",
        {"list vca.language", "enum vca.language", "list languages", "level cefr", "level cefr"},
        "boolean");
}

}  // namespace

WEGWIJZER_PLUGIN_ENTRY("vca", "0.1.0", add_all)
