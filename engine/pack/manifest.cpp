// SPDX-License-Identifier: Apache-2.0
#include "pack/manifest.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <system_error>
#include <utility>

#include "base/text.hpp"
#include "pack/gate.hpp"
#include "pack/limits.hpp"
#include "pack/message.hpp"
#include "pack/node.hpp"
#include "pack/pack_files.hpp"
#include "pack/toml_reader.hpp"
#include "pack/trust.hpp"
#include "pack/value_reader.hpp"

namespace wegwijzer::pack {
namespace {

namespace fs = std::filesystem;
using State = model::Plugin::State;

bool is_name(std::string_view text) {
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), is_plain);
}

class ManifestReader {
public:
    ManifestReader(Manifest& manifest, Diagnostics& found)
        : manifest_(manifest), found_(found), reading_{&found, pack_manner} {}

    void read(const Node& root) {
        TableView view(root, "a plugin's manifest", reading_);
        if (const Node* plugin = view.find("plugin", Presence::required)) read_plugin(*plugin);
        for (const Node* table : view.tables("function")) read_function(*table);
        for (const Node* table : view.tables("importer")) read_offer(*table, manifest_.importers);
        for (const Node* table : view.tables("renderer")) read_offer(*table, manifest_.renderers);
        view.finish();
    }

private:
    Diagnostic& refuse(std::string message, SourceSpan span) {
        return found_.error("X003", std::move(message), span);
    }

    void read_plugin(const Node& table) {
        TableView view(table, "a plugin", reading_);
        const auto id = view.string("id", Presence::required);
        if (id && *id != manifest_.id)
            refuse(say("the manifest of {} lies in a file called {}", wegwijzer::quoted(*id),
                       wegwijzer::quoted(manifest_.id + ".toml")),
                   view.find("id")->span);
        manifest_.version = view.string("version", Presence::required).value_or("");
        if (const Node* abi = view.find("abi", Presence::required)) read_abi(*abi);
        manifest_.title = view.text("title");
        view.finish();
    }

    void read_abi(const Node& node) {
        const auto text = as_string(node, reading_);
        if (!text) return;
        const char* const end = text->data() + text->size();
        const auto major = std::from_chars(text->data(), end, manifest_.abi_major);
        const bool has_dot = major.ec == std::errc{} && major.ptr != end && *major.ptr == '.';
        const auto minor =
            has_dot ? std::from_chars(major.ptr + 1, end, manifest_.abi_minor) : major;
        if (!has_dot || minor.ec != std::errc{} || minor.ptr != end)
            refuse(say("{} is no version of the interface", wegwijzer::quoted(*text)), node.span)
                .hints.emplace_back("it is written as \"1.0\"");
    }

    void read_function(const Node& table) {
        TableView view(table, "a function", reading_);
        ManifestFunction function;
        function.span = view.span();
        function.name = view.string("name", Presence::required).value_or("");
        if (const Node* node = view.find("name")) check_name(*node, function.name);
        for (const Node* node : view.strings("parameters", Presence::required))
            if (auto type = read_type(*node)) function.parameters.push_back(std::move(*type));
        if (const Node* node = view.find("result", Presence::required))
            if (auto type = read_type(*node)) function.result = std::move(*type);
        static_cast<void>(view.text("text"));  // for people
        view.finish();
        manifest_.functions.push_back(std::move(function));
    }

    void check_name(const Node& node, const std::string& name) {
        const std::string prefix = function_prefix(manifest_.id);
        const auto& known = manifest_.functions;
        if (!is_name(name) || !name.starts_with(prefix) || name == prefix)
            refuse(say("{} is no name for a function of this plugin", wegwijzer::quoted(name)),
                   node.span)
                .hints.push_back(say("its functions are called {}…, with small letters", prefix));
        else if (std::any_of(known.begin(), known.end(),
                             [&](const ManifestFunction& f) { return f.name == name; }))
            refuse(say("function {} stands here twice", wegwijzer::quoted(name)), node.span);
    }

    std::optional<TypeName> read_type(const Node& node) {
        const auto text = as_string(node, reading_);
        if (!text) return std::nullopt;
        auto type = parse_type_name(*text);
        if (!type)
            refuse(say("{} is no type", wegwijzer::quoted(*text)), node.span)
                .hints.emplace_back(
                    "types are boolean, integer, money, duration, date, country, level SCALE, enum "
                    "ATTRIBUTE, list country, list ATTRIBUTE");
        return type;
    }

    void read_offer(const Node& table, std::vector<ManifestOffer>& offers) {
        TableView view(table, "an importer or renderer", reading_);
        ManifestOffer offer;
        offer.name = view.string("name", Presence::required).value_or("");
        offer.title = view.text("title");
        if (const Node* node = view.find("name"); node != nullptr && !is_name(offer.name))
            refuse(say("{} is no name for an importer or renderer", wegwijzer::quoted(offer.name)),
                   node->span);
        view.finish();
        offers.push_back(std::move(offer));
    }

    Manifest& manifest_;
    Diagnostics& found_;
    Reading reading_;
};

bool is_there(const fs::path& path) {
    std::error_code ignored;
    return fs::exists(path, ignored);
}

FoundPlugin refused(FoundPlugin plugin, std::string_view code, std::string why) {
    plugin.state = State::refused;
    plugin.code = code;
    plugin.why = std::move(why);
    return plugin;
}

FoundPlugin read_manifest(FoundPlugin plugin, std::string_view id, SourceMap& sources) {
    Manifest manifest;
    manifest.id = id;
    manifest.file = plugin.file;
    manifest.library = plugin.file;
    manifest.library.replace_extension(".so");
    auto bytes = read_bytes(plugin.file, limits::pack_file_bytes);
    if (!bytes) return plugin.mistakes = std::move(bytes).error(), plugin;
    const auto text =
        admit(std::move(bytes).value(), plugin.file.generic_string(), Kind::pack_file, sources);
    if (!text) return plugin.mistakes = text.error(), plugin;
    const auto tree = read_toml(sources, *text);
    if (!tree) return plugin.mistakes = tree.error(), plugin;
    ManifestReader(manifest, plugin.mistakes).read(tree->root);
    plugin.manifest = std::move(manifest);
    return plugin;
}

}  // namespace

std::string ManifestFunction::signature() const {
    std::string text = name + "(";
    for (std::size_t k = 0; k < parameters.size(); ++k)
        text += (k == 0 ? "" : ", ") + to_string(parameters[k]);
    return text + ") = " + to_string(result);
}

FoundPlugin find_plugin(const std::vector<fs::path>& folders, std::string_view id,
                        SourceMap& sources) {
    FoundPlugin plugin;
    if (!is_pack_id(id)) return plugin;
    for (const fs::path& folder : folders) {
        plugin.file = folder / (std::string(id) + ".toml");
        if (is_there(plugin.file)) break;
        plugin.file.clear();
    }
    if (plugin.file.empty()) return plugin;
    if (std::string why = why_not_trusted(plugin.file); !why.empty())
        return refused(std::move(plugin), "X002", std::move(why));
    plugin = read_manifest(std::move(plugin), id, sources);
    if (!plugin.manifest || plugin.mistakes.has_errors())
        return refused(std::move(plugin), "X003", "its manifest has a mistake");
    if (!is_there(plugin.manifest->library))
        return refused(std::move(plugin), "X004", "its library does not lie beside its manifest");
    if (std::string why = why_not_trusted(plugin.manifest->library); !why.empty())
        return refused(std::move(plugin), "X002", std::move(why));
    plugin.state = State::found;
    return plugin;
}

std::vector<std::string> list_plugins(const std::vector<fs::path>& folders) {
    std::set<std::string> ids;
    for (const fs::path& folder : folders) {
        std::error_code failed;
        for (fs::directory_iterator at(folder, failed), end; !failed && at != end;
             at.increment(failed)) {
            const fs::path name = at->path().filename();
            if (name.extension() == ".toml" && is_pack_id(name.stem().native()))
                ids.insert(name.stem().native());
        }
    }
    return {ids.begin(), ids.end()};
}

std::string function_prefix(std::string_view plugin) {
    std::string prefix(plugin);
    std::replace(prefix.begin(), prefix.end(), '-', '_');
    return prefix + "_";
}

}  // namespace wegwijzer::pack
