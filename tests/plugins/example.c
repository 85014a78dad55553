/* SPDX-License-Identifier: Apache-2.0 */
/* A whole plugin in plain C: one function, one importer, one renderer. The tests use it, and it is
 * the example that wegwijzer-plugin(5) points to. */
#include <string.h>

#include "wegwijzer/plugin.h"

static const wegwijzer_host_api* host_api;

static wegwijzer_str text(const char* words) {
    wegwijzer_str made;
    made.data = words;
    made.length = strlen(words);
    return made;
}

/* The day after a date. */
static int next_day(void* self, wegwijzer_call* call, const wegwijzer_value* arguments,
                    size_t argument_count, wegwijzer_value* result) {
    int64_t later = 0;
    (void)self;
    (void)argument_count;
    if (!arguments[0].is_known) return WEGWIJZER_OK; /* the result stays unknown */
    if (host_api->add_term(arguments[0].number, 1, WEGWIJZER_DAYS, &later) != WEGWIJZER_OK) {
        host_api->fail(call, text("there is no next day"));
        return WEGWIJZER_FAILED;
    }
    result->is_known = 1;
    result->number = later;
    return WEGWIJZER_OK;
}

/* Gives back the first value of a list, or the word "tea" where the list is empty. */
static int first(void* self, wegwijzer_call* call, const wegwijzer_value* arguments,
                 size_t argument_count, wegwijzer_value* result) {
    (void)self;
    (void)argument_count;
    if (!arguments[0].is_known) return WEGWIJZER_OK;
    result->is_known = 1;
    result->word =
        arguments[0].item_count > 0 ? host_api->keep(call, arguments[0].items[0]) : text("tea");
    return WEGWIJZER_OK;
}

static int import_nothing(void* self, wegwijzer_call* call, wegwijzer_str document) {
    (void)self;
    if (document.length == 0) {
        host_api->fail(call, text("the document is empty"));
        return WEGWIJZER_FAILED;
    }
    return host_api->write(call, text("{\"name\": \"A.\"}"));
}

static int render_echo(void* self, wegwijzer_call* call, wegwijzer_str plan,
                       wegwijzer_str language) {
    (void)self;
    if (host_api->write(call, language) != WEGWIJZER_OK) return WEGWIJZER_FAILED;
    if (host_api->write(call, text(": ")) != WEGWIJZER_OK) return WEGWIJZER_FAILED;
    return host_api->write(call, plan);
}

static int load(const wegwijzer_host_api* api, wegwijzer_host* host, void** self) {
    wegwijzer_str date[1];
    wegwijzer_str list[1];
    wegwijzer_function function;
    wegwijzer_importer importer;
    wegwijzer_renderer renderer;
    (void)self;
    host_api = api;

    date[0] = text("date");
    function.struct_size = sizeof(function);
    function.name = text("example_next_day");
    function.parameters = date;
    function.parameter_count = 1;
    function.result = text("date");
    function.call = next_day;
    if (api->add_function(host, &function) != WEGWIJZER_OK) return WEGWIJZER_FAILED;

    list[0] = text("list shop.drink");
    function.name = text("example_first");
    function.parameters = list;
    function.result = text("enum shop.drink");
    function.call = first;
    if (api->add_function(host, &function) != WEGWIJZER_OK) return WEGWIJZER_FAILED;

    importer.struct_size = sizeof(importer);
    importer.name = text("nothing");
    importer.import = import_nothing;
    if (api->add_importer(host, &importer) != WEGWIJZER_OK) return WEGWIJZER_FAILED;

    renderer.struct_size = sizeof(renderer);
    renderer.name = text("echo");
    renderer.render = render_echo;
    return api->add_renderer(host, &renderer);
}

const wegwijzer_plugin* wegwijzer_plugin_entry(uint16_t host_major, uint16_t host_minor) {
    static wegwijzer_plugin plugin;
    (void)host_minor;
    if (host_major != WEGWIJZER_ABI_MAJOR) return NULL;
    plugin.struct_size = sizeof(plugin);
    plugin.abi_major = WEGWIJZER_ABI_MAJOR;
    plugin.abi_minor = WEGWIJZER_ABI_MINOR;
    plugin.id = text("example");
    plugin.version = text("1.0.0");
    plugin.load = load;
    plugin.unload = NULL;
    return &plugin;
}
