// SPDX-License-Identifier: Apache-2.0
#include "cli/simulate_command.hpp"

#include <algorithm>
#include <limits>
#include <utility>
#include <variant>

#include "cli/arguments.hpp"
#include "cli/cohort_input.hpp"
#include "cli/output_file.hpp"
#include "cli/plugin_calls.hpp"
#include "cli/progress_bar.hpp"
#include "cli/thread_count.hpp"
#include "cohort/ranking.hpp"
#include "document/simulation.hpp"
#include "wegwijzer_paths.hpp"

namespace wegwijzer::cli {

void SimulateCommand::setup(CLI::App& app) {
    add_argument(app, "COHORT", cohort_, "a table of people, CSV or NDJSON; - is standard input");
    arguments_.declare_question(app, 0);
    add_choice(app, "--input", input_, {"csv", "ndjson"},
               "what the table is written in (default: as its name ends)");
    add_text(app, "--map", mapping_, "FILE", "what the table's columns and words mean");
    add_flag(app, "--combine", combine_, "all pilots and waivers together as well");
    add_flag(app, "--rank-needs", rank_needs_,
             "try each need on the way: which one holds most people back");
    add_text(app, "--by", by_, "NAME,...", "groups, by attributes or columns");
    add_number(app, "--min-cell", min_cell_, 0, std::numeric_limits<std::uint32_t>::max(),
               "smallest number of people that is told (default: 10)");
    add_text(app, "--detail", detail_, "FILE", "write one row for each person there (personal)");
    add_choice(app, "--format", format_, {"txt", "json", "ndjson", "csv"},
               "form of the results (default: txt)");
    add_text(app, "-o,--output", output_, "FILE", "write there instead of to standard output");
    add_flag(app, "--force", force_, "overwrite the output files");
}

std::vector<std::string> SimulateCommand::dimensions() const {
    std::vector<std::string> names;
    for (std::size_t at = 0; at < by_.size();) {
        const std::size_t end = std::min(by_.find(',', at), by_.size());
        names.push_back(by_.substr(at, end - at));
        at = end + 1;
    }
    return names;
}

/// The pilots and waivers of the command line are what is tried; those that apply by themselves
/// belong to the baseline.
std::vector<cohort::Variant> SimulateCommand::variants_of(const PackQuestion& asked) const {
    cohort::Measures measures{{}, asked.question.waivers, combine_};
    route::Question question = asked.question;
    const auto named = static_cast<std::ptrdiff_t>(arguments_.pilots.size());
    measures.pilots.assign(question.pilots.begin(), question.pilots.begin() + named);
    question.pilots.erase(question.pilots.begin(), question.pilots.begin() + named);
    question.waivers.clear();
    return cohort::make_variants(asked.catalogue, question, measures);
}

ExitStatus SimulateCommand::run(Surroundings& here) {
    auto read = read_pack_question(arguments_, here);
    if (const auto* failed = std::get_if<ExitStatus>(&read)) return *failed;
    const PackQuestion& asked = std::get<PackQuestion>(read);
    const auto variants = variants_of(asked);
    const auto questions = cohort::asked_for(asked.catalogue, variants);
    PluginCalls plugins(asked.catalogue, here);
    const route::Call call = plugins.call();

    const route::Question& question = variants.front().question;
    const Date horizon = question.horizon.value_or(add_months(question.on, 20 * 12));
    auto people = read_cohort({cohort_,
                               input_,
                               mapping_,
                               dimensions(),
                               {question.on, horizon, question.draws > 0},
                               !detail_.empty()},
                              asked.catalogue, questions, call, here);
    if (const auto* failed = std::get_if<ExitStatus>(&people)) return *failed;
    const auto& population = std::get<cohort::Population>(people);
    ProgressBar progress(population.signatures.size() * variants.size());
    const auto outcomes = cohort::plan_all(population.signatures, variants, call,
                                           thread_count(here.options), [&] { progress.step(); });
    const auto report =
        cohort::report_on(population, variants, outcomes, dimensions(), min_cell_.value_or(10));

    cohort::NeedRanking ranking;
    if (rank_needs_) {
        cohort::Planning planning{.population = population,
                                  .baseline = variants.front(),
                                  .outcomes = outcomes.front(),
                                  .call = call,
                                  .threads = thread_count(here.options),
                                  .least = min_cell_.value_or(10),
                                  .tell = {}};
        ProgressBar bar(cohort::plans_to_rank(planning, questions));
        planning.tell = [&] { bar.step(); };
        ranking = cohort::rank_needs(planning, questions);
    }

    const document::SimulationView view{.catalogue = asked.catalogue,
                                        .question = question,
                                        .horizon = horizon,
                                        .report = report,
                                        .ranking = rank_needs_ ? &ranking : nullptr,
                                        .program_version = std::string(paths::version),
                                        .lang = here.options.lang,
                                        .width = here.console.width(),
                                        .plugins_missed = plugins.missed()};
    if (!write_details(asked, population, variants, outcomes, here)) return ExitStatus::usage;
    const std::string results = document::render_simulation(view, format_);
    if (output_.empty()) {
        here.console.print(results);
    } else if (const auto mistake = write_output_file(output_, results, force_)) {
        here.console.tell(*mistake);
        return ExitStatus::usage;
    }
    return tell_plugin_faults(here, report.refused > 0 ? ExitStatus::input : ExitStatus::done);
}

bool SimulateCommand::write_details(const PackQuestion& asked, const cohort::Population& population,
                                    const std::vector<cohort::Variant>& variants,
                                    const std::vector<std::vector<cohort::Outcome>>& outcomes,
                                    Surroundings& here) const {
    if (detail_.empty()) return true;
    const auto mistake = write_output_file(
        detail_, document::render_people(asked.question.on, population, variants, outcomes),
        force_);
    if (mistake) here.console.tell(*mistake);
    return !mistake;
}

}  // namespace wegwijzer::cli
