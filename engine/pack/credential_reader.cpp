// SPDX-License-Identifier: Apache-2.0
#include "pack/credential_reader.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"
#include "pack/check_circle.hpp"
#include "pack/figure_reader.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

constexpr IntegerRange qualification_levels{1, 8};

std::optional<int> qualification(TableView& view, std::string_view key) {
    const auto level = view.integer(key, qualification_levels);
    return level ? std::optional(static_cast<int>(*level)) : std::nullopt;
}

/// One to four digits: a group of ISCO-08 or a part of one.
bool is_isco08(std::string_view code) {
    return !code.empty() && code.size() <= 4 &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void read_credential(Draft& draft, const Entry& entry, model::Credential& credential) {
    TableView view(*entry.node, "a credential", draft.reading);
    view.find("id");
    credential.title = draft.text(view, "title", Presence::required);
    credential.source = draft.source(view);
    if (const Node* lasts = view.find("lasts"))
        credential.lasts =
            read_term_figure(draft, *lasts, {"a credential's life", credential.source, {}});
    for (const Node* implied : view.strings("implies")) {
        const auto id = draft.refer<model::CredentialId>(*implied);
        if (!id.is_none()) credential.implies.push_back(id);
    }
    credential.nlqf = qualification(view, "nlqf");
    credential.eqf = qualification(view, "eqf");
    view.finish();
}

void read_document(Draft& draft, const Entry& entry, model::Document& document) {
    TableView view(*entry.node, "a document", draft.reading);
    view.find("id");
    document.title = draft.text(view, "title", Presence::required);
    view.finish();
}

void read_goal(Draft& draft, const Entry& entry, model::Goal& goal) {
    TableView view(*entry.node, "a goal", draft.reading);
    view.find("id");
    goal.title = draft.text(view, "title", Presence::required);
    goal.source = draft.source(view);
    goal.reach = draft.condition(view, "reach", rule::Use::need, Presence::required);
    goal.isco08 = draft.string(view, "isco08");
    goal.esco = draft.string(view, "esco");
    if (const Node* isco = view.find("isco08"); isco != nullptr && !is_isco08(goal.isco08))
        draft.error("P026", say("{} is not an ISCO-08 code", quoted(goal.isco08)), isco->span)
            .hints.emplace_back("the code of a group has one to four digits, such as \"2211\"");
    view.finish();
}

void close_implications(Draft& draft) {
    auto& credentials = draft.catalogue.credentials;
    std::vector<std::vector<std::uint32_t>> arrows(credentials.size());
    for (std::size_t k = 0; k < credentials.size(); ++k)
        for (const model::CredentialId id : credentials[k].implies) arrows[k].push_back(id.index);
    for (const std::vector<std::uint32_t>& circle : find_circles(arrows)) {
        std::vector<CirclePlace> places;
        places.reserve(circle.size());
        for (const std::uint32_t k : circle)
            places.push_back({credentials[k].id, credentials[k].span});
        tell_circle(draft, "P051", "credentials imply each other in a circle", "implies", places);
    }
    std::vector<std::uint32_t> reached;
    std::vector<bool> is_seen(credentials.size(), false);
    for (std::size_t k = 0; k < credentials.size(); ++k) {
        if (arrows[k].empty()) continue;
        reached = arrows[k];
        for (std::size_t at = 0; at < reached.size(); ++at) {
            if (is_seen[reached[at]]) continue;
            is_seen[reached[at]] = true;
            reached.insert(reached.end(), arrows[reached[at]].begin(), arrows[reached[at]].end());
        }
        std::sort(reached.begin(), reached.end());
        reached.erase(std::unique(reached.begin(), reached.end()), reached.end());
        credentials[k].implies.clear();
        for (const std::uint32_t other : reached) {
            is_seen[other] = false;
            if (other != k) credentials[k].implies.push_back({other});
        }
    }
}

}  // namespace wegwijzer::pack
