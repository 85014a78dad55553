// SPDX-License-Identifier: Apache-2.0
#include "pack/pack_files.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <optional>
#include <system_error>
#include <thread>
#include <unordered_set>
#include <utility>

#include "base/text.hpp"
#include "pack/gate.hpp"
#include "pack/limits.hpp"
#include "pack/message.hpp"
#include "pack/toml_reader.hpp"

namespace wegwijzer::pack {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view main_file = "pack.toml";
/// scenarios.toml and scenarios-….toml hold by custom scenarios and nothing else, so that a plan
/// need not parse them.
bool is_for_scenarios(std::string_view name) {
    constexpr std::string_view stem = "scenarios";
    return name.starts_with(stem) &&
           (name.substr(stem.size()) == ".toml" || name.substr(stem.size()).starts_with('-'));
}

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// A pack that is asked for, and by whom (nowhere: by the question itself).
struct Asked {
    std::string id;
    SourceSpan span;
};

class FolderReader {
public:
    FolderReader(const Places& places, Wanted wanted, SourceMap& sources, Diagnostics& found)
        : places_(places), wanted_(wanted), sources_(sources), found_(found) {}

    std::vector<PackFolder> read(std::span<const std::string> ids) {
        std::vector<Asked> wave;
        for (const std::string& id : ids) ask({id, {}}, wave);
        while (!wave.empty()) wave = read_wave(wave);
        std::sort(folders_.begin(), folders_.end(),
                  [](const PackFolder& a, const PackFolder& b) { return a.id < b.id; });
        return std::move(folders_);
    }

private:
    void ask(Asked asked, std::vector<Asked>& wave) {
        if (seen_.insert(asked.id).second) wave.push_back(std::move(asked));
    }

    /// Packs of one wave are read together; what they use makes the next.
    std::vector<Asked> read_wave(const std::vector<Asked>& wave) {
        const std::size_t first = folders_.size();
        for (const Asked& asked : wave) open(asked);
        parse_from(first);
        std::vector<Asked> next;
        for (std::size_t k = first; k < folders_.size(); ++k) ask_for_used(folders_[k], next);
        return next;
    }

    void open(const Asked& asked) {
        const std::optional<fs::path> path = locate(asked.id);
        if (!path) return tell_unknown(asked);
        PackFolder folder{asked.id, *path, {}};
        for (std::string& name : toml_files(*path)) {
            if (std::optional<std::uint32_t> text = admit_file(*path / name))
                folder.files.push_back({std::move(name), *text, {}, false});
        }
        folders_.push_back(std::move(folder));
    }

    std::optional<fs::path> locate(const std::string& id) const {
        if (!is_pack_id(id)) return std::nullopt;
        for (const fs::path& place : places_.packs)
            if (is_there(place / id / main_file)) return place / id;
        return std::nullopt;
    }

    std::optional<std::uint32_t> admit_file(const fs::path& path) {
        auto text = pack::admit_file(path, Kind::pack_file, sources_);
        if (!text) return found_.append(std::move(text).error()), std::nullopt;
        return *text;
    }

    std::vector<std::string> toml_files(const fs::path& folder) const {
        std::vector<std::string> names;
        std::error_code failed;
        for (fs::directory_iterator at(folder, failed), end; !failed && at != end;
             at.increment(failed)) {
            std::string name = at->path().filename().string();
            if (name.size() > 5 && name.ends_with(".toml") && name.front() != '.')
                names.push_back(std::move(name));
        }
        std::sort(names.begin(), names.end());
        return names;
    }

    void tell_unknown(const Asked& asked) {
        Diagnostic& diagnostic = found_.error(
            "P010", say("there is no pack {}", wegwijzer::quoted(asked.id)), asked.span);
        const std::vector<PackListing> listed = list_packs(places_);
        std::vector<std::string_view> names;
        names.reserve(listed.size());
        for (const PackListing& listing : listed) names.push_back(listing.id);
        if (const auto near = nearest(asked.id, names))
            diagnostic.hints.push_back(say("did you mean {}?", wegwijzer::quoted(*near)));
        else if (listed.empty())
            diagnostic.hints.emplace_back("no folder of packs holds a pack; see --packs");
    }

    /// Parses the files of the folders from number `first` on, then tells the mistakes in order.
    void parse_from(std::size_t first) {
        std::vector<PackFile*> files;
        for (std::size_t k = first; k < folders_.size(); ++k)
            for (PackFile& file : folders_[k].files)
                if (wanted_.scenarios || !is_for_scenarios(file.name)) files.push_back(&file);
        std::vector<Diagnostics> mistakes(files.size());
        std::atomic<std::size_t> next{0};
        const auto work = [&] {
            for (std::size_t k = next++; k < files.size(); k = next++) {
                auto tree = read_toml(sources_, files[k]->text);
                files[k]->is_read = tree.has_value();
                if (tree)
                    files[k]->tree = std::move(tree).value();
                else
                    mistakes[k] = std::move(tree).error();
            }
        };
        if (files.size() > 1) {
            std::thread helper(work);
            work();
            helper.join();
        } else {
            work();
        }
        for (Diagnostics& some : mistakes) found_.append(std::move(some));
    }

    void ask_for_used(const PackFolder& folder, std::vector<Asked>& wave) {
        const Node* table = pack_table(folder);
        const Node* uses = table != nullptr ? table->find("uses") : nullptr;
        if (uses == nullptr || !uses->is(Node::Kind::array)) return;
        for (const Node& used : uses->children) {
            if (!used.is(Node::Kind::string)) continue;
            if (used.string == folder.id)
                found_
                    .error("P011", say("pack {} uses itself", wegwijzer::quoted(folder.id)),
                           used.span)
                    .hints.emplace_back("`uses` names other packs; leave this one out");
            else
                ask({std::string(used.string), used.span}, wave);
        }
    }

    const Places& places_;
    Wanted wanted_;
    SourceMap& sources_;
    Diagnostics& found_;
    std::unordered_set<std::string> seen_;
    std::vector<PackFolder> folders_;
};

}  // namespace

bool is_pack_id(std::string_view id) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    if (id.empty() || id.size() > 64 || !is_letter(id.front())) return false;
    return std::all_of(id.begin(), id.end(),
                       [&](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

std::vector<PackFolder> read_pack_files(const Places& places, std::span<const std::string> ids,
                                        Wanted wanted, SourceMap& sources, Diagnostics& found) {
    return FolderReader(places, wanted, sources, found).read(ids);
}

const Node* pack_table(const PackFolder& folder) {
    for (const PackFile& file : folder.files)
        if (file.name == main_file) return file.tree.root.find("pack");
    return nullptr;
}

std::vector<PackListing> list_packs(const Places& places) {
    std::vector<PackListing> listed;
    std::unordered_set<std::string> seen;
    for (const fs::path& place : places.packs) {
        std::error_code failed;
        for (fs::directory_iterator at(place, failed), end; !failed && at != end;
             at.increment(failed)) {
            std::string id = at->path().filename().string();
            if (is_pack_id(id) && is_there(at->path() / main_file) && seen.insert(id).second)
                listed.push_back({std::move(id), at->path()});
        }
    }
    std::sort(listed.begin(), listed.end(),
              [](const PackListing& a, const PackListing& b) { return a.id < b.id; });
    return listed;
}

std::string pack_of(std::string_view id) {
    const std::size_t dot = id.find('.');
    return dot == std::string_view::npos ? "common" : std::string(id.substr(0, dot));
}

}  // namespace wegwijzer::pack
