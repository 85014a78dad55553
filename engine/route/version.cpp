// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "route/grounder.hpp"

namespace wegwijzer::route::detail {

using model::Step;

namespace {

/// Takes the part named `id` over from `from`: replaced, added, or gone where `from` has none.
template <class Part>
void lay_part(std::vector<Part>& parts, const std::vector<Part>& from, std::string_view id) {
    const auto has_id = [&](const Part& part) { return part.id == id; };
    const auto source = std::find_if(from.begin(), from.end(), has_id);
    const auto target = std::find_if(parts.begin(), parts.end(), has_id);
    if (source == from.end())
        std::erase_if(parts, has_id);
    else if (target == parts.end())
        parts.push_back(*source);
    else
        *target = *source;
}

using Lay = void (*)(Step&, const Step&);

/// What each key of a step covers.
const std::unordered_map<std::string_view, Lay>& keys() {
    static const std::unordered_map<std::string_view, Lay> all{
        {"title", [](Step& s, const Step& c) { s.title = c.title; }},
        {"text", [](Step& s, const Step& c) { s.text = c.text; }},
        {"by", [](Step& s, const Step& c) { s.by = c.by; }},
        {"when", [](Step& s, const Step& c) { s.when = c.when; }},
        {"in_force", [](Step& s, const Step& c) { s.in_force = c.in_force; }},
        {"counts", [](Step& s, const Step& c) { s.counts = c.counts; }},
        {"dated", [](Step& s, const Step& c) { s.dated = c.dated; }},
        {"needs", [](Step& s, const Step& c) { s.needs = c.needs; }},
        {"documents", [](Step& s, const Step& c) { s.documents = c.documents; }},
        {"duration",
         [](Step& s, const Step& c) {
             s.clock = c.clock;
             s.duration = c.duration;
         }},
        {"effort",
         [](Step& s, const Step& c) {
             s.clock = c.clock;
             s.effort = c.effort;
         }},
        {"pace", [](Step& s, const Step& c) { s.paces = c.paces; }},
        {"open",
         [](Step& s, const Step& c) {
             s.clock = c.clock;
             s.least = c.least;
         }},
        {"load", [](Step& s, const Step& c) { s.load = c.load; }},
        {"extend", [](Step& s, const Step& c) { s.extend = c.extend; }},
        {"calendar",
         [](Step& s, const Step& c) {
             s.sessions = c.sessions;
             s.closures = c.closures;
         }},
        {"attempt", [](Step& s, const Step& c) { s.attempt = c.attempt; }},
        {"outcome", [](Step& s, const Step& c) { s.outcomes = c.outcomes; }},
        {"gives",
         [](Step& s, const Step& c) {
             s.gives = c.gives;
             s.outcomes = c.outcomes;
         }},
        {"clock",
         [](Step& s, const Step& c) {
             s.clock = c.clock;
             s.duration = c.duration;
             s.effort = c.effort;
             s.least = c.least;
         }},
        {"cost", [](Step& s, const Step& c) { s.costs = c.costs; }},
        {"income", [](Step& s, const Step& c) { s.income = c.income; }},
        {"must", [](Step& s, const Step& c) { s.musts = c.musts; }},
        {"repeat", [](Step& s, const Step& c) { s.repeat = c.repeat; }},
    };
    return all;
}

}  // namespace

void lay_change(Step& step, const model::PilotChange& change) {
    for (const std::string_view field : change.fields) {
        const auto slash = field.find('/');
        const auto key = field.substr(0, slash);
        const auto part =
            slash == std::string_view::npos ? std::string_view() : field.substr(slash + 1);
        if (!part.empty() && (key == "need" || key == "needs"))
            lay_part(step.needs, change.changed.needs, part);
        else if (!part.empty() && (key == "cost" || key == "costs"))
            lay_part(step.costs, change.changed.costs, part);
        else if (!part.empty() && (key == "must" || key == "musts"))
            lay_part(step.musts, change.changed.musts, part);
        else if (const auto lay = keys().find(key); lay != keys().end())
            lay->second(step, change.changed);
    }
}

}  // namespace wegwijzer::route::detail
