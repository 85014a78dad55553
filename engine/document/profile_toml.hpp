// SPDX-License-Identifier: Apache-2.0
/// A profile as a file that a person can read and go on with.
#pragma once

#include <string>

#include "model/imported_profile.hpp"

namespace wegwijzer::document {

/// TOML, one key a line. Values are strings, as profiles have dates and levels too; control
/// characters and what turns the order of letters around are left out.
[[nodiscard]] std::string render_profile_toml(const model::ImportedProfile& profile);

}  // namespace wegwijzer::document
