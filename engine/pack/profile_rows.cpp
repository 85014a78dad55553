// SPDX-License-Identifier: Apache-2.0
#include "pack/profile_rows.hpp"

#include <algorithm>
#include <utility>

#include "pack/gate.hpp"

namespace wegwijzer::pack {
namespace {

/// The place of something in the one line `span.text`, in the whole text.
SourceSpan in_whole(SourceSpan span, std::uint32_t text, std::uint32_t line) {
    if (!span.is_somewhere()) span = {text, line, 1, 1};
    span.text = text;
    span.line = line;
    return span;
}

Diagnostics in_whole(const Diagnostics& found, std::uint32_t text, std::uint32_t line) {
    Diagnostics moved;
    for (Diagnostic one : found) {
        one.span = in_whole(one.span, text, line);
        for (DiagnosticNote& note : one.notes) note.span = in_whole(note.span, text, line);
        moved.add(std::move(one));
    }
    return moved;
}

ProfileRow read_row(std::string_view bytes, std::uint32_t text, std::uint32_t line,
                    const model::Catalogue& catalogue) {
    ProfileRow row;
    row.line = line;
    SourceMap own;
    const auto admitted = admit(std::string(bytes), "a row", Kind::profile_json, own);
    if (!admitted) {
        row.found = in_whole(admitted.error(), text, line);
        return row;
    }
    Diagnostics warnings;
    auto named = read_named_profile(own, *admitted, catalogue, warnings);
    row.found = in_whole(named ? warnings : named.error(), text, line);
    if (named) row.named = std::move(named).value();
    return row;
}

}  // namespace

std::vector<ProfileRow> read_profile_rows(std::string_view bytes, std::uint32_t text,
                                          const model::Catalogue& catalogue) {
    std::vector<ProfileRow> rows;
    for (std::uint32_t line = 1; !bytes.empty(); ++line) {
        const std::size_t end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view one = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (one.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        rows.push_back(read_row(one, text, line, catalogue));
    }
    return rows;
}

}  // namespace wegwijzer::pack
