// SPDX-License-Identifier: Apache-2.0
#include "solver/facts.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "checker/run.hpp"
#include "rule/evaluate.hpp"

namespace wegwijzer::solver {
namespace {

using model::Given;
using model::Op;

/// More lanes of one step than these are not written; the planner counts with six.
constexpr int most_repetitions = 3;

using Intervals = std::vector<std::pair<int, int>>;

/// A need's expression: what the profile alone makes of it, and what runs could add.
struct Tree {
    enum class Kind { outside, leaf, all, any, at_least };
    Kind kind = Kind::outside;
    std::uint32_t n = 0;
    std::vector<int> children;
    Given asked;                  // of a leaf
    std::optional<Term> younger;  // of a leaf
    Intervals days;
    bool is_possible = false;
};

struct GroundNeed {
    const char* at;
    int tree;
};

/// A version of a step at one pace.
struct Way {
    std::shared_ptr<const model::PlannedStep> planned;  // what `run` points at
    checker::Run run;
    std::vector<GroundNeed> needs;
    std::vector<int> musts;  // trees
    bool is_possible = false;
};

class Writer {
public:
    Writer(const model::Catalogue& catalogue, const model::Profile& profile,
           const checker::Question& question, const model::Plan& plan, Date last)
        : catalogue_(catalogue),
          profile_(profile),
          question_(question),
          almanac_(question.holidays),
          person_(catalogue, profile, question, plan, almanac_),
          clockwork_(person_, question),
          window_((last - question.on).count),
          is_whole_(question.horizon && last >= *question.horizon),
          is_known_(catalogue.steps.size(), false) {}

    Facts write() {
        if (!profile_.progress.empty()) return {"", "progress"};
        if (profile_.savings) return {"", "a purse"};
        if (question_.duties_bind && !catalogue_.duties.empty()) return {"", "a duty that binds"};
        say("window", {window_});
        if (is_whole_) text_ += "whole.\n";
        std::vector<int> goals;
        for (const auto goal : question_.goals)
            goals.push_back(tree_of(catalogue_[goal].reach, std::nullopt));
        for (std::size_t asked = 0; asked < trees_.size(); ++asked)
            if (trees_[asked].kind == Tree::Kind::leaf) ask(Given(trees_[asked].asked));
        find_possible();
        for (std::size_t g = 0; g < goals.size(); ++g) say("goal", {static_cast<int>(g), goals[g]});
        for (const auto& [step, ways] : ways_) write_step(step, ways);
        for (std::size_t t = 0; t < trees_.size(); ++t) write_tree(static_cast<int>(t));
        write_hours();
        return {std::move(text_), ""};
    }

private:
    void say(const char* fact, std::initializer_list<int> numbers) {
        text_ += fact;
        char mark = '(';
        for (const int number : numbers) {
            text_ += mark + std::to_string(number);
            mark = ',';
        }
        text_ += ").\n";
    }

    [[nodiscard]] Date date(int day) const { return question_.on + Days{day}; }
    [[nodiscard]] int day(Date date) const { return (date - question_.on).count; }

    // needs

    /// Days on which the node is true by the profile alone.
    Intervals days_true(const model::Expression& expression, const model::Node& node,
                        std::optional<Term> younger) const {
        Intervals days;
        for (int d = 0; d <= window_; ++d) {
            const auto value =
                rule::evaluate_node(expression, node, person_, catalogue_, date(d), younger);
            if (!value.is_known || value.number == 0) continue;
            if (!days.empty() && days.back().second == d)
                ++days.back().second;
            else
                days.emplace_back(d, d + 1);
        }
        return days;
    }

    int add(Tree tree) {
        const auto is_same = [&](const Tree& other) {
            return other.kind == tree.kind && other.n == tree.n &&
                   other.children == tree.children && other.asked == tree.asked &&
                   other.younger == tree.younger && other.days == tree.days;
        };
        const auto known = std::find_if(trees_.begin(), trees_.end(), is_same);
        if (known != trees_.end()) return static_cast<int>(known - trees_.begin());
        trees_.push_back(std::move(tree));
        return static_cast<int>(trees_.size()) - 1;
    }

    int tree_of(const model::Expression& expression, std::optional<Term> younger) {
        if (!expression.is_empty()) return tree_of(expression, expression.root(), younger);
        Tree always;
        always.days = {{0, window_ + 1}};
        return add(std::move(always));
    }

    int tree_of(const model::Expression& expression, const model::Node& node,
                std::optional<Term> younger) {
        Tree tree;
        switch (node.is_given ? node.op : Op::constant) {
            case Op::conjunction:
            case Op::disjunction:
            case Op::at_least:
                tree.kind = node.op == Op::conjunction   ? Tree::Kind::all
                            : node.op == Op::disjunction ? Tree::Kind::any
                                                         : Tree::Kind::at_least;
                tree.n = node.op == Op::at_least ? node.n : 0;
                for (std::uint32_t k = 0; k < node.child_count; ++k)
                    tree.children.push_back(
                        tree_of(expression, expression.child(node, k), younger));
                return add(std::move(tree));
            case Op::attribute:
                if (catalogue_.attributes[node.id].is_derived())
                    return tree_of(catalogue_.attributes[node.id].is, younger);
                tree.asked = {Given::Kind::truth, {}, {node.id}, 0, {}};
                break;
            case Op::credential:
                tree.asked = {Given::Kind::credential, {node.id}, {}, 0, {}};
                tree.younger = younger;
                break;
            case Op::greater_equal:
                tree.asked = {Given::Kind::level,
                              {},
                              {expression.child(node, 0).id},
                              static_cast<std::int32_t>(expression.child(node, 1).value.number),
                              {}};
                break;
            default:
                tree.days = days_true(expression, node, younger);
                return add(std::move(tree));
        }
        tree.kind = Tree::Kind::leaf;
        tree.days = days_true(expression, node, younger);
        return add(std::move(tree));
    }

    void write_tree(int id) {
        const auto& tree = trees_[static_cast<std::size_t>(id)];
        if (tree.kind == Tree::Kind::all) say("all", {id});
        if (tree.kind == Tree::Kind::any) say("any", {id});
        if (tree.kind == Tree::Kind::at_least) say("at_least", {id, static_cast<int>(tree.n)});
        for (const int child : tree.children) say("child", {id, child});
        for (const auto& [from, until] : tree.days) say("days", {id, from, until});
    }

    // steps

    [[nodiscard]] bool serves(const Given& given, const Given& asked) const {
        if (given.kind != asked.kind) return false;
        if (given.kind == Given::Kind::credential)
            return checker::serves_for(catalogue_, given.credential, asked.credential);
        return given.attribute == asked.attribute && given.rank >= asked.rank;
    }

    /// Every way to do each step that could give what is asked.
    void ask(const Given& asked) {
        for (std::uint32_t s = 0; s < catalogue_.steps.size(); ++s) {
            if (is_known_[s]) continue;
            auto ways = ways_of({s});
            const auto gives = [&](const Way& way) {
                const auto given = checker::given_by(*way.run.step, way.planned->outcome);
                return std::any_of(given.begin(), given.end(),
                                   [&](const Given& g) { return serves(g, asked); });
            };
            if (std::none_of(ways.begin(), ways.end(), gives)) continue;
            is_known_[s] = true;
            for (auto& way : ways) open_needs(way);
            ways_[s] = std::move(ways);
        }
    }

    void open_needs(Way& way) {
        static constexpr const char* moments[] = {"start", "session", "finish", "throughout"};
        for (const auto& need : way.run.step->needs)
            way.needs.push_back(
                {moments[static_cast<int>(need.at)], tree_of(need.is, need.younger)});
        for (const auto& must : way.run.step->musts)
            way.musts.push_back(tree_of(must.is, std::nullopt));
    }

    /// R13: the outcome of the question, else the planned one, else the likeliest.
    [[nodiscard]] std::optional<std::uint32_t> followed(const model::Step& step) const {
        if (step.outcomes.empty()) return std::nullopt;
        std::uint32_t best = 0;
        for (std::uint32_t k = 0; k < step.outcomes.size(); ++k)
            if (std::find(question_.assumed_outcomes.begin(), question_.assumed_outcomes.end(),
                          step.id + "=" + step.outcomes[k].id) != question_.assumed_outcomes.end())
                return k;
        for (std::uint32_t k = 0; k < step.outcomes.size(); ++k) {
            if (step.outcomes[k].plan) return k;
            if (step.outcomes[k].chance.value_or(0) > step.outcomes[best].chance.value_or(0))
                best = k;
        }
        return best;
    }

    /// All sets of applied pilots whose changes to the step touch different fields, the empty one
    /// included.
    [[nodiscard]] std::vector<std::vector<model::PilotId>> versions_of(model::StepId step) const {
        std::vector<std::vector<model::PilotId>> versions{{}};
        const auto fields_of = [&](model::PilotId pilot) {
            std::vector<std::string> fields;
            for (const auto& change : catalogue_[pilot].changes)
                if (change.step == step)
                    fields.insert(fields.end(), change.fields.begin(), change.fields.end());
            return fields;
        };
        for (std::uint32_t p = 0; p < catalogue_.pilots.size(); ++p) {
            const auto fields = fields_of({p});
            if (!clockwork_.is_applied({p}) || fields.empty()) continue;
            const auto are_apart = [&](const std::vector<model::PilotId>& version) {
                for (const auto other : version)
                    for (const auto& field : fields_of(other))
                        if (std::find(fields.begin(), fields.end(), field) != fields.end())
                            return false;
                return true;
            };
            const auto count = versions.size();
            for (std::size_t v = 0; v < count; ++v) {
                if (!are_apart(versions[v])) continue;
                auto more = versions[v];
                more.push_back({p});
                versions.push_back(std::move(more));
            }
        }
        return versions;
    }

    [[nodiscard]] std::vector<Way> ways_of(model::StepId id) const {
        std::vector<Way> ways;
        for (const auto& pilots : versions_of(id)) {
            model::PlannedStep planned;
            planned.step = id;
            planned.key = catalogue_[id].id;
            planned.pilots = pilots;
            planned.start = planned.finish = question_.on;
            const auto version = clockwork_.run_of(planned).step;
            planned.outcome = followed(*version);
            std::vector<std::optional<WeeklyRate>> paces(1);
            if (version->clock == model::Clock::effort)
                paces.assign(version->paces.begin(), version->paces.end());
            for (const auto& pace : paces) {
                planned.pace = pace;
                const auto kept = std::make_shared<const model::PlannedStep>(planned);
                ways.push_back({kept, clockwork_.run_of(*kept), {}, {}, false});
            }
        }
        return ways;
    }

    // what is possible at all, whatever the day

    [[nodiscard]] bool is_possible(const Tree& tree) const {
        const auto count = std::count_if(tree.children.begin(), tree.children.end(), [&](int t) {
            return trees_[static_cast<std::size_t>(t)].is_possible;
        });
        switch (tree.kind) {
            case Tree::Kind::outside:
                return !tree.days.empty();
            case Tree::Kind::leaf:
                return !tree.days.empty() || is_given(tree.asked);
            case Tree::Kind::all:
                return count == static_cast<std::ptrdiff_t>(tree.children.size());
            case Tree::Kind::any:
                return count > 0;
            case Tree::Kind::at_least:
                return count >= static_cast<std::ptrdiff_t>(tree.n);
        }
        return false;
    }

    [[nodiscard]] bool is_given(const Given& asked) const {
        for (const auto& [step, ways] : ways_)
            for (const auto& way : ways)
                if (way.is_possible)
                    for (const auto& given : checker::given_by(*way.run.step, way.planned->outcome))
                        if (serves(given, asked)) return true;
        return false;
    }

    void find_possible() {
        for (bool moves = true; moves;) {
            moves = false;
            for (auto& tree : trees_)
                if (!tree.is_possible && is_possible(tree)) tree.is_possible = moves = true;
            for (auto& [step, ways] : ways_)
                for (auto& way : ways)
                    if (!way.is_possible &&
                        std::all_of(way.needs.begin(), way.needs.end(), [&](const auto& need) {
                            return trees_[static_cast<std::size_t>(need.tree)].is_possible;
                        }))
                        way.is_possible = moves = true;
        }
    }

    // runs

    void write_step(std::uint32_t id, const std::vector<Way>& ways) {
        if (std::none_of(ways.begin(), ways.end(), [](const Way& w) { return w.is_possible; }))
            return;
        const auto& step = catalogue_.steps[id];
        const int attempts = step.attempt ? step.attempt->plan : 1;
        if (step.attempt && step.attempt->most && attempts > *step.attempt->most) return;
        const int repetitions = can_lapse(ways) ? std::min(step.repeat, most_repetitions) : 1;
        int before = -1;
        for (int repetition = 0; repetition < repetitions; ++repetition)
            for (int attempt = 1; attempt <= attempts; ++attempt) {
                const int lane = lanes_++;
                say("lane", {lane});
                if (step.clock == model::Clock::open) say("open_lane", {lane});
                if (before >= 0) say(attempt > 1 ? "prior" : "turn", {before, lane});
                if (attempt > 1) write_lag(lane, step.attempt->again);
                for (const auto& way : ways)
                    if (way.is_possible) write_way(way, lane, attempt == attempts);
                before = lane;
            }
    }

    /// Whether a second run could serve where the first does not.
    [[nodiscard]] bool can_lapse(const std::vector<Way>& ways) const {
        for (const auto& way : ways) {
            if (way.run.is_open()) return true;
            for (const auto& given : checker::given_by(*way.run.step, way.planned->outcome)) {
                if (given.kind != Given::Kind::credential) continue;
                if (!catalogue_[given.credential].lasts.is_empty()) return true;
                for (const auto& tree : trees_)
                    if (tree.younger && serves(given, tree.asked)) return true;
            }
        }
        return false;
    }

    void write_lag(int lane, const Duration& again) {
        for (int finish = 0; finish <= window_; ++finish)
            if (const int ready = day(almanac_.likely_later(date(finish), again)); ready <= window_)
                say("ready", {lane, finish, ready});
    }

    /// One option for each rate: a load that changes by date makes several of a way.
    void write_way(const Way& way, int lane, bool passes) {
        std::map<int, std::vector<checker::Run>> by_rate;
        for (int start = 0; start <= window_; ++start) {
            auto run = clockwork_.moved(way.run, date(start), date(window_));
            if (!run || clockwork_.why_not_offered(*run) || run->finish > date(window_)) continue;
            if (is_whole_ && owes_later(way, *run)) continue;
            by_rate[run->rate].push_back(std::move(*run));
        }
        const auto leaves = passes ? leaves_given(way) : std::vector<std::pair<int, Given>>{};
        for (const auto& [rate, runs] : by_rate) {
            const int option = options_++;
            say("option", {option, lane});
            write_needs(way, option);
            for (const auto& run : runs) write_run(way, option, run, leaves);
            if (rate > 0) write_rate(option, runs.front());
            for (const auto& [tree, given] : leaves)
                if (runs.front().is_open())
                    say("job_gives", {option, tree});
                else if (!lapses(given, tree))
                    say("gives", {option, tree});
        }
    }

    /// Whether it is asked for something after the horizon: then nothing can be said for it.
    [[nodiscard]] bool owes_later(const Way& way, const checker::Run& run) const {
        const bool owes = !way.musts.empty() ||
                          std::any_of(way.needs.begin(), way.needs.end(), [](const auto& need) {
                              return std::string_view(need.at) == "throughout";
                          });
        return owes && run.is_open() &&
               almanac_.term_later(run.start, run.step->least) > date(window_);
    }

    void write_needs(const Way& way, int option) {
        for (const auto& need : way.needs)
            text_ += "need(" + std::to_string(option) + "," + need.at + "," +
                     std::to_string(need.tree) + ").\n";
        for (std::size_t k = 0; k < way.musts.size(); ++k)
            say("must", {option, static_cast<int>(k), way.musts[k]});
    }

    void write_rate(int option, const checker::Run& run) {
        say("rate", {option, run.rate});
        for (int d = 0; d <= window_; ++d)
            if (clockwork_.stands_still(run, date(d))) say("still", {option, d});
    }

    /// Leaves that a run of this way serves, with what it gives for it.
    [[nodiscard]] std::vector<std::pair<int, Given>> leaves_given(const Way& way) const {
        std::vector<std::pair<int, Given>> leaves;
        for (const auto& given : checker::given_by(*way.run.step, way.planned->outcome))
            for (std::size_t t = 0; t < trees_.size(); ++t)
                if (trees_[t].kind == Tree::Kind::leaf && serves(given, trees_[t].asked))
                    leaves.emplace_back(static_cast<int>(t), given);
        return leaves;
    }

    [[nodiscard]] bool lapses(const Given& given, int tree) const {
        return given.kind == Given::Kind::credential &&
               (trees_[static_cast<std::size_t>(tree)].younger ||
                !catalogue_[given.credential].lasts.is_empty());
    }

    void write_run(const Way& way, int option, const checker::Run& run,
                   const std::vector<std::pair<int, Given>>& leaves) {
        const int start = day(run.start);
        if (run.is_open())
            say("open_start", {option, start, day(run.begin),
                               day(almanac_.term_later(run.start, run.step->least))});
        else
            say("start", {option, start, day(run.begin), day(run.finish)});
        for (std::size_t k = 0; k < way.musts.size(); ++k)
            say("must_from", {option, static_cast<int>(k), start,
                              day(almanac_.term_later(run.start, run.step->musts[k].within))});
        if (run.is_open()) return;
        for (const auto& [tree, given] : leaves) {
            if (!lapses(given, tree)) continue;
            const Date bears = run.day(run.step->dated);
            Date until = checker::end_of_life(person_, given.credential, bears);
            if (const auto& younger = trees_[static_cast<std::size_t>(tree)].younger)
                until = std::min(until, almanac_.term_later(bears, *younger));
            say("gives_until", {option, start, tree, std::min(day(until), window_ + 1)});
        }
    }

    void write_hours() {
        for (int d = 0; d <= window_; ++d) say("cap", {d, person_.free_hours(date(d))});
    }

    const model::Catalogue& catalogue_;
    const model::Profile& profile_;
    const checker::Question& question_;
    checker::Almanac almanac_;
    checker::Person person_;
    checker::Clockwork clockwork_;
    int window_;
    bool is_whole_;               // the window reaches to the horizon
    std::vector<bool> is_known_;  // by step
    std::vector<Tree> trees_;
    std::map<std::uint32_t, std::vector<Way>> ways_;  // by step
    int lanes_ = 0, options_ = 0;
    std::string text_;
};

}  // namespace

Facts facts_of(const model::Catalogue& catalogue, const model::Profile& profile,
               const checker::Question& question, const model::Plan& plan, Date last) {
    return Writer(catalogue, profile, question, plan, last).write();
}

}  // namespace wegwijzer::solver
