// SPDX-License-Identifier: Apache-2.0
/// One document for each row of a file of profiles.
#pragma once

#include <string>

#include "cli/command.hpp"
#include "cli/document_maker.hpp"
#include "cli/file_names.hpp"
#include "cli/person_question.hpp"

namespace wegwijzer::cli {

struct BatchOrder {
    std::string profiles;  ///< path, or "-"
    std::string folder;    ///< where the documents go; made where it is not there
    std::string name;      ///< pattern, see `FileNames`
    bool force = false;    ///< overwrite
};

/// Makes what can be made, on all threads, and tells of each row that failed why. A row that fails
/// does not stop the others, and the documents do not depend on the number of threads.
/// @param asked  the question; its profile is not used
/// @returns done; input where a row failed; fault where a file could not be written or printed
[[nodiscard]] ExitStatus make_documents(const BatchOrder& batch, const DocumentOrder& order,
                                        const PersonQuestion& asked, Surroundings& here);

}  // namespace wegwijzer::cli
