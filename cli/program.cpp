// SPDX-License-Identifier: Apache-2.0
#include "cli/program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/text.hpp"
#include "cli/arguments.hpp"
#include "cli/audit_command.hpp"
#include "cli/check_command.hpp"
#include "cli/compare_command.hpp"
#include "cli/diff_command.hpp"
#include "cli/document_command.hpp"
#include "cli/explain_command.hpp"
#include "cli/export_command.hpp"
#include "cli/graph_command.hpp"
#include "cli/help_command.hpp"
#include "cli/import_command.hpp"
#include "cli/list_command.hpp"
#include "cli/places.hpp"
#include "cli/plan_command.hpp"
#include "cli/show_command.hpp"
#include "cli/simulate_command.hpp"
#include "cli/test_command.hpp"
#include "cli/version.hpp"

namespace wegwijzer::cli {
namespace {

constexpr std::size_t longest_message = 400;

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app.get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return names;
}

/// CLI11's messages repeat arguments as they are, so they are made safe here.
std::string message_of(const CLI::ParseError& error) {
    const std::string said = error.what();
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
        const std::string name = shown(said.substr(0, said.find(':')), longest_message);
        const bool is_repeated = said.find("received") != std::string::npos;
        return name + (is_repeated ? " may be given only once" : " asks for a value");
    }
    return shown(said, longest_message);
}

}  // namespace

Program::Program()
    : app_(
          "Plans the way to a credential: which steps, in what order, from when to "
          "when, at what cost, and what may go wrong.",
          "wegwijzer") {
    app_.require_subcommand(0, 1);
    app_.allow_extras();  // told by ourselves, with the near name
    app_.set_help_flag("-h,--help", "this help");
    declare_global(app_);
    add_flag(app_, "--version", wants_version_, "versions of the program and of the packs")
        ->group(global_group);
    add<PlanCommand>();
    add<ExplainCommand>();
    add<CompareCommand>();
    add<DiffCommand>();
    add<DocumentCommand>();
    add<GraphCommand>();
    add<SimulateCommand>();
    add<ExportCommand>();
    add<ImportCommand>();
    add<CheckCommand>();
    add<TestCommand>();
    add<AuditCommand>();
    add<ListCommand>();
    add<ShowCommand>();
    add<HelpCommand>(app_, commands_);
}

template <class Kind, class... Arguments>
void Program::add(Arguments&&... arguments) {
    DeclaredCommand declared;
    declared.command = std::make_unique<Kind>(std::forward<Arguments>(arguments)...);
    declared.app = app_.add_subcommand(declared.command->name(), declared.command->summary());
    declared.app->allow_extras();
    declared.app->set_help_flag("-h,--help", "this help");
    declared.command->setup(*declared.app);
    declare_global(*declared.app);
    commands_.push_back(std::move(declared));
}

/// Declared for the program and for each command, so that they may stand on either side of its
/// name.
void Program::declare_global(CLI::App& app) {
    CLI::Option* const options[] = {
        add_texts(app, "--packs", options_.packs, "DIR", "a folder of packs, searched first"),
        add_texts(app, "--plugins", options_.plugins, "DIR", "a folder of plugins, searched first"),
        add_flag(app, "--no-plugins", options_.no_plugins, "open no plugin"),
        add_text(app, "--lang", options_.lang, "LANG",
                 "language of the results: nl (default) or en; 'document' has more"),
        add_number(app, "--threads", options_.threads, 1, 256,
                   "number of threads (default: one for each core)")};
    for (CLI::Option* const option : options) option->group(global_group);
    app.get_help_ptr()->group(global_group);
}

ExitStatus Program::run(std::vector<std::string> arguments, Console& console) {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    try {
        app_.parse(std::move(arguments));
    } catch (const CLI::CallForHelp&) {
        const DeclaredCommand* const command = chosen();
        console.print(command != nullptr ? render_command_help(*command)
                                         : render_help(app_, commands_));
        return ExitStatus::done;
    } catch (const CLI::ParseError& error) {
        // A word mistyped is often also a word missing; the first is what helps.
        const bool is_missing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
        const auto stray = is_missing ? stray_argument() : std::nullopt;
        console.tell(stray.value_or(mistake_in(error)));
        return ExitStatus::usage;
    }
    if (const auto mistake = stray_argument()) {
        console.tell(*mistake);
        return ExitStatus::usage;
    }
    return run_chosen(console);
}

const DeclaredCommand* Program::chosen() const {
    for (const DeclaredCommand& declared : commands_)
        if (declared.app->parsed()) return &declared;
    return nullptr;
}

std::optional<UsageMistake> Program::stray_argument() const {
    const DeclaredCommand* const command = chosen();
    std::vector<std::string> strays = app_.remaining();
    const bool is_before_command = !strays.empty();
    if (!is_before_command && command != nullptr) strays = command->app->remaining();
    if (strays.empty()) return std::nullopt;
    // An option that is not known leaves its value behind as an argument too many.
    const auto option = std::find_if(strays.begin(), strays.end(), [](const std::string& one) {
        return one.size() > 1 && one.front() == '-';
    });
    if (option != strays.end()) {
        const std::string name = option->substr(0, option->find('='));
        const CLI::App& where = is_before_command || command == nullptr ? app_ : *command->app;
        const bool is_misplaced = is_before_command && command != nullptr &&
                                  command->app->get_option_no_throw(name) != nullptr;
        if (is_misplaced)
            return UsageMistake{
                fmt::format("option {} stands before its command", wegwijzer::quoted(name)),
                {fmt::format("put it behind '{}'", command->command->name())}};
        return UsageMistake{
            fmt::format("unknown option {}", wegwijzer::quoted(name)),
            did_you_mean(name, option_names(where),
                         command == nullptr ? "'wegwijzer help' shows all options"
                                            : fmt::format("'wegwijzer help {}' shows all options",
                                                          command->command->name()))};
    }
    if (command != nullptr)
        return UsageMistake{
            fmt::format("one argument too many: {}", wegwijzer::quoted(strays.front())),
            {fmt::format("usage: {}", usage_line(*command))}};
    std::vector<std::string> names;
    for (const DeclaredCommand& declared : commands_) names.push_back(declared.command->name());
    return UsageMistake{fmt::format("unknown command {}", wegwijzer::quoted(strays.front())),
                        did_you_mean(strays.front(), names, "'wegwijzer help' shows all commands")};
}

UsageMistake Program::mistake_in(const CLI::ParseError& error) const {
    const DeclaredCommand* const command = chosen();
    UsageMistake mistake{message_of(error), {}};
    if (command != nullptr) mistake.hints.push_back(fmt::format("usage: {}", usage_line(*command)));
    return mistake;
}

ExitStatus Program::run_chosen(Console& console) {
    const DeclaredCommand* const command = chosen();
    const std::string& lang = options_.lang;
    const bool is_free = command != nullptr && command->command->reads_languages();
    if (!is_free && lang != "nl" && lang != "en") {
        UsageMistake mistake{
            fmt::format("--lang: {} is not one of nl, en", wegwijzer::quoted(lang)), {}};
        if (command != nullptr)
            mistake.hints.push_back(fmt::format("usage: {}", usage_line(*command)));
        console.tell(mistake);
        return ExitStatus::usage;
    }
    if (command == nullptr && !wants_version_) {
        console.tell("no command was given", {"'wegwijzer help' shows all commands"});
        return ExitStatus::usage;
    }
    auto places = find_places(options_.packs, options_.plugins);
    Surroundings here{console, options_, {}, {}};
    if (!places) {
        console.tell(places.error(), here.sources);
        return ExitStatus::input;
    }
    here.places = std::move(places).value();
    here.shelf = std::make_unique<plugin::Shelf>(here.places.plugins, !options_.no_plugins);
    return wants_version_ ? print_version(here) : command->command->run(here);
}

}  // namespace wegwijzer::cli
