// SPDX-License-Identifier: Apache-2.0
/// The tables in `data/` that all packs share: holidays and municipalities.
#pragma once

#include <filesystem>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/catalogue.hpp"

namespace wegwijzer::pack {

/// `holidays.csv`: a column `date`, others are for people.
/// @param data  the folder; empty: there are no shared tables
/// @errors  P006 what stands there is no date, P054 the column is not there, and what the gate and
/// the reader of CSV refuse
[[nodiscard]] Holidays read_holidays(const std::filesystem::path& data, SourceMap& sources,
                                     Diagnostics& found);

/// `municipalities.csv`: columns `name`, `province` and `region`, others are for people.
/// @errors  P054 a column is not there, P016 a name stands there twice
/// @returns sorted by name
[[nodiscard]] std::vector<model::Municipality> read_municipalities(
    const std::filesystem::path& data, SourceMap& sources, Diagnostics& found);

}  // namespace wegwijzer::pack
