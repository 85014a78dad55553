// SPDX-License-Identifier: Apache-2.0
/// Reads a table of people on all threads and counts those whom the packs cannot tell apart.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "cli/command.hpp"
#include "cohort/gathering.hpp"
#include "route/call.hpp"

namespace wegwijzer::cli {

struct CohortWish {
    std::string path;             ///< "-": standard input
    std::string form;             ///< "csv" or "ndjson"; empty: as the name ends
    std::string mapping;          ///< path of a mapping file; empty: none
    std::vector<std::string> by;  ///< names of dimensions
    cohort::SignatureWish signature;
    bool keep_rows = false;
};

/// @param call  may be used by several threads at once
/// @returns the people, or how the program must end; what is wrong has been told, refused rows too
[[nodiscard]] std::variant<cohort::Population, ExitStatus> read_cohort(
    const CohortWish& wish, const model::Catalogue& catalogue, const cohort::Asked& asked,
    const route::Call& call, Surroundings& here);

}  // namespace wegwijzer::cli
