// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "document/diff_view.hpp"
#include "document/layout.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

using route::Reason;
using route::StepChange;

class DiffText {
public:
    explicit DiffText(const DiffView& view) : view_(view), diff_(view.diff), words_(view.lang) {}

    std::string write() {
        paragraph("", say(Phrase::question_asked, {goals(view_.is), to_string(view_.is.on)}));
        if (diff_.asked) paragraph("", say(Phrase::diff_asked, {goals(view_.was)}));
        if (diff_.is_empty()) paragraph("", say(Phrase::diff_nothing));
        add_answers();
        part(Phrase::diff_made_from, [&] { add_question(); });
        part(Phrase::diff_steps, [&] { add_steps(); });
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string say(Phrase phrase,
                                  std::initializer_list<std::string_view> arguments = {}) const {
        return words_.say(phrase, arguments);
    }
    void paragraph(std::string_view first, std::string_view text) {
        constexpr int narrowest = 40;
        constexpr int widest = 120;
        const int width = std::clamp(view_.width, narrowest, widest);
        out_ += document::paragraph(first, text, static_cast<std::size_t>(width));
    }
    void item(std::string_view text) { paragraph("  - ", text); }
    /// A heading, and under it what `add` adds; neither where that is nothing.
    template <class Add>
    void part(Phrase heading, Add add) {
        std::string before = std::exchange(out_, {});
        add();
        std::string added = std::exchange(out_, std::move(before));
        if (added.empty()) return;
        out_ += '\n';
        paragraph("", say(heading));
        out_ += added;
    }

    [[nodiscard]] std::string goals(const model::PlanRecord& plan) const {
        return Words::clean(joined(plan.goals, ", " + say(Phrase::and_then) + " "));
    }

    void add_answers() {
        if (diff_.status)
            item(say(Phrase::diff_status,
                     {Words::clean(diff_.status->was), Words::clean(diff_.status->is)}));
        for (const auto& goal : diff_.goals) add_goal(goal);
        if (diff_.own) item(say(Phrase::diff_own, {own(view_.is), own(view_.was), dearer()}));
        if (diff_.chance)
            item(say(Phrase::diff_chance,
                     {words_.percent(diff_.chance->is), words_.percent(diff_.chance->was)}));
    }

    void add_goal(const route::GoalChange& goal) {
        const auto date = [](const auto* finish, auto which) {
            return finish != nullptr && finish->*which ? to_string(*(finish->*which)) : "–";
        };
        using Goal = model::PlanRecord::Goal;
        const std::string id = Words::clean(goal.id);
        const auto line = [&](Phrase phrase, auto which, const std::optional<Days>& days) {
            std::string text = say(phrase, {id, date(goal.is, which), date(goal.was, which)});
            if (days) text += ": " + shift(*days);
            item(text + ".");
        };
        line(Phrase::diff_planned, &Goal::planned, goal.planned);
        if (date(goal.is, &Goal::p50) != date(goal.was, &Goal::p50))
            line(Phrase::diff_p50, &Goal::p50, goal.p50);
    }
    [[nodiscard]] std::string shift(Days days) const {
        if (days.count > 0) return say(Phrase::differs_later, {words_.weeks(days)});
        if (days.count < 0) return say(Phrase::pilot_gains, {words_.weeks(Days{-days.count})});
        return say(Phrase::differs_nothing);
    }

    [[nodiscard]] std::string own(const model::PlanRecord& plan) const {
        const auto& route = plan.routes.front();
        const std::string amount = words_.money(route.own);
        return route.cost_is_complete ? amount : say(Phrase::at_least, {amount});
    }
    [[nodiscard]] std::string dearer() const {
        const Money more = diff_.own->is - diff_.own->was;
        if (more.cents > 0) return say(Phrase::pilot_costs, {words_.money(more)});
        return say(Phrase::pilot_saves, {words_.money(Money{-more.cents})});
    }

    void add_question() {
        if (diff_.on)
            item(say(Phrase::diff_on, {to_string(diff_.on->is), to_string(diff_.on->was)}));
        if (diff_.horizon)
            item(say(Phrase::diff_horizon,
                     {to_string(diff_.horizon->is), to_string(diff_.horizon->was)}));
        for (const auto& pack : diff_.packs) add_pack(pack);
        for (const auto& pilot : diff_.pilots_new)
            item(say(Phrase::diff_pilot_new, {Words::clean(pilot)}));
        for (const auto& pilot : diff_.pilots_gone)
            item(say(Phrase::diff_pilot_gone, {Words::clean(pilot)}));
        for (const auto& one : diff_.assumed)
            item(say(Phrase::diff_assumed,
                     {Words::clean(one.name), text_or_nothing(one.is), text_or_nothing(one.was)}));
        if (diff_.program)
            item(say(Phrase::diff_program,
                     {Words::clean(diff_.program->was), Words::clean(diff_.program->is)}));
    }
    void add_pack(const route::NamedChange& pack) {
        const std::string id = Words::clean(pack.name);
        const std::string was = Words::clean(pack.was);
        const std::string is = Words::clean(pack.is);
        if (was.empty())
            item(say(Phrase::diff_pack_new, {id, is}));
        else if (is.empty())
            item(say(Phrase::diff_pack_gone, {id, was}));
        else if (was == is)
            item(say(Phrase::diff_pack_content, {id, is}));
        else
            item(say(Phrase::diff_pack, {id, was, is}));
    }
    [[nodiscard]] std::string text_or_nothing(const std::string& text) const {
        return text.empty() ? say(Phrase::diff_nothing_there) : Words::clean(text);
    }

    void add_steps() {
        for (const StepChange& change : diff_.steps) {
            item(Words::clean(change.step().title) + " (" + Words::clean(change.step().key) +
                 "): " + what_of(change));
            for (const Reason& reason : change.reasons) paragraph("      ", because(reason));
        }
    }

    [[nodiscard]] std::string what_of(const StepChange& change) const {
        switch (change.kind) {
            case StepChange::Kind::moved:
                return moved(*change.was, *change.is);
            case StepChange::Kind::altered:
                return say(Phrase::diff_same_days);
            case StepChange::Kind::added:
                return say(Phrase::diff_added,
                           {to_string(change.is->start), to_string(change.is->finish)});
            case StepChange::Kind::done:
                return say(Phrase::diff_done);
            case StepChange::Kind::gone:
                break;
        }
        return say(Phrase::diff_gone);
    }
    [[nodiscard]] std::string moved(const model::PlanRecord::Step& was,
                                    const model::PlanRecord::Step& is) const {
        return say(Phrase::diff_moved, {to_string(is.start), to_string(is.finish),
                                        to_string(was.start), to_string(was.finish)}) +
               ": " + shift(is.finish - was.finish);
    }

    [[nodiscard]] std::string because(const Reason& reason) const {
        const std::string of = Words::clean(reason.of);
        const std::string was = told(reason.was);
        const std::string is = told(reason.is);
        switch (reason.kind) {
            case Reason::Kind::pilot:
                return say(Phrase::diff_by_pilot, {version(reason.is), version(reason.was)});
            case Reason::Kind::attempt:
                return say(Phrase::diff_by_attempt, {is, was});
            case Reason::Kind::outcome:
                return say(Phrase::diff_by_outcome, {is, was});
            case Reason::Kind::need:
                return by_need(reason);
            case Reason::Kind::support:
                return say(Phrase::diff_by_support, {of, support(reason.is), support(reason.was)});
            case Reason::Kind::pace:
                return say(Phrase::diff_by_pace, {is, was});
            case Reason::Kind::hours:
                return say(Phrase::diff_by_hours, {is, was});
            case Reason::Kind::length:
                return say(Phrase::diff_by_length, {is, was});
            case Reason::Kind::price:
                return say(Phrase::diff_by_price, {is, was});
            case Reason::Kind::payer:
                return say(Phrase::diff_by_payer, {of, is, was});
            case Reason::Kind::session:
                return say(Phrase::diff_by_session, {is, was});
            case Reason::Kind::first_day:
                return say(Phrase::diff_by_first_day);
            case Reason::Kind::held_up:
                return by_held_up(reason);
            case Reason::Kind::step:
                break;
        }
        return say(Phrase::diff_by_step, {of, is, was});
    }

    [[nodiscard]] std::string by_need(const Reason& reason) const {
        const std::string of = Words::clean(reason.of);
        const std::string& was = std::get<std::string>(reason.was);
        const std::string& is = std::get<std::string>(reason.is);
        if (was.empty()) return say(Phrase::diff_by_need_new, {of, Words::clean(is)});
        if (is.empty()) return say(Phrase::diff_by_need_gone, {of, Words::clean(was)});
        return say(Phrase::diff_by_need, {of, Words::clean(is), Words::clean(was)});
    }
    [[nodiscard]] std::string by_held_up(const Reason& reason) const {
        const std::string& is = std::get<std::string>(reason.is);
        if (is == "hours") return say(Phrase::waits_for_hours);
        if (is == "money") return say(Phrase::waits_for_money);
        return say(Phrase::waits_for_rule);
    }
    [[nodiscard]] std::string support(const Reason::Told& served) const {
        const std::string& by = std::get<std::string>(served);
        return by.empty() ? say(Phrase::diff_own_facts) : Words::clean(by);
    }
    [[nodiscard]] std::string version(const Reason::Told& pilot) const {
        const std::string& ids = std::get<std::string>(pilot);
        return ids.empty() ? say(Phrase::diff_ordinary) : Words::clean(ids);
    }

    [[nodiscard]] std::string told(const Reason::Told& told) const {
        return std::visit(
            [&](const auto& what) -> std::string {
                using What = std::decay_t<decltype(what)>;
                if constexpr (std::is_same_v<What, std::monostate>)
                    return say(Phrase::diff_nothing_there);
                else if constexpr (std::is_same_v<What, std::string>)
                    return text_or_nothing(what);
                else if constexpr (std::is_same_v<What, Date>)
                    return to_string(what);
                else if constexpr (std::is_same_v<What, Days>)
                    return words_.weeks(what);
                else if constexpr (std::is_same_v<What, Money>)
                    return words_.money(what);
                else if constexpr (std::is_same_v<What, Hours>)
                    return words_.hours(what);
                else
                    return words_.whole(what);
            },
            told);
    }

    const DiffView& view_;
    const route::PlanDiff& diff_;
    Words words_;
    std::string out_;
};

}  // namespace

std::string render_diff_text(const DiffView& view) { return DiffText(view).write(); }

}  // namespace wegwijzer::document
