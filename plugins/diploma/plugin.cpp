// SPDX-License-Identifier: Apache-2.0
#include "diploma/qualification.hpp"
#include "kit/plugin_kit.hpp"

namespace {

using plugin_kit::Arguments;

std::optional<std::string_view> entry(const Arguments& given) {
    const auto of_country = given.words(0);
    const auto named = given.word(1);
    if (!of_country || !named) return std::nullopt;
    return diploma_plugin::entry_for({*of_country, *named, given.number(2), given.year(3)});
}

int add_all(const wegwijzer_host_api& api, wegwijzer_host* host) {
    return plugin_kit::add<entry>(
        api, host, "diploma_entry",
        {"list diploma.qualification", "enum diploma.qualification", "integer", "date"},
        "enum diploma.qualification");
}

}  // namespace

WEGWIJZER_PLUGIN_ENTRY("diploma", "0.1.0", add_all)
