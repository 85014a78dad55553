// SPDX-License-Identifier: Apache-2.0
#include "pack/check_need.hpp"

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "base/text.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

/// What a need rests on, also by way of derived attributes.
struct Foundations {
    bool has_credential = false;
    model::AttributeId undated;  ///< a level or boolean that steps give
};

Foundations foundations_of(const model::Expression& expression, const model::Catalogue& catalogue) {
    Foundations found;
    std::unordered_set<std::uint32_t> seen;
    std::vector<const model::Expression*> open{&expression};
    while (!open.empty()) {
        const model::Expression* const one = open.back();
        open.pop_back();
        for (const model::Node& node : one->nodes) {
            if (node.op == model::Op::credential) found.has_credential = true;
            if (node.op != model::Op::attribute || !seen.insert(node.id).second) continue;
            const model::Attribute& attribute = catalogue.attributes[node.id];
            if (attribute.is_derived())
                open.push_back(&attribute.is);
            else if (attribute.is_given)
                found.undated = {node.id};
        }
    }
    return found;
}

}  // namespace

void check_younger(Draft& draft, const model::Need& need, SourceSpan span) {
    if (need.is.is_empty()) return;
    const Foundations found = foundations_of(need.is, draft.catalogue);
    if (!found.undated.is_none()) {
        draft
            .error("P049",
                   say("`younger` asks how old {} is, which bears no date",
                       quoted(draft.catalogue[found.undated].id)),
                   span)
            .hints.emplace_back(
                "only credentials bear a date; ask for one, or make a need of its own");
    } else if (!found.has_credential) {
        draft.error("P049", "`younger` stands over a need in which no credential is asked", span);
    }
}

}  // namespace wegwijzer::pack
