// SPDX-License-Identifier: Apache-2.0
/// Names on the command line, found in the packs, or the near one that was meant.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "cli/command.hpp"
#include "cli/console.hpp"
#include "model/catalogue.hpp"
#include "route/find.hpp"

namespace wegwijzer::cli {

class NameFinder {
public:
    explicit NameFinder(const model::Catalogue& catalogue) : catalogue_(catalogue) {}

    template <class T>
    using Found = Result<T, UsageMistake>;

    [[nodiscard]] Found<model::GoalId> goal(const std::string& name) const;
    [[nodiscard]] Found<model::PilotId> pilot(const std::string& name) const;
    [[nodiscard]] Found<model::StepId> step(const std::string& name) const;
    /// "STEP/NEED"
    [[nodiscard]] Found<route::Waiver> waiver(const std::string& text) const;
    /// "STEP=OUTCOME"
    [[nodiscard]] Found<route::AssumedOutcome> outcome(const std::string& text) const;

    /// For a name whose pack is not there: looks for a near one in all packs that can be found.
    /// Reads them all, as nothing else is left to do.
    [[nodiscard]] static UsageMistake unknown_in_any_pack(std::string_view kind,
                                                          const std::string& name,
                                                          Surroundings& here);

private:
    const model::Catalogue& catalogue_;
};

}  // namespace wegwijzer::cli
