// SPDX-License-Identifier: Apache-2.0
#include "pack/plugin_reader.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "pack/manifest.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

using model::TypeKind;
using State = model::Plugin::State;

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '-' || c == '_';
}

/// The names that begin with `prefix` and stand before a bracket in the strings below `node`.
void collect_calls(const Node& node, std::string_view prefix, std::set<std::string>& names) {
    for (const Node& child : node.children) collect_calls(child, prefix, names);
    if (!node.is(Node::Kind::string)) return;
    const std::string_view text = node.string;
    for (std::size_t at = text.find(prefix); at != std::string_view::npos;
         at = text.find(prefix, at + 1)) {
        std::size_t end = at;
        while (end < text.size() && is_word_character(text[end])) ++end;
        const bool is_whole = at == 0 || !is_word_character(text[at - 1]);
        if (is_whole && end < text.size() && text[end] == '(')
            names.emplace(text.substr(at, end - at));
    }
}

class PluginReader {
public:
    PluginReader(Draft& draft, const std::vector<PackFolder>& folders,
                 const std::vector<std::filesystem::path>& places, SourceMap& sources)
        : draft_(draft), folders_(folders), places_(places), sources_(sources) {}

    void read() {
        std::set<std::string> seen;
        for (std::size_t k = 0; k < folders_.size(); ++k) {
            const std::string& id = draft_.catalogue.packs[k].plugin;
            if (id.empty() || !seen.insert(id).second) continue;
            if (is_pack_id(id))
                read_one(id, place_of_name(folders_[k]));
            else
                draft_.error("P066", say("{} is no name for a plugin", wegwijzer::quoted(id)),
                             place_of_name(folders_[k]));
        }
        auto& plugins = draft_.catalogue.plugins;
        std::sort(plugins.begin(), plugins.end(),
                  [](const model::Plugin& a, const model::Plugin& b) { return a.id < b.id; });
    }

private:
    static SourceSpan place_of_name(const PackFolder& folder) {
        const Node* table = pack_table(folder);
        const Node* name = table != nullptr ? table->find("plugin") : nullptr;
        return name != nullptr ? name->span : SourceSpan{};
    }

    void read_one(const std::string& id, SourceSpan named) {
        FoundPlugin found = find_plugin(places_, id, sources_);
        model::Plugin plugin{id, found.state, found.why, {}, {}};
        if (found.manifest) plugin.version = found.manifest->version;
        std::vector<model::Function> functions;
        if (found.state == State::found) {
            plugin.library = found.manifest->library.native();
            if (!resolve(*found.manifest, functions, found.mistakes)) {
                plugin.state = State::refused;
                plugin.why = "its manifest does not fit the packs";
                found.code = "X003";
            }
        }
        auto& all = draft_.catalogue.functions;
        if (plugin.state == State::found)
            std::move(functions.begin(), functions.end(), std::back_inserter(all));
        else
            declare_missing(plugin, named);
        tell(plugin, found, named);
        draft_.catalogue.plugins.push_back(std::move(plugin));
    }

    bool resolve(const Manifest& manifest, std::vector<model::Function>& functions,
                 Diagnostics& mistakes) {
        bool all_fit = true;
        for (const ManifestFunction& declared : manifest.functions) {
            model::Function function{declared.name, manifest.id, {}, {}, false, declared.span};
            for (const TypeName& name : declared.parameters) {
                const auto type = pack::resolve(name, draft_.entries);
                if (!type) all_fit = tell_unknown(name, declared, mistakes);
                function.parameters.push_back(type.value_or(model::Type{}));
            }
            const auto result = pack::resolve(declared.result, draft_.entries);
            if (!result) all_fit = tell_unknown(declared.result, declared, mistakes);
            function.result = result.value_or(model::Type{});
            functions.push_back(std::move(function));
        }
        return all_fit;
    }

    static bool tell_unknown(const TypeName& name, const ManifestFunction& function,
                             Diagnostics& mistakes) {
        const char* const what = name.kind == TypeKind::level
                                     ? "function {} names scale {}, which no pack in use has"
                                     : "function {} names attribute {}, which no pack in use has, "
                                       "or without values";
        mistakes.error("X003",
                       say(what, wegwijzer::quoted(function.name), wegwijzer::quoted(name.of)),
                       function.span);
        return false;
    }

    void declare_missing(const model::Plugin& plugin, SourceSpan named) {
        std::set<std::string> names;
        for (const PackFolder& folder : folders_)
            for (const PackFile& file : folder.files)
                collect_calls(file.tree.root, function_prefix(plugin.id), names);
        for (const std::string& name : names)
            draft_.catalogue.functions.push_back({name, plugin.id, {}, {}, true, named});
    }

    /// Warnings, whatever they were: the pack is as good as it was.
    void tell(const model::Plugin& plugin, const FoundPlugin& found, SourceSpan named) {
        for (Diagnostic mistake : found.mistakes) {
            mistake.severity = Severity::warning;
            draft_.found.add(std::move(mistake));
        }
        if (plugin.state == State::found) return;
        const std::string why =
            plugin.state == State::missing ? "is missing" : "is not used: " + plugin.why;
        Diagnostic& told = draft_.found.warning(
            found.code, say("plugin {} {}", wegwijzer::quoted(plugin.id), why), named);
        told.hints.emplace_back("the pack can be read, but what needs the plugin is unknown");
        if (found.code == "X001")
            told.hints.emplace_back("'wegwijzer list plugins' shows which plugins there are");
        if (found.code == "X002")
            told.hints.emplace_back(
                "file and folder must belong to you or root, and no one else may write to them or "
                "to the folders above (chmod go-w)");
    }

    Draft& draft_;
    const std::vector<PackFolder>& folders_;
    const std::vector<std::filesystem::path>& places_;
    SourceMap& sources_;
};

}  // namespace

void read_plugins(Draft& draft, const std::vector<PackFolder>& folders,
                  const std::vector<std::filesystem::path>& places, SourceMap& sources) {
    PluginReader(draft, folders, places, sources).read();
}

}  // namespace wegwijzer::pack
