// SPDX-License-Identifier: Apache-2.0
/// Packs written by a test into a folder of its own, and read again.
#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "pack/reader.hpp"

namespace wegwijzer::small_packs {

/// A folder of packs that is gone when the test is.
class Folder {
public:
    Folder() {
        static std::atomic<int> next{0};
        const auto base = std::filesystem::temp_directory_path();
        do {
            path_ = base / ("wegwijzer-packs-" + std::to_string(next++));
        } while (!std::filesystem::create_directory(path_));
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    void write(const std::string& name, std::string_view text) const {
        const std::filesystem::path file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
    }
    /// pack.toml with a `[pack]`, one source called "law", and `text`.
    void write_pack(const std::string& id, std::string_view text,
                    std::string_view uses = "") const {
        write(id + "/pack.toml",
              "[pack]\nid = \"" + id +
                  "\"\nversion = \"1\"\ntitle = { nl = \"P\", en = \"P\" }\nuses = [" +
                  std::string(uses) + "]\n[[source]]\nid = \"" + id +
                  "-law\"\nurl = \"https://example.org/\"\ntitle = \"L\"\nseen = "
                  "2026-11-23\nkind = \"official\"\n" +
                  std::string(text));
    }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// What reading gave, with the texts that it points into.
struct Read {
    SourceMap sources;
    Diagnostics warnings;
    Result<model::Catalogue> result{model::Catalogue{}};

    /// "P014 3" for every finding: code and line.
    [[nodiscard]] std::vector<std::string> findings() const {
        std::vector<std::string> told;
        const Diagnostics& found = result ? warnings : result.error();
        for (const Diagnostic& one : found)
            told.push_back(std::string(one.code) + " " + std::to_string(one.span.line));
        return told;
    }
    [[nodiscard]] const model::Catalogue& catalogue() const { return result.value(); }
};

inline void read(Read& into, const pack::Places& places, const std::vector<std::string>& ids,
                 bool scenarios = true) {
    into.result = pack::read_packs(places, ids, {scenarios}, into.sources, into.warnings);
}

}  // namespace wegwijzer::small_packs
