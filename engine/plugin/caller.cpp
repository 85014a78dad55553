// SPDX-License-Identifier: Apache-2.0
#include "plugin/caller.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <utility>

#include "base/text.hpp"
#include "plugin/call_memory.hpp"
#include "plugin/translate.hpp"

namespace wegwijzer::plugin {
namespace {

// A plan over twenty years asks a few hundred different things; a cohort many more.
constexpr std::size_t most_known = 100'000;

struct Answer {
    int status = WEGWIJZER_FAILED;
    std::string why;
    wegwijzer_value value;
};

Answer call_foreign(const RegisteredFunction& function, void* self, wegwijzer_call& call,
                    const Arguments& arguments, const model::Type& result) {
    Answer answer{WEGWIJZER_FAILED, {}, unknown_of(result)};
    const auto& values = arguments.values();
    try {
        answer.status = function.call(self, &call, values.data(), values.size(), &answer.value);
        answer.why = call.why;
    } catch (...) {
        // Forbidden, and where the plugin's callback is `noexcept` it ends the program instead.
        answer.why = "it threw an exception over the edge";
    }
    return answer;
}

}  // namespace

Caller::Caller(const model::Catalogue& catalogue, Shelf& shelf)
    : catalogue_(catalogue), shelf_(shelf), targets_(catalogue.functions.size()) {
    for (std::size_t k = 0; k < targets_.size(); ++k)
        targets_[k].declared = &catalogue.functions[k];
}

model::Value Caller::call(model::FunctionId function, std::span<const model::Value> arguments) {
    Target& target = targets_[function.index];
    std::call_once(target.is_looked_up, [&] { look_up(target); });
    if (target.function == nullptr) {
        target.is_missed = true;
        return model::Value::unknown();
    }
    Key key = key_of(function, arguments);
    {
        const std::lock_guard lock(mutex_);
        const auto known = known_.find(key);
        if (known != known_.end()) return known->second;
    }
    model::Value value = ask(target, arguments);
    const std::lock_guard lock(mutex_);
    if (known_.size() < most_known) known_.emplace(std::move(key), value);
    return value;
}

Caller::Key Caller::key_of(model::FunctionId function, std::span<const model::Value> arguments) {
    Key key{function.index};
    for (const model::Value& value : arguments) {
        key.push_back(value.is_known ? static_cast<std::int64_t>(value.elements.size()) : -1);
        key.push_back(value.number);
        key.push_back(static_cast<std::int64_t>(value.unit));
        key.insert(key.end(), value.elements.begin(), value.elements.end());
    }
    return key;
}

void Caller::look_up(Target& target) {
    if (target.declared->is_missing || !shelf_.may_open()) return;
    const Library* const library = shelf_.open(target.declared->plugin);
    if (library == nullptr) return;
    target.function = library->function(target.declared->name);
    target.self = library->self();
}

model::Value Caller::ask(Target& target, std::span<const model::Value> values) {
    const model::Function& declared = *target.declared;
    const Arguments arguments(values, declared.parameters, catalogue_);
    wegwijzer_call call;
    const Answer answer =
        call_foreign(*target.function, target.self, call, arguments, declared.result);
    const std::string who = "function " + wegwijzer::quoted(declared.name) + " of plugin " +
                            wegwijzer::quoted(declared.plugin);
    if (answer.status != WEGWIJZER_OK) {
        shelf_.tell("X012", who + " failed" + (answer.why.empty() ? "" : ": " + answer.why));
    } else if (auto value = from_c(answer.value, declared.result, catalogue_)) {
        return std::move(value).value();
    } else {
        shelf_.tell("X013", who + " is wrong: " + value.error());
    }
    target.is_missed = true;
    return model::Value::unknown();
}

std::vector<std::string> Caller::missed() const {
    std::set<std::string> ids;
    for (const Target& target : targets_)
        if (target.is_missed) ids.insert(target.declared->plugin);
    return {ids.begin(), ids.end()};
}

}  // namespace wegwijzer::plugin
