// SPDX-License-Identifier: Apache-2.0
/// How well the figures of packs are founded, and how old what they rest on is.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/duration.hpp"
#include "model/catalogue.hpp"
#include "model/figures.hpp"

namespace wegwijzer::model {

/// What a figure rests on. A figure that nobody published is `unknown`, with or without a source.
enum class Footing : std::uint8_t { official, secondary, estimate, unknown, none };

struct AuditedFigure {
    StatedFigure figure;
    Footing footing = Footing::none;
    std::optional<Date> seen;       ///< when its source was seen
    std::optional<Days> age;        ///< on the day of the audit
    std::optional<Date> review_by;  ///< last day on which the source need not be looked at again
    bool is_overdue = false;
};

/// What one pack holds; the figures are those of the audit.
struct PackAudit {
    PackId pack;
    std::uint32_t figures = 0, official = 0, secondary = 0, estimate = 0, unknown = 0,
                  unsourced = 0, overdue = 0;
    std::optional<Date> oldest_seen;
    std::uint32_t goals = 0, steps = 0, pilots = 0, funds = 0, scenarios = 0;
};

struct Audit {
    Date on;
    std::vector<AuditedFigure> figures;  ///< by pack, source and place
    std::vector<PackAudit> packs;        ///< by id
};

/// The figures of the packs `ids`. With `older_than` only those whose source was seen more than
/// that before `on`, and those that have none.
[[nodiscard]] Audit audit(const Catalogue& catalogue, std::span<const std::string> ids, Date on,
                          std::optional<Term> older_than);

}  // namespace wegwijzer::model
