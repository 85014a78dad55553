// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "document/document_page.hpp"

namespace wegwijzer::document {
namespace {

constexpr std::size_t next_steps = 3;

/// The person's document. Every English text in here is the key of its translations
/// (engine/document/languages/), and a test holds that no sentence is over fifteen words.
class ClientPage {
public:
    explicit ClientPage(const DocumentView& view) : view_(view), speaker_(view.speaker) {
        page_.languages.push_back(&view.speaker.language());
    }

    Page make() {
        page_.title = sentence(say("Your way to: {goal}", {{"goal", goal_titles()}}));
        add_opening();
        add_goal();
        add_brought();
        add_obstacles();
        if (view_.has_route) {
            add_way();
            add_next();
            add_money();
            add_risks();
        }
        add_duties();
        add_unknown();
        add_pilots();
        add_notes();
        add_sources(view_, page_);
        add_about();
        return std::move(page_);
    }

private:
    [[nodiscard]] Line say(std::string_view text,
                           std::initializer_list<Filling> fillings = {}) const {
        return speaker_.say(text, fillings);
    }
    [[nodiscard]] Line date(Date date) const { return speaker_.date(date); }

    Section& section(std::string_view heading) {
        page_.sections.push_back({sentence(say(heading)), {}, {}});
        return page_.sections.back();
    }
    static void paragraph(std::vector<Block>& blocks, Line line,
                          Paragraph::Kind kind = Paragraph::Kind::plain) {
        blocks.emplace_back(Paragraph{sentence(std::move(line)), kind});
    }
    static void item(Bullets& bullets, Line line) {
        bullets.items.push_back(sentence(std::move(line)));
    }
    void fact(Facts& facts, std::string_view name, Line what) const {
        if (plain_text(what).empty()) return;
        facts.rows.emplace_back(sentence(say(name)), sentence(std::move(what)));
    }

    [[nodiscard]] Line goal_titles() const {
        std::vector<Line> titles;
        for (const DocumentGoal& goal : view_.goals) titles.push_back(goal.title);
        return joined(titles, " + ");
    }

    void add_opening() {
        std::vector<Block>& blocks = page_.opening;
        if (!view_.name.empty())
            paragraph(blocks,
                      say("This plan is for {name}.", {{"name", Speaker::name(view_.name)}}));
        paragraph(blocks, say("This is a plan. It is not a decision."), Paragraph::Kind::important);
        paragraph(blocks,
                  say("We made this plan on {date}.", {{"date", date(view_.plan_view.made)}}));
        if (!view_.plan_view.plugins_missed.empty())
            paragraph(blocks, say("Some rules could not be checked. Ask for advice."),
                      Paragraph::Kind::important);
        if (view_.wish.holds_until)
            paragraph(blocks,
                      say("Its figures hold until {date}. Ask for a new plan after that day.",
                          {{"date", date(*view_.wish.holds_until)}}));
        paragraph(blocks, say("Does something change in your life? Then ask for a new plan."));
    }

    void add_goal() {
        std::vector<Block>& blocks = section("Where you want to go").blocks;
        using model::Status;
        if (view_.status == Status::held)
            return paragraph(blocks, say("You have reached this goal already."));
        if (!view_.has_route)
            return paragraph(blocks, say("We found no way to this goal before {date}.",
                                         {{"date", date(view_.plan().horizon)}}));
        if (view_.status == Status::unknown)
            paragraph(blocks, say("This plan only works if our guesses below are right."));
        if (view_.status == Status::unreachable)
            paragraph(blocks,
                      say("Not all goals can be reached. This is the way to the first ones."));
        for (const DocumentGoal& goal : view_.goals) add_finish(goal, blocks);
        if (view_.chance)
            paragraph(blocks, say("The plan works out in {percent} of the cases.",
                                  {{"percent", Speaker::percent(*view_.chance)}}));
        else
            paragraph(blocks, say("Nobody knows how likely it is that all goes well."));
    }

    void add_finish(const DocumentGoal& goal, std::vector<Block>& blocks) {
        const model::Finish& finish = goal.finish;
        if (finish.planned)
            paragraph(blocks,
                      say("{goal}: the plan says {date}.",
                          {{"goal", goal.title}, {"date", date(*finish.planned)}}),
                      Paragraph::Kind::important);
        if (finish.p10 && finish.p50 && finish.p90) {
            paragraph(blocks, say("It may go faster or slower. Half of the good cases are done by "
                                  "{date}.",
                                  {{"date", date(*finish.p50)}}));
            paragraph(blocks, say("8 of 10 good cases end between {early} and {late}.",
                                  {{"early", date(*finish.p10)}, {"late", date(*finish.p90)}}));
        } else {
            paragraph(blocks, say("We cannot say how sure this date is."));
        }
    }

    void add_brought() {
        if (view_.brought.empty()) return;
        std::vector<Block>& blocks = section("What you already bring").blocks;
        Bullets bullets;
        for (const Line& line : view_.brought) item(bullets, line);
        blocks.emplace_back(std::move(bullets));
    }

    void add_obstacles() {
        if (view_.has_route || view_.obstacles.empty()) return;
        std::vector<Block>& blocks = section("What stands in the way").blocks;
        paragraph(blocks, say("The way opens if one of these changes:"));
        Bullets bullets;
        for (const Line& line : view_.obstacles) item(bullets, line);
        blocks.emplace_back(std::move(bullets));
    }

    void add_way() {
        std::vector<Block>& blocks = section("The whole way in one picture").blocks;
        blocks.emplace_back(
            Picture{sentence(say("Each bar is a step. The list below says the same in words."))});
        Bullets list{{}, true};
        for (const DocumentStep& step : view_.steps) item(list, step_line(step));
        blocks.emplace_back(std::move(list));
    }

    [[nodiscard]] Line step_line(const DocumentStep& step) const {
        Line line =
            step.start == step.finish
                ? say("{step}: on {date}.", {{"step", step.title}, {"date", date(step.start)}})
                : say("{step}: from {start} to {finish}.", {{"step", step.title},
                                                            {"start", date(step.start)},
                                                            {"finish", date(step.finish)}});
        if (step.session)
            append(line, say("The fixed day is {date}.", {{"date", date(*step.session)}}));
        if (!step.passes) append(line, say("We count on one failed try here."));
        if (step.is_estimate) append(line, say("This is an estimate."));
        return line;
    }

    static void append(Line& line, Line more) {
        line.push_back({" ", {}, {}});
        line.insert(line.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
    }

    void add_next() {
        Section& next = section("The next three things to do");
        for (const DocumentStep& step : view_.steps) {
            if (next.sections.size() == next_steps) break;
            if (!step.is_under_way) add_thing(step, next);
        }
        if (next.sections.empty()) page_.sections.pop_back();
    }

    void add_thing(const DocumentStep& step, Section& next) const {
        Section thing{sentence(step.title), {}, {}};
        if (!step.text.empty()) paragraph(thing.blocks, step.text);
        Facts facts;
        if (step.session) {
            fact(facts, "Sign up", date(step.start));
            fact(facts, "Fixed day", date(*step.session));
        } else {
            fact(facts, "Start", date(step.start));
        }
        fact(facts, "Ready", date(step.finish));
        fact(facts, "Where, or with whom", step.who);
        fact(facts, "Take with you", joined(step.papers, ", "));
        if (step.hours != Hours{})
            fact(facts, "Your time", say("{n} hours", {{"n", whole_hours(step.hours)}}));
        fact(facts, "Costs", cost(step.cost, step.cost_is_complete));
        if (!step.payments.empty()) fact(facts, "Who pays", payers(step));
        if (!step.url.empty()) fact(facts, "Read more", {{step.url, {}, step.url}});
        fact(facts, "Who can help", say("The person who gave you this plan."));
        thing.blocks.emplace_back(std::move(facts));
        next.sections.push_back(std::move(thing));
    }

    /// Nobody plans a course to the minute.
    static Line whole_hours(Hours hours) {
        constexpr std::int64_t hour = 100;
        return Speaker::number(std::max<std::int64_t>((hours.hundredths + hour / 2) / hour, 1));
    }

    [[nodiscard]] Line cost(Money amount, bool is_complete) const {
        if (is_complete && amount == Money{}) return say("nothing");
        if (is_complete) return Speaker::money(amount);
        if (amount == Money{}) return say("not known");
        return say("at least {amount}", {{"amount", Speaker::money(amount)}});
    }

    void add_money() {
        std::vector<Block>& blocks = section("What it costs and who pays").blocks;
        const model::RouteCost& cost = view_.cost;
        Grid sums{sentence(say("All costs together")),
                  {sentence(say("Who pays")), sentence(say("Amount"))},
                  {}};
        const auto row = [&](std::string_view who, Money amount) {
            if (amount != Money{})
                sums.rows.push_back({sentence(say(who)), sentence(Speaker::money(amount))});
        };
        row("A fund or subsidy", cost.gift);
        row("Your employer", cost.employer);
        row("A loan that you pay back", cost.loan);
        sums.rows.push_back(
            {sentence(cost.loan == Money{} ? say("You") : say("You, loans included")),
             sentence(this->cost(cost.own, cost.is_complete))});
        sums.rows.push_back(
            {sentence(say("Together")), sentence(this->cost(cost.total, cost.is_complete))});
        blocks.emplace_back(std::move(sums));
        if (!cost.is_complete)
            paragraph(blocks, say("We do not know every price. It may cost more."));
        add_prices(blocks);
    }

    void add_prices(std::vector<Block>& blocks) const {
        Grid prices{sentence(say("The costs of each step")),
                    {sentence(say("Step")), sentence(say("Amount")), sentence(say("Who pays"))},
                    {}};
        for (const DocumentStep& step : view_.steps) {
            if (step.cost == Money{} && step.cost_is_complete) continue;
            prices.rows.push_back({sentence(step.title),
                                   sentence(cost(step.cost, step.cost_is_complete)),
                                   sentence(payers(step))});
        }
        if (!prices.rows.empty()) blocks.emplace_back(std::move(prices));
    }

    /// "Foundation X: € 60,00; You: € 40,00".
    [[nodiscard]] Line payers(const DocumentStep& step) const {
        if (step.payments.empty()) return say("You");
        std::vector<Line> parts;
        const auto pays = [&](const Line& who, const Line& amount) {
            parts.push_back(say("{what}: {value}", {{"what", who}, {"value", amount}}));
        };
        for (const DocumentPayment& payment : step.payments)
            if (payment.kind != model::Fund::Kind::loan)
                pays(payment.title, Speaker::money(payment.amount));
        pays(say("You"), cost(step.own, step.cost_is_complete));
        for (const DocumentPayment& payment : step.payments)
            if (payment.kind == model::Fund::Kind::loan)
                parts.push_back(
                    say("{who} lends you {amount} of that",
                        {{"who", payment.title}, {"amount", Speaker::money(payment.amount)}}));
        return joined(parts, "; ");
    }

    void add_risks() {
        std::vector<Block>& blocks = section("What may take longer, and why").blocks;
        Bullets risks;
        if (view_.spread_by)
            item(risks, say("We are most unsure about: {step}.", {{"step", *view_.spread_by}}));
        for (const DocumentStep& step : view_.steps)
            if (step.session)
                item(risks, say("{step} has fixed days. Miss one, and you wait for the next.",
                                {{"step", step.title}}));
        for (const DocumentBranch& branch : view_.branches) item(risks, branch_line(branch));
        if (!risks.items.empty()) blocks.emplace_back(std::move(risks));
        add_critical(blocks);
        if (blocks.empty()) page_.sections.pop_back();
    }

    [[nodiscard]] Line branch_line(const DocumentBranch& branch) const {
        Line line = say("{step}: others decide. The result can also be: {outcome}.",
                        {{"step", branch.step}, {"outcome", branch.outcome}});
        if (branch.finish)
            append(line, say("Then you are ready on {date}.", {{"date", date(*branch.finish)}}));
        else
            append(line, say("Then we know no way to your goal."));
        return line;
    }

    void add_critical(std::vector<Block>& blocks) const {
        Bullets steps;
        for (const DocumentStep& step : view_.steps)
            if (step.is_critical) item(steps, step.title);
        if (steps.items.empty()) return;
        paragraph(blocks, say("These steps set the date. Is one late? Then all is late."));
        blocks.emplace_back(std::move(steps));
    }

    void add_duties() {
        if (view_.duties.empty()) return;
        std::vector<Block>& blocks = section("What the law asks of you").blocks;
        Bullets list;
        for (const DocumentDuty& duty : view_.duties) {
            using State = model::DutyState::State;
            Line line = duty.by ? say("{duty}: on {date} at the latest.",
                                      {{"duty", duty.title}, {"date", date(*duty.by)}})
                                : say("{duty}.", {{"duty", duty.title}});
            append(line, duty.state == State::met ? say("This plan is in time.")
                         : duty.state == State::missed
                             ? say("This plan is too late. Ask for advice.")
                             : say("This plan does not do it. Ask for advice."));
            item(list, std::move(line));
        }
        blocks.emplace_back(std::move(list));
    }

    void add_unknown() {
        if (view_.assumed.empty() && view_.questions.empty()) return;
        std::vector<Block>& blocks = section("What we did not know").blocks;
        if (!view_.assumed.empty()) {
            paragraph(blocks, say("We guessed this. Tell us if it is wrong."));
            Bullets list;
            for (const DocumentAssumption& assumed : view_.assumed) item(list, assumed.fact);
            blocks.emplace_back(std::move(list));
        }
        if (view_.questions.empty()) return;
        paragraph(blocks, say("Your answer to these questions could shorten the way:"));
        Bullets list;
        for (const DocumentQuestion& question : view_.questions) item(list, question.ask);
        blocks.emplace_back(std::move(list));
    }

    void add_pilots() {
        if (view_.pilots_applied.empty() && view_.pilots_would_help.empty()) return;
        std::vector<Block>& blocks = section("Trials with other rules").blocks;
        Bullets list;
        for (const DocumentPilot& pilot : view_.pilots_applied)
            item(list, say("{pilot}: this plan uses it.", {{"pilot", pilot.title}}));
        for (const DocumentPilot& pilot : view_.pilots_would_help) item(list, pilot_line(pilot));
        blocks.emplace_back(std::move(list));
    }

    [[nodiscard]] Line pilot_line(const DocumentPilot& pilot) const {
        using Status = model::Pilot::Status;
        Line line = pilot.title;
        if (!pilot.gain_days)
            line = say("{pilot}: this opens a way.", {{"pilot", pilot.title}});
        else if (*pilot.gain_days > 0)
            line = say("{pilot}: {days} faster.",
                       {{"pilot", pilot.title},
                        {"days", speaker_.count(*pilot.gain_days, "{n} day", "{n} days")}});
        else
            line.push_back({":", {}, {}});
        if (pilot.gain_own && pilot.gain_own->cents > 0)
            append(line,
                   say("It saves you {amount}.", {{"amount", Speaker::money(*pilot.gain_own)}}));
        append(line, pilot.status == Status::running ? say("It runs now.")
                     : pilot.status == Status::ended ? say("It has ended.")
                                                     : say("It is only an idea so far."));
        if (pilot.is_selective) append(line, say("Not everyone can join."));
        return line;
    }

    void add_notes() {
        if (view_.notes.empty()) return;
        std::vector<Block>& blocks = section("Good to know").blocks;
        Bullets list;
        for (const Line& note : view_.notes) item(list, note);
        blocks.emplace_back(std::move(list));
    }

    void add_about() {
        std::vector<Block>& blocks = section("About this paper").blocks;
        paragraph(blocks,
                  say("The schools, offices and employers decide. This plan does not bind them."));
        paragraph(blocks, say("A computer made this plan from public rules and figures."));
        std::vector<Line> packs;
        for (const model::Pack& pack : view_.plan_view.catalogue.packs)
            packs.push_back(Speaker::name(pack.id + " " + pack.version));
        paragraph(
            blocks,
            say("Made with: {program}",
                {{"program", joined({Speaker::name("wegwijzer " + view_.plan_view.program_version),
                                     joined(packs, ", ")},
                                    "; ")}}),
            Paragraph::Kind::small);
    }

    const DocumentView& view_;
    const Speaker& speaker_;
    Page page_;
};

}  // namespace

Page client_page(const DocumentView& view) { return ClientPage(view).make(); }

void add_sources(const DocumentView& view, Page& page) {
    if (view.sources.empty()) return;
    const Speaker& speaker = view.speaker;
    // An estimate of our own is explained in words for those who check it: to the adviser.
    const bool tells_all = view.wish.audience == Audience::adviser;
    bool has_more = false;
    Bullets list{{}, true};
    std::set<std::string> told;
    for (const DocumentSource& source : view.sources) {
        if (!tells_all && source.url.empty()) {
            has_more = true;
            continue;
        }
        Line line =
            source.seen
                ? speaker.say("{title}. Seen on {date}.",
                              {{"title", source.title}, {"date", speaker.date(*source.seen)}})
                : speaker.say("{title}.", {{"title", source.title}});
        if (source.is_estimate && tells_all) {
            line.push_back({" ", {}, {}});
            for (Run& run : speaker.say("This is an estimate.")) line.push_back(std::move(run));
        }
        if (!source.url.empty()) {
            line.push_back({" ", {}, {}});
            line.push_back({source.url, {}, source.url});
        }
        // Several figures may come from one page.
        if (told.insert(plain_text(line)).second) list.items.push_back(sentence(std::move(line)));
    }
    std::vector<Block> blocks;
    if (!list.items.empty()) blocks.emplace_back(std::move(list));
    if (has_more)
        blocks.emplace_back(
            Paragraph{sentence(speaker.say("Some figures are estimates of our own. Your adviser "
                                           "can tell you more.")),
                      Paragraph::Kind::plain});
    page.sections.push_back(
        {sentence(speaker.say("Where the figures come from")), std::move(blocks), {}});
}

}  // namespace wegwijzer::document
