// SPDX-License-Identifier: Apache-2.0
/// Which addresses a document may point to.
#pragma once

#include <string_view>

namespace wegwijzer::document {

/// Only what needs no quoting anywhere: an http(s) scheme and the characters of RFC 3986.
[[nodiscard]] bool is_web_address(std::string_view url);

}  // namespace wegwijzer::document
