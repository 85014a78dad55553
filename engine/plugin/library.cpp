// SPDX-License-Identifier: Apache-2.0
#include "plugin/library.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "base/text.hpp"
#include "pack/trust.hpp"
#include "plugin/edge.hpp"

namespace wegwijzer::plugin {
namespace {

namespace fs = std::filesystem;

using Entry = decltype(wegwijzer_plugin_entry);

Unexpected<Diagnostics> refusal(std::string_view code, const Promise& promise,
                                const std::string& why, const char* hint = nullptr) {
    Diagnostics found;
    Diagnostic& told =
        found.error(code, "plugin " + wegwijzer::quoted(promise.id) + " cannot be used: " + why);
    if (hint != nullptr) told.hints.emplace_back(hint);
    return Unexpected{std::move(found)};
}

/// Opens the library, or says why not.
void* open_library(const fs::path& path, std::string& why) {
    // A path with a slash, so that the system's folders are not searched.
    std::error_code failed;
    const fs::path real = fs::canonical(path, failed);
    if (failed) return why = wegwijzer::quoted(path.native()) + " is not there", nullptr;
    try {
        void* const handle = ::dlopen(real.c_str(), RTLD_NOW | RTLD_LOCAL);
        if (handle == nullptr) {
            constexpr std::size_t longest = 300;
            const char* const error = ::dlerror();
            why = shown(error == nullptr ? "the system does not say why" : error, longest);
        }
        return handle;
    } catch (...) {  // a constructor of the library's own
        return why = "something was thrown while it was opened", nullptr;
    }
}

const wegwijzer_plugin* ask_entry(void* symbol) {
    try {
        return reinterpret_cast<Entry*>(symbol)(WEGWIJZER_ABI_MAJOR, WEGWIJZER_ABI_MINOR);
    } catch (...) {
        return nullptr;
    }
}

std::string version_of(unsigned major, unsigned minor) {
    return std::to_string(major) + "." + std::to_string(minor);
}

std::string mismatch_of_interface(const wegwijzer_plugin& plugin) {
    const std::string theirs = version_of(plugin.abi_major, plugin.abi_minor);
    const std::string ours = version_of(WEGWIJZER_ABI_MAJOR, WEGWIJZER_ABI_MINOR);
    if (plugin.abi_major != WEGWIJZER_ABI_MAJOR || plugin.abi_minor > WEGWIJZER_ABI_MINOR)
        return "it is built for version " + theirs + " of the interface, and this is " + ours;
    if (plugin.struct_size < sizeof(wegwijzer_plugin) || plugin.load == nullptr)
        return "what it presents is no plugin of version " + theirs;
    return {};
}

std::string mismatch_of_name(const wegwijzer_plugin& plugin, const Promise& promise) {
    const auto id = from_c(plugin.id);
    const auto version = from_c(plugin.version);
    if (!id || *id != promise.id)
        return "it calls itself " + wegwijzer::quoted(id.value_or("?")) + ", its manifest " +
               wegwijzer::quoted(promise.id);
    if (!version || *version != promise.version)
        return "it says it is version " + wegwijzer::quoted(version.value_or("?")) +
               ", its manifest " + wegwijzer::quoted(promise.version);
    return {};
}

bool is_same(const pack::ManifestFunction& a, const pack::ManifestFunction& b) {
    return a.name == b.name && a.parameters == b.parameters && a.result == b.result;
}

/// The first thing that was registered and not promised, or the other way round.
std::string mismatch_of_offers(const wegwijzer_host& registered, const Promise& promise) {
    if (!registered.malformed.empty()) return registered.malformed;
    const auto& functions = registered.functions;
    for (const auto& promised : promise.functions) {
        const auto is_it = [&](const auto& f) { return is_same(f.declared, promised); };
        if (std::none_of(functions.begin(), functions.end(), is_it))
            return "its manifest says " + wegwijzer::quoted(promised.signature()) +
                   ", and that is not what it registers";
    }
    if (functions.size() != promise.functions.size())
        return "it registers a function that its manifest does not name";
    const auto lacks = [](const std::vector<std::string>& names, const auto& offers) {
        return names.size() != offers.size() ||
               !std::all_of(names.begin(), names.end(), [&](const std::string& name) {
                   return std::any_of(offers.begin(), offers.end(),
                                      [&](const auto& offer) { return offer.name == name; });
               });
    };
    if (lacks(promise.importers, registered.importers))
        return "the importers that it registers are not those of its manifest";
    if (lacks(promise.renderers, registered.renderers))
        return "the renderers that it registers are not those of its manifest";
    return {};
}

template <class Offer>
const Offer* named(const std::vector<Offer>& offers, std::string_view name) {
    const auto at = std::find_if(offers.begin(), offers.end(),
                                 [&](const Offer& offer) { return offer.name == name; });
    return at == offers.end() ? nullptr : &*at;
}

}  // namespace

Promise promise_of(const pack::Manifest& manifest) {
    Promise promise{manifest.id, manifest.version, manifest.library, manifest.functions, {}, {}};
    for (const auto& importer : manifest.importers) promise.importers.push_back(importer.name);
    for (const auto& renderer : manifest.renderers) promise.renderers.push_back(renderer.name);
    return promise;
}

Result<std::unique_ptr<Library>> Library::open(const Promise& promise) {
    // Once more: time has passed since the manifest was read.
    if (const std::string why = pack::why_not_trusted(promise.library); !why.empty())
        return refusal("X002", promise, why);
    std::string why;
    void* const handle = open_library(promise.library, why);
    if (handle == nullptr) return refusal("X005", promise, why);
    void* const symbol = ::dlsym(handle, "wegwijzer_plugin_entry");
    if (symbol == nullptr)
        return refusal("X006", promise, "it does not export 'wegwijzer_plugin_entry'");
    const wegwijzer_plugin* const plugin = ask_entry(symbol);
    if (plugin == nullptr)
        return refusal("X006", promise,
                       "it has nothing for version " +
                           version_of(WEGWIJZER_ABI_MAJOR, WEGWIJZER_ABI_MINOR) +
                           " of the interface");
    if (why = mismatch_of_interface(*plugin); !why.empty())
        return refusal("X007", promise, why, "build it anew against this version");
    if (why = mismatch_of_name(*plugin, promise); !why.empty())
        return refusal("X008", promise, why);

    std::unique_ptr<Library> library(new Library(*plugin));
    try {
        library->is_loaded_ =
            plugin->load(&host_api(), &library->registered_, &library->self_) == WEGWIJZER_OK;
        why = library->registered_.why;
    } catch (...) {
        why = "something was thrown while it was loaded";
    }
    if (!library->is_loaded_)
        return refusal("X009", promise, why.empty() ? "it refuses to be loaded" : why);
    if (why = mismatch_of_offers(library->registered_, promise); !why.empty())
        return refusal("X010", promise, why);
    return library;
}

Library::~Library() {
    if (!is_loaded_ || plugin_.unload == nullptr) return;
    try {
        plugin_.unload(self_);
    } catch (...) {  // it is the end, and nobody is left to be told
        return;
    }
}

const RegisteredFunction* Library::function(std::string_view name) const {
    const auto& functions = registered_.functions;
    const auto at = std::find_if(functions.begin(), functions.end(),
                                 [&](const auto& f) { return f.declared.name == name; });
    return at == functions.end() ? nullptr : &*at;
}

const RegisteredImporter* Library::importer(std::string_view name) const {
    return named(registered_.importers, name);
}

const RegisteredRenderer* Library::renderer(std::string_view name) const {
    return named(registered_.renderers, name);
}

}  // namespace wegwijzer::plugin
