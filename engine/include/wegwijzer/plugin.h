/* SPDX-License-Identifier: Apache-2.0 */
/**
 * @file
 * What a plugin of Wegwijzer sees of Wegwijzer: plain C, version 1.0.
 *
 * A plugin is a shared library `<id>.so` with its manifest `<id>.toml` beside it. The manifest says
 * what the plugin offers (wegwijzer-plugin(5)); the library is opened only when something in it is
 * needed, with RTLD_NOW and RTLD_LOCAL, and is never closed. It exports one symbol,
 * `wegwijzer_plugin_entry`. A whole plugin in C stands in tests/plugins/example.c.
 *
 * Rules that hold everywhere:
 *  - Nothing is thrown across this edge. A callback catches what is thrown inside and returns
 *    WEGWIJZER_FAILED; in C++, declare callbacks `noexcept`.
 *  - Who allocates frees. A text that the host passes is valid during the call alone; a text that
 *    the plugin passes must be valid until its callback has returned, or come from `keep`.
 *  - Texts are UTF-8 with a length and need no NUL at the end.
 *  - Structures begin with their size as the plugin was built; fields are only ever appended.
 *  - Numbers are whole: there is no floating point in this interface, so there is no NaN.
 *  - What comes back is checked like any foreign data: a value of another type, a word that is no
 *    value of its attribute, an impossible date or a text that is not UTF-8 is told to the user and
 *    counts as unknown.
 */
#ifndef WEGWIJZER_PLUGIN_H
#define WEGWIJZER_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version of this interface. A plugin of another major version, or of a newer minor one than
 *  the host's, is refused in words. */
#define WEGWIJZER_ABI_MAJOR 1
#define WEGWIJZER_ABI_MINOR 0

/** Before the declaration of the one symbol that a plugin exports. */
#if defined(__GNUC__)
#define WEGWIJZER_EXPORT __attribute__((visibility("default")))
#else
#define WEGWIJZER_EXPORT
#endif

/** What a callback returns: WEGWIJZER_OK, or anything else for a failure. */
enum { WEGWIJZER_OK = 0, WEGWIJZER_FAILED = 1 };

/** A text: `length` bytes of UTF-8 at `data`, which may be NULL where `length` is 0. */
typedef struct wegwijzer_str {
    const char* data;
    size_t length;
} wegwijzer_str;

/** The types of the packs' expressions, see wegwijzer-pack(5). */
enum wegwijzer_type {
    WEGWIJZER_BOOLEAN = 1,
    WEGWIJZER_LEVEL = 2, /**< a level of a scale */
    WEGWIJZER_ENUM = 3,  /**< a value of an attribute with named values */
    WEGWIJZER_INTEGER = 4,
    WEGWIJZER_MONEY = 5,
    WEGWIJZER_DURATION = 6,
    WEGWIJZER_DATE = 7,
    WEGWIJZER_COUNTRY = 8,
    WEGWIJZER_LIST = 9 /**< of countries, or of values of an attribute */
};

/** Units of a duration. Months and years add calendar months and clamp to the month's end. */
enum wegwijzer_unit {
    WEGWIJZER_DAYS = 0,
    WEGWIJZER_WEEKS = 1,
    WEGWIJZER_MONTHS = 2,
    WEGWIJZER_YEARS = 3,
    WEGWIJZER_WORKING_DAYS = 4
};

/** A value of any type, or unknown. What does not belong to its type is 0. */
typedef struct wegwijzer_value {
    uint32_t type;    /**< enum wegwijzer_type, also of an unknown value */
    uint8_t is_known; /**< 0: unknown, and nothing below counts; 1: known; nothing else */
    uint8_t unit;     /**< of a duration: enum wegwijzer_unit */
    uint16_t reserved;
    int64_t number; /**< boolean: 0 or 1; integer; money: cents; duration: its count, 0 to 10000;
                         date: days since 1970-01-01, from 1800-01-01 to 2299-12-31 */
    wegwijzer_str word; /**< level, enum: its word; country: "SY", or a part of one, "CA-AB" */
    const wegwijzer_str* items; /**< list: its words */
    size_t item_count;
} wegwijzer_value;

/** The host while it loads a plugin, and one call of a function: opaque handles. */
typedef struct wegwijzer_host wegwijzer_host;
typedef struct wegwijzer_call wegwijzer_call;

/** A function for expressions. It must be pure: the same arguments give the same result, whatever
 *  was asked before, and several threads may call it at once. An unknown argument comes as an
 *  unknown value; a function that cannot tell leaves `result` unknown. */
typedef struct wegwijzer_function {
    uint32_t struct_size; /**< sizeof(wegwijzer_function) */
    /** As in the manifest: the plugin's id (hyphens as underscores), an underscore and a name. */
    wegwijzer_str name;
    /** Types as in the manifest: "boolean", "integer", "money", "duration", "date", "country",
     *  "level SCALE", "enum ATTRIBUTE", "list country", "list ATTRIBUTE". */
    const wegwijzer_str* parameters;
    size_t parameter_count;
    wegwijzer_str result;
    /** @param self      what `load` gave
     *  @param call      for `fail` and `keep`, valid during the call
     *  @param arguments as many as there are parameters, each of its type, known or unknown
     *  @param result    of the result's type and unknown when called; to be filled
     *  @returns WEGWIJZER_OK, or WEGWIJZER_FAILED after telling why by `fail` */
    int (*call)(void* self, wegwijzer_call* call, const wegwijzer_value* arguments,
                size_t argument_count, wegwijzer_value* result);
} wegwijzer_function;

/** An importer of profiles: makes a profile in JSON (wegwijzer-profile(5)) from another format. */
typedef struct wegwijzer_importer {
    uint32_t struct_size; /**< sizeof(wegwijzer_importer) */
    wegwijzer_str name;   /**< as in the manifest */
    /** @param document  the bytes of the foreign file, at most 8 MiB, not checked at all
     *  Writes the profile with `write`. @returns WEGWIJZER_OK or WEGWIJZER_FAILED */
    int (*import)(void* self, wegwijzer_call* call, wegwijzer_str document);
} wegwijzer_importer;

/** A renderer: makes a document from a plan. */
typedef struct wegwijzer_renderer {
    uint32_t struct_size; /**< sizeof(wegwijzer_renderer) */
    wegwijzer_str name;   /**< as in the manifest */
    /** @param plan      the answer as JSON, schema "wegwijzer/plan/1"
     *  @param language  "nl", "en", …
     *  Writes the document with `write`. @returns WEGWIJZER_OK or WEGWIJZER_FAILED */
    int (*render)(void* self, wegwijzer_call* call, wegwijzer_str plan, wegwijzer_str language);
} wegwijzer_renderer;

/** What the host does for a plugin. The table lives as long as the program. */
typedef struct wegwijzer_host_api {
    uint32_t struct_size; /**< as the host was built: ask before using a field of a later minor */
    uint16_t abi_major, abi_minor; /**< of the host */

    /* While `load` runs. What is registered must be what the manifest says; the host checks. */

    /** Registers a function. @returns WEGWIJZER_OK, or WEGWIJZER_FAILED for a malformed one */
    int (*add_function)(wegwijzer_host* host, const wegwijzer_function* function);
    /** Registers an importer. @returns as `add_function` */
    int (*add_importer)(wegwijzer_host* host, const wegwijzer_importer* importer);
    /** Registers a renderer. @returns as `add_function` */
    int (*add_renderer)(wegwijzer_host* host, const wegwijzer_renderer* renderer);
    /** Tells why loading fails, in one English sentence: lower case, no full stop. */
    void (*refuse)(wegwijzer_host* host, wegwijzer_str why);

    /* While a callback runs. */

    /** Tells why the callback fails, as `refuse`. The last one counts. */
    void (*fail)(wegwijzer_call* call, wegwijzer_str why);
    /** A copy of `text` that lives until the host has read the result; empty (data NULL) where
     * there is no memory or `text` is over 64 KiB. */
    wegwijzer_str (*keep)(wegwijzer_call* call, wegwijzer_str text);
    /** Appends to what an importer or renderer makes.
     *  @returns WEGWIJZER_FAILED once it is over 64 MiB, or where there is no memory */
    int (*write)(wegwijzer_call* call, wegwijzer_str bytes);

    /* At any time, on any thread: the calendar that the planner itself counts with. */

    /** Days since 1970-01-01 of a date. @returns WEGWIJZER_FAILED for an impossible day, or one
     *  outside 1800-01-01 to 2299-12-31; `days` is then left alone */
    int (*to_days)(int32_t year, int32_t month, int32_t day, int64_t* days);
    /** The date of a number of days. @returns as `to_days` */
    int (*to_civil)(int64_t days, int32_t* year, int32_t* month, int32_t* day);
    /** `days` plus a term; `count` may be negative. Three months after 31 January are 30 April.
     *  @returns WEGWIJZER_FAILED for working days, which need a table of holidays, for a count over
     *  10000, or outside the valid dates; `later` is then left alone */
    int (*add_term)(int64_t days, int32_t count, uint32_t unit, int64_t* later);
} wegwijzer_host_api;

/** A plugin as it presents itself. Must live as long as the library. */
typedef struct wegwijzer_plugin {
    uint32_t struct_size;          /**< sizeof(wegwijzer_plugin) when the plugin was built */
    uint16_t abi_major, abi_minor; /**< WEGWIJZER_ABI_MAJOR and _MINOR when it was built */
    wegwijzer_str id, version;     /**< as in the manifest */
    /** Registers what the plugin offers. Called once, before anything else.
     *  @param self  to be set to whatever the callbacks want to find again; may stay NULL
     *  @returns WEGWIJZER_OK, or WEGWIJZER_FAILED after telling why by `refuse` */
    int (*load)(const wegwijzer_host_api* api, wegwijzer_host* host, void** self);
    /** Gives back what `load` took, at the end of the program; may be NULL. Not called when `load`
     *  failed. */
    void (*unload)(void* self);
} wegwijzer_plugin;

/** The one exported function.
 *  @param host_major, host_minor  the host's version of the interface
 *  @returns the plugin, or NULL where it cannot serve this host */
WEGWIJZER_EXPORT const wegwijzer_plugin* wegwijzer_plugin_entry(uint16_t host_major,
                                                                uint16_t host_minor);

#ifdef __cplusplus
}
#endif

#endif /* WEGWIJZER_PLUGIN_H */
