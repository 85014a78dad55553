// SPDX-License-Identifier: Apache-2.0
#include "pack/reader.hpp"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "pack/attribute_reader.hpp"
#include "pack/calendar_reader.hpp"
#include "pack/credential_reader.hpp"
#include "pack/csv_reader.hpp"
#include "pack/declare.hpp"
#include "pack/draft.hpp"
#include "pack/event_reader.hpp"
#include "pack/fund_reader.hpp"
#include "pack/gate.hpp"
#include "pack/hash.hpp"
#include "pack/limits.hpp"
#include "pack/pack_files.hpp"
#include "pack/pilot_reader.hpp"
#include "pack/plugin_reader.hpp"
#include "pack/scenario_reader.hpp"
#include "pack/shared_tables.hpp"
#include "pack/source_reader.hpp"
#include "pack/step_reader.hpp"
#include "pack/table_reader.hpp"

namespace wegwijzer::pack {
namespace {

/// A file that counts for a pack's hash.
struct HashedFile {
    std::string name;
    std::uint32_t text = 0;
};

/// Second pass: reads everything that was declared, in an order in which each finds what it rests
/// on.
class ContentReader {
public:
    ContentReader(Draft& draft, const std::vector<PackFolder>& folders, SourceMap& sources)
        : draft_(draft), folders_(folders), sources_(sources), hashed_(folders.size()) {}

    void read() {
        model::Catalogue& catalogue = draft_.catalogue;
        each(EntryKind::source, catalogue.sources, read_source);
        each(EntryKind::scale, catalogue.scales, read_scale);
        each_by_id<model::AttributeId>(EntryKind::attribute, read_attribute);
        each(EntryKind::group, catalogue.groups, read_group);
        read_tables();
        read_derivations(draft_);
        each(EntryKind::credential, catalogue.credentials, read_credential);
        close_implications(draft_);
        each(EntryKind::document, catalogue.documents, read_document);
        each(EntryKind::goal, catalogue.goals, read_goal);
        each(EntryKind::calendar, catalogue.calendars, read_calendar);
        read_steps();
        each(EntryKind::event, catalogue.events, read_event);
        check_event_circles(draft_);
        each(EntryKind::duty, catalogue.duties, read_duty);
        each(EntryKind::fund, catalogue.funds, read_fund);
        each_by_id<model::PilotId>(EntryKind::pilot, read_pilot);
        check_replacements(draft_);
        each(EntryKind::note, catalogue.notes, read_note);
        read_scenarios();
        read_moved(draft_, folders_);
        hash_packs();
    }

private:
    template <class Thing, class Read>
    void each(EntryKind kind, std::vector<Thing>& things, Read read_one) {
        const std::vector<Entry>& entries = draft_.entries.of(kind);
        for (std::size_t k = 0; k < entries.size(); ++k) {
            draft_.pack = entries[k].pack;
            read_one(draft_, entries[k], things[k]);
        }
    }

    template <class IdType, class Read>
    void each_by_id(EntryKind kind, Read read_one) {
        const std::vector<Entry>& entries = draft_.entries.of(kind);
        for (std::uint32_t k = 0; k < entries.size(); ++k) {
            draft_.pack = entries[k].pack;
            read_one(draft_, entries[k], IdType{k});
        }
    }

    void read_tables() {
        each(EntryKind::table, draft_.catalogue.tables,
             [&](Draft& draft, const Entry& entry, model::Table& table) {
                 const auto text =
                     read_table(draft, entry, table, folders_[entry.pack.index].path, sources_);
                 if (text) hashed_[entry.pack.index].push_back({table.file, *text});
             });
    }

    void read_steps() {
        const std::vector<Entry>& entries = draft_.entries.of(EntryKind::step);
        for (std::uint32_t k = 0; k < entries.size(); ++k) {
            draft_.pack = entries[k].pack;
            read_step(draft_, k);
        }
    }

    void read_scenarios() {
        each(EntryKind::scenario, draft_.catalogue.scenarios,
             [&](Draft& draft, const Entry& entry, model::Scenario& scenario) {
                 read_scenario(draft, entry, scenario, folders_[entry.pack.index].path);
             });
    }

    void hash_packs() {
        for (std::size_t k = 0; k < folders_.size(); ++k) {
            std::vector<HashedFile>& files = hashed_[k];
            for (const PackFile& file : folders_[k].files) files.push_back({file.name, file.text});
            std::stable_sort(
                files.begin(), files.end(),
                [](const HashedFile& a, const HashedFile& b) { return a.name < b.name; });
            Hash hash;
            for (const HashedFile& file : files) {
                hash.add(file.name);
                hash.add(sources_.at(file.text).text);
            }
            draft_.catalogue.packs[k].hash = hash.to_hex();
        }
    }

    Draft& draft_;
    const std::vector<PackFolder>& folders_;
    SourceMap& sources_;
    std::vector<std::vector<HashedFile>> hashed_;
};

bool is_same(const Diagnostic& a, const Diagnostic& b) {
    return a.code == b.code && a.span == b.span && a.message == b.message;
}

/// By place, and each once: what a step takes over from another is read again with it.
Diagnostics in_order(Diagnostics found) {
    found.sort_by_place();
    Diagnostics told;
    const Diagnostic* last = nullptr;
    for (const Diagnostic& one : found) {
        if (last == nullptr || !is_same(*last, one)) told.add(one);
        last = &one;
    }
    return told;
}

std::vector<std::string> other_packs(const Places& places, const std::vector<PackFolder>& read) {
    std::vector<std::string> others;
    for (PackListing& listing : list_packs(places)) {
        const bool is_read = std::any_of(read.begin(), read.end(), [&](const PackFolder& folder) {
            return folder.id == listing.id;
        });
        if (!is_read) others.push_back(std::move(listing.id));
    }
    return others;
}

}  // namespace

Result<model::Catalogue> read_packs(const Places& places, std::span<const std::string> ids,
                                    Wanted wanted, SourceMap& sources, Diagnostics& warnings) {
    Diagnostics found;
    model::Catalogue catalogue;
    const std::vector<PackFolder> folders = read_pack_files(places, ids, wanted, sources, found);
    catalogue.holidays = read_holidays(places.data, sources, found);
    catalogue.municipalities = read_municipalities(places.data, sources, found);
    Draft draft(catalogue, found);
    draft.packs_elsewhere = other_packs(places, folders);
    declare(draft, folders, wanted);
    read_plugins(draft, folders, places.plugins, sources);
    draft.names.emplace(catalogue);
    ContentReader(draft, folders, sources).read();
    found = in_order(std::move(found));
    if (found.has_errors()) return Unexpected{std::move(found)};
    warnings.append(std::move(found));
    catalogue.index_ids();
    return catalogue;
}

}  // namespace wegwijzer::pack
