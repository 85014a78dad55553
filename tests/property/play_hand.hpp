// SPDX-License-Identifier: Apache-2.0
/// A few steps written by hand as a pack and a profile, and planned with draws.
#pragma once

#include <string>

#include "property/plan_posed.hpp"

namespace wegwijzer::hand {

inline constexpr const char* head = R"(
[pack]
id = "common"
version = "1"
title = { nl = "P", en = "P" }
[[source]]
id = "rule"
url = "https://example.org/"
title = "L"
seen = 2026-11-23
kind = "official"
[[attribute]]
id = "hours_per_week"
type = "integer"
title = { nl = "U", en = "H" }
usual = 16
)";

inline std::string credential(const std::string& id, const std::string& more = "") {
    return "[[credential]]\nid = \"" + id + "\"\n" + small::title(id) + more + "\n";
}
inline std::string goal(const std::string& id, const std::string& reach) {
    return "[[goal]]\nid = \"" + id + "\"\n" + small::title(id) + "source = \"rule\"\nreach = \"" +
           reach + "\"\n";
}
/// @param keys  the rest of the step, in TOML
inline std::string step(const std::string& id, const std::string& keys) {
    return "[[step]]\nid = \"" + id + "\"\n" + small::title(id) +
           "by = \"you\"\nsource = \"rule\"\n" + keys + "\n";
}

/// The packs and the person of a test; its question asks for goals "g0", "g1", …
struct World : small::Posed {
    World(const std::string& pack_text, const std::string& profile_text, int goals = 1) {
        small::pose_text(head + pack_text, profile_text, *this);
        auto& question = one.question;
        question.on = small::first_day;
        question.horizon = small::first_day + Days{2000};
        for (int g = 0; g < goals; ++g)
            question.goals.push_back(catalogue.find_goal("g" + std::to_string(g)));
        question.draws = 1000;
        question.with_questions = false;
        question.node_limit = plans::node_limit;
    }
    [[nodiscard]] model::Route route() const {
        auto plan = one.plan();
        if (plan.routes.empty()) throw std::runtime_error("there is no route");
        return plan.routes.front();
    }
};

/// Days from the first day of the plan.
inline int days(std::optional<Date> date) { return date ? (*date - small::first_day).count : -1; }

}  // namespace wegwijzer::hand
