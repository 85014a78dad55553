// SPDX-License-Identifier: Apache-2.0
// A plugin that misbehaves in one way, chosen by the macro MISBEHAVE when it is built.
#include <stdexcept>
#include <string_view>

#include "wegwijzer/plugin.h"

#define WRONG_MAJOR 1
#define NEWER_MINOR 2
#define NO_ENTRY 3
#define LOAD_FAILS 4
#define LOAD_THROWS 5
#define WRONG_TYPE 6
#define FUNCTION_THROWS 7
#define FALSE_MANIFEST 8
#define WRONG_ID 9
#define NO_SUCH_WORD 10
#define IMPOSSIBLE_DATE 11
#define BAD_UTF8 12
#define FUNCTION_FAILS 13
#define NOTHING 14
#define HALF_KNOWN 15
#define NO_ADDRESS 16

namespace {

const wegwijzer_host_api* host_api = nullptr;

wegwijzer_str text(std::string_view words) { return {words.data(), words.size()}; }

int misbehave([[maybe_unused]] wegwijzer_call* call, wegwijzer_value& result) {
    result.is_known = 1;
#if MISBEHAVE == WRONG_TYPE
    result.type = WEGWIJZER_MONEY;
#elif MISBEHAVE == FUNCTION_THROWS
    throw std::runtime_error("nobody should see this");
#elif MISBEHAVE == NO_SUCH_WORD
    result.word = text("rum");
#elif MISBEHAVE == IMPOSSIBLE_DATE
    result.number = 1'000'000'000'000;
#elif MISBEHAVE == BAD_UTF8
    result.word = text("\xc3\x28");
#elif MISBEHAVE == NO_ADDRESS
    result.word = {nullptr, 12};
#elif MISBEHAVE == HALF_KNOWN
    result.is_known = 77;
#elif MISBEHAVE == FUNCTION_FAILS
    host_api->fail(call, text("the kettle is broken"));
    return WEGWIJZER_FAILED;
#endif
    return WEGWIJZER_OK;
}

int give(void*, wegwijzer_call* call, const wegwijzer_value*, size_t, wegwijzer_value* result) {
    return misbehave(call, *result);
}

[[maybe_unused]] int load(const wegwijzer_host_api* api, wegwijzer_host* host, void**) {
    host_api = api;
#if MISBEHAVE == LOAD_FAILS
    api->refuse(host, text("there is no licence"));
    return WEGWIJZER_FAILED;
#elif MISBEHAVE == LOAD_THROWS
    throw std::runtime_error("nobody should see this");
#endif
#if MISBEHAVE == IMPOSSIBLE_DATE
    const wegwijzer_str result = text("date");
#elif MISBEHAVE == FALSE_MANIFEST
    const wegwijzer_str result = text("integer");
#else
    const wegwijzer_str result = text("enum shop.drink");
#endif
    const wegwijzer_function function{
        sizeof(wegwijzer_function), text("stub_give"), nullptr, 0, result, give};
    return api->add_function(host, &function);
}

}  // namespace

#if MISBEHAVE != NO_ENTRY
extern "C" WEGWIJZER_EXPORT const wegwijzer_plugin* wegwijzer_plugin_entry(uint16_t, uint16_t) {
#if MISBEHAVE == NOTHING
    return nullptr;
#else
    static const wegwijzer_plugin plugin{sizeof(wegwijzer_plugin),
                                         WEGWIJZER_ABI_MAJOR + (MISBEHAVE == WRONG_MAJOR ? 1 : 0),
                                         WEGWIJZER_ABI_MINOR + (MISBEHAVE == NEWER_MINOR ? 1 : 0),
                                         text(MISBEHAVE == WRONG_ID ? "stab" : "stub"),
                                         text("1.0.0"),
                                         load,
                                         nullptr};
    return &plugin;
#endif
}
#endif
