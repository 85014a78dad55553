// SPDX-License-Identifier: Apache-2.0
#include "cli/document_batch.hpp"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "base/error.hpp"
#include "base/on_threads.hpp"
#include "base/text.hpp"
#include "cli/output_file.hpp"
#include "cli/progress_bar.hpp"
#include "pack/gate.hpp"
#include "pack/limits.hpp"
#include "pack/profile_rows.hpp"

namespace wegwijzer::cli {
namespace {

/// One row on its way to a document.
struct Job {
    pack::ProfileRow row;
    std::string name;  ///< of its file; empty: the row cannot be made
    bool is_made = false, is_no = false, is_fault = false;
};

class Batch {
public:
    Batch(const BatchOrder& batch, const DocumentOrder& order, const PersonQuestion& asked,
          Surroundings& here)
        : batch_(batch), order_(order), asked_(asked), here_(here) {}

    ExitStatus run() {
        const auto names = FileNames::parse(batch_.name, {"id", "row", "goal", "lang", "ext"});
        if (!names) return refuse(names.error());
        auto bytes = pack::read_bytes(batch_.profiles, pack::limits::profile_rows_bytes);
        if (!bytes) return refuse(bytes.error());
        if (!make_folder()) return ExitStatus::usage;
        text_ = here_.sources.add({batch_.profiles, {}, true});
        for (pack::ProfileRow& row : pack::read_profile_rows(*bytes, text_, asked_.catalogue))
            jobs_.push_back({std::move(row), {}});
        if (jobs_.empty()) {
            Diagnostics found;
            found.error("F030", "there is no profile in it", {text_, 1, 1, 1});
            return refuse(found);
        }
        for (Job& job : jobs_) name(job, *names);
        make_all();
        return report();
    }

private:
    ExitStatus refuse(const UsageMistake& mistake) {
        here_.console.tell(mistake);
        return ExitStatus::usage;
    }
    ExitStatus refuse(const Diagnostics& found) {
        here_.console.tell(found, here_.sources);
        return ExitStatus::input;
    }

    bool make_folder() {
        constexpr ::mode_t owner_only = 0700;
        struct ::stat there {};
        if (::stat(batch_.folder.c_str(), &there) == 0 && !S_ISDIR(there.st_mode)) {
            refuse(
                UsageMistake{"--out: " + wegwijzer::quoted(batch_.folder) + " is no folder", {}});
            return false;
        }
        if (::mkdir(batch_.folder.c_str(), owner_only) == 0 || errno == EEXIST) return true;
        refuse(UsageMistake{
            fmt::format("--out: {} cannot be made: {}", wegwijzer::quoted(batch_.folder),
                        shown(std::generic_category().message(errno))),
            {}});
        return false;
    }

    void fail(Job& job, std::string_view code, std::string message,
              std::vector<std::string> hints = {}) const {
        job.row.found.error(code, std::move(message), {text_, job.row.line, 1, 1}).hints =
            std::move(hints);
    }

    void name(Job& job, const FileNames& names) {
        if (!job.row.named) return;
        const std::string row = std::to_string(job.row.line);
        const std::string& id = job.row.named->id;
        const std::string& goal = asked_.catalogue[asked_.question.goals.front()].id;
        std::string lang;
        for (const document::Language* const language : order_.languages)
            lang += (lang.empty() ? "" : "-") + std::string(language->code);
        job.name = names.name({{"id", id.empty() ? row : id},
                               {"row", row},
                               {"goal", goal},
                               {"lang", lang},
                               {"ext", order_.format}});
        if (job.name.empty())
            return fail(job, "F031", "its id cannot stand in the name of a file",
                        {"letters, digits and - . _ can"});
        const auto [first, is_new] = taken_.try_emplace(job.name, job.row.line);
        if (is_new) return;
        fail(job, "F032",
             fmt::format("its file would have the name of that of row {}", first->second),
             {"give each row an id of its own, or put {row} into --name"});
        job.name.clear();
    }

    void make_all() {
        ProgressBar bar(jobs_.size());
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        for_each_on_threads(jobs_.size(), here_.options.threads.value_or(cores),
                            [&](std::size_t k) {
                                if (!jobs_[k].name.empty()) make(jobs_[k]);
                                bar.step();
                            });
    }

    void make(Job& job) {
        try {
            auto made = make_document(asked_, job.row.named->profile, order_, here_);
            if (!made) {
                job.is_fault = true;
                return fail(job, "W004", made.error().message, made.error().hints);
            }
            // One at a time, so that an end by a signal finds the one half file.
            const std::lock_guard lock(writing_);
            if (const auto mistake =
                    write_output_file(batch_.folder + "/" + job.name, made->bytes, batch_.force))
                return fail(job, "W003", mistake->message, mistake->hints);
            job.is_made = true;
            job.is_no = made->is_no;
        } catch (const Error& error) {
            job.is_fault = true;
            fail(job, error.code(), error.what());
        }
    }

    ExitStatus report() {
        std::size_t made = 0, no = 0;
        bool has_fault = false;
        for (Job& job : jobs_) {
            made += job.is_made ? 1 : 0;
            no += job.is_no ? 1 : 0;
            has_fault = has_fault || job.is_fault;
            here_.console.tell(job.row.found, here_.sources);
        }
        std::string text = fmt::format("{} of {} documents are in {}\n", made, jobs_.size(),
                                       wegwijzer::quoted(batch_.folder));
        if (no > 0) text += fmt::format("{} of them tell that the goal cannot be reached\n", no);
        here_.console.print(text);
        if (has_fault) return ExitStatus::fault;
        return made == jobs_.size() ? ExitStatus::done : ExitStatus::input;
    }

    const BatchOrder& batch_;
    const DocumentOrder& order_;
    const PersonQuestion& asked_;
    Surroundings& here_;
    std::uint32_t text_ = 0;
    std::vector<Job> jobs_;
    std::map<std::string, std::uint32_t> taken_;  // names, and the rows that have them
    std::mutex writing_;
};

}  // namespace

ExitStatus make_documents(const BatchOrder& batch, const DocumentOrder& order,
                          const PersonQuestion& asked, Surroundings& here) {
    return Batch(batch, order, asked, here).run();
}

}  // namespace wegwijzer::cli
