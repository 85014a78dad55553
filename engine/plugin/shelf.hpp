// SPDX-License-Identifier: Apache-2.0
/// The plugins of one run of the program: each opened when it is first needed, and once.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "plugin/library.hpp"

namespace wegwijzer::plugin {

/// May be asked by several threads at once.
class Shelf {
public:
    /// @param folders    where plugins are looked for, the first one that has it counts
    /// @param may_open   false: no plugin is opened (`--no-plugins`)
    explicit Shelf(std::vector<std::filesystem::path> folders, bool may_open = true)
        : folders_(std::move(folders)), may_open_(may_open) {}

    [[nodiscard]] bool may_open() const { return may_open_; }

    /// The plugin, opened if it was not yet; null where that failed (`faults`), or it is missing,
    /// refused or must not be opened.
    [[nodiscard]] const Library* open(std::string_view id);

    /// Makes a profile in JSON, or a document from a plan in JSON. What comes out is foreign.
    /// @errors  X011 there is no such plugin or offer; X012 it failed; X002, X005–X010 as
    /// `Library::open`
    [[nodiscard]] Result<std::string> import_profile(std::string_view id, std::string_view importer,
                                                     std::string_view document);
    [[nodiscard]] Result<std::string> render(std::string_view id, std::string_view renderer,
                                             std::string_view plan, std::string_view language);

    /// Tells a fault of a plugin's; the same one is told once.
    void tell(std::string_view code, std::string message);
    /// Everything that went wrong so far, ordered by message.
    [[nodiscard]] Diagnostics faults() const;

private:
    struct Place {
        std::unique_ptr<Library> library;  ///< null: cannot be opened
        Diagnostics why;
    };
    const Place& place_of(std::string_view id);

    std::vector<std::filesystem::path> folders_;
    bool may_open_;
    mutable std::mutex mutex_;
    std::map<std::string, Place, std::less<>> places_;
    std::map<std::string, std::string_view> faults_;  // message to code
};

}  // namespace wegwijzer::plugin
