// SPDX-License-Identifier: Apache-2.0
/// What the packs can tell of a person. Two people with the same signature have the same plans.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "cohort/asked.hpp"
#include "model/profile.hpp"
#include "route/call.hpp"

namespace wegwijzer::cohort {

struct SignatureWish {
    Date on, horizon;
    /// Draws are keyed by the very answers (R21): then no date is reduced to what it changes.
    bool is_exact = false;
};

/// Belongs to one thread; remembers what dates come to.
class SignatureMaker {
public:
    /// The arguments must outlive it.
    SignatureMaker(const model::Catalogue& catalogue, const Asked& asked, const route::Call& call,
                   SignatureWish wish);

    /// Bytes that are the same for people with the same answers, on any thread and machine.
    [[nodiscard]] std::string signature(const model::Profile& profile);

private:
    [[nodiscard]] bool can_reduce(model::AttributeId attribute,
                                  const model::Profile& profile) const;
    [[nodiscard]] bool can_reduce(const DatedTest& test, const model::Profile& profile) const;
    void add_answers(const model::Profile& profile, std::string& out) const;
    void add_tests(const model::Profile& profile, std::string& out);
    void add_events(const model::Profile& profile, std::string& out) const;
    void add_held(const model::Profile& profile, std::string& out) const;
    void add_history(const model::Profile& profile, std::string& out) const;

    const model::Catalogue& catalogue_;
    const Asked& asked_;
    const route::Call& call_;
    SignatureWish wish_;
    std::vector<std::vector<std::uint32_t>> tests_of_;             // by attribute
    std::vector<std::map<std::string, std::string>> known_tests_;  // by test: answers → days
};

}  // namespace wegwijzer::cohort
