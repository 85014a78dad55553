// SPDX-License-Identifier: Apache-2.0
/// What every command is: `setup` declares its arguments and opens nothing, `run` does the work.
#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "cli/console.hpp"
#include "cli/exit_status.hpp"
#include "pack/reader.hpp"
#include "plugin/shelf.hpp"

namespace wegwijzer::cli {

/// Options that every command takes, before or after its name.
struct GlobalOptions {
    std::vector<std::string> packs, plugins;
    bool no_plugins = false;
    std::string lang = "nl";
    std::optional<std::uint64_t> threads;
};

/// What a command works with.
struct Surroundings {
    Console& console;
    const GlobalOptions& options;
    pack::Places places;
    SourceMap sources;  ///< every text that was read, so that findings can be shown
    std::unique_ptr<plugin::Shelf> shelf = {};  ///< the plugins of this run
};

class Command {
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual std::string summary() const = 0;
    /// When the command ends with status 1; empty where it never does.
    [[nodiscard]] virtual std::string when_no() const { return {}; }
    /// Whether it reads --lang itself: other languages than Dutch and English, or two at once.
    [[nodiscard]] virtual bool reads_languages() const { return false; }
    virtual void setup(CLI::App& app) = 0;
    [[nodiscard]] virtual ExitStatus run(Surroundings& here) = 0;
};

}  // namespace wegwijzer::cli
