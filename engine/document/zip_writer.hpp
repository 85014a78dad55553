// SPDX-License-Identifier: Apache-2.0
/// A ZIP archive in memory: entries stored as they are, all with the same time, so that the same
/// content gives the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wegwijzer::document {

/// @source PKWARE APPNOTE.TXT 6.3.3, sections 4.3.7, 4.3.12 and 4.3.16
class ZipWriter {
public:
    /// Entries stand in the order in which they are added. Names are our own, plain ASCII.
    void add(std::string_view name, std::string_view bytes);
    /// The whole archive, up to 4 GiB.
    [[nodiscard]] std::string take();

private:
    std::string out_, directory_;
    std::uint16_t count_ = 0;
};

}  // namespace wegwijzer::document
