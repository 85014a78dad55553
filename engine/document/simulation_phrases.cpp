// SPDX-License-Identifier: Apache-2.0
#include "document/simulation_phrases.hpp"

#include <array>

namespace wegwijzer::document {
namespace {

struct Entry {
    SimulationPhrase phrase;
    std::string_view dutch, english;
};

constexpr auto entries = std::to_array<Entry>({
    {SimulationPhrase::cohort_rows, "{0} rijen gelezen: {1} gebruikt, {2} geweigerd.",
     "{0} rows read: {1} used, {2} refused."},
    {SimulationPhrase::cohort_none_refused, "{0} rijen gelezen en gebruikt.",
     "{0} rows read and used."},
    {SimulationPhrase::cohort_alike, "Voor de regels zijn er {0} verschillende mensen.",
     "To the rules there are {0} different people."},
    {SimulationPhrase::cohort_small,
     "Aantallen onder {0} staan er niet, en ook niet wat die zou verraden ({1}).",
     "Counts under {0} are left out, and so is what would give them away ({1})."},
    {SimulationPhrase::cohort_baseline, "zoals het is", "as it is"},
    {SimulationPhrase::cohort_together, "alles samen", "all together"},
    {SimulationPhrase::cohort_reach, "Wie er een route heeft", "Who has a route"},
    {SimulationPhrase::cohort_effect, "Wat het verandert", "What it changes"},
    {SimulationPhrase::cohort_waiting, "Wie er nog niet is", "Who is not yet there"},
    {SimulationPhrase::cohort_by, "Naar {0}", "By {0}"},
    {SimulationPhrase::cohort_demand, "{0}: {1} mensen zouden hem gebruiken.",
     "{0}: {1} people would use it."},
    {SimulationPhrase::cohort_demand_places,
     "{0}: {1} mensen zouden hem gebruiken, er zijn {2} plaatsen.",
     "{0}: {1} people would use it, there are {2} places."},
    {SimulationPhrase::cohort_needs, "Welke eis de meesten tegenhoudt ({0} geprobeerd)",
     "Which need holds most people back ({0} tried)"},
    {SimulationPhrase::cohort_needs_none, "Geen eis die alleen wegvalt, helpt iemand.",
     "No need that is left out by itself helps anybody."},
    {SimulationPhrase::cohort_needs_left_out,
     "{0} eisen die te weinig mensen helpen, of bijna dezelfde als een hierboven, staan er niet.",
     "{0} needs that help too few, or nearly the same people as one above, are left out."},
    {SimulationPhrase::cohort_limit,
     "Bij {0} plannen stopte het zoeken bij zijn grens; die zijn misschien niet de beste.",
     "In {0} plans the search stopped at its limit; those may not be the best."},
    {SimulationPhrase::cohort_timed_out,
     "Bij {0} plannen hield de klok het zoeken tegen; een andere keer kan het anders uitvallen.",
     "In {0} plans the clock stopped the search; another time they may come out otherwise."},
    {SimulationPhrase::cohort_about,
     "Weken en kosten: de helft komt tot het eerste getal, tussen haakjes 10 % en 90 %. Een "
     "interval geldt als deze mensen een steekproef zijn. Misschien: een weg die pas opengaat bij "
     "antwoorden die niemand gaf.",
     "Weeks and costs: half come to the first number, in brackets 10% and 90%. An interval holds "
     "if these people are a sample. Perhaps: a way that opens only for answers that nobody gave."},
    {SimulationPhrase::column_need, "eis", "need"},
    {SimulationPhrase::column_weeks_in_all, "weken eerder, samen", "weeks sooner, in all"},
    {SimulationPhrase::column_variant, "variant", "variant"},
    {SimulationPhrase::column_people, "mensen", "people"},
    {SimulationPhrase::column_reach, "bereik", "reach"},
    {SimulationPhrase::column_interval, "95 %", "95%"},
    {SimulationPhrase::column_perhaps, "misschien", "perhaps"},
    {SimulationPhrase::column_weeks, "weken", "weeks"},
    {SimulationPhrase::column_own_cost, "eigen kosten", "own cost"},
    {SimulationPhrase::column_others_pay, "anderen betalen", "others pay"},
    {SimulationPhrase::column_newly, "nieuw", "newly"},
    {SimulationPhrase::column_lost, "verloren", "lost"},
    {SimulationPhrase::column_both_ways, "allebei", "both ways"},
    {SimulationPhrase::column_better, "beter af", "better off"},
    {SimulationPhrase::column_no_better, "niet beter", "no better"},
    {SimulationPhrase::column_weeks_sooner, "weken eerder", "weeks sooner"},
    {SimulationPhrase::column_own_saved, "eigen kosten lager", "own cost lower"},
    {SimulationPhrase::column_week, "week", "week"},
    {SimulationPhrase::not_known, "(onbekend)", "(not known)"},
    {SimulationPhrase::fewer_than, "verborgen", "hidden"},
});

constexpr bool is_in_order() {
    for (std::size_t k = 0; k < entries.size(); ++k)
        if (static_cast<std::size_t>(entries[k].phrase) != k) return false;
    return entries.size() == simulation_phrase_count;
}
static_assert(is_in_order(), "the table follows the order of the enumeration, each phrase once");

}  // namespace

std::string_view phrase(SimulationPhrase phrase, std::string_view lang) {
    const Entry& entry = entries[static_cast<std::size_t>(phrase)];
    return lang == "nl" ? entry.dutch : entry.english;
}

}  // namespace wegwijzer::document
