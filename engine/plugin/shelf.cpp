// SPDX-License-Identifier: Apache-2.0
#include "plugin/shelf.hpp"

#include <utility>

#include "base/text.hpp"
#include "pack/manifest.hpp"
#include "plugin/call_memory.hpp"
#include "plugin/edge.hpp"

namespace wegwijzer::plugin {
namespace {

Unexpected<Diagnostics> refusal(std::string_view code, std::string message) {
    Diagnostics found;
    found.error(code, std::move(message));
    return Unexpected{std::move(found)};
}

/// What the callback wrote, or why it wrote nothing.
template <class Callback>
Result<std::string> written_by(std::string_view id, std::string_view offer, Callback callback) {
    wegwijzer_call call;
    int status = WEGWIJZER_FAILED;
    try {
        status = callback(&call);
    } catch (...) {
        call.why = "something was thrown";
    }
    if (call.is_too_much) call.why = "it wrote more than 64 MiB";
    if (status != WEGWIJZER_OK || call.is_too_much)
        return refusal("X012", wegwijzer::quoted(offer) + " of plugin " + wegwijzer::quoted(id) +
                                   " failed" + (call.why.empty() ? "" : ": " + call.why));
    return std::move(call.output);
}

std::string no_such(std::string_view what, std::string_view name, std::string_view id) {
    return "plugin " + wegwijzer::quoted(id) + " has no " + std::string(what) + " " +
           wegwijzer::quoted(name);
}

}  // namespace

const Shelf::Place& Shelf::place_of(std::string_view id) {
    const auto known = places_.find(id);
    if (known != places_.end()) return known->second;
    Place& place = places_[std::string(id)];
    SourceMap unseen;  // mistakes in the manifest are told when packs are read
    auto found = pack::find_plugin(folders_, id, unseen);
    if (!may_open_ || found.state != model::Plugin::State::found) {
        place.why.error("X011", "plugin " + wegwijzer::quoted(id) +
                                    (may_open_ ? " is missing" : " must not be opened"));
        return place;
    }
    auto opened = Library::open(promise_of(*found.manifest));
    if (opened) {
        place.library = std::move(opened).value();
    } else {
        place.why = std::move(opened).error();
        for (const Diagnostic& one : place.why) faults_.emplace(one.message, one.code);
    }
    return place;
}

const Library* Shelf::open(std::string_view id) {
    const std::lock_guard lock(mutex_);
    return place_of(id).library.get();
}

Result<std::string> Shelf::import_profile(std::string_view id, std::string_view importer,
                                          std::string_view document) {
    const Library* const library = open(id);
    if (library == nullptr) {
        const std::lock_guard lock(mutex_);
        return Unexpected{Diagnostics(place_of(id).why)};
    }
    const RegisteredImporter* const offer = library->importer(importer);
    if (offer == nullptr) return refusal("X011", no_such("importer", importer, id));
    return written_by(id, importer, [&](wegwijzer_call* call) {
        return offer->import(library->self(), call, to_c(document));
    });
}

Result<std::string> Shelf::render(std::string_view id, std::string_view renderer,
                                  std::string_view plan, std::string_view language) {
    const Library* const library = open(id);
    if (library == nullptr) {
        const std::lock_guard lock(mutex_);
        return Unexpected{Diagnostics(place_of(id).why)};
    }
    const RegisteredRenderer* const offer = library->renderer(renderer);
    if (offer == nullptr) return refusal("X011", no_such("renderer", renderer, id));
    return written_by(id, renderer, [&](wegwijzer_call* call) {
        return offer->render(library->self(), call, to_c(plan), to_c(language));
    });
}

void Shelf::tell(std::string_view code, std::string message) {
    const std::lock_guard lock(mutex_);
    faults_.emplace(std::move(message), code);
}

Diagnostics Shelf::faults() const {
    const std::lock_guard lock(mutex_);
    Diagnostics found;
    for (const auto& [message, code] : faults_) found.error(code, message);
    return found;
}

}  // namespace wegwijzer::plugin
