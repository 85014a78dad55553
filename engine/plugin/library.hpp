// SPDX-License-Identifier: Apache-2.0
/// One plugin's library: opened, held against its manifest, and ready to be called.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "plugin/host_api.hpp"
#include "wegwijzer/plugin.h"

namespace wegwijzer::plugin {

/// What the manifest promised, as far as it must come true. Types are compared as they are written.
struct Promise {
    std::string id, version;
    std::filesystem::path library;
    std::vector<pack::ManifestFunction> functions;
    std::vector<std::string> importers, renderers;
};
[[nodiscard]] Promise promise_of(const pack::Manifest& manifest);

/// Never closed once it was opened: code of it may be on another thread's stack, or registered at
/// exit. `unload` is called at the end.
class Library {
public:
    /// Opens, loads and checks. What a foreign constructor or `load` throws is caught, as far as it
    /// can be: code that was compiled without exceptions ends the program all the same.
    /// @errors  X002 others could have changed it; X005 cannot be opened; X006 no entry, or it
    /// gives nothing; X007 another version of the interface; X008 another id or version than the
    /// manifest's; X009 `load` fails; X010 registers something else than the manifest says
    [[nodiscard]] static Result<std::unique_ptr<Library>> open(const Promise& promise);
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library();

    /// Null where there is none of that name.
    [[nodiscard]] const RegisteredFunction* function(std::string_view name) const;
    [[nodiscard]] const RegisteredImporter* importer(std::string_view name) const;
    [[nodiscard]] const RegisteredRenderer* renderer(std::string_view name) const;
    [[nodiscard]] void* self() const { return self_; }

private:
    explicit Library(const wegwijzer_plugin& plugin) : plugin_(plugin) {}

    const wegwijzer_plugin& plugin_;
    wegwijzer_host registered_;
    void* self_ = nullptr;
    bool is_loaded_ = false;
};

}  // namespace wegwijzer::plugin
