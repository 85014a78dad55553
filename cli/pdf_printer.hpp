// SPDX-License-Identifier: Apache-2.0
/// Prints a page as PDF with Chromium, where it is installed.
#pragma once

#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/result.hpp"
#include "cli/console.hpp"

namespace wegwijzer::cli {

/// A tagged PDF of A4 pages. The page goes to Chromium through a pipe: nothing of it lies on the
/// disk, nor in the arguments that others can see. The times in the file are those of `made`, so
/// that the same page gives the same bytes.
/// @errors  no Chromium on the PATH, or one that does not answer
[[nodiscard]] Result<std::string, UsageMistake> print_pdf(std::string_view html, Date made);

}  // namespace wegwijzer::cli
