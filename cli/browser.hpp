// SPDX-License-Identifier: Apache-2.0
/// A Chromium without a window, spoken to over a pipe.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <string_view>

namespace wegwijzer::cli {

/// Ended, and its folder removed, with the value.
/// @source Chrome DevTools Protocol, and --remote-debugging-pipe: messages end in a zero byte, come
/// in on descriptor 3 and go out on 4
class Browser {
public:
    Browser() = default;
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;
    ~Browser();

    /// @returns false where there is none to start
    [[nodiscard]] bool start();
    /// The answer to a command, as JSON; none where the browser gave up or took too long.
    /// @param parameters  a JSON object
    [[nodiscard]] std::optional<std::string> call(std::string_view method,
                                                  std::string_view parameters,
                                                  std::string_view session = {});

private:
    [[nodiscard]] std::optional<std::string> read_message();
    [[nodiscard]] bool write_all(std::string_view bytes) const;

    ::pid_t process_ = -1;
    int to_ = -1, from_ = -1, number_ = 0;
    std::string folder_, unread_;
};

/// The text of the first field of this name, for the plain ids and base64 that Chromium sends;
/// empty where there is none.
[[nodiscard]] std::string_view text_field(std::string_view json, std::string_view name);

}  // namespace wegwijzer::cli
