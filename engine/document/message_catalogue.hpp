// SPDX-License-Identifier: Apache-2.0
/// Translations of the program's own text, as msgfmt compiles them, and the ones built in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijzer::document {

/// A compiled catalogue (.mo) in memory that outlives it. English needs none: its texts are the
/// keys.
class MessageCatalogue {
public:
    MessageCatalogue() = default;  ///< empty: every text is its own translation
    /// @param bytes  little-endian, as `msgfmt --endianness=little` writes; anything else is empty
    explicit MessageCatalogue(std::string_view bytes);

    [[nodiscard]] bool is_empty() const { return count_ == 0; }
    /// The translation of `text`, else none. `context` may be empty.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view context,
                                                       std::string_view text) const;
    /// One of the plural forms of the translation of `text`, the last one where there are fewer.
    [[nodiscard]] std::optional<std::string_view> find_plural(std::string_view text,
                                                              std::size_t form) const;
    /// A field of the header, such as "Language"; empty where there is none.
    [[nodiscard]] std::string_view header(std::string_view field) const;

private:
    [[nodiscard]] std::optional<std::string_view> lookup(std::string_view key) const;
    [[nodiscard]] std::uint32_t word(std::size_t at) const;
    [[nodiscard]] std::string_view entry(std::size_t table, std::size_t index) const;

    std::string_view bytes_;
    std::size_t count_ = 0, keys_ = 0, values_ = 0;
};

/// The compiled catalogue of a language, as built in; empty for English and what is not there.
[[nodiscard]] std::string_view built_in_catalogue(std::string_view language);

/// Which plural form a number takes, in the order of the catalogue's forms.
/// @source the Plural-Forms lines in "Plural forms", gettext manual, for these languages
[[nodiscard]] std::size_t plural_form(std::string_view language, std::int64_t number);

}  // namespace wegwijzer::document
