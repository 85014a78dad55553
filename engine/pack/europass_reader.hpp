// SPDX-License-Identifier: Apache-2.0
/// A Europass CV in XML, as a profile.
#pragma once

#include <cstdint>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "model/imported_profile.hpp"

namespace wegwijzer::pack {

/// Reads the admitted text number `text`: the form of today (`Candidate`) and that of 2013 to 2020
/// (`SkillsPassport`). What it takes:
///   name; nationality, the first; birth, a whole date; dutch and english, the lowest of the levels
///   given; languages: mother tongues, and those read at B2 or better; diploma.country and
///   diploma.date, of the education with the highest EQF level, or of the only one.
/// @param unread  a warning (F042) for each sort of thing in the CV that was not taken, by the
/// names
///                of its elements; never a value
/// @errors  as `read_xml`; F041 no Europass CV; F011 looks like a citizen service number
/// @source  forms seen in exports of europa.eu/europass; the EU publishes no schema of the new one
[[nodiscard]] Result<model::ImportedProfile> read_europass(const SourceMap& sources,
                                                           std::uint32_t text, Diagnostics& unread);

}  // namespace wegwijzer::pack
