// SPDX-License-Identifier: Apache-2.0
#include "cli/document_command.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.hpp"
#include "cli/arguments.hpp"
#include "cli/output_file.hpp"
#include "cli/pdf_printer.hpp"
#include "cli/plugin_calls.hpp"
#include "cli/today.hpp"
#include "document/document.hpp"
#include "route/find.hpp"
#include "route/holds_until.hpp"
#include "wegwijzer_paths.hpp"

namespace wegwijzer::cli {
namespace {

/// The languages of "ar,nl", or what is wrong with them.
std::variant<std::vector<const document::Language*>, UsageMistake> read_languages(
    std::string_view text, bool is_for_adviser) {
    std::vector<const document::Language*> languages;
    std::vector<std::string> known;
    for (const document::Language& language : document::languages())
        if (!is_for_adviser || language.is_for_advisers) known.emplace_back(language.code);
    for (bool is_last = false; !is_last;) {
        const std::size_t comma = text.find(',');
        is_last = comma == std::string_view::npos;
        const std::string code(text.substr(0, comma));
        if (!is_last) text.remove_prefix(comma + 1);
        const document::Language* const language = document::find_language(code);
        if (std::find(known.begin(), known.end(), code) == known.end())
            return UsageMistake{
                is_for_adviser && language != nullptr
                    ? fmt::format("--lang: the adviser's document is not there in {}",
                                  wegwijzer::quoted(code))
                    : fmt::format("--lang: there is no language {}", wegwijzer::quoted(code)),
                {fmt::format("choose from {}", fmt::join(known, ", "))}};
        if (std::find(languages.begin(), languages.end(), language) != languages.end())
            return UsageMistake{fmt::format("--lang: {} stands there twice", code), {}};
        languages.push_back(language);
    }
    constexpr std::size_t most = 2;
    if (languages.size() > most)
        return UsageMistake{"--lang: two languages stand beside each other at most", {}};
    return languages;
}

}  // namespace

void DocumentCommand::setup(CLI::App& app) {
    arguments_.declare(app);
    add_choice(app, "--format", format_,
               {"html", "pdf", "odt", "md", "txt", "svg", "ics", "csv", "json", "ndjson", "xml"},
               "form of the document (default: html)");
    add_choice(app, "--for", audience_, {"client", "adviser"},
               "who reads it: the person (default), or the adviser with all reasons");
    add_flag(app, "--anonymous", is_anonymous_, "leave out all of the person but the route");
    add_date(app, "--made", made_, "the date that the document bears (default: today)");
    add_text(app, "-o,--output", output_, "FILE", "write there instead of to standard output");
    add_flag(app, "--force", force_, "overwrite the output file");
}

ExitStatus DocumentCommand::run(Surroundings& here) {
    const bool is_for_adviser = audience_ == "adviser";
    auto chosen = read_languages(here.options.lang, is_for_adviser);
    if (const auto* mistake = std::get_if<UsageMistake>(&chosen)) {
        here.console.tell(*mistake);
        return ExitStatus::usage;
    }
    const auto& languages = std::get<std::vector<const document::Language*>>(chosen);
    auto read = read_question(arguments_, here);
    if (const auto* failed = std::get_if<ExitStatus>(&read)) return *failed;
    PersonQuestion& asked = std::get<PersonQuestion>(read);
    PluginCalls plugins(asked.catalogue, here);
    const model::Plan plan =
        route::find(asked.catalogue, asked.profile, asked.question, plugins.call());

    const document::PlanView view{.catalogue = asked.catalogue,
                                  .plan = plan,
                                  .program_version = std::string(paths::version),
                                  .lang = std::string(languages.front()->code),
                                  .made = made_.value_or(today()),
                                  .waived = asked.waived,
                                  .plugins_missed = plugins.missed()};
    const document::DocumentWish wish{
        .audience = is_for_adviser ? document::Audience::adviser : document::Audience::client,
        .is_anonymous = is_anonymous_,
        .holds_until = route::holds_until(asked.catalogue, plan)};
    std::vector<document::DocumentView> views;
    for (const document::Language* const language : languages)
        views.push_back(document::make_document_view(view, asked.profile, *language, wish));
    std::string bytes = document::render_document(views, format_ == "pdf" ? "html" : format_);
    if (format_ == "pdf") {
        auto printed = print_pdf(bytes, view.made);
        if (!printed) {
            here.console.tell(printed.error());
            return ExitStatus::fault;
        }
        bytes = std::move(printed).value();
    }
    if (output_.empty()) {
        here.console.print(bytes);
    } else if (const auto mistake = write_output_file(output_, bytes, force_)) {
        here.console.tell(*mistake);
        return ExitStatus::usage;
    }
    const bool is_no = plan.status == model::Status::unreachable ||
                       (plan.status == model::Status::unknown && plan.routes.empty());
    return is_no ? ExitStatus::no : ExitStatus::done;
}

}  // namespace wegwijzer::cli
