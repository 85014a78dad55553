// SPDX-License-Identifier: Apache-2.0
#include "cli/audit_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/duration.hpp"
#include "base/text.hpp"
#include "cli/arguments.hpp"
#include "cli/pack_choice.hpp"
#include "cli/today.hpp"
#include "document/audit.hpp"
#include "model/audit.hpp"

namespace wegwijzer::cli {
namespace {

constexpr std::string_view without_source = "P030";

/// Figures without a source that are no fault of a pack's form, so that reading lets them pass.
Diagnostics unsourced(const model::Audit& audit) {
    Diagnostics found;
    for (const model::AuditedFigure& one : audit.figures)
        if (one.footing == model::Footing::none)
            found
                .error(
                    without_source,
                    fmt::format("a figure has no source: {} of {}", model::name_of(one.figure.kind),
                                wegwijzer::quoted(one.figure.of)),
                    one.figure.span)
                .hints.emplace_back("say `source = \"…\"` beside it or on what it belongs to");
    found.sort_by_place();
    return found;
}

std::string rendered(const std::string& format, const document::AuditView& view) {
    if (format == "json") return document::render_audit_json(view);
    if (format == "csv") return document::render_audit_csv(view);
    if (format == "md") return document::render_audit_markdown(view);
    return document::render_audit_text(view);
}

}  // namespace

void AuditCommand::setup(CLI::App& app) {
    add_arguments(app, "PACK", packs_, "a pack, or its folder; all packs where none is named");
    add_date(app, "--on", on_, "the day on which the sources are judged (default: today)");
    add_text(app, "--older-than", older_than_, "TERM",
             "only figures whose source was seen longer ago: \"6 months\", \"2 years\"");
    add_choice(app, "--format", format_, {"txt", "json", "csv", "md"},
               "form of the list (default: txt)");
}

ExitStatus AuditCommand::run(Surroundings& here) {
    std::optional<Term> older_than;
    if (!older_than_.empty()) {
        older_than = parse_term(older_than_);
        if (!older_than) {
            here.console.tell(
                fmt::format("--older-than: {} is no term", wegwijzer::quoted(older_than_)),
                {"a term is written as \"10 days\", \"6 weeks\", \"3 months\" or \"2 years\""});
            return ExitStatus::usage;
        }
    }
    const auto packs = choose_packs(packs_, here);
    if (!packs) {
        here.console.tell(packs.error());
        return ExitStatus::usage;
    }
    Diagnostics warnings;
    const auto catalogue =
        pack::read_packs(here.places, *packs, {.scenarios = true}, here.sources, warnings);
    if (!catalogue) {
        const Diagnostics& found = catalogue.error();
        here.console.tell(found, here.sources);
        const bool is_readable = std::all_of(found.begin(), found.end(), [](const auto& one) {
            return one.severity != Severity::error || one.code == without_source;
        });
        return is_readable ? ExitStatus::no : ExitStatus::input;
    }
    const model::Audit audit = model::audit(*catalogue, *packs, on_.value_or(today()), older_than);
    here.console.print(rendered(
        format_, {*catalogue, audit, here.sources, here.options.lang, here.console.width()}));
    const Diagnostics missing = unsourced(audit);
    here.console.tell(missing, here.sources);
    return missing.has_errors() ? ExitStatus::no : ExitStatus::done;
}

}  // namespace wegwijzer::cli
