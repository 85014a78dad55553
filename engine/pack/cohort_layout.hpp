// SPDX-License-Identifier: Apache-2.0
/// What the columns of a table of people mean.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/source.hpp"
#include "model/catalogue.hpp"
#include "model/cohort.hpp"

namespace wegwijzer::pack {

/// A small file that says which attribute a column is, and which word of the table is which word
/// of the packs:
///
///     [columns]
///     origin = "nationality"
///     [values.nationality]
///     Syria = "SY"
struct CohortMapping {
    std::map<std::string, std::string, std::less<>> columns;  ///< of the table → of the packs
    std::map<std::string, std::map<std::string, std::string, std::less<>>, std::less<>> values;

    /// The name that the packs use for a column.
    [[nodiscard]] std::string_view name_of(std::string_view column) const;
};

/// Reads the admitted text number `text`.
/// @errors  P001 to P003 another shape than above; what the TOML reader tells
[[nodiscard]] Result<CohortMapping> read_mapping(const SourceMap& sources, std::uint32_t text);

struct CohortLayout {
    std::vector<model::CohortColumn> columns;
};

/// The columns that a table's first row names. A column is known by the id of an attribute or a
/// credential, or is `held` or `purse.savings`; `name` is passed over.
/// @param labels  columns by which people are grouped though no pack knows them
/// @errors  C001 a column without a name, or twice; F007 a derived attribute
///          warnings: F020 a column that no pack in use knows, with a suggestion
[[nodiscard]] Result<CohortLayout> lay_out(const std::vector<std::string>& names,
                                           const CohortMapping& mapping,
                                           const std::vector<std::string>& labels,
                                           const model::Catalogue& catalogue,
                                           Diagnostics& warnings);

}  // namespace wegwijzer::pack
