// SPDX-License-Identifier: Apache-2.0
/// The functions of plugins, as the packs of one catalogue call them.
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "model/catalogue.hpp"
#include "plugin/shelf.hpp"

namespace wegwijzer::plugin {

/// Opens a plugin when one of its functions is first called. What it gave is remembered, as
/// functions are pure and a plan asks the same thing on many days. May be called by several threads
/// at once. Catalogue and shelf must outlive it.
class Caller {
public:
    Caller(const model::Catalogue& catalogue, Shelf& shelf);

    /// The function's value; unknown where the plugin is missing or at fault (`Shelf::faults`: X012
    /// the function failed, X013 what it gave is no value of its type).
    [[nodiscard]] model::Value call(model::FunctionId function,
                                    std::span<const model::Value> arguments);

    /// The plugins that were needed and could not be used, sorted.
    [[nodiscard]] std::vector<std::string> missed() const;

private:
    struct Target {
        const model::Function* declared = nullptr;
        std::once_flag is_looked_up;
        const RegisteredFunction* function = nullptr;  ///< null: nothing to call
        void* self = nullptr;
        std::atomic<bool> is_missed = false;
    };
    /// What a call rests on: arguments one after another, each with its number of elements.
    using Key = std::vector<std::int64_t>;

    [[nodiscard]] static Key key_of(model::FunctionId function,
                                    std::span<const model::Value> arguments);
    void look_up(Target& target);
    [[nodiscard]] model::Value ask(Target& target, std::span<const model::Value> arguments);

    const model::Catalogue& catalogue_;
    Shelf& shelf_;
    std::vector<Target> targets_;
    std::mutex mutex_;
    std::map<Key, model::Value> known_;
};

}  // namespace wegwijzer::plugin
