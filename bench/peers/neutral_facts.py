#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A neutral route problem as facts for clingo or data for MiniZinc, on standard output.

Usage: neutral_facts.py clingo|minizinc PROBLEM.json. Steps that serve no goal are dropped, and earliest
starts are worked out, so that the peers are given what our own program works out for itself.
"""

import json
import sys


def clauses(problem):
    """Needs of every step and of the goals as clauses over steps; what holds initially is dropped."""
    initial = set(problem["initial"])
    givers = {}
    for number, step in enumerate(problem["steps"]):
        for fact in step["gives"]:
            givers.setdefault(fact, set()).add(number)

    def over_steps(facts):
        return sorted(set().union(*(givers.get(fact, set()) for fact in facts)))

    needs = [[over_steps(facts) for facts in step["needs"] if not initial & set(facts)]
             for step in problem["steps"]]
    goals = [over_steps([fact]) for fact in problem["goal"] if fact not in initial]
    return needs, goals


def earliest_starts(problem, needs):
    """Week in which each step can start if hours did not count; None: never."""
    weeks = [step["weeks"][1] for step in problem["steps"]]
    starts = [None] * len(weeks)
    has_moved = True
    while has_moved:
        has_moved = False
        for step, all_of in enumerate(needs):
            first = [min((starts[g] + weeks[g] for g in one_of if starts[g] is not None), default=None)
                     for one_of in all_of]
            if None in first:
                continue
            week = max(first, default=0)
            if starts[step] is None or week < starts[step]:
                starts[step] = week
                has_moved = True
    return starts


def relevant(needs, goals, starts):
    """Steps that can be taken and serve a goal, in any way."""
    found, todo = set(), [giver for goal in goals for giver in goal]
    while todo:
        step = todo.pop()
        if step in found or starts[step] is None:
            continue
        found.add(step)
        todo += [giver for one_of in needs[step] for giver in one_of]
    return sorted(found)


def clingo(problem, steps, needs, goals, starts):
    yield f"capacity({problem['capacity']}). horizon({problem['horizon']})."
    for step in steps:
        one = problem["steps"][step]
        yield (f"step({step},{one['weeks'][1]},{one['hours']},{one['cost']}). "
               f"earliest({step},{starts[step]}).")
        for number, one_of in enumerate(needs[step]):
            yield f"need({step},{number})."
            yield from (f"giver({step},{number},{giver})." for giver in one_of)
    for number, one_of in enumerate(goals):
        yield f"goal({number})."
        yield from (f"goal_giver({number},{giver})." for giver in one_of)


def minizinc(problem, steps, needs, goals, starts):
    place = {step: number + 1 for number, step in enumerate(steps)}

    def sets(clauses):
        return "[" + ",".join("{" + ",".join(str(place[g]) for g in c) + "}" for c in clauses) + "]"

    def row(values):
        return "[" + ",".join(str(value) for value in values) + "]"

    chosen = [problem["steps"][step] for step in steps]
    yield f"n = {len(steps)}; capacity = {problem['capacity']}; horizon = {problem['horizon']};"
    yield f"weeks = {row(step['weeks'][1] for step in chosen)};"
    yield f"hours = {row(step['hours'] for step in chosen)};"
    yield f"cost = {row(step['cost'] for step in chosen)};"
    yield f"earliest = {row(starts[step] for step in steps)};"
    pairs = [(place[step], one_of) for step in steps for one_of in needs[step]]
    yield f"asker = {row(asker for asker, _ in pairs)};"
    yield f"givers = {sets(one_of for _, one_of in pairs)};"
    yield f"goals = {sets(goals)};"


def main():
    kind, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        problem = json.load(file)
    needs, goals = clauses(problem)
    starts = earliest_starts(problem, needs)
    possible = [[[g for g in c if starts[g] is not None] for c in one] for one in needs]
    goals = [[g for g in c if starts[g] is not None] for c in goals]
    steps = relevant(possible, goals, starts)
    write = {"clingo": clingo, "minizinc": minizinc}[kind]
    print("\n".join(write(problem, steps, possible, goals, starts)))


if __name__ == "__main__":
    main()
