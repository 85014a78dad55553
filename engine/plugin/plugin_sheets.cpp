// SPDX-License-Identifier: Apache-2.0
#include "plugin/plugin_sheets.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "pack/manifest.hpp"

namespace wegwijzer::plugin {
namespace {

using document::Phrase;
using document::Sheet;
using State = model::Plugin::State;

void put(Sheet& sheet, std::string_view key, Phrase label, std::vector<std::string> values,
         bool is_list = false) {
    if (!values.empty()) sheet.fields.push_back({key, label, std::move(values), is_list});
}

std::string_view word_for(State state) {
    return state == State::found ? "found" : state == State::missing ? "missing" : "refused";
}

std::vector<std::string> names_of(const std::vector<pack::ManifestOffer>& offers) {
    std::vector<std::string> names;
    for (const auto& offer : offers) names.push_back(offer.name);
    return names;
}

/// What is in the way: the reason, and each mistake in the manifest.
std::string why_of(const pack::FoundPlugin& found, const model::Plugin* named) {
    std::string why = found.why;
    if (why.empty() && named != nullptr) why = named->why;
    for (const Diagnostic& mistake : found.mistakes) why += "; " + mistake.message;
    return why;
}

Sheet sheet_of(const std::string& id, const pack::FoundPlugin& found, const model::Plugin* named,
               std::vector<std::string> packs, std::string_view lang) {
    Sheet sheet;
    sheet.id = id;
    if (found.manifest) sheet.title = found.manifest->title.in(lang);
    if (!packs.empty()) sheet.pack = packs.front();
    const bool does_not_fit = named != nullptr && named->state == State::refused;
    put(sheet, "state", Phrase::label_status,
        {std::string(word_for(does_not_fit ? State::refused : found.state))});
    if (const std::string why = why_of(found, named); !why.empty())
        put(sheet, "why", Phrase::label_why, {why});
    if (!found.file.empty())
        put(sheet, "from", Phrase::label_from, {found.file.parent_path().generic_string()});
    if (found.manifest) {
        put(sheet, "version", Phrase::label_version, {found.manifest->version});
        std::vector<std::string> functions;
        for (const auto& function : found.manifest->functions)
            functions.push_back(function.signature());
        put(sheet, "functions", Phrase::label_functions, std::move(functions), true);
        put(sheet, "importers", Phrase::label_importers, names_of(found.manifest->importers), true);
        put(sheet, "renderers", Phrase::label_renderers, names_of(found.manifest->renderers), true);
    }
    put(sheet, "packs", Phrase::label_packs, std::move(packs), true);
    return sheet;
}

}  // namespace

std::vector<Sheet> plugin_sheets(const model::Catalogue& catalogue, const pack::Places& places,
                                 std::string_view lang, SourceMap& sources) {
    const std::vector<std::string> there = pack::list_plugins(places.plugins);
    std::set<std::string> ids(there.begin(), there.end());
    for (const model::Plugin& plugin : catalogue.plugins) ids.insert(plugin.id);
    std::vector<Sheet> sheets;
    for (const std::string& id : ids) {
        std::vector<std::string> packs;
        for (const model::Pack& pack : catalogue.packs)
            if (pack.plugin == id) packs.push_back(pack.id);
        const auto named =
            std::find_if(catalogue.plugins.begin(), catalogue.plugins.end(),
                         [&](const model::Plugin& plugin) { return plugin.id == id; });
        sheets.push_back(sheet_of(id, pack::find_plugin(places.plugins, id, sources),
                                  named == catalogue.plugins.end() ? nullptr : &*named,
                                  std::move(packs), lang));
    }
    return sheets;
}

}  // namespace wegwijzer::plugin
