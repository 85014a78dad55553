// SPDX-License-Identifier: Apache-2.0
#include "cli/import_command.hpp"

#include "cli/arguments.hpp"
#include "cli/output_file.hpp"
#include "document/profile_toml.hpp"
#include "pack/europass_reader.hpp"
#include "pack/gate.hpp"

namespace wegwijzer::cli {

void ImportCommand::setup(CLI::App& app) {
    add_argument(app, "CV", cv_, "a Europass CV in XML; - is standard input");
    add_text(app, "-o,--output", output_, "FILE", "write there instead of to standard output");
    add_flag(app, "--force", force_, "overwrite the output file");
}

ExitStatus ImportCommand::run(Surroundings& here) {
    const auto refuse = [&](const Diagnostics& found) {
        here.console.tell(found, here.sources);
        return ExitStatus::input;
    };
    auto text = pack::admit_file(cv_, pack::Kind::xml, here.sources);
    if (!text) return refuse(text.error());
    Diagnostics unread;
    const auto profile = pack::read_europass(here.sources, *text, unread);
    if (!profile) return refuse(profile.error());
    here.console.tell(unread, here.sources);
    const std::string written = document::render_profile_toml(*profile);
    if (output_.empty()) {
        here.console.print(written);
    } else if (const auto mistake = write_output_file(output_, written, force_)) {
        here.console.tell(*mistake);
        return ExitStatus::usage;
    }
    return ExitStatus::done;
}

}  // namespace wegwijzer::cli
