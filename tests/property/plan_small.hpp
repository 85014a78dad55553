// SPDX-License-Identifier: Apache-2.0
/// Small worlds: a handful of steps on a few weeks, drawn at random, and written as a pack and a
/// profile. Days are counted from the first day of the plan.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"

namespace wegwijzer::small {

inline const Date first_day = to_date({2027, 1, 4});
inline std::string day_text(int day) { return to_string(first_day + Days{day}); }

/// All choices come from one tape, so that rapidcheck can shrink what it finds.
class Tape {
public:
    explicit Tape(std::vector<std::uint16_t> numbers) : numbers_(std::move(numbers)) {}
    /// 0 .. n-1; 0 past the end.
    int pick(int n) {
        return at_ < numbers_.size() ? numbers_[at_++] % static_cast<std::uint16_t>(n) : 0;
    }
    /// True once in `n` times; false past the end.
    bool once_in(int n) { return pick(n) == n - 1; }

private:
    std::vector<std::uint16_t> numbers_;
    std::size_t at_ = 0;
};

/// At least `least` of these credentials.
struct Ask {
    std::vector<int> of;
    int least = 1;
};
enum class When { start, session, finish, throughout };
struct Need {
    Ask ask;
    int younger = 0;  ///< days; 0: any age
    When at = When::start;
};
struct Must {
    Ask ask;
    int within = 1;
};
enum class Runs { days, hours, open };

struct Step {
    Runs runs = Runs::days;
    int length = 0;          ///< days, hours, or days at least
    int load = 0;            ///< hours a week, not with hours
    std::vector<int> paces;  ///< hours a week, with hours
    std::vector<Need> needs;
    std::vector<Must> musts;
    std::vector<int> gives;
    int sessions = -1, closure = -1;
    int repeat = 1;
    int passes_at = 1, again = 0;
    int from = -1, until = -1;  ///< in force; -1: always
    When dated = When::finish;
    int cost = 0;
    When counts = When::start;  ///< the day that picks figures, start or session
    int later = -1;             ///< from this day on other figures count; -1: never
    int later_length = 0, later_cost = 0;
};

/// Offers (or replaces the ordinary way by) a version of one step while its window is open.
struct Pilot {
    int step = 0;
    int waived = -1;  ///< index of a need; -1: none
    int length = -1;  ///< days or hours; -1: as it was
    int from = 0, until = 0;
    bool replaces = false;
    bool sends_back = false;  ///< who is half-way when it ends; not of a job
};

/// Pays the fees of some steps, without a ceiling.
struct Fund {
    Ask opens;
    std::vector<int> pays;  ///< steps
    int share = 10'000;     ///< in ten-thousandths
    bool lends = false;
};

/// Asks a credential by a day.
struct Duty {
    int credential = 0, by = 0;
};

struct World {
    int horizon = 24;
    std::vector<int> lasts;                    ///< by credential, in days; 0: for ever
    std::vector<std::pair<int, int>> implies;  ///< the first serves for the second
    std::vector<std::pair<int, int>> held;     ///< credential and its day, 0 or before
    std::vector<std::vector<int>> sessions;
    std::vector<int> leads;
    std::vector<std::pair<int, int>> closures;
    std::vector<Step> steps;
    std::vector<Pilot> pilots;  ///< at most two for each step, one after the other
    std::vector<Fund> funds;    ///< in the order in which they pay
    std::vector<int> goals;     ///< credentials
    std::optional<Duty> duty;   ///< binds
    int hours = 16;
    int other_from = 0, other_until = 0, other_hours = 0;  ///< a stretch with other hours

    [[nodiscard]] int hours_on(int day) const {
        return other_from <= day && day < other_until ? other_hours : hours;
    }
};

inline constexpr std::array<int, 4> rates{4, 8, 12, 16};

inline Ask draw_ask(Tape& tape, int credentials) {
    Ask ask{{tape.pick(credentials)}, 1};
    if (tape.once_in(3)) {
        ask.of.push_back((ask.of.front() + 1 + tape.pick(credentials - 1)) % credentials);
        ask.least = 1 + tape.pick(2);
    }
    return ask;
}

/// A pilot that waives a need or changes the length; none where the step has neither.
inline std::optional<Pilot> draw_pilot(Tape& tape, const Step& step, int number) {
    Pilot pilot;
    pilot.step = number;
    pilot.from = tape.pick(8);
    pilot.until = pilot.from + 1 + tape.pick(14);
    if (!step.needs.empty() && tape.once_in(2))
        pilot.waived = tape.pick(static_cast<int>(step.needs.size()));
    else if (step.runs == Runs::open)
        return std::nullopt;
    else
        pilot.length = step.runs == Runs::hours ? 4 + tape.pick(12) : tape.pick(7);
    pilot.sends_back = step.runs != Runs::open && tape.once_in(4);
    return pilot;
}

inline void draw_pilots(Tape& tape, World& world) {
    if (!tape.once_in(2)) return;
    for (int s = 0; s < static_cast<int>(world.steps.size()); ++s) {
        const Step& step = world.steps[static_cast<std::size_t>(s)];
        if (!tape.once_in(3)) continue;
        auto first = draw_pilot(tape, step, s);
        if (!first) continue;
        first->replaces = tape.once_in(4);
        world.pilots.push_back(*first);
        if (!tape.once_in(2)) continue;
        if (const auto second = draw_pilot(tape, step, s)) world.pilots.push_back(*second);
    }
}

/// @param most  steps in all
inline World draw_world(Tape& tape, int most) {
    World world;
    const int credentials = 3 + tape.pick(3);
    const int steps = 3 + tape.pick(most - 2);
    for (int c = 0; c < credentials; ++c)
        world.lasts.push_back(tape.once_in(5) ? 3 + tape.pick(12) : 0);
    if (tape.once_in(6)) world.implies.push_back({1, 2});
    if (tape.once_in(3)) world.held.push_back({1 + tape.pick(credentials - 1), -tape.pick(8)});
    world.goals = {0};
    if (tape.once_in(5)) world.goals.push_back(1);
    for (int k = 0; k < 2; ++k) {
        std::vector<int> days;
        int day = tape.pick(6);
        while (day < world.horizon) {
            days.push_back(day);
            day += 2 + tape.pick(9);
        }
        world.sessions.push_back(days);
        world.leads.push_back(tape.pick(3));
    }
    const int closed = tape.pick(15);
    world.closures.push_back({closed, closed + 1 + tape.pick(5)});
    world.hours = rates[static_cast<std::size_t>(tape.pick(4))];
    if (tape.once_in(3)) {
        world.other_from = tape.pick(12);
        world.other_until = world.other_from + 1 + tape.pick(8);
        world.other_hours = tape.once_in(3) ? 0 : rates[static_cast<std::size_t>(tape.pick(4))];
    }
    std::vector<bool> is_of_job(static_cast<std::size_t>(credentials), false);
    for (int s = 0; s < steps; ++s) {
        Step step;
        const int kind = tape.pick(6);
        step.runs = kind < 3 ? Runs::days : kind < 5 ? Runs::hours : Runs::open;
        if (step.runs == Runs::days) {
            step.length = tape.pick(7);
            if (step.length > 0 && tape.once_in(2))
                step.load = rates[static_cast<std::size_t>(tape.pick(4))];
        } else if (step.runs == Runs::hours) {
            step.length = 4 + tape.pick(12);
            step.paces = {rates[static_cast<std::size_t>(tape.pick(4))]};
            if (tape.once_in(2) && step.paces[0] != 16) step.paces.push_back(16);
        } else {
            step.length = tape.pick(9);
            if (tape.once_in(2)) step.load = rates[static_cast<std::size_t>(tape.pick(4))];
        }
        // The first steps give the goals, so that most worlds can be solved.
        const int given = s < credentials ? s : tape.pick(credentials);
        step.gives = {given};
        if (tape.once_in(6)) {
            const int other = tape.pick(credentials);
            if (other != given) step.gives.push_back(other);
        }
        const int needs = tape.pick(3);
        for (int k = 0; k < needs; ++k) {
            Need need{draw_ask(tape, credentials), 0, When::start};
            if (tape.once_in(5)) need.younger = 2 + tape.pick(8);
            if (tape.once_in(2)) need.at = static_cast<When>(tape.pick(4));
            step.needs.push_back(need);
        }
        if (step.runs == Runs::open) {
            for (const int c : step.gives) is_of_job[static_cast<std::size_t>(c)] = true;
            if (tape.once_in(2))
                step.musts.push_back({draw_ask(tape, credentials), 1 + tape.pick(6)});
        } else {
            if (tape.once_in(4)) step.sessions = tape.pick(2);
            if (tape.once_in(5)) step.closure = 0;
            if (tape.once_in(6)) {
                step.passes_at = 2;
                step.again = tape.pick(4);
            } else if (tape.once_in(3)) {
                step.repeat = 2;
            }
            if (tape.once_in(6)) step.dated = static_cast<When>(tape.pick(3));
        }
        if (tape.once_in(7)) step.from = tape.pick(10);
        if (tape.once_in(7)) step.until = std::max(step.from + 1, 5 + tape.pick(15));
        if (tape.once_in(3)) step.cost = 1 + tape.pick(3);
        if (step.sessions >= 0 && tape.once_in(3)) step.counts = When::session;
        if (tape.once_in(5)) {
            step.later = 1 + tape.pick(10);
            step.later_length = step.runs == Runs::hours ? 4 + tape.pick(12) : tape.pick(7);
            if (step.runs == Runs::open || tape.once_in(3)) step.later_length = step.length;
            step.later_cost = step.cost > 0 ? tape.pick(4) : 0;
        }
        world.steps.push_back(step);
    }
    draw_pilots(tape, world);
    if (tape.once_in(4)) world.duty = Duty{tape.pick(credentials), 4 + tape.pick(18)};
    // What a job gives bears no date of its own: no life, and no age is asked.
    for (int c = 0; c < credentials; ++c)
        if (is_of_job[static_cast<std::size_t>(c)]) world.lasts[static_cast<std::size_t>(c)] = 0;
    for (Step& step : world.steps)
        for (Need& need : step.needs)
            for (const int c : need.ask.of) {
                if (is_of_job[static_cast<std::size_t>(c)]) need.younger = 0;
                for (const auto& [higher, lower] : world.implies)
                    if (c == lower && is_of_job[static_cast<std::size_t>(higher)]) need.younger = 0;
            }
    return world;
}

/// One to three funds. Fees do not change by date, as a route waits for a fund and for no price;
/// what is paid takes time, so that what opens a fund never rests on what it pays.
inline void draw_funds(Tape& tape, World& world) {
    for (Step& step : world.steps) {
        if (step.runs != Runs::open) step.length = std::max(step.length, 1);
        step.cost = step.runs == Runs::open ? 0 : tape.pick(4) * (1 + tape.pick(3));
        step.later = -1;
    }
    std::erase_if(world.pilots, [](const Pilot& pilot) { return pilot.length == 0; });
    const int funds = 1 + tape.pick(3);
    for (int f = 0; f < funds; ++f) {
        Fund fund;
        fund.opens = draw_ask(tape, static_cast<int>(world.lasts.size()));
        for (int s = 0; s < static_cast<int>(world.steps.size()); ++s)
            if (world.steps[static_cast<std::size_t>(s)].cost > 0 && tape.pick(2) == 0)
                fund.pays.push_back(s);
        constexpr std::array<int, 4> shares{10'000, 6'000, 3'333, 5'000};
        fund.share = shares[static_cast<std::size_t>(tape.pick(4))];
        fund.lends = tape.once_in(4);
        if (!fund.pays.empty()) world.funds.push_back(fund);
    }
}

inline std::string quoted(const std::string& text) { return "\"" + text + "\""; }
inline std::string credential_id(int c) { return std::string("c") + static_cast<char>('0' + c); }
inline std::string step_id(std::size_t s) { return "s" + std::to_string(s); }
inline std::string term_text(int days) {
    return quoted(std::to_string(days) + (days == 1 ? " day" : " days"));
}

inline std::string ask_text(const Ask& ask) {
    if (ask.of.size() == 1) return quoted(credential_id(ask.of[0]));
    const std::string word = ask.least == 1 ? " or " : " and ";
    return quoted(credential_id(ask.of[0]) + word + credential_id(ask.of[1]));
}

inline std::string moment_text(When at) {
    constexpr std::array<const char*, 4> names{"start", "session", "finish", "throughout"};
    return quoted(names[static_cast<std::size_t>(at)]);
}

inline std::string title(const std::string& text) {
    return "title = { nl = " + quoted(text) + ", en = " + quoted(text) + " }\n";
}

inline std::string step_text(const Step& step, const std::string& id) {
    std::string out =
        "\n[[step]]\nid = " + quoted(id) + "\n" + title(id) + "by = \"you\"\nsource = \"rule\"\n";
    const auto figure = [&](const auto& text_of) {
        if (step.later < 0) return text_of(step.length);
        return "[{ value = " + text_of(step.length) + " }, { from = " + day_text(step.later) +
               ", value = " + text_of(step.later_length) + " }]";
    };
    const auto hours_text = [](int hours) { return quoted(std::to_string(hours) + " hours"); };
    if (step.counts == When::session) out += "counts = \"session\"\n";
    if (step.runs == Runs::days) out += "duration = " + figure(term_text) + "\n";
    if (step.runs == Runs::open) out += "open = { least = " + term_text(step.length) + " }\n";
    if (step.runs == Runs::hours) {
        out += "effort = " + figure(hours_text) + "\npace = [";
        for (const int pace : step.paces)
            out += quoted(std::to_string(pace) + " hours/week") + ", ";
        out += "]\n";
    }
    if (step.load > 0) out += "load = " + quoted(std::to_string(step.load) + " hours/week") + "\n";
    std::string calendars;
    if (step.sessions >= 0) calendars += quoted("sessions" + std::to_string(step.sessions)) + ", ";
    if (step.closure >= 0) calendars += quoted("closed" + std::to_string(step.closure)) + ", ";
    if (!calendars.empty()) out += "calendar = [" + calendars + "]\n";
    if (step.repeat > 1) out += "repeat = " + std::to_string(step.repeat) + "\n";
    if (step.passes_at > 1)
        out += "attempt = { pass = 0.5, again = " + term_text(step.again) +
               ", most = 3, plan = " + std::to_string(step.passes_at) + ", source = \"rule\" }\n";
    if (step.dated != When::finish) out += "dated = " + moment_text(step.dated) + "\n";
    if (step.from >= 0 || step.until >= 0) {
        out += "in_force = { ";
        if (step.from >= 0) out += "from = " + day_text(step.from);
        if (step.from >= 0 && step.until >= 0) out += ", ";
        if (step.until >= 0) out += "until = " + day_text(step.until);
        out += " }\n";
    }
    const auto euros = [](int amount) { return quoted("EUR " + std::to_string(amount)); };
    if (step.cost > 0 && step.later < 0)
        out += "cost = [{ id = \"fee\", amount = " + euros(step.cost) + ", source = \"rule\" }]\n";
    if (step.cost > 0 && step.later >= 0)
        out += "cost = [{ id = \"fee\", amount = [{ value = " + euros(step.cost) +
               " }, { from = " + day_text(step.later) + ", value = " + euros(step.later_cost) +
               " }], source = \"rule\" }]\n";
    out += "needs = [\n";
    for (std::size_t k = 0; k < step.needs.size(); ++k) {
        const Need& need = step.needs[k];
        out += "  { id = \"n" + std::to_string(k) + "\", is = " + ask_text(need.ask);
        if (need.younger > 0) out += ", younger = " + term_text(need.younger);
        if (need.at != When::start) out += ", at = " + moment_text(need.at);
        out += ", source = \"rule\" },\n";
    }
    out += "]\n";
    if (!step.musts.empty())
        out += "must = [{ id = \"m\", is = " + ask_text(step.musts[0].ask) +
               ", within = " + term_text(step.musts[0].within) + ", source = \"rule\" }]\n";
    out += "gives = [";
    for (const int c : step.gives) out += quoted(credential_id(c)) + ", ";
    return out + "]\n";
}

inline std::string pilot_text(const World& world, std::size_t p) {
    const Pilot& pilot = world.pilots[p];
    const Step& step = world.steps[static_cast<std::size_t>(pilot.step)];
    std::string out =
        "\n[[pilot]]\nid = \"p" + std::to_string(p) + "\"\n" + title("P") +
        "status = \"running\"\nsource = \"rule\"\nin_force = { from = " + day_text(pilot.from) +
        ", until = " + day_text(pilot.until) + " }\n";
    if (pilot.replaces) out += "effect = \"change\"\n";
    if (pilot.sends_back) out += "leave = \"back\"\n";
    out += "change = [{ step = " + quoted(step_id(static_cast<std::size_t>(pilot.step)));
    if (pilot.waived >= 0) out += ", waive = [\"n" + std::to_string(pilot.waived) + "\"]";
    if (pilot.length >= 0)
        out += step.runs == Runs::hours
                   ? ", effort = " + quoted(std::to_string(pilot.length) + " hours")
                   : ", duration = " + term_text(pilot.length);
    return out + " }]\n";
}

inline std::string fund_text(const World& world, std::size_t f) {
    const Fund& fund = world.funds[f];
    const char* kind = fund.lends ? "loan" : f == 1 ? "employer" : "gift";
    std::string out = "\n[[fund]]\nid = \"f" + std::to_string(f) + "\"\n" + title("F") +
                      "kind = " + quoted(kind) + "\nopens = " + ask_text(fund.opens) + "\npays = [";
    for (const int s : fund.pays)
        out += quoted(step_id(static_cast<std::size_t>(s)) + "/fee") + ", ";
    std::string share = std::to_string(fund.share);
    share.insert(0, 5 - share.size(), '0');
    return out + "]\nshare = " + share.substr(0, 1) + "." + share.substr(1) +
           "\norder = " + std::to_string(f) + "\nsource = \"rule\"\n";
}

/// The world as a pack called "common".
inline std::string pack_text(const World& world) {
    std::string out = "[pack]\nid = \"common\"\nversion = \"1\"\n" + title("P") +
                      "uses = []\n\n[[source]]\nid = \"rule\"\nurl = \"https://example.org/\"\n"
                      "title = \"R\"\nseen = 2026-11-23\nkind = \"official\"\n\n[[attribute]]\n"
                      "id = \"hours_per_week\"\ntype = \"integer\"\n"
                      "ask = { nl = \"Uren?\", en = \"Hours?\" }\n";
    for (std::size_t c = 0; c < world.lasts.size(); ++c) {
        const int number = static_cast<int>(c);
        out += "\n[[credential]]\nid = " + quoted(credential_id(number)) + "\n" +
               title(credential_id(number)) + "source = \"rule\"\n";
        if (world.lasts[c] > 0) out += "lasts = " + term_text(world.lasts[c]) + "\n";
        for (const auto& [higher, lower] : world.implies)
            if (higher == number) out += "implies = [" + quoted(credential_id(lower)) + "]\n";
    }
    for (const int goal : world.goals)
        out += "\n[[goal]]\nid = \"goal" + std::to_string(goal) + "\"\n" + title("G") +
               "source = \"rule\"\nreach = " + quoted(credential_id(goal)) + "\n";
    for (std::size_t k = 0; k < world.sessions.size(); ++k) {
        out += "\n[[calendar]]\nid = \"sessions" + std::to_string(k) + "\"\n" + title("S") +
               "source = \"rule\"\non = [";
        for (const int day : world.sessions[k]) out += day_text(day) + ", ";
        out += "]\nrepeats = false\n";
        if (world.leads[k] > 0) out += "lead = " + term_text(world.leads[k]) + "\n";
    }
    for (std::size_t k = 0; k < world.closures.size(); ++k)
        out += "\n[[calendar]]\nid = \"closed" + std::to_string(k) + "\"\n" + title("C") +
               "source = \"rule\"\nclosed = [{ from = " + day_text(world.closures[k].first) +
               ", until = " + day_text(world.closures[k].second) + " }]\n";
    for (std::size_t s = 0; s < world.steps.size(); ++s)
        out += step_text(world.steps[s], step_id(s));
    for (std::size_t p = 0; p < world.pilots.size(); ++p) out += pilot_text(world, p);
    for (std::size_t f = 0; f < world.funds.size(); ++f) out += fund_text(world, f);
    if (world.duty)
        out += "\n[[duty]]\nid = \"duty\"\n" + title("D") +
               "source = \"rule\"\nreach = " + quoted(credential_id(world.duty->credential)) +
               "\nby = " + quoted(day_text(world.duty->by)) + "\n";
    return out;
}

inline std::string profile_text(const World& world) {
    std::string out = "hours_per_week = [{ value = " + std::to_string(world.hours) + " }";
    if (world.other_until > world.other_from)
        out += ", { from = " + day_text(world.other_from) +
               ", until = " + day_text(world.other_until) +
               ", value = " + std::to_string(world.other_hours) + " }";
    out += "]\nheld = [";
    for (const auto& [credential, day] : world.held)
        out += "{ credential = " + quoted(credential_id(credential)) + ", on = " + day_text(day) +
               " }, ";
    return out + "]\n";
}

}  // namespace wegwijzer::small
