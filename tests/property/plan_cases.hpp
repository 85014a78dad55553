// SPDX-License-Identifier: Apache-2.0
/// Every scenario of every pack as a question to the planner, and its answers compared.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "checker/almanac.hpp"
#include "checker/check_route.hpp"
#include "pack/gate.hpp"
#include "pack/limits.hpp"
#include "pack/profile_reader.hpp"
#include "pack/reader.hpp"
#include "plugin/caller.hpp"
#include "route/find.hpp"

namespace wegwijzer::plans {

inline constexpr std::uint64_t node_limit = 200'000;

/// A person, a question and the packs that a plan of it reads.
struct Case {
    std::string name;  ///< "big/german-doctor"
    const model::Catalogue* catalogue = nullptr;
    model::Profile profile;
    route::Question question;
    route::Call call;  ///< the functions of plugins

    [[nodiscard]] model::Plan plan() const { return plan(question); }
    [[nodiscard]] model::Plan plan(const route::Question& other) const {
        return route::find(*catalogue, profile, other, call);
    }
};

inline std::string words_of(const Diagnostics& found) {
    std::string words;
    for (const Diagnostic& one : found) words += std::string(one.code) + " " + one.message + "\n";
    return words;
}

/// Reads what the shipped folders hold. What cannot be read fails the test that asks.
class Shelf {
public:
    [[nodiscard]] static const Shelf& shipped() {
        static const Shelf shelf;
        return shelf;
    }
    [[nodiscard]] const std::vector<Case>& cases() const { return cases_; }
    [[nodiscard]] const std::vector<Date>& holidays() const { return holidays_; }

private:
    /// Packs that are read together, and the functions of their plugins.
    struct Packs {
        std::unique_ptr<model::Catalogue> catalogue;
        std::unique_ptr<plugin::Caller> caller;
    };

    Shelf() {
        auto bytes = pack::read_bytes(places_.data / "holidays.csv", pack::limits::pack_file_bytes);
        REQUIRE(bytes.has_value());
        holidays_ = checker::holidays_of(bytes.value());
        for (const pack::PackListing& listing : pack::list_packs(places_)) {
            const auto all = read_packs({listing.id}, {.scenarios = true});
            for (const model::Scenario& scenario : all->scenarios)
                if ((*all)[scenario.pack].id == listing.id) add(listing, scenario);
        }
    }

    std::unique_ptr<model::Catalogue> read_packs(const std::vector<std::string>& ids,
                                                 pack::Wanted wanted) {
        Diagnostics warnings;
        auto read = pack::read_packs(places_, ids, wanted, sources_, warnings);
        if (!read) FAIL(words_of(read.error()));
        return std::make_unique<model::Catalogue>(std::move(read).value());
    }

    /// The packs that a plan reads, and no others: more packs could open other routes.
    const Packs& packs_for(const model::Scenario& scenario) {
        std::vector<std::string> ids;
        for (const std::string& goal : scenario.goals) ids.push_back(pack::pack_of(goal));
        for (const std::string& pilot : scenario.pilots) ids.push_back(pack::pack_of(pilot));
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        Packs& kept = packs_[ids];
        if (kept.catalogue == nullptr) {
            kept.catalogue = read_packs(ids, {});
            kept.caller = std::make_unique<plugin::Caller>(*kept.catalogue, plugins_);
        }
        return kept;
    }

    void add(const pack::PackListing& listing, const model::Scenario& scenario) {
        Case one;
        one.name = listing.id + "/" + scenario.id;
        const Packs& packs = packs_for(scenario);
        one.catalogue = packs.catalogue.get();
        one.call = [caller = packs.caller.get()](model::FunctionId function,
                                                 std::span<const model::Value> arguments) {
            return caller->call(function, arguments);
        };
        const auto path = listing.folder / scenario.profile;
        auto bytes = pack::read_bytes(path, pack::limits::profile_bytes);
        REQUIRE_MESSAGE(bytes.has_value(), path.string());
        const pack::Kind kind = pack::profile_kind(bytes.value());
        const auto text =
            pack::admit(std::move(bytes).value(), path.generic_string(), kind, sources_);
        REQUIRE_MESSAGE(text.has_value(), path.string());
        Diagnostics warnings;
        auto profile = pack::read_profile(sources_, text.value(), *one.catalogue, warnings);
        if (!profile) FAIL(path.string() << ": " << words_of(profile.error()));
        one.profile = std::move(profile).value();
        set_question(one, scenario);
        cases_.push_back(std::move(one));
    }

    static void set_question(Case& one, const model::Scenario& scenario) {
        auto& question = one.question;
        question.on = scenario.on;
        question.horizon = add_months(scenario.on, 20 * 12);
        question.draws = 0;
        question.with_questions = false;
        question.whole_front = true;
        question.node_limit = node_limit;
        for (const std::string& goal : scenario.goals)
            question.goals.push_back(one.catalogue->find_goal(goal));
        for (const std::string& pilot : scenario.pilots)
            question.pilots.push_back(one.catalogue->find_pilot(pilot));
        for (const std::string& assumed : scenario.assume) {
            const auto equals = assumed.find('=');
            const auto step = one.catalogue->find_step(assumed.substr(0, equals));
            REQUIRE_MESSAGE(!step.is_none(), assumed);
            const auto& outcomes = (*one.catalogue)[step].outcomes;
            for (std::uint32_t k = 0; k < outcomes.size(); ++k)
                if (outcomes[k].id == assumed.substr(equals + 1))
                    question.assumed_outcomes.push_back({step, k});
        }
        REQUIRE(question.assumed_outcomes.size() == scenario.assume.size());
    }

    pack::Places places_{{"pathways"}, "data", {BUILT_PLUGINS}};
    SourceMap sources_;
    plugin::Shelf plugins_{places_.plugins};
    std::map<std::vector<std::string>, Packs> packs_;
    std::vector<Date> holidays_;
    std::vector<Case> cases_;
};

/// The same question, as the checker asks it.
inline checker::Question checked(const Case& one, const route::Question& question) {
    checker::Question asked;
    asked.on = question.on;
    asked.horizon = question.horizon;
    asked.goals = question.goals;
    asked.pilots = question.pilots;
    asked.apply_running_pilots = question.apply_running_pilots;
    asked.duties_bind = question.duties_bind;
    asked.holidays = Shelf::shipped().holidays();
    asked.call = one.call;
    for (const auto& waiver : question.waivers) {
        const auto& step = (*one.catalogue)[waiver.step];
        asked.waivers.push_back(step.id + "/" + step.needs[waiver.need].id);
    }
    for (const auto& assumed : question.assumed_outcomes) {
        const auto& step = (*one.catalogue)[assumed.step];
        asked.assumed_outcomes.push_back(step.id + "=" + step.outcomes[assumed.outcome].id);
    }
    return asked;
}

/// What the checker finds, a line per violation; empty where all is well.
inline std::string faults(const Case& one, const route::Question& question,
                          const model::Plan& plan) {
    auto asked = checked(one, question);
    auto shown = plan;
    // R12: where only the first goals can be reached, their route is shown.
    if (plan.status == model::Status::unreachable && !plan.routes.empty()) {
        asked.goals.resize(plan.routes.front().goals.size());
        shown.goals = asked.goals;
    }
    std::string lines;
    for (const auto& violation : checker::check_plan(*one.catalogue, one.profile, asked, shown))
        lines += violation.rule + " " + violation.where + ": " + violation.what + "\n";
    return lines;
}

/// The planned dates of a route's goals, in order; `Date::never` where none is planned.
inline std::vector<Date> dates_of(const model::Route& route) {
    std::vector<Date> dates;
    for (const auto& goal : route.goals) dates.push_back(goal.finish.planned.value_or(Date::never));
    return dates;
}

/// The earliest planned dates over all routes; none where all goals are not reached.
inline std::vector<Date> earliest(const model::Plan& plan) {
    std::vector<Date> best(plan.goals.size(), Date::never);
    if (plan.status == model::Status::unreachable) return best;
    if (plan.status == model::Status::held) return std::vector<Date>(plan.goals.size(), plan.on);
    for (const auto& route : plan.routes) best = std::min(best, dates_of(route));
    return best;
}

inline bool assumes_the_same(const model::Plan& a, const model::Plan& b) {
    return std::equal(a.assumed.begin(), a.assumed.end(), b.assumed.begin(), b.assumed.end(),
                      [](const model::Assumed& x, const model::Assumed& y) {
                          return x.attribute == y.attribute && x.value == y.value &&
                                 x.is_usual == y.is_usual;
                      });
}

inline bool is_reached(model::Status status) {
    return status == model::Status::held || status == model::Status::reachable;
}

inline std::string text_of(const std::vector<Date>& dates) {
    std::string text;
    for (const Date day : dates)
        text += (text.empty() ? "" : ", ") + (day < Date::never ? to_string(day) : "none");
    return text;
}

/// How `better` breaks the promise that it is no worse than `base` (R26); empty where it keeps it.
inline std::string broken_promise(const model::Plan& base, const model::Plan& better) {
    if (is_reached(base.status) && !is_reached(better.status)) return "no longer reachable";
    if (base.status == model::Status::unknown && better.status == model::Status::unreachable)
        return "no longer reachable with some answers";
    if (better.status != base.status || !assumes_the_same(base, better)) return {};
    if (earliest(better) > earliest(base))
        return "planned " + text_of(earliest(better)) + " instead of " + text_of(earliest(base));
    return {};
}

}  // namespace wegwijzer::plans
