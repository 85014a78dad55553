// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <string>
#include <vector>

#include "document/plan_remarks.hpp"
#include "document/plan_view.hpp"
#include "document/plan_words.hpp"
#include "document/route_text.hpp"
#include "document/text_part.hpp"

namespace wegwijzer::document {
namespace {

class PlanText : TextPart {
public:
    using TextPart::TextPart;

    void add() {
        add_question();
        add_status();
        append_obstacles(view_, out_);
        add_routes();
        append_questions(view_, out_);
        append_pilots(view_, out_);
        append_notes(view_, out_);
        if (view_.with_sources) append_sources(view_, out_);
    }

private:
    void add_question() {
        std::vector<std::string> goals;
        for (const model::GoalId goal : view_.plan.goals) goals.push_back(named(catalogue_[goal]));
        out_ += document::paragraph(
            "",
            say(Phrase::question_asked,
                {joined(goals, ", " + say(Phrase::and_then) + " "), to_string(view_.plan.on)}),
            width());
    }

    void add_status() {
        const model::Plan& plan = view_.plan;
        paragraph("",
                  say(status_phrase(plan.status, plan.is_undecided()), {to_string(plan.horizon)}));
        if (plan.status == model::Status::unreachable && !plan.routes.empty())
            paragraph("", say(Phrase::first_goals_only));
    }

    void add_routes() {
        const std::vector<model::Route>& routes = view_.plan.routes;
        for (std::size_t k = 0; k < routes.size() && (k == 0 || view_.every_route); ++k)
            append_route(view_, routes[k], k + 1, out_);
        if (!view_.every_route) append_other_routes(view_, out_);
        if (view_.every_route)
            paragraph("", say(view_.plan.front_is_complete ? Phrase::front_complete
                                                           : Phrase::front_incomplete));
    }
};

}  // namespace

std::string render_plan_text(const PlanView& view) {
    std::string out;
    PlanText(view, out).add();
    return out;
}

}  // namespace wegwijzer::document
