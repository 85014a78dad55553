// SPDX-License-Identifier: Apache-2.0
#include "document/web_address.hpp"

#include <algorithm>

namespace wegwijzer::document {

bool is_web_address(std::string_view url) {
    constexpr std::string_view punctuation = "-._~:/?#[]@!$&'()*+,;=%";
    if (url.substr(0, 8) != "https://" && url.substr(0, 7) != "http://") return false;
    return std::all_of(url.begin(), url.end(), [&](char c) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return is_letter || (c >= '0' && c <= '9') || punctuation.find(c) != std::string_view::npos;
    });
}

}  // namespace wegwijzer::document
