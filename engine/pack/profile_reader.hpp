// SPDX-License-Identifier: Apache-2.0
/// Reads one person's profile, TOML or JSON, against a catalogue.
#pragma once

#include <cstdint>
#include <string>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "model/catalogue.hpp"
#include "model/profile.hpp"

namespace wegwijzer::pack {

/// Reads the admitted text number `text` (JSON if it begins with '{', else TOML). Diagnostics quote
/// key and place only, never a value.
/// @errors  F001 syntax; F002 wrong type; F003 unknown level or value; F004 impossible date; F005
/// out of range;
///          F006 repeated key; F007 a derived attribute may not be set; F008 a time line that is no
///          time line; F009 unknown credential, step, fund, outcome or pilot; F010 contradictory
///          progress; F011 looks like a citizen service number (BSN) warnings: F020 a key that no
///          pack in use knows, with a suggestion
///          F020 is also the warning for a credential, step, fund or pilot of a pack that is not in
///          use; of very many of those F009 refuses the profile, so that none is read in part
[[nodiscard]] Result<model::Profile> read_profile(const SourceMap& sources, std::uint32_t text,
                                                  const model::Catalogue& catalogue,
                                                  Diagnostics& warnings);

/// A profile among others, with what its sender calls it.
struct NamedProfile {
    std::string id;  ///< of the key `id`, a string or a whole number; empty where it is left out
    model::Profile profile;
};

/// As `read_profile`, of a text that must be JSON and may hold the key `id` besides.
/// @errors  as `read_profile`; F001 no JSON object
[[nodiscard]] Result<NamedProfile> read_named_profile(const SourceMap& sources, std::uint32_t text,
                                                      const model::Catalogue& catalogue,
                                                      Diagnostics& warnings);

}  // namespace wegwijzer::pack
