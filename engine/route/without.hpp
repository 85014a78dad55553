// SPDX-License-Identifier: Apache-2.0
/// What an answer owes to one thing of the packs: the same question asked without it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.hpp"
#include "base/money.hpp"
#include "model/catalogue.hpp"
#include "model/plan.hpp"
#include "route/find.hpp"

namespace wegwijzer::route {

/// A step, a need or an outcome of it, a pilot or a fund.
struct Part {
    enum class Kind : std::uint8_t { step, need, outcome, pilot, fund };
    Kind kind = Kind::step;
    std::uint32_t index = 0;  ///< of the step, pilot or fund
    std::uint32_t inner = 0;  ///< of the need or outcome in its step
};

/// Takes `part` out of the packs, so that nobody meets it: a need is asked of nobody, a step, pilot
/// or fund is open to nobody, an outcome is gone. Cost: the number of things in the catalogue.
void take_out(model::Catalogue& catalogue, const Part& part);
/// The question that goes with those packs; none where it names what was taken out.
[[nodiscard]] std::optional<Question> question_without(const Question& question, const Part& part);

/// What must be equal for two answers to count as the same: the status, and of every route shown
/// its steps, planned dates and own cost, with those of its branches.
struct AnswerCore {
    struct Way {
        std::vector<std::uint32_t> steps;  ///< sorted, each once
        std::vector<std::optional<Date>> dates;
        Money own;
        friend bool operator==(const Way&, const Way&) = default;
    };
    model::Status status = model::Status::unreachable;
    std::vector<Way> ways;
    friend bool operator==(const AnswerCore&, const AnswerCore&) = default;
};
[[nodiscard]] AnswerCore core_of(const model::Plan& plan);

}  // namespace wegwijzer::route
