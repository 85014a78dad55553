// SPDX-License-Identifier: Apache-2.0
#include "big/procedure.hpp"

#include <doctest/doctest.h>

#include <string>

using big_plugin::Case;
using big_plugin::falls_under;

namespace {

/// The procedures in order, "?" behind those that missing answers decide: "automatic competence?".
std::string procedures(const Case& diploma) {
    std::string all;
    for (const char* const procedure : {"dutch", "automatic", "general", "competence"}) {
        const auto falls = falls_under(procedure, diploma);
        if (falls == false) continue;
        all += (all.empty() ? "" : " ") + std::string(procedure) + (falls ? "" : "?");
    }
    return all;
}

}  // namespace

TEST_CASE("a Dutch diploma needs no procedure, whatever else is unknown") {
    CHECK(procedures({"NL", {}, {}, {}, {}, {}}) == "dutch");
}

TEST_CASE("diplomas of the Caribbean parts of the kingdom are not Dutch diplomas") {
    for (const char* const country : {"BQ", "NL-BQ1", "NL-CW", "AW"})
        CHECK(procedures({country, false, true, false, true, false}) == "competence");
}

TEST_CASE("a listed European diploma of a harmonised profession is recognised automatically") {
    CHECK(procedures({"DE", true, true, true, true, false}) == "automatic");
    CHECK(procedures({"DE", true, true, false, true, false}) == "general");
    CHECK(procedures({"DE", true, false, true, true, false}) == "general");
}

TEST_CASE("a refugee with a listed European diploma meets two readings of the rule") {
    CHECK(procedures({"IT", true, true, true, false, false}) == "automatic competence");
    CHECK(procedures({"IT", true, true, false, false, false}) == "competence");
}

TEST_CASE("a diploma from elsewhere counts as European once Europe recognised it") {
    CHECK(procedures({"SY", false, true, false, true, true}) == "general");
    CHECK(procedures({"SY", false, true, false, true, false}) == "competence");
}

TEST_CASE("what does not matter may stay unknown") {
    // Not European and not recognised: profession, list and nationality change nothing.
    CHECK(procedures({"SY", false, {}, {}, {}, false}) == "competence");
    // Not harmonised: whether it is listed changes nothing.
    CHECK(procedures({"DE", true, false, {}, true, {}}) == "general");
    // Recognised elsewhere matters to diplomas from outside Europe alone.
    CHECK(procedures({"DE", true, true, true, true, {}}) == "automatic");
    // The way round is open to a refugee whether or not the diploma is listed.
    CHECK(procedures({"IT", true, true, {}, false, {}}) == "automatic? competence");
}

TEST_CASE("what matters and is unknown leaves the procedure unknown") {
    CHECK(procedures({"DE", true, true, {}, true, false}) == "automatic? general?");
    CHECK(procedures({"SY", false, true, false, true, {}}) == "general? competence?");
    CHECK(procedures({{}, false, true, false, true, false}) == "dutch? competence?");
}
