// SPDX-License-Identifier: Apache-2.0
// Everything here is called by foreign code: nothing may be thrown, and no argument is trusted.
#include "plugin/host_api.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/date.hpp"
#include "base/duration.hpp"
#include "plugin/call_memory.hpp"
#include "plugin/edge.hpp"

namespace wegwijzer::plugin {
namespace {

constexpr std::size_t most_registered = 1000;
constexpr std::size_t most_parameters = 64;
constexpr std::int32_t longest_term = 10000;

/// Runs `work`; whatever it throws (there is no memory) is a failure.
template <class Work>
int guarded(Work work) noexcept {
    try {
        return work() ? WEGWIJZER_OK : WEGWIJZER_FAILED;
    } catch (...) {
        return WEGWIJZER_FAILED;
    }
}

bool malformed(wegwijzer_host& host, std::string what) {
    if (host.malformed.empty()) host.malformed = std::move(what);
    return false;
}

std::optional<pack::TypeName> read_type(wegwijzer_str text) {
    const auto view = from_c(text);
    return view ? pack::parse_type_name(*view) : std::nullopt;
}

bool register_function(wegwijzer_host& host, const wegwijzer_function& function) {
    const auto name = from_c(function.name);
    if (!name || name->empty() || function.call == nullptr)
        return malformed(host, "a function without a name or without code is registered");
    const bool is_sound = function.parameter_count <= most_parameters &&
                          (function.parameter_count == 0 || function.parameters != nullptr);
    if (!is_sound)
        return malformed(host, "a function is registered with parameters that cannot be");
    RegisteredFunction registered;
    registered.declared.name = *name;
    registered.call = function.call;
    for (std::size_t k = 0; k < function.parameter_count; ++k) {
        auto type = read_type(function.parameters[k]);
        if (!type)
            return malformed(host, "a parameter of " + wegwijzer::quoted(*name) + " has no type");
        registered.declared.parameters.push_back(std::move(*type));
    }
    auto result = read_type(function.result);
    if (!result)
        return malformed(host, "the result of " + wegwijzer::quoted(*name) + " has no type");
    registered.declared.result = std::move(*result);
    if (host.functions.size() >= most_registered)
        return malformed(host, "too many functions are registered");
    host.functions.push_back(std::move(registered));
    return true;
}

int add_function(wegwijzer_host* host, const wegwijzer_function* function) noexcept {
    return guarded([&] {
        if (host == nullptr || function == nullptr) return false;
        if (function->struct_size < sizeof(wegwijzer_function))
            return malformed(*host, "a function is registered that is too short");
        return register_function(*host, *function);
    });
}

/// Importers and renderers differ by their callback alone.
template <class Registered, class Offer, class Callback>
int add_offer(wegwijzer_host* host, std::vector<Registered> wegwijzer_host::*offers,
              const Offer* offer, Callback Offer::*callback) noexcept {
    return guarded([&] {
        if (host == nullptr || offer == nullptr) return false;
        if (offer->struct_size < sizeof(Offer))
            return malformed(*host, "an importer or renderer is registered that is too short");
        const auto name = from_c(offer->name);
        if (!name || name->empty() || offer->*callback == nullptr)
            return malformed(*host, "an importer or renderer without a name or without code");
        if ((host->*offers).size() >= most_registered)
            return malformed(*host, "too many importers or renderers are registered");
        (host->*offers).push_back({std::string(*name), offer->*callback});
        return true;
    });
}

int add_importer(wegwijzer_host* host, const wegwijzer_importer* importer) noexcept {
    return add_offer(host, &wegwijzer_host::importers, importer, &wegwijzer_importer::import);
}

int add_renderer(wegwijzer_host* host, const wegwijzer_renderer* renderer) noexcept {
    return add_offer(host, &wegwijzer_host::renderers, renderer, &wegwijzer_renderer::render);
}

/// What a plugin says, as far as it can be shown.
std::string sentence_of(wegwijzer_str text) {
    constexpr std::size_t longest_sentence = 200;
    if (text.data == nullptr) return {};
    return shown({text.data, std::min(text.length, longest_text)}, longest_sentence);
}

void refuse(wegwijzer_host* host, wegwijzer_str why) noexcept {
    guarded([&] {
        if (host != nullptr) host->why = sentence_of(why);
        return true;
    });
}

void fail(wegwijzer_call* call, wegwijzer_str why) noexcept {
    guarded([&] {
        if (call != nullptr) call->why = sentence_of(why);
        return true;
    });
}

wegwijzer_str keep(wegwijzer_call* call, wegwijzer_str text) noexcept {
    wegwijzer_str copy{nullptr, 0};
    guarded([&] {
        if (call == nullptr || text.data == nullptr || text.length > longest_text) return false;
        copy = to_c(call->kept.emplace_back(text.data, text.length));
        return true;
    });
    return copy;
}

int write(wegwijzer_call* call, wegwijzer_str bytes) noexcept {
    return guarded([&] {
        if (call == nullptr) return false;
        if (bytes.length == 0) return true;
        if (bytes.data == nullptr) return false;
        if (bytes.length > longest_output - call->output.size()) {
            call->is_too_much = true;
            return false;
        }
        call->output.append(bytes.data, bytes.length);
        return true;
    });
}

bool is_valid(std::int64_t days) { return Date::first.day <= days && days <= Date::last.day; }

int to_days(int32_t year, int32_t month, int32_t day, int64_t* days) noexcept {
    const bool is_there = days != nullptr && year >= 1800 && year <= 2299 && month >= 1 &&
                          month <= 12 && day >= 1 && day <= days_in_month(year, month);
    if (!is_there) return WEGWIJZER_FAILED;
    *days = to_date({year, month, day}).day;
    return WEGWIJZER_OK;
}

int civil_of(int64_t days, int32_t* year, int32_t* month, int32_t* day) noexcept {
    if (!is_valid(days) || year == nullptr || month == nullptr || day == nullptr)
        return WEGWIJZER_FAILED;
    const CivilDate civil = to_civil({static_cast<std::int32_t>(days)});
    *year = civil.year;
    *month = civil.month;
    *day = civil.day;
    return WEGWIJZER_OK;
}

int add_term(int64_t days, int32_t count, uint32_t unit, int64_t* later) noexcept {
    return guarded([&] {
        const bool is_sound = later != nullptr && is_valid(days) && count >= -longest_term &&
                              count <= longest_term && unit < WEGWIJZER_WORKING_DAYS;
        if (!is_sound) return false;
        const Date date{static_cast<std::int32_t>(days)};
        const Term term{count < 0 ? -count : count, static_cast<TermUnit>(unit)};
        const Date moved = count < 0 ? subtract(date, term) : add(date, term, Holidays{});
        if (!is_valid(moved.day)) return false;
        *later = moved.day;
        return true;
    });
}

}  // namespace

const wegwijzer_host_api& host_api() {
    static const wegwijzer_host_api api{
        sizeof(wegwijzer_host_api),
        WEGWIJZER_ABI_MAJOR,
        WEGWIJZER_ABI_MINOR,
        add_function,
        add_importer,
        add_renderer,
        refuse,
        fail,
        keep,
        write,
        to_days,
        civil_of,
        add_term,
    };
    return api;
}

}  // namespace wegwijzer::plugin
