// SPDX-License-Identifier: Apache-2.0
/// A little C++ over wegwijzer/plugin.h, for the plugins that come with the program: typed
/// arguments, three values, and callbacks out of which nothing is thrown.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <exception>
#include <initializer_list>
#include <new>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "wegwijzer/plugin.h"

namespace plugin_kit {

[[nodiscard]] inline wegwijzer_str to_c(std::string_view text) {
    return {text.data(), text.size()};
}
[[nodiscard]] inline std::string_view from_c(wegwijzer_str text) {
    return text.length == 0 ? std::string_view{} : std::string_view(text.data, text.length);
}

/// Kleene's three values: none is unknown.
using Truth = std::optional<bool>;

[[nodiscard]] inline Truth both(Truth a, Truth b) {
    if (a == false || b == false) return false;
    return a && b ? Truth(true) : std::nullopt;
}
[[nodiscard]] inline Truth either(Truth a, Truth b) {
    if (a == true || b == true) return true;
    return a && b ? Truth(false) : std::nullopt;
}

/// The arguments of one call. Numbers count from 0; the host has seen to their types.
class Arguments {
public:
    Arguments(const wegwijzer_host_api& api, std::span<const wegwijzer_value> values)
        : api_(api), values_(values) {}

    [[nodiscard]] bool is_known(std::size_t k) const { return values_[k].is_known != 0; }
    /// A level, a value of an enum or a country.
    [[nodiscard]] std::optional<std::string_view> word(std::size_t k) const {
        return is_known(k) ? std::optional(from_c(values_[k].word)) : std::nullopt;
    }
    [[nodiscard]] Truth truth(std::size_t k) const {
        return is_known(k) ? Truth(values_[k].number != 0) : std::nullopt;
    }
    /// An integer, cents, or the day of a date.
    [[nodiscard]] std::optional<std::int64_t> number(std::size_t k) const {
        return is_known(k) ? std::optional(values_[k].number) : std::nullopt;
    }
    [[nodiscard]] std::optional<std::vector<std::string_view>> words(std::size_t k) const {
        if (!is_known(k)) return std::nullopt;
        std::vector<std::string_view> words;
        for (std::size_t i = 0; i < values_[k].item_count; ++i)
            words.push_back(from_c(values_[k].items[i]));
        return words;
    }
    /// The day that lies the duration number `k` after `day`; none where either is unknown.
    [[nodiscard]] std::optional<std::int64_t> later(std::optional<std::int64_t> day,
                                                    std::size_t k) const {
        std::int64_t moved = 0;
        if (!day || !is_known(k)) return std::nullopt;
        const auto count = static_cast<std::int32_t>(values_[k].number);
        const bool is_moved = api_.add_term(*day, count, values_[k].unit, &moved) == WEGWIJZER_OK;
        return is_moved ? std::optional(moved) : std::nullopt;
    }
    /// The year of a date; none where it is unknown.
    [[nodiscard]] std::optional<std::int32_t> year(std::size_t k) const {
        std::int32_t year = 0, month = 0, day = 0;
        const bool is_there =
            is_known(k) && api_.to_civil(values_[k].number, &year, &month, &day) == WEGWIJZER_OK;
        return is_there ? std::optional(year) : std::nullopt;
    }

private:
    const wegwijzer_host_api& api_;
    std::span<const wegwijzer_value> values_;
};

/// What a function gives. `result` is unknown and of the right type when it comes.
inline void set(wegwijzer_value& result, Truth truth) {
    if (!truth) return;
    result.is_known = 1;
    result.number = *truth ? 1 : 0;
}
inline void set(wegwijzer_value& result, std::optional<std::int64_t> number) {
    if (!number) return;
    result.is_known = 1;
    result.number = *number;
}
/// The word must be a literal, or one of the arguments': both outlive the call.
inline void set(wegwijzer_value& result, std::optional<std::string_view> word) {
    if (!word) return;
    result.is_known = 1;
    result.word = to_c(*word);
}

/// Calls `function` (Arguments → an optional truth, number or word) and turns what it throws into a
/// failure: nothing may leave over the C edge.
template <auto function>
int callback(void* self, wegwijzer_call* call, const wegwijzer_value* arguments, std::size_t count,
             wegwijzer_value* result) noexcept {
    const auto& api = *static_cast<const wegwijzer_host_api*>(self);
    try {
        set(*result, function(Arguments(api, {arguments, count})));
        return WEGWIJZER_OK;
    } catch (const std::bad_alloc&) {
        api.fail(call, to_c("there is not enough memory"));
    } catch (const std::exception& error) {
        api.fail(call, to_c(error.what()));
    } catch (...) {
        api.fail(call, to_c("something was thrown"));
    }
    return WEGWIJZER_FAILED;
}

/// Registers one function; types are written as in the manifest.
template <auto function>
int add(const wegwijzer_host_api& api, wegwijzer_host* host, std::string_view name,
        std::initializer_list<std::string_view> parameters, std::string_view result) noexcept {
    std::array<wegwijzer_str, 16> types{};
    if (parameters.size() > types.size()) return WEGWIJZER_FAILED;
    std::transform(parameters.begin(), parameters.end(), types.begin(), to_c);
    const wegwijzer_function registered{
        sizeof(wegwijzer_function), to_c(name),   types.data(),
        parameters.size(),          to_c(result), callback<function>};
    return api.add_function(host, &registered);
}

/// `load` for a plugin whose callbacks need no more than the host's table.
template <auto add_all>
int load(const wegwijzer_host_api* api, wegwijzer_host* host, void** self) noexcept {
    // The table is constant and so is never written to through this pointer.
    *self = const_cast<wegwijzer_host_api*>(api);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    return add_all(*api, host);
}

}  // namespace plugin_kit

/// The one exported function of a plugin: `add_all` (api, host) → status registers what it offers.
#define WEGWIJZER_PLUGIN_ENTRY(plugin_id, plugin_version, add_all)                              \
    extern "C" WEGWIJZER_EXPORT const wegwijzer_plugin* wegwijzer_plugin_entry(std::uint16_t,   \
                                                                               std::uint16_t) { \
        static const wegwijzer_plugin plugin{sizeof(wegwijzer_plugin),                          \
                                             WEGWIJZER_ABI_MAJOR,                               \
                                             WEGWIJZER_ABI_MINOR,                               \
                                             plugin_kit::to_c(plugin_id),                       \
                                             plugin_kit::to_c(plugin_version),                  \
                                             plugin_kit::load<add_all>,                         \
                                             nullptr};                                          \
        return &plugin;                                                                         \
    }
