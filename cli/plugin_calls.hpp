// SPDX-License-Identifier: Apache-2.0
/// The functions of plugins for the packs of one question.
#pragma once

#include <string>
#include <vector>

#include "cli/command.hpp"
#include "model/catalogue.hpp"
#include "plugin/caller.hpp"
#include "route/call.hpp"

namespace wegwijzer::cli {

/// Must outlive what `call` gave; `catalogue` and `here` must outlive it.
class PluginCalls {
public:
    PluginCalls(const model::Catalogue& catalogue, Surroundings& here)
        : caller_(catalogue, *here.shelf) {}

    [[nodiscard]] route::Call call() {
        return [this](model::FunctionId function, std::span<const model::Value> arguments) {
            return caller_.call(function, arguments);
        };
    }
    /// Plugins that were needed and could not be used: what rests on them is unknown.
    [[nodiscard]] std::vector<std::string> missed() const { return caller_.missed(); }

private:
    plugin::Caller caller_;
};

/// Tells what plugins did wrong in this run.
/// @returns `status`, or `fault` where there was anything to tell
[[nodiscard]] ExitStatus tell_plugin_faults(Surroundings& here, ExitStatus status);

}  // namespace wegwijzer::cli
