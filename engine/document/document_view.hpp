// SPDX-License-Identifier: Apache-2.0
/// What a document says of a plan, in one language, before any format writes it: the first route
/// with its steps, dates and amounts as the plan has them, and texts that are free of control
/// characters. No date and no sum is computed here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "base/day_set.hpp"
#include "base/hours.hpp"
#include "base/money.hpp"
#include "document/page.hpp"
#include "document/plan_view.hpp"
#include "document/speaker.hpp"
#include "model/plan.hpp"
#include "model/profile.hpp"

namespace wegwijzer::document {

enum class Audience { client, adviser };

/// How a document is wanted.
struct DocumentWish {
    Audience audience = Audience::client;
    bool is_anonymous = false;        ///< nothing of the person but the route
    std::optional<Date> holds_until;  ///< when its figures must be looked at again
};

struct DocumentGoal {
    std::string id;
    Line title;
    std::string isco08, esco;
    model::Finish finish;
};

struct DocumentCost {
    Line title;
    std::string id;
    Money amount;
    bool is_known = true;
    Date due;
};

/// What a fund, or the money of a pilot, pays of a step.
struct DocumentPayment {
    std::string id;
    Line title;
    model::Fund::Kind kind = model::Fund::Kind::gift;
    Money amount;
};

/// Why a step can be done: a need, and what serves it.
struct DocumentReason {
    std::string id;
    Line need;
    std::vector<Line> met_by;
};

struct DocumentStep {
    std::size_t number = 0;  ///< from 1, in the order of starts
    std::string key, id;
    Line title, text, who;
    Date start;
    std::optional<Date> session;
    Date finish;
    std::vector<DayInterval> closed;  ///< stands still, between its beginning and its finish
    Hours hours;
    std::optional<WeeklyRate> pace;
    Money cost, income;
    Money own;  ///< one's own part of the cost, with what is lent (R15)
    bool cost_is_complete = true;
    std::vector<DocumentCost> costs;
    std::vector<DocumentPayment> payments;
    std::vector<Line> papers, pilots;
    int attempt = 1;
    bool passes = true, is_under_way = false, is_critical = false;
    bool is_estimate = false, is_expected = false;
    std::optional<std::int32_t> slack_days;
    std::optional<Line> outcome;
    std::vector<DocumentReason> reasons;
    std::vector<std::size_t> sources;  ///< positions in DocumentView::sources
    std::string url;                   ///< of the page that tells about the step; may be empty
};

/// An outcome that is not the one planned with.
struct DocumentBranch {
    Line step, outcome;
    std::optional<Date> finish;
    std::optional<double> chance;
};

struct DocumentQuestion {
    std::string id;
    Line ask;
};

struct DocumentAssumption {
    std::string id;
    Line title, value;
    Line fact;  ///< both together
};

struct DocumentPilot {
    std::string id;
    Line title;
    model::Pilot::Status status = model::Pilot::Status::proposed;
    std::optional<std::int32_t> gain_days;
    std::optional<Money> gain_own;
    bool is_selective = false;
};

struct DocumentDuty {
    std::string id;
    Line title;
    model::DutyState::State state = model::DutyState::State::open;
    std::optional<Date> by;
};

struct DocumentSource {
    std::string id, url;
    Line title;
    std::optional<Date> seen;
    bool is_estimate = false;
};

struct DocumentView {
    DocumentView(PlanView plan, const Language& language, DocumentWish wanted)
        : plan_view(std::move(plan)), speaker(language), wish(wanted) {}

    PlanView plan_view;  ///< with the language of this view
    Speaker speaker;
    DocumentWish wish;
    std::string name;  ///< of the person; empty where the document is anonymous
    model::Status status = model::Status::unreachable;
    std::vector<DocumentGoal> goals;
    std::vector<Line> brought;  ///< what the person has already and the route rests on
    bool has_route = false;
    std::vector<DocumentStep> steps;
    model::RouteCost cost;
    Hours hours;
    Money income;
    std::optional<double> chance;
    std::optional<Line> spread_by;
    std::vector<DocumentBranch> branches;
    std::vector<DocumentDuty> duties;
    std::vector<DocumentAssumption> assumed;
    std::vector<DocumentQuestion> questions;
    std::vector<DocumentPilot> pilots_applied, pilots_would_help;
    std::vector<Line> notes;
    std::vector<Line> obstacles;  ///< what stands in the way, where there is no route
    std::vector<DocumentSource> sources;
    bool has_foreign_text = false;  ///< a text of a pack is in another language than asked

    [[nodiscard]] const model::Plan& plan() const { return plan_view.plan; }
};

/// @param view  its `lang` is overridden by `language`
[[nodiscard]] DocumentView make_document_view(const PlanView& view, const model::Profile& profile,
                                              const Language& language, const DocumentWish& wish);

}  // namespace wegwijzer::document
