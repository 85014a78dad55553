// SPDX-License-Identifier: Apache-2.0
/// What a plan says in words, the same in every format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/phrases.hpp"
#include "document/plan_view.hpp"
#include "model/plan.hpp"

namespace wegwijzer::document {

/// The words of the receipt, which are those of the rules: "reachable", "fastest", "session", …
[[nodiscard]] std::string_view name_of(model::Status status);
[[nodiscard]] std::string_view name_of(model::Label label);
[[nodiscard]] std::string_view name_of(model::HeldUpBy reason);
[[nodiscard]] std::string_view name_of(model::Support::Kind kind);
[[nodiscard]] std::string_view name_of(model::DutyState::State state);
[[nodiscard]] std::string_view name_of(model::UnmetNeed::Part part);
[[nodiscard]] std::string_view name_of(model::Fund::Kind kind);

/// The sentence that says how it stands, its one argument the horizon.
[[nodiscard]] Phrase status_phrase(model::Status status, bool is_undecided);

/// Something the reader must be told, with its code.
struct NoteLine {
    std::string_view code;  ///< N001 …, data/diagnostics.toml
    std::string text;
};
[[nodiscard]] std::string_view code_of(const model::PlanNote& note);
[[nodiscard]] std::vector<NoteLine> note_lines(const PlanView& view);

/// The id of what an unmet need lacks: of a need, must or outcome; else empty.
[[nodiscard]] std::string unmet_id(const model::Catalogue& catalogue,
                                   const model::UnmetNeed& unmet);
/// What it asks, as the pack writes it; else empty.
[[nodiscard]] std::string unmet_asks(const model::Catalogue& catalogue,
                                     const model::UnmetNeed& unmet);

}  // namespace wegwijzer::document
