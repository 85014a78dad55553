// SPDX-License-Identifier: Apache-2.0
/// Takes typed values out of a tree of nodes. Mistakes are collected, never thrown; a value that is
/// wrong is simply absent, so that reading goes on and all mistakes are told together.
///
///     TableView view(node, "a step", reading);
///     step.id = view.string("id", Presence::required).value_or("");
///     step.repeat = static_cast<int>(view.integer("repeat", {1, 100}).value_or(1));
///     step.title = view.text("title", Presence::required);
///     view.finish();   // names the keys that nobody asked for
///
/// Codes P001 to P009 belong to the doors (this file, toml_reader, csv_reader); readers of packs go
/// on from P010.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "model/text.hpp"
#include "pack/node.hpp"

namespace wegwijzer::pack {

/// Under which codes mistakes are told, and how.
struct Manner {
    std::string_view unknown_key = "P001";
    std::string_view wrong_type = "P002";
    std::string_view missing_key = "P003";
    std::string_view control_character = "P005";
    std::string_view impossible_date = "P006";
    std::string_view out_of_range = "P008";
    Severity unknown_severity = Severity::error;
    bool dates_as_strings = false;  ///< "2026-11-23" serves where a date is asked
};
/// Packs: every mistake is an error.
inline constexpr Manner pack_manner{};
/// Profiles: F codes, unknown keys are warnings, dates may be strings.
inline constexpr Manner profile_manner{
    "F020", "F002", "F002", "F002", "F004", "F005", Severity::warning, true};

/// Where mistakes go. One per reader; cheap to copy.
struct Reading {
    Diagnostics* found = nullptr;
    Manner manner;

    /// "expected EXPECTED, not a string" at the node.
    void wrong_type(const Node& node, std::string_view expected) const;
    Diagnostic& error(std::string_view code, std::string message, SourceSpan span) const {
        return found->error(code, std::move(message), span);
    }
};

/// Both ends included.
struct IntegerRange {
    std::int64_t least = std::numeric_limits<std::int64_t>::min();
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
};
struct NumberRange {
    double least = std::numeric_limits<double>::lowest();
    double most = std::numeric_limits<double>::max();
};

/// The value of one node; absent, and told, where it is something else.
/// @errors (by manner)  wrong type; a control character in a string other than a newline or tab; an
/// impossible date;
///                      out of range (NaN and infinity always are)
[[nodiscard]] std::optional<std::string_view> as_string(const Node& node, const Reading& reading);
[[nodiscard]] std::optional<std::int64_t> as_integer(const Node& node, const Reading& reading,
                                                     IntegerRange range = {});
/// An integer or a floating number.
[[nodiscard]] std::optional<double> as_number(const Node& node, const Reading& reading,
                                              NumberRange range = {});
[[nodiscard]] std::optional<bool> as_boolean(const Node& node, const Reading& reading);
[[nodiscard]] std::optional<Date> as_date(const Node& node, const Reading& reading);
/// { nl = "…", en = "…" }: keys are language codes (two or three small letters, then perhaps a
/// hyphen and more). Which languages must be there is the caller's to check.
[[nodiscard]] model::Text as_text(const Node& node, const Reading& reading);
/// The nodes of an array of strings, those that are no string told and left out.
[[nodiscard]] std::vector<const Node*> as_strings(const Node& node, const Reading& reading);
/// The nodes of an array of tables, likewise.
[[nodiscard]] std::vector<const Node*> as_tables(const Node& node, const Reading& reading);
/// The index of the string in `words`; a wrong one is told under `code` with the nearest word, or
/// all of a few.
[[nodiscard]] std::optional<std::size_t> as_word(const Node& node, const Reading& reading,
                                                 std::initializer_list<std::string_view> words,
                                                 std::string_view code);

enum class Presence { optional, required };

/// A cursor over one table. It remembers which keys were asked for, so that `finish` can name the
/// others.
class TableView {
public:
    /// `what` as in "a step has no key 'x'": a literal with its article. A node that is no table is
    /// told and read as an empty table of which nothing is required.
    TableView(const Node& table, std::string_view what, const Reading& reading);

    /// The node under `key`, which counts as asked for from now on; null where there is none (told
    /// when required). `key` must outlive the view (a literal).
    const Node* find(std::string_view key, Presence presence = Presence::optional);

    std::optional<std::string_view> string(std::string_view key,
                                           Presence presence = Presence::optional);
    std::optional<std::int64_t> integer(std::string_view key, IntegerRange range = {},
                                        Presence presence = Presence::optional);
    std::optional<double> number(std::string_view key, NumberRange range = {},
                                 Presence presence = Presence::optional);
    std::optional<bool> boolean(std::string_view key, Presence presence = Presence::optional);
    std::optional<Date> date(std::string_view key, Presence presence = Presence::optional);
    model::Text text(std::string_view key, Presence presence = Presence::optional);
    std::vector<const Node*> strings(std::string_view key, Presence presence = Presence::optional);
    std::vector<const Node*> tables(std::string_view key, Presence presence = Presence::optional);
    std::optional<std::size_t> word(std::string_view key,
                                    std::initializer_list<std::string_view> words,
                                    std::string_view code, Presence presence = Presence::optional);

    /// Tells every key that was not asked for, with the nearest one that was. Call it last, and
    /// call it once.
    void finish();

    [[nodiscard]] const Node& node() const { return *table_; }
    [[nodiscard]] const Reading& reading() const { return reading_; }
    /// Where a message about the whole table points: its header, or its opening brace.
    [[nodiscard]] SourceSpan span() const { return table_->span; }

private:
    const Node* table_;
    std::string_view what_;
    Reading reading_;
    std::vector<std::string_view> asked_;
    bool is_table_;
};

}  // namespace wegwijzer::pack
