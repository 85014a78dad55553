// SPDX-License-Identifier: Apache-2.0
/// How the planner reaches the functions of plugins.
#pragma once

#include <functional>
#include <span>

#include "model/ids.hpp"
#include "model/value.hpp"

namespace wegwijzer::route {

/// A plugin's function, by FunctionId; gives unknown where the plugin is missing.
using Call = std::function<model::Value(model::FunctionId, std::span<const model::Value>)>;

}  // namespace wegwijzer::route
