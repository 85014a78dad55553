// SPDX-License-Identifier: Apache-2.0
#include "cli/person_question.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <string_view>
#include <utility>

#include "base/text.hpp"
#include "cli/arguments.hpp"
#include "cli/name_finder.hpp"
#include "cli/places.hpp"
#include "cli/process.hpp"
#include "cli/refusal.hpp"
#include "cli/thread_count.hpp"
#include "cli/today.hpp"
#include "pack/gate.hpp"
#include "pack/limits.hpp"
#include "pack/plan_reader.hpp"
#include "pack/profile_reader.hpp"

namespace wegwijzer::cli {
namespace {

route::Prefer prefer_of(std::string_view word) {
    return word == "cheapest"   ? route::Prefer::cheapest
           : word == "lightest" ? route::Prefer::lightest
           : word == "surest"   ? route::Prefer::surest
                                : route::Prefer::fastest;
}

/// Turns arguments into a question, telling what is wrong on the way.
class QuestionReader {
public:
    QuestionReader(const QuestionArguments& arguments, Surroundings& here)
        : arguments_(arguments), here_(here), refuse_(here) {}

    std::variant<PersonQuestion, ExitStatus> read() {
        const bool has_profile = !arguments_.profile.empty();
        const bool is_read = read_replay() && set_days() && read_packs() && find_names() &&
                             (!has_profile || read_profile());
        if (!is_read) return refuse_.status();
        read_.question.threads = static_cast<std::uint32_t>(thread_count(here_.options));
        return std::move(read_);
    }

    std::variant<PackQuestion, ExitStatus> read_without_person() {
        if (!set_days() || !read_packs() || !find_names()) return refuse_.status();
        return PackQuestion(std::move(read_));
    }

private:
    /// The answer whose question is asked again.
    bool read_replay() {
        if (arguments_.replay.empty()) return true;
        auto text = pack::admit_file(arguments_.replay, pack::Kind::plan_json, here_.sources);
        if (!text) return refuse_(text.error());
        auto record = pack::read_plan(here_.sources, *text);
        if (!record) return refuse_(record.error());
        replayed_ = std::move(record).value();
        if (replayed_->goals == goals()) return true;
        return refuse_(UsageMistake{
            fmt::format("--replay: that answer is about other goals: {}",
                        shown(fmt::format("{}", fmt::join(replayed_->goals, ", ")), longest_list)),
            {}});
    }

    /// What an option says counts; where none does, the answer that is replayed; then the usual.
    void set_from_replay() {
        if (!replayed_) return;
        route::Question& question = read_.question;
        question.on = arguments_.on.value_or(replayed_->on);
        // the same day, not the same number of years, unless another first day was asked for
        if (!arguments_.horizon && !arguments_.on) question.horizon = replayed_->horizon;
        question.seed = arguments_.seed.value_or(replayed_->seed);
        question.draws = static_cast<std::uint32_t>(arguments_.draws.value_or(replayed_->draws));
        question.apply_running_pilots = false;  // those that applied are named
    }

    bool set_days() {
        route::Question& question = read_.question;
        question.on = arguments_.on.value_or(today());
        question.horizon = arguments_.horizon;
        question.seed = arguments_.seed.value_or(question.seed);
        question.draws =
            static_cast<std::uint32_t>(arguments_.draws.value_or(arguments_.usual_draws));
        question.apply_running_pilots = arguments_.pilot_choice != "none";
        set_from_replay();
        if (question.horizon && *question.horizon < question.on)
            return refuse_(
                UsageMistake{fmt::format("--horizon {} lies before {}",
                                         to_string(*question.horizon), to_string(question.on)),
                             {}});
        question.prefer = prefer_of(arguments_.prefer);
        question.duties_bind = arguments_.duties_bind;
        question.node_limit = arguments_.limit.value_or(question.node_limit);
        return set_timeout();
    }

    bool set_timeout() {
        if (arguments_.timeout.empty()) return true;
        const auto milliseconds = parse_seconds(arguments_.timeout);
        if (!milliseconds)
            return refuse_(UsageMistake{fmt::format("--timeout: {} is no number of seconds",
                                                    wegwijzer::quoted(arguments_.timeout)),
                                        {}});
        read_.question.stop = StopToken(start_timer(std::chrono::milliseconds(*milliseconds)));
        return true;
    }

    [[nodiscard]] std::vector<std::string> goals() const {
        std::vector<std::string> goals{arguments_.goal};
        goals.insert(goals.end(), arguments_.then.begin(), arguments_.then.end());
        return goals;
    }

    /// Those named, and those that applied in the answer that is replayed.
    [[nodiscard]] std::vector<std::string> pilots() const {
        std::vector<std::string> pilots = arguments_.pilots;
        if (replayed_)
            for (const std::string& pilot : replayed_->pilots)
                if (!contains(pilots, pilot)) pilots.push_back(pilot);
        return pilots;
    }

    /// Says where the packs are not those that the replayed answer was made from.
    void tell_other_packs() const {
        if (!replayed_) return;
        Diagnostics found;
        for (const auto& pack : replayed_->packs) {
            const auto now =
                std::find_if(read_.catalogue.packs.begin(), read_.catalogue.packs.end(),
                             [&](const model::Pack& p) { return p.id == pack.id; });
            if (now == read_.catalogue.packs.end())
                found.warning(
                    "A003", fmt::format("pack {} is not read any more", wegwijzer::quoted(pack.id)),
                    pack.span);
            else if (now->version != pack.version)
                found.warning(
                    "A003",
                    fmt::format("pack {} is version {} now, not {}", wegwijzer::quoted(pack.id),
                                wegwijzer::quoted(now->version), wegwijzer::quoted(pack.version)),
                    pack.span);
            else if (now->hash != pack.hash)
                found.warning("A003",
                              fmt::format("pack {} has other content now, under the same version",
                                          wegwijzer::quoted(pack.id)),
                              pack.span);
        }
        here_.console.tell(found, here_.sources);
    }

    bool read_packs() {
        std::vector<std::string> ids;
        const auto want = [&](const std::string& name) {
            const std::string id = pack::pack_of(name);
            if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
        };
        const std::vector<std::string> there = all_pack_ids(here_.places);
        for (const std::string& goal : goals()) {
            if (!contains(there, pack::pack_of(goal)))
                return refuse_(NameFinder::unknown_in_any_pack("goal", goal, here_));
            want(goal);
        }
        for (const std::string& pilot : pilots()) {
            if (!contains(there, pack::pack_of(pilot)))
                return refuse_(NameFinder::unknown_in_any_pack("pilot", pilot, here_));
            want(pilot);
        }
        Diagnostics warnings;
        auto catalogue = pack::read_packs(here_.places, ids, {}, here_.sources, warnings);
        if (!catalogue) return refuse_(catalogue.error());
        here_.console.tell(warnings, here_.sources);
        read_.catalogue = std::move(catalogue).value();
        tell_other_packs();
        return true;
    }

    static bool contains(const std::vector<std::string>& all, const std::string& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    }

    bool find_names() {
        const NameFinder finder(read_.catalogue);
        route::Question& question = read_.question;
        return take_all(goals(), question.goals,
                        [&](const std::string& name) {
                            return in_all(finder.goal(name), "goal", name);
                        }) &&
               take_all(pilots(), question.pilots,
                        [&](const std::string& name) {
                            return in_all(finder.pilot(name), "pilot", name);
                        }) &&
               take_all(arguments_.waivers, question.waivers,
                        [&](const std::string& name) { return finder.waiver(name); }) &&
               take_all(arguments_.assumed, question.assumed_outcomes,
                        [&](const std::string& name) { return finder.outcome(name); }) &&
               finish_names();
    }

    /// What is not found in the packs at hand may be near a name in another.
    template <class Id>
    NameFinder::Found<Id> in_all(NameFinder::Found<Id> found, std::string_view kind,
                                 const std::string& name) {
        if (found) return found;
        return Unexpected{NameFinder::unknown_in_any_pack(kind, name, here_)};
    }

    template <class Target, class Find>
    bool take_all(const std::vector<std::string>& names, std::vector<Target>& targets, Find find) {
        for (const std::string& name : names) {
            auto found = find(name);
            if (!found) return refuse_(found.error());
            targets.push_back(std::move(found).value());
        }
        return true;
    }

    bool finish_names() {
        read_.waived = arguments_.waivers;
        if (arguments_.pilot_choice != "proposed") return true;
        const std::vector<model::Pilot>& pilots = read_.catalogue.pilots;
        for (std::uint32_t k = 0; k < pilots.size(); ++k) {
            const bool is_open = !pilots[k].places && pilots[k].admission.empty();
            if (is_open && pilots[k].status == model::Pilot::Status::proposed)
                read_.question.pilots.push_back({k});
        }
        return true;
    }

    bool read_profile() {
        auto bytes = pack::read_bytes(arguments_.profile, pack::limits::profile_bytes);
        if (!bytes) return refuse_(bytes.error());
        const pack::Kind kind = pack::profile_kind(bytes.value());
        auto text = pack::admit(std::move(bytes).value(), arguments_.profile, kind, here_.sources);
        if (!text) return refuse_(text.error());
        Diagnostics warnings;
        auto profile = pack::read_profile(here_.sources, *text, read_.catalogue, warnings);
        if (!profile) return refuse_(profile.error());
        here_.console.tell(warnings, here_.sources);
        read_.profile = std::move(profile).value();
        return true;
    }

    static constexpr std::size_t longest_list = 200;
    const QuestionArguments& arguments_;
    Surroundings& here_;
    Refusal refuse_;
    std::optional<model::PlanRecord> replayed_;
    PersonQuestion read_;
};

}  // namespace

void QuestionArguments::declare(CLI::App& app, bool profile_is_optional) {
    add_optional_argument(app, "PROFILE", profile,
                          "the person's profile, TOML or JSON; - is standard input")
        ->required(!profile_is_optional);
    declare_question(app, route::Question{}.draws);
}

void QuestionArguments::declare_question(CLI::App& app, std::uint32_t draws_by_default) {
    usual_draws = draws_by_default;
    add_text(app, "--goal", goal, "GOAL", "what the person wants to reach")->required();
    add_texts(app, "--then", then, "GOAL", "a further goal, planned with the one before it");
    add_date(app, "--on", on, "first day of the plan (default: today)");
    add_texts(app, "--pilot", pilots, "PILOT", "apply this pilot whatever its status");
    add_choice(
        app, "--pilots", pilot_choice, {"running", "proposed", "none"},
        "which pilots apply by themselves: running ones (default), proposed ones too, or none");
    add_texts(app, "--waive", waivers, "STEP/NEED", "leave this need out");
    add_texts(app, "--assume", assumed, "STEP=OUTCOME", "follow this outcome");
    add_choice(app, "--prefer", prefer, {"fastest", "cheapest", "lightest", "surest"},
               "which route comes first (default: fastest)");
    add_flag(app, "--duties", duties_bind, "make the deadlines of duties binding");
    add_number(app, "--seed", seed, 0, std::numeric_limits<std::uint64_t>::max(),
               "where the draws start from (default: 1)");
    add_number(app, "--draws", draws, 0, 1'000'000,
               fmt::format("number of draws (default: {})", draws_by_default));
    add_number(app, "--limit", limit, 1, std::numeric_limits<std::uint64_t>::max(),
               "stop the search after so many nodes");
    add_text(app, "--timeout", timeout, "S",
             "stop the search after so many seconds; the answer may then differ from run to run");
    add_date(app, "--horizon", horizon, "last day that is planned for (default: 20 years on)");
}

void QuestionArguments::declare_replay(CLI::App& app) {
    add_text(app, "--replay", replay, "FILE",
             "take first day, horizon, seed, draws and pilots from this answer (JSON)");
}

std::variant<PersonQuestion, ExitStatus> read_question(const QuestionArguments& arguments,
                                                       Surroundings& here) {
    return QuestionReader(arguments, here).read();
}

std::variant<PackQuestion, ExitStatus> read_pack_question(const QuestionArguments& arguments,
                                                          Surroundings& here) {
    return QuestionReader(arguments, here).read_without_person();
}

}  // namespace wegwijzer::cli
