// SPDX-License-Identifier: Apache-2.0
#include "document/message_catalogue.hpp"

namespace wegwijzer::document {
namespace {

constexpr std::uint32_t magic = 0x950412de;
constexpr std::size_t header_size = 28;
constexpr char context_mark = '\x04';

std::size_t ukrainian_form(std::int64_t number) {
    const std::int64_t last = number % 10, two = number % 100;
    if (last == 1 && two != 11) return 0;
    return last >= 2 && last <= 4 && (two < 12 || two > 14) ? 1 : 2;
}

std::size_t arabic_form(std::int64_t number) {
    if (number <= 2) return static_cast<std::size_t>(number);
    const std::int64_t two = number % 100;
    if (two >= 3 && two <= 10) return 3;
    return two >= 11 ? 4 : 5;
}

}  // namespace

MessageCatalogue::MessageCatalogue(std::string_view bytes) : bytes_(bytes) {
    if (bytes.size() < header_size || word(0) != magic) return;
    keys_ = word(12);
    values_ = word(16);
    count_ = word(8);
}

std::uint32_t MessageCatalogue::word(std::size_t at) const {
    if (at + 4 > bytes_.size()) return 0;
    const auto byte = [&](std::size_t k) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes_[at + k])) << (8 * k);
    };
    return byte(0) | byte(1) | byte(2) | byte(3);
}

std::string_view MessageCatalogue::entry(std::size_t table, std::size_t index) const {
    const std::size_t length = word(table + 8 * index), from = word(table + 8 * index + 4);
    if (from > bytes_.size() || length > bytes_.size() - from) return {};
    return bytes_.substr(from, length);
}

std::optional<std::string_view> MessageCatalogue::lookup(std::string_view key) const {
    std::size_t from = 0, until = count_;
    while (from < until) {
        const std::size_t middle = from + (until - from) / 2;
        // A key with a plural holds it behind a zero byte; the order is that of the first part.
        std::string_view there = entry(keys_, middle);
        there = there.substr(0, there.find('\0'));
        if (there == key) {
            const std::string_view value = entry(values_, middle);
            if (value.empty()) return std::nullopt;
            return value;
        }
        if (there < key)
            from = middle + 1;
        else
            until = middle;
    }
    return std::nullopt;
}

std::optional<std::string_view> MessageCatalogue::find(std::string_view context,
                                                       std::string_view text) const {
    if (context.empty()) return lookup(text);
    return lookup(std::string(context) + context_mark + std::string(text));
}

std::optional<std::string_view> MessageCatalogue::find_plural(std::string_view text,
                                                              std::size_t form) const {
    auto forms = lookup(text);
    if (!forms) return std::nullopt;
    for (; form > 0; --form) {
        const std::size_t end = forms->find('\0');
        if (end == std::string_view::npos) break;
        forms = forms->substr(end + 1);
    }
    return forms->substr(0, forms->find('\0'));
}

std::string_view MessageCatalogue::header(std::string_view field) const {
    std::string_view all = count_ > 0 ? lookup("").value_or(std::string_view()) : "";
    while (!all.empty()) {
        const std::string_view line = all.substr(0, all.find('\n'));
        all.remove_prefix(line.size() < all.size() ? line.size() + 1 : line.size());
        if (line.substr(0, field.size()) == field && line.substr(field.size(), 2) == ": ")
            return line.substr(field.size() + 2);
    }
    return {};
}

std::size_t plural_form(std::string_view language, std::int64_t number) {
    if (number < 0) number = -number;
    if (language == "ar") return arabic_form(number);
    if (language == "uk") return ukrainian_form(number);
    if (language == "ti" || language == "fa") return number > 1 ? 1 : 0;
    return number != 1 ? 1 : 0;
}

}  // namespace wegwijzer::document
