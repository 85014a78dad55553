// SPDX-License-Identifier: Apache-2.0
#include "cli/help.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "document/json_writer.hpp"
#include "document/layout.hpp"
#include "wegwijzer_paths.hpp"

namespace wegwijzer::cli {
namespace {

using document::JsonWriter;

constexpr std::size_t width = 80;
constexpr std::size_t widest_name = 24;

struct Status {
    ExitStatus status;
    std::string_view meaning;
};
constexpr Status statuses[] = {
    {ExitStatus::done, "done"},
    {ExitStatus::no, "the answer is no"},
    {ExitStatus::usage, "wrong usage: a name, date or format that does not exist"},
    {ExitStatus::input, "bad input: missing, a folder, unreadable or wrong"},
    {ExitStatus::fault, "a fault of the program, a plugin or the machine"},
    {ExitStatus::interrupted, "interrupted"}};

std::vector<const CLI::Option*> options_of(const CLI::App& app, bool positional) {
    std::vector<const CLI::Option*> options;
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_positional() == positional) options.push_back(option);
    }
    return options;
}

bool is_repeatable(const CLI::Option& option) {
    return option.get_multi_option_policy() == CLI::MultiOptionPolicy::TakeAll ||
           option.get_expected_max() > 1;
}

std::vector<std::string> names_of(const CLI::Option& option) {
    std::vector<std::string> names;
    for (const std::string& name : option.get_snames()) names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) names.push_back("--" + name);
    return names;
}

bool takes_value(const CLI::Option& option) { return option.get_expected_max() > 0; }

/// "txt|json" as {"txt", "json"}; none where the value is not one of a few.
std::vector<std::string> choices_of(const CLI::Option& option) {
    std::vector<std::string> choices;
    std::string_view rest;
    const std::string type = option.get_type_name();
    rest = type;
    if (rest.find('|') == std::string_view::npos) return choices;
    while (!rest.empty()) {
        const auto bar = rest.find('|');
        choices.emplace_back(rest.substr(0, bar));
        rest = bar == std::string_view::npos ? std::string_view() : rest.substr(bar + 1);
    }
    return choices;
}

std::string argument_name(const CLI::Option& argument) {
    std::string name = argument.get_name(true);
    if (is_repeatable(argument)) name += "...";
    return argument.get_required() ? name : "[" + name + "]";
}

void append_entry(std::string& out, const std::string& name, const std::string& description) {
    const std::string first = "  " + document::left(name, widest_name) + " ";
    if (document::width_of(name) > widest_name) {
        out += "  " + name + "\n";
        out += document::paragraph(std::string(document::width_of("  ") + widest_name + 1, ' '),
                                   description, width);
        return;
    }
    out += document::paragraph(first, description, width);
}

/// Choices that stand better in the description than beside the name.
bool is_too_wide(const CLI::Option& option) {
    return !choices_of(option).empty() && option.get_type_name().size() > widest_name;
}

void append_options(std::string& out, const CLI::App& app, std::string_view heading, bool global) {
    std::string lines;
    for (const CLI::Option* option : options_of(app, false)) {
        if ((option->get_group() == global_group) != global) continue;
        std::string name = document::joined(names_of(*option), ", ");
        if (takes_value(*option))
            name += " " + (is_too_wide(*option) ? std::string("WORD") : option->get_type_name());
        std::string description = option->get_description();
        if (is_too_wide(*option))
            description += "; one of " + document::joined(choices_of(*option), ", ");
        if (option->get_required()) description += "; required";
        if (is_repeatable(*option)) description += "; may be repeated";
        append_entry(lines, name, description);
    }
    if (lines.empty()) return;
    out += "\n";
    out += heading;
    out += "\n" + lines;
}

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& all) {
    json.key(key);
    json.begin_array();
    for (const std::string& one : all) json.value(one);
    json.end_array();
}

void write_option(JsonWriter& json, const CLI::Option& option) {
    json.begin_object();
    write_strings(json, "names", names_of(option));
    json.key("value");
    if (takes_value(option))
        json.value(option.get_type_name());
    else
        json.null();
    write_strings(json, "choices", choices_of(option));
    json.field("required", option.get_required());
    json.field("repeatable", is_repeatable(option));
    json.field("description", option.get_description());
    json.end_object();
}

void write_options(JsonWriter& json, const CLI::App& app, bool global) {
    json.key("options");
    json.begin_array();
    for (const CLI::Option* option : options_of(app, false))
        if ((option->get_group() == global_group) == global) write_option(json, *option);
    json.end_array();
}

std::vector<std::string> formats_of(const CLI::App& app) {
    const CLI::Option* const format = app.get_option_no_throw("--format");
    return format == nullptr ? std::vector<std::string>{} : choices_of(*format);
}

void write_command(JsonWriter& json, const DeclaredCommand& declared) {
    const Command& command = *declared.command;
    json.begin_object();
    json.field("name", command.name());
    json.field("summary", command.summary());
    json.field("usage", usage_line(declared));
    json.key("arguments");
    json.begin_array();
    for (const CLI::Option* argument : options_of(*declared.app, true)) {
        json.begin_object();
        json.field("name", argument->get_name(true));
        json.field("required", argument->get_required());
        json.field("repeatable", is_repeatable(*argument));
        write_strings(json, "choices", choices_of(*argument));
        json.field("description", argument->get_description());
        json.end_object();
    }
    json.end_array();
    write_options(json, *declared.app, false);
    write_strings(json, "formats", formats_of(*declared.app));
    json.key("exit");
    json.begin_array();
    for (const Status& one : statuses) {
        if (one.status == ExitStatus::no && command.when_no().empty()) continue;
        json.value(static_cast<int>(one.status));
    }
    json.end_array();
    json.end_object();
}

}  // namespace

std::string usage_line(const DeclaredCommand& declared) {
    std::string line = "wegwijzer " + declared.command->name();
    for (const CLI::Option* option : options_of(*declared.app, false))
        if (option->get_required())
            line += " " + names_of(*option).back() + " " + option->get_type_name();
    line += " [OPTION]...";
    for (const CLI::Option* argument : options_of(*declared.app, true))
        line += " " + argument_name(*argument);
    return line;
}

std::string render_help(const CLI::App& program, const std::vector<DeclaredCommand>& commands) {
    std::string out = "Usage: wegwijzer [OPTION]... COMMAND [ARGUMENT]...\n\n";
    out += document::paragraph("", program.get_description(), width);
    out += "\nCommands\n";
    for (const DeclaredCommand& declared : commands)
        append_entry(out, declared.command->name(), declared.command->summary());
    append_options(out, program, "Options", true);
    append_options(out, program, "Other options", false);
    out += "\n'wegwijzer help COMMAND' tells more about a command.\n";
    return out;
}

std::string render_command_help(const DeclaredCommand& declared) {
    const Command& command = *declared.command;
    std::string out = document::paragraph("Usage: ", usage_line(declared), width);
    out += "\n" + document::paragraph("", command.summary(), width);
    const auto arguments = options_of(*declared.app, true);
    if (!arguments.empty()) out += "\nArguments\n";
    for (const CLI::Option* argument : arguments) {
        std::string description = argument->get_description();
        const auto choices = choices_of(*argument);
        if (!choices.empty()) description += ": " + document::joined(choices, ", ");
        append_entry(out, argument->get_name(true), description);
    }
    append_options(out, *declared.app, "Options", false);
    append_options(out, *declared.app, "Global options", true);
    out += "\nExit status\n";
    for (const Status& one : statuses) {
        if (one.status == ExitStatus::no && command.when_no().empty()) continue;
        const bool is_no = one.status == ExitStatus::no;
        append_entry(out, std::to_string(static_cast<int>(one.status)),
                     is_no ? command.when_no() : std::string(one.meaning));
    }
    return out;
}

std::string render_help_json(const CLI::App& program,
                             const std::vector<DeclaredCommand>& commands) {
    JsonWriter json;
    json.begin_object();
    json.field("schema", "wegwijzer/help/1");
    json.field("program", paths::version);
    write_options(json, program, true);
    json.key("commands");
    json.begin_array();
    for (const DeclaredCommand& declared : commands) write_command(json, declared);
    json.end_array();
    std::vector<std::string> formats;
    for (const DeclaredCommand& declared : commands)
        for (std::string& format : formats_of(*declared.app))
            if (std::find(formats.begin(), formats.end(), format) == formats.end())
                formats.push_back(std::move(format));
    write_strings(json, "formats", formats);
    json.key("exit_statuses");
    json.begin_array();
    for (const Status& one : statuses) {
        json.begin_object();
        json.field("status", static_cast<int>(one.status));
        json.field("meaning", one.meaning);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace wegwijzer::cli
