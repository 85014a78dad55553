// SPDX-License-Identifier: Apache-2.0
#include "cli/name_finder.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "cli/arguments.hpp"
#include "cli/places.hpp"
#include "pack/reader.hpp"

namespace wegwijzer::cli {
namespace {

template <class Thing>
std::vector<std::string> ids_of(const std::vector<Thing>& things) {
    std::vector<std::string> ids;
    ids.reserve(things.size());
    for (const Thing& thing : things) ids.push_back(thing.id);
    return ids;
}

Unexpected<UsageMistake> unknown(std::string_view kind, const std::string& name,
                                 const std::vector<std::string>& known,
                                 std::string otherwise = {}) {
    return {UsageMistake{fmt::format("unknown {} {}", kind, wegwijzer::quoted(name)),
                         did_you_mean(name, known, std::move(otherwise))}};
}

/// The parts around the last `sign`; none where one is missing.
std::optional<std::pair<std::string, std::string>> halves(const std::string& text, char sign) {
    const auto at = text.rfind(sign);
    if (at == std::string::npos || at == 0 || at + 1 == text.size()) return std::nullopt;
    return std::pair(text.substr(0, at), text.substr(at + 1));
}

}  // namespace

NameFinder::Found<model::GoalId> NameFinder::goal(const std::string& name) const {
    const model::GoalId id = catalogue_.find_goal(name);
    if (!id.is_none()) return id;
    return unknown("goal", name, ids_of(catalogue_.goals), "'wegwijzer list goals' shows them");
}

NameFinder::Found<model::PilotId> NameFinder::pilot(const std::string& name) const {
    const model::PilotId id = catalogue_.find_pilot(name);
    if (!id.is_none()) return id;
    return unknown("pilot", name, ids_of(catalogue_.pilots), "'wegwijzer list pilots' shows them");
}

NameFinder::Found<model::StepId> NameFinder::step(const std::string& name) const {
    const model::StepId id = catalogue_.find_step(name);
    if (!id.is_none()) return id;
    return unknown("step", name, ids_of(catalogue_.steps), "'wegwijzer list steps' shows them");
}

NameFinder::Found<route::Waiver> NameFinder::waiver(const std::string& text) const {
    const auto parts = halves(text, '/');
    if (!parts)
        return Unexpected{UsageMistake{
            fmt::format("--waive: {} is not of the form STEP/NEED", wegwijzer::quoted(text)), {}}};
    const auto id = step(parts->first);
    if (!id) return Unexpected{id.error()};
    const std::vector<model::Need>& needs = catalogue_[*id].needs;
    for (std::uint32_t k = 0; k < needs.size(); ++k)
        if (needs[k].id == parts->second) return route::Waiver{*id, k};
    return unknown(fmt::format("need of step {}:", wegwijzer::quoted(parts->first)), parts->second,
                   ids_of(needs));
}

NameFinder::Found<route::AssumedOutcome> NameFinder::outcome(const std::string& text) const {
    const auto parts = halves(text, '=');
    if (!parts)
        return Unexpected{UsageMistake{
            fmt::format("--assume: {} is not of the form STEP=OUTCOME", wegwijzer::quoted(text)),
            {}}};
    const auto id = step(parts->first);
    if (!id) return Unexpected{id.error()};
    const std::vector<model::Outcome>& outcomes = catalogue_[*id].outcomes;
    for (std::uint32_t k = 0; k < outcomes.size(); ++k)
        if (outcomes[k].id == parts->second) return route::AssumedOutcome{*id, k};
    return unknown(fmt::format("outcome of step {}:", wegwijzer::quoted(parts->first)),
                   parts->second, ids_of(outcomes));
}

UsageMistake NameFinder::unknown_in_any_pack(std::string_view kind, const std::string& name,
                                             Surroundings& here) {
    const std::vector<std::string> packs = all_pack_ids(here.places);
    std::vector<std::string> known;
    Diagnostics unused;
    SourceMap texts;
    const auto all = pack::read_packs(here.places, packs, {}, texts, unused);
    if (all) known = kind == "pilot" ? ids_of(all->pilots) : ids_of(all->goals);
    return unknown(kind, name, known, fmt::format("'wegwijzer list {}s' shows them", kind)).error;
}

}  // namespace wegwijzer::cli
