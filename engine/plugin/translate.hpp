// SPDX-License-Identifier: Apache-2.0
/// Values over the C edge: ours become the plugin's, and what comes back is checked like foreign
/// data.
#pragma once

#include <deque>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/catalogue.hpp"
#include "model/value.hpp"
#include "wegwijzer/plugin.h"

namespace wegwijzer::plugin {

/// The arguments of one call, with the texts that they point to.
class Arguments {
public:
    /// `values` as many as `types`.
    Arguments(std::span<const model::Value> values, std::span<const model::Type> types,
              const model::Catalogue& catalogue);
    Arguments(const Arguments&) = delete;
    Arguments& operator=(const Arguments&) = delete;
    ~Arguments() = default;

    [[nodiscard]] const std::vector<wegwijzer_value>& values() const { return values_; }

private:
    [[nodiscard]] wegwijzer_value to_c(const model::Value& value, const model::Type& type);
    [[nodiscard]] wegwijzer_str word(std::int64_t number, const model::Type& type);

    const model::Catalogue& catalogue_;
    std::deque<std::string> texts_;  // neither moves what it holds
    std::deque<std::vector<wegwijzer_str>> lists_;
    std::vector<wegwijzer_value> values_;
};

/// An unknown value of a type.
[[nodiscard]] wegwijzer_value unknown_of(const model::Type& type);

/// The value that a function gave, or what is wrong with it: one sentence, lower case, no full
/// stop.
[[nodiscard]] Result<model::Value, std::string> from_c(const wegwijzer_value& given,
                                                       const model::Type& type,
                                                       const model::Catalogue& catalogue);

}  // namespace wegwijzer::plugin
