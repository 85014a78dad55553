// SPDX-License-Identifier: Apache-2.0
/// Names of files that are made by the dozen: a pattern with places, filled in for each.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"
#include "cli/console.hpp"

namespace wegwijzer::cli {

/// A pattern such as "{id}-{goal}.{ext}". What comes of it is one name in one folder: no slash, no
/// dot in front, nothing but what is plain in every file system.
class FileNames {
public:
    using Places = std::initializer_list<std::string_view>;
    using Fillings = std::initializer_list<std::pair<std::string_view, std::string_view>>;

    /// @param places  that may stand in it, without braces
    [[nodiscard]] static Result<FileNames, UsageMistake> parse(std::string pattern, Places places);

    /// The name; empty where a filling has letters that a name must not have, or it is too long.
    [[nodiscard]] std::string name(Fillings fillings) const;

    /// Letters and digits of ASCII, and - . _; not empty, not a dot in front, 200 at most.
    [[nodiscard]] static bool is_plain(std::string_view name);

private:
    explicit FileNames(std::string pattern) : pattern_(std::move(pattern)) {}
    std::string pattern_;
};

}  // namespace wegwijzer::cli
