// SPDX-License-Identifier: Apache-2.0
/// What another system's file tells of a person, under the keys of a profile. Sensitive personal
/// data.
#pragma once

#include <string>
#include <vector>

namespace wegwijzer::model {

struct ImportedAnswer {
    std::string key;                  ///< "nationality", "diploma.country"
    std::vector<std::string> values;  ///< one, or for a list any number
    bool is_list = false;
};

struct ImportedProfile {
    std::vector<ImportedAnswer> answers;  ///< each key once
};

}  // namespace wegwijzer::model
