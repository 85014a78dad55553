// SPDX-License-Identifier: Apache-2.0
/// Many profiles in one text, one JSON object a line (NDJSON).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/catalogue.hpp"
#include "pack/profile_reader.hpp"

namespace wegwijzer::pack {

struct ProfileRow {
    std::uint32_t line = 0;             ///< from 1, in the whole text
    std::optional<NamedProfile> named;  ///< none: the row cannot be read
    Diagnostics found;                  ///< places are those in the whole text
};

/// Reads every line that is not blank; a bad one does not touch the others. The last line need not
/// end in a newline.
/// @param bytes  not checked yet: each line passes the gate of profiles by itself
/// @param text   the number under which the name of the whole is known
[[nodiscard]] std::vector<ProfileRow> read_profile_rows(std::string_view bytes, std::uint32_t text,
                                                        const model::Catalogue& catalogue);

}  // namespace wegwijzer::pack
