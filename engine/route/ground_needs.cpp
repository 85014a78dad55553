// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "route/grounder.hpp"

namespace wegwijzer::route::detail {

using model::Expression;
using model::Given;
using model::Node;
using model::Op;

/// Notes what is asked. @returns whether one of the plan's hopes is among it
bool Grounder::note_asked(const Expression& expression) {
    const auto asked = rule::asked_attributes(expression, catalogue_);
    problem_.asked.insert(problem_.asked.end(), asked.begin(), asked.end());
    return std::any_of(asked.begin(), asked.end(),
                       [&](auto attribute) { return is_hoped(attribute); });
}

bool Grounder::is_hoped(model::AttributeId attribute) const {
    return std::binary_search(grounding_.hopes.begin(), grounding_.hopes.end(), attribute);
}

DaySet Grounder::days_met(const Expression& expression) {
    return expression.is_empty() ? DaySet::all() : days_met(expression, expression.root());
}

/// Sure: what is unknown is not met, its negation neither (R23). Where a hope is asked, both are.
DaySet Grounder::days_met(const Expression& expression, const Node& node) {
    const bool is_hopeful = note_asked(expression);
    auto days = rule::truth_days(expression, node, person_, catalogue_, window_);
    return is_hopeful ? days.yes.united(days.unknown) : std::move(days.yes);
}

TreeId Grounder::tree_of(const Expression& expression, std::optional<Term> younger) {
    if (expression.is_empty()) return combine(Tree::Kind::all, 0, {});
    return tree_of(expression, expression.root(), younger);
}

TreeId Grounder::tree_of(const Expression& expression, const Node& node,
                         std::optional<Term> younger) {
    if (!node.is_given) return outside_tree(expression, node);
    const auto parts = [&] {
        std::vector<TreeId> trees;
        for (std::uint32_t k = 0; k < node.child_count; ++k)
            trees.push_back(tree_of(expression, expression.child(node, k), younger));
        return trees;
    };
    switch (node.op) {
        case Op::conjunction:
            return combine(Tree::Kind::all, 0, parts());
        case Op::disjunction:
            return combine(Tree::Kind::any, 0, parts());
        case Op::at_least:
            return combine(Tree::Kind::at_least, node.n, parts());
        case Op::credential:
            return atom_tree(expression, node, {Given::Kind::credential, {node.id}, {}, 0, {}},
                             younger);
        case Op::greater_equal: {
            const auto& level = expression.child(node, 0);
            const auto& rank = expression.child(node, 1);
            return atom_tree(expression, node,
                             {Given::Kind::level,
                              {},
                              {level.id},
                              static_cast<std::int32_t>(rank.value.number),
                              {}},
                             younger);
        }
        case Op::attribute: {
            const auto& attribute = catalogue_.attributes[node.id];
            if (attribute.is_derived()) return tree_of(attribute.is, younger);
            return atom_tree(expression, node, {Given::Kind::truth, {}, {node.id}, 0, {}}, younger);
        }
        default:
            return combine(Tree::Kind::any, 0, {});  // refused when the pack was read
    }
}

TreeId Grounder::outside_tree(const Expression& expression, const Node& node) {
    Tree tree;
    tree.days = days_met(expression, node);
    tree.kind = tree.days.is_empty() ? Tree::Kind::never : Tree::Kind::days;
    if (tree.days.contains(window_.from) && tree.days.end_of_stretch(window_.from) >= window_.until)
        tree.kind = Tree::Kind::always;
    tree.expression = &expression;
    tree.node = static_cast<std::uint32_t>(&node - expression.nodes.data());
    problem_.trees.push_back(std::move(tree));
    return static_cast<TreeId>(problem_.trees.size() - 1);
}

TreeId Grounder::atom_tree(const Expression& expression, const Node& node, Given asked,
                           std::optional<Term> younger) {
    Tree tree;
    tree.kind = Tree::Kind::atom;
    tree.atom = intern(asked);
    if (asked.kind == Given::Kind::credential) tree.younger = younger;
    tree.expression = &expression;
    tree.node = static_cast<std::uint32_t>(&node - expression.nodes.data());
    add_holds(tree, asked);
    add_past_holds(tree, asked);
    problem_.trees.push_back(std::move(tree));
    return static_cast<TreeId>(problem_.trees.size() - 1);
}

/// The tree with what is decided already taken out.
TreeId Grounder::combine(Tree::Kind kind, std::uint32_t n, std::vector<TreeId> parts) {
    const auto drop = [&](Tree::Kind decided) {
        return std::erase_if(parts, [&](TreeId t) { return problem_.trees[t].kind == decided; });
    };
    Tree tree;
    tree.kind = kind;
    if (kind == Tree::Kind::all) n = static_cast<std::uint32_t>(parts.size());
    if (kind == Tree::Kind::any) n = 1;
    drop(Tree::Kind::never);
    if (const auto met = static_cast<std::uint32_t>(drop(Tree::Kind::always)); met >= n)
        tree.kind = Tree::Kind::always;
    else
        n -= met;
    if (tree.kind != Tree::Kind::always) {
        if (parts.size() < n) {
            tree.kind = Tree::Kind::never;
        } else if (parts.size() == 1) {
            return parts.front();
        } else {
            tree.kind = n == parts.size() ? Tree::Kind::all
                        : n == 1          ? Tree::Kind::any
                                          : Tree::Kind::at_least;
            tree.n = n;
            tree.parts = std::move(parts);
        }
    }
    problem_.trees.push_back(std::move(tree));
    return static_cast<TreeId>(problem_.trees.size() - 1);
}

AtomId Grounder::intern(const Given& asked) {
    const auto same = [&](const Atom& a) { return a.asked == asked; };
    const auto known = std::find_if(problem_.atoms.begin(), problem_.atoms.end(), same);
    if (known != problem_.atoms.end()) return static_cast<AtomId>(known - problem_.atoms.begin());
    problem_.atoms.push_back({asked});
    const auto id = static_cast<AtomId>(problem_.atoms.size() - 1);
    to_ask_.push_back(id);
    return id;
}

/// What the profile itself holds.
void Grounder::add_holds(Tree& tree, const Given& asked) {
    using Kind = model::Support::Kind;
    if (asked.kind == Given::Kind::credential) {
        for (const auto& held : person_.profile().held) {
            const auto& implied = catalogue_[held.credential].implies;
            if (held.credential != asked.credential &&
                std::find(implied.begin(), implied.end(), asked.credential) == implied.end())
                continue;
            const auto days = person_.holds(held, tree.younger);
            if (days) tree.holds.push_back({*days, catalogue_[held.credential].id, Kind::held});
        }
        return;
    }
    problem_.asked.push_back(asked.attribute);
    const auto& attribute = catalogue_[asked.attribute];
    auto days = person_.changes(asked.attribute, window_);
    days.insert(days.begin(), window_.from);
    for (std::size_t k = 0; k < days.size(); ++k) {
        const auto value = person_.value(asked.attribute, days[k]);
        const bool holds = value.is_known
                               ? (asked.kind == Given::Kind::level ? value.number >= asked.rank
                                                                   : value.number != 0)
                               : is_hoped(asked.attribute);
        if (!holds) continue;
        tree.holds.push_back(
            {{k == 0 ? Date::always : days[k], k + 1 < days.size() ? days[k + 1] : Date::never},
             attribute.id,
             Kind::answer});
    }
    if (asked.kind == Given::Kind::level && asked.rank == 0)
        tree.holds = {{{Date::always, Date::never}, attribute.id, Kind::answer}};
}

/// What finished runs of the past gave.
void Grounder::add_past_holds(Tree& tree, const Given& asked) {
    for (const auto& run : grounding_.past) {
        if (!run.finish || *run.finish > grounding_.on || !run.passed) continue;
        const auto& step = catalogue_[run.step];
        const auto hold = [&](const Given& given) {
            Award award{given, std::nullopt};
            if (!gives(award, asked)) return;
            Option option;
            option.step = &step;
            if (given.kind == Given::Kind::credential)
                if (const auto* life =
                        pick(catalogue_[given.credential].lasts, person_, *run.finish))
                    award.lasts = life->value;
            const Date until = step.clock == model::Clock::open
                                   ? *run.finish
                                   : award_until(problem_, option, award, tree.younger, run.start,
                                                 run.begin, *run.finish);
            tree.holds.push_back({{*run.finish, until}, run.key, model::Support::Kind::step});
        };
        for (const auto& given : step.gives) hold(given);
        if (run.outcome)
            for (const auto& given : step.outcomes[*run.outcome].gives) hold(given);
    }
}

/// The days on which the tree is true by what is there already.
DaySet Grounder::days_held(TreeId id) const {
    const auto& tree = problem_.trees[id];
    std::vector<DaySet> parts;
    for (const TreeId part : tree.parts) parts.push_back(days_held(part));
    switch (tree.kind) {
        case Tree::Kind::always:
            return DaySet::all();
        case Tree::Kind::never:
            break;
        case Tree::Kind::days:
            return tree.days;
        case Tree::Kind::atom: {
            DaySet days;
            for (const auto& hold : tree.holds) days = days.united(DaySet::of(hold.days));
            return days;
        }
        case Tree::Kind::all:
            return at_least(parts, parts.size());
        case Tree::Kind::any:
            return at_least(parts, 1);
        case Tree::Kind::at_least:
            return at_least(parts, tree.n);
    }
    return {};
}

}  // namespace wegwijzer::route::detail
