// SPDX-License-Identifier: Apache-2.0
#include "pack/plan_reader.hpp"

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.hpp"
#include "pack/json_reader.hpp"
#include "pack/node.hpp"

namespace wegwijzer::pack {

namespace {

using model::PlanRecord;

constexpr std::string_view schema = "wegwijzer/plan/1";

class PlanReader {
public:
    Result<PlanRecord> read(const Node& root) {
        const Node* const told = root.find("schema");
        if (told == nullptr || !told->is(Node::Kind::string) || told->string != schema) {
            found_
                .error("A001", "this is no answer of 'wegwijzer plan'",
                       told == nullptr ? root.span : told->span)
                .hints.push_back("make one with 'wegwijzer plan … --format json -o FILE'");
            return Unexpected{std::move(found_)};
        }
        read_question(root);
        record_.routes =
            list<PlanRecord::Route>(root, "routes", [&](const Node& n) { return route(n); });
        if (found_.has_errors()) return Unexpected{std::move(found_)};
        return std::move(record_);
    }

private:
    enum class Null { no, allowed };

    /// The entry, if it is of the kind; else tells, and gives null. A `null` that is allowed is not
    /// told.
    const Node* entry(const Node& table, std::string_view key, Node::Kind kind,
                      Null null = Null::no) {
        const Node* const node = table.find(key);
        if (node != nullptr && node->is(kind)) return node;
        if (node != nullptr && node->is(Node::Kind::other) && null == Null::allowed) return nullptr;
        if (node == nullptr)
            found_.error("A002", quoted(key) + " is missing", table.span);
        else
            found_.error("A002",
                         quoted(key) + " is " + std::string(name_of(node->kind)) + ", not " +
                             std::string(name_of(kind)),
                         node->span);
        return nullptr;
    }
    template <class Visit>
    void each(const Node& table, std::string_view key, Visit visit) {
        if (const Node* const list = entry(table, key, Node::Kind::array))
            for (const Node& child : list->children) visit(child);
    }
    template <class Thing, class Read>
    std::vector<Thing> list(const Node& table, std::string_view key, Read read) {
        std::vector<Thing> all;
        each(table, key, [&](const Node& node) { all.push_back(read(node)); });
        return all;
    }

    std::string text(const Node& table, std::string_view key, Null null = Null::no) {
        const Node* const node = entry(table, key, Node::Kind::string, null);
        return node == nullptr ? std::string() : std::string(node->string);
    }
    std::optional<Date> date(const Node& table, std::string_view key, Null null = Null::no) {
        const Node* const node = entry(table, key, Node::Kind::string, null);
        if (node == nullptr) return std::nullopt;
        const auto day = parse_date(node->string);
        if (!day) found_.error("A002", quoted(key) + " is no date", node->span);
        return day;
    }
    std::int64_t integer(const Node& table, std::string_view key, std::int64_t least,
                         std::int64_t most) {
        const Node* const node = entry(table, key, Node::Kind::integer);
        if (node == nullptr) return least;
        if (node->integer >= least && node->integer <= most) return node->integer;
        found_.error("A002", quoted(key) + " is out of range", node->span);
        return least;
    }
    Money cents(const Node& table, std::string_view key) {
        constexpr std::int64_t most = 1'000'000'000'000;  // so that no sum of a file overflows
        return Money{integer(table, key, -most, most)};
    }
    std::optional<double> number(const Node& table, std::string_view key, Null null = Null::no) {
        const Node* const node = table.find(key);
        if (node != nullptr && node->is(Node::Kind::integer))
            return static_cast<double>(node->integer);
        const Node* const floating = entry(table, key, Node::Kind::floating, null);
        return floating == nullptr ? std::nullopt : std::optional(floating->floating);
    }
    std::optional<Hours> hours(const Node& table, std::string_view key, Null null = Null::no) {
        const auto told = number(table, key, null);
        if (!told) return std::nullopt;
        constexpr double most = 1e9;  // more than all hours of all days that are planned for
        if (*told >= 0 && *told <= most) return Hours{std::llround(*told * 100)};
        found_.error("A002", quoted(key) + " is out of range", table.span);
        return std::nullopt;
    }
    bool truth(const Node& table, std::string_view key) {
        const Node* const node = entry(table, key, Node::Kind::boolean);
        return node != nullptr && node->boolean();
    }
    std::vector<std::string> texts(const Node& table, std::string_view key) {
        std::vector<std::string> all;
        each(table, key, [&](const Node& node) {
            if (node.is(Node::Kind::string))
                all.emplace_back(node.string);
            else
                found_.error("A002", quoted(key) + " holds more than strings", node.span);
        });
        return all;
    }

    void read_question(const Node& root) {
        record_.program = text(root, "program");
        record_.status = text(root, "status");
        if (const Node* const packs = entry(root, "packs", Node::Kind::table))
            for (const Node& pack : packs->children)
                record_.packs.push_back({std::string(pack.name), text(pack, "version"),
                                         text(pack, "hash"), pack.name_span});
        record_.on = date(root, "on").value_or(Date{});
        record_.horizon = date(root, "horizon").value_or(Date{});
        record_.seed = static_cast<std::uint64_t>(
            integer(root, "seed", 0, std::numeric_limits<std::int64_t>::max()));
        constexpr std::int64_t most_draws = 1'000'000;
        record_.draws = static_cast<std::uint32_t>(integer(root, "draws", 0, most_draws));
        record_.goals = texts(root, "goals");
        if (const Node* const pilots = entry(root, "pilots", Node::Kind::table))
            record_.pilots = texts(*pilots, "applied");
        record_.assumed = list<PlanRecord::Assumed>(root, "assumed", [&](const Node& node) {
            return PlanRecord::Assumed{text(node, "attribute"), text(node, "value")};
        });
    }

    PlanRecord::Route route(const Node& node) {
        PlanRecord::Route route;
        route.goals =
            list<PlanRecord::Goal>(node, "goals", [&](const Node& one) { return goal(one); });
        route.chance = number(node, "chance", Null::allowed);
        if (const Node* const cost = entry(node, "cost", Node::Kind::table)) {
            route.own = cents(*cost, "own_cents");
            route.cost_is_complete = truth(*cost, "complete");
        }
        route.outcomes = list<PlanRecord::Outcome>(node, "outcomes", [&](const Node& one) {
            return PlanRecord::Outcome{text(one, "step"), text(one, "outcome")};
        });
        route.steps =
            list<PlanRecord::Step>(node, "steps", [&](const Node& one) { return step(one); });
        return route;
    }

    PlanRecord::Goal goal(const Node& node) {
        PlanRecord::Goal goal;
        goal.id = text(node, "id");
        if (const Node* const finish = entry(node, "finish", Node::Kind::table)) {
            goal.planned = date(*finish, "planned", Null::allowed);
            goal.p10 = date(*finish, "p10", Null::allowed);
            goal.p50 = date(*finish, "p50", Null::allowed);
            goal.p90 = date(*finish, "p90", Null::allowed);
        }
        return goal;
    }

    PlanRecord::Step step(const Node& node) {
        PlanRecord::Step step;
        step.key = text(node, "key");
        step.id = text(node, "id");
        step.title = text(node, "title");
        step.pilot = text(node, "pilot", Null::allowed);
        step.held_up_by = text(node, "held_up_by", Null::allowed);
        step.start = date(node, "start").value_or(Date{});
        step.session = date(node, "session", Null::allowed);
        step.finish = date(node, "finish").value_or(Date{});
        step.pace = hours(node, "pace", Null::allowed);
        step.hours = hours(node, "hours").value_or(Hours{});
        constexpr std::int64_t most_attempts = 1'000'000;
        step.attempt = integer(node, "attempt", 1, most_attempts);
        if (const Node* const cost = entry(node, "cost", Node::Kind::table)) read_cost(*cost, step);
        step.needs =
            list<PlanRecord::Need>(node, "needs", [&](const Node& one) { return need(one); });
        return step;
    }

    void read_cost(const Node& cost, PlanRecord::Step& step) {
        step.total = cents(cost, "total_cents");
        step.payments = list<PlanRecord::Payment>(cost, "funds", [&](const Node& one) {
            return PlanRecord::Payment{text(one, "id"), cents(one, "amount_cents")};
        });
    }

    PlanRecord::Need need(const Node& node) {
        return {text(node, "id"), text(node, "is"),
                list<std::string>(node, "met_by", [&](const Node& one) {
                    return text(one, "kind") + " " + text(one, "id");
                })};
    }

    PlanRecord record_;
    Diagnostics found_;
};

}  // namespace

Result<model::PlanRecord> read_plan(const SourceMap& sources, std::uint32_t text) {
    auto tree = read_json(sources, text);
    if (!tree) return Unexpected{std::move(tree).error()};
    return PlanReader().read(tree.value().root);
}

}  // namespace wegwijzer::pack
