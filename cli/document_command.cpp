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
#include "cli/document_batch.hpp"
#include "cli/document_maker.hpp"
#include "cli/output_file.hpp"
#include "cli/plugin_calls.hpp"
#include "cli/today.hpp"

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
    arguments_.declare(app, true);
    add_choice(app, "--format", format_,
               {"html", "pdf", "odt", "md", "txt", "svg", "ics", "csv", "json", "ndjson", "xml"},
               "form of the document (default: html)");
    add_choice(app, "--for", audience_, {"client", "adviser"},
               "who reads it: the person (default), or the adviser with all reasons");
    add_flag(app, "--anonymous", is_anonymous_, "leave out all of the person but the route");
    add_date(app, "--made", made_, "the date that the document bears (default: today)");
    add_text(app, "-o,--output", output_, "FILE", "write there instead of to standard output");
    add_flag(app, "--force", force_, "overwrite the output file");
    add_text(app, "--batch", batch_, "FILE",
             "instead of PROFILE: many profiles, one JSON object a line");
    add_text(app, "--out", folder_, "DIR", "with --batch: the folder for the documents");
    add_text(app, "--name", name_, "PATTERN",
             "with --batch: the names of the files (default: {id}-{goal}.{ext})");
}

std::optional<UsageMistake> DocumentCommand::mismatch() const {
    if (batch_.empty()) {
        if (arguments_.profile.empty()) return UsageMistake{"PROFILE is required", {}};
        if (folder_.empty() && name_.empty()) return std::nullopt;
        return UsageMistake{"--out and --name go with --batch", {}};
    }
    if (!arguments_.profile.empty())
        return UsageMistake{"PROFILE and --batch do not go together", {}};
    if (folder_.empty()) return UsageMistake{"--batch asks for --out", {}};
    if (!output_.empty()) return UsageMistake{"--output does not go with --batch", {}};
    // What the clock cuts off would differ with the number of threads.
    if (!arguments_.timeout.empty())
        return UsageMistake{"--timeout does not go with --batch", {"--limit does"}};
    return std::nullopt;
}

ExitStatus DocumentCommand::run(Surroundings& here) {
    if (const auto mistake = mismatch()) {
        here.console.tell(*mistake);
        return ExitStatus::usage;
    }
    const bool is_for_adviser = audience_ == "adviser";
    auto chosen = read_languages(here.options.lang, is_for_adviser);
    if (const auto* mistake = std::get_if<UsageMistake>(&chosen)) {
        here.console.tell(*mistake);
        return ExitStatus::usage;
    }
    auto read = read_question(arguments_, here);
    if (const auto* failed = std::get_if<ExitStatus>(&read)) return *failed;
    const PersonQuestion& asked = std::get<PersonQuestion>(read);
    const DocumentOrder order{
        .languages = std::get<std::vector<const document::Language*>>(std::move(chosen)),
        .audience = is_for_adviser ? document::Audience::adviser : document::Audience::client,
        .is_anonymous = is_anonymous_,
        .format = format_,
        .made = made_.value_or(today())};
    const ExitStatus status =
        batch_.empty()
            ? make_one(asked, order, here)
            : make_documents({batch_, folder_, name_.empty() ? "{id}-{goal}.{ext}" : name_, force_},
                             order, asked, here);
    return tell_plugin_faults(here, status);
}

ExitStatus DocumentCommand::make_one(const PersonQuestion& asked, const DocumentOrder& order,
                                     Surroundings& here) const {
    const auto made = make_document(asked, asked.profile, order, here);
    if (!made) {
        here.console.tell(made.error());
        return ExitStatus::fault;
    }
    if (output_.empty()) {
        here.console.print(made->bytes);
    } else if (const auto mistake = write_output_file(output_, made->bytes, force_)) {
        here.console.tell(*mistake);
        return ExitStatus::usage;
    }
    return made->is_no ? ExitStatus::no : ExitStatus::done;
}

}  // namespace wegwijzer::cli
