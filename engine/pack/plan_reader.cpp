// SPDX-License-Identifier: Apache-2.0
#include "pack/plan_reader.hpp"

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
        if (found_.has_errors()) return Unexpected{std::move(found_)};
        return std::move(record_);
    }

private:
    /// The entry, if it is of the kind; else tells, and gives null.
    const Node* entry(const Node& table, std::string_view key, Node::Kind kind) {
        const Node* const node = table.find(key);
        if (node != nullptr && node->is(kind)) return node;
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

    std::string text(const Node& table, std::string_view key) {
        const Node* const node = entry(table, key, Node::Kind::string);
        return node == nullptr ? std::string() : std::string(node->string);
    }
    std::optional<Date> date(const Node& table, std::string_view key) {
        const Node* const node = entry(table, key, Node::Kind::string);
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
