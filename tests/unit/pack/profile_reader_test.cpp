// SPDX-License-Identifier: Apache-2.0
#include "pack/profile_reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "pack/gate.hpp"
#include "pack/service_number.hpp"
#include "unit/pack/door.hpp"

using namespace wegwijzer;
using namespace wegwijzer::pack;
using door::Lines;
using model::TypeKind;

namespace {

/// A small world of packs, made by hand.
class World {
public:
    World() {
        catalogue_.packs = {pack("common"), pack("big")};
        catalogue_.scales.resize(2);
        catalogue_.scales[0].id = "cefr";
        catalogue_.scales[0].levels = {"A0", "A1", "A2", "B1", "B2", "C1", "C2"};
        catalogue_.scales[1].id = "nlqf";
        catalogue_.scales[1].levels = {"1", "2", "3"};
        add("nationality", TypeKind::country);
        add("dutch", TypeKind::level).type.scale = {0};
        add("nlqf", TypeKind::level).type.scale = {1};
        auto& hours = add("hours_per_week", TypeKind::integer);
        hours.least = 0;
        hours.most = 168;
        add("big.profession", TypeKind::enumeration).values = {"arts", "tandarts",
                                                               "verpleegkundige"};
        add("benefit", TypeKind::boolean);
        add("birth", TypeKind::date);
        auto& rent = add("rent", TypeKind::money);
        rent.least = 0;
        rent.most = 500'000;
        add("practice", TypeKind::duration);
        auto& languages = add("languages", TypeKind::list);
        languages.type.of = TypeKind::enumeration;
        languages.values = {"ar", "nl", "unknown"};
        add("lived_in", TypeKind::list).type.of = TypeKind::country;
        add("big.procedure", TypeKind::boolean).is.nodes.resize(1);
        add("residence", TypeKind::boolean);
        add("residence.phase", TypeKind::enumeration).values = {"reception", "settled"};
        for (const char* id : {"language.nt2-1", "diploma.passport", "big.file"}) {
            catalogue_.credentials.emplace_back().id = id;
        }
        add_steps();
        catalogue_.pilots.emplace_back().id = "big.relaxed";
        catalogue_.pilots[0].changes.resize(1);
        catalogue_.pilots[0].changes[0].step = {0};
        catalogue_.pilots[0].changes[0].changed.paces = {{2400}};
        catalogue_.funds.emplace_back().id = "common.duo-loan";
    }

    [[nodiscard]] const model::Catalogue& catalogue() const { return catalogue_; }
    [[nodiscard]] model::AttributeId attribute(std::string_view id) const {
        return catalogue_.find_attribute(id);
    }

private:
    static model::Pack pack(std::string id) {
        model::Pack made;
        made.id = std::move(id);
        return made;
    }
    model::Attribute& add(std::string id, TypeKind kind) {
        model::Attribute& attribute = catalogue_.attributes.emplace_back();
        attribute.id = std::move(id);
        attribute.type.kind = kind;
        return attribute;
    }
    void add_steps() {
        auto& course = catalogue_.steps.emplace_back();
        course.id = "language.b1-b2";
        course.paces = {{800}, {1600}};
        course.attempt.emplace().most = 2;
        auto& advice = catalogue_.steps.emplace_back();
        advice.id = "big.advice";
        advice.outcomes.resize(2);
        advice.outcomes[0].id = "clerkships";
        advice.outcomes[1].id = "direct";
    }

    model::Catalogue catalogue_;
};

const World& world() {
    static const World made;
    return made;
}

/// A profile as it comes in: through the gate, then read.
struct Read {
    SourceMap sources;
    Diagnostics found;
    Diagnostics warnings;
    model::Profile profile;
    bool is_read = false;

    explicit Read(std::string text) {
        const auto number = admit(std::move(text), "p", Kind::profile_toml, sources);
        if (!number) {
            found = number.error();
            return;
        }
        auto result = read_profile(sources, *number, world().catalogue(), warnings);
        is_read = result.has_value();
        if (is_read) {
            profile = std::move(*result);
        } else {
            found = result.error();
        }
    }
    [[nodiscard]] Lines told() const {
        auto all = warnings;
        all.append(found);
        return door::places(all);
    }
    [[nodiscard]] std::string words() const {
        auto all = warnings;
        all.append(found);
        return door::all_words(all);
    }
    /// The plain value of an attribute; unknown where there is none.
    [[nodiscard]] model::Value value(std::string_view id) const {
        const model::Answer* answer = profile.find(world().attribute(id));
        return answer != nullptr && answer->values.size() == 1 ? answer->values[0].value
                                                               : model::Value::unknown();
    }
};

Lines told(std::string text) { return Read(std::move(text)).told(); }

Date day(int year, int month, int day_of_month) { return to_date({year, month, day_of_month}); }

}  // namespace

TEST_CASE("an empty profile is valid: all is unknown") {
    for (const char* text : {"", "{}", "# nothing\n", " \n"}) {
        const Read read(text);
        CHECK(read.is_read);
        CHECK(read.profile.answers.empty());
        CHECK(read.profile.held.empty());
        CHECK_FALSE(read.profile.savings);
        CHECK(read.told().empty());
    }
}

TEST_CASE("a profile with all it can hold is read, in TOML") {
    const Read read(R"(name = "A."
nationality = "SY"
dutch = "A2"
hours_per_week = [{ value = 16 }, { from = 2027-07-10, until = 2027-08-21, value = 4 }]
big.profession = "arts"
held = [{ credential = "language.nt2-1", on = 2025-03-14 }, { credential = "diploma.passport", on = "unknown" }, "big.file"]
progress = [{ step = "language.b1-b2", state = "running", start = 2026-10-01, pace = "16 hours/week", attempt = 2, pilot = "big.relaxed" },
  { step = "big.advice", state = "done", start = 2026-01-01, finish = 2026-02-01, outcome = "direct" }]
purse = { savings = "EUR 800" }
funds = [{ id = "common.duo-loan", used = "EUR 1250" }]
keep_until = 2028-01-01
)");
    REQUIRE(read.told().empty());
    const model::Profile& profile = read.profile;
    CHECK(profile.name == "A.");
    CHECK(read.value("nationality").as_country().to_string() == "SY");
    CHECK(read.value("dutch").number == 2);
    CHECK(read.value("big.profession").number == 0);
    const model::Answer* hours = profile.find(world().attribute("hours_per_week"));
    REQUIRE(hours != nullptr);
    REQUIRE(hours->values.size() == 2);
    CHECK(hours->is_dated);
    CHECK(hours->values[0].window == model::Window{});
    CHECK(hours->values[1].window == model::Window{day(2027, 7, 10), day(2027, 8, 21)});
    CHECK(hours->values[1].value.number == 4);
    CHECK(hours->span == SourceSpan{0, 4, 1, 14});
    REQUIRE(profile.held.size() == 3);
    CHECK(profile.held[0].on == day(2025, 3, 14));
    CHECK_FALSE(profile.held[1].on);
    CHECK_FALSE(profile.held[2].on);
    REQUIRE(profile.progress.size() == 2);
    CHECK(profile.progress[0].pace == WeeklyRate{1600});
    CHECK(profile.progress[0].attempt == 2);
    REQUIRE(profile.progress[0].pilots.size() == 1);
    CHECK(profile.progress[0].pilots[0].index == 0);
    CHECK(profile.progress[1].state == model::ProgressEntry::State::done);
    CHECK(profile.progress[1].outcome == "direct");
    CHECK(profile.savings == Money{80'000});
    CHECK(profile.funds[0].used == Money{125'000});
    CHECK(profile.keep_until == day(2028, 1, 1));
}

TEST_CASE("the same profile in JSON says the same") {
    const Read read(R"({ "name": "A.", "nationality": "SY", "dutch": "A2",
 "hours_per_week": [{ "value": 16 }, { "from": "2027-07-10", "until": "2027-08-21", "value": 4 }],
 "big": { "profession": "arts" }, "residence.phase": "settled",
 "held": [{ "credential": "language.nt2-1", "on": "2025-03-14" }, { "credential": "diploma.passport", "on": "unknown" }],
 "progress": [{ "step": "language.b1-b2", "state": "running", "start": "2026-10-01" }],
 "purse.savings": "EUR 800", "funds": [{ "id": "common.duo-loan" }], "keep_until": "2028-01-01" })");
    REQUIRE(read.told().empty());
    CHECK(read.value("big.profession").number == 0);
    CHECK(read.value("residence.phase").number == 1);
    CHECK(read.profile.find(world().attribute("hours_per_week"))->values[1].window.until ==
          day(2027, 8, 21));
    CHECK(read.profile.held[0].on == day(2025, 3, 14));
    CHECK(read.profile.progress[0].start == day(2026, 10, 1));
    CHECK(read.profile.savings == Money{80'000});
    CHECK(read.profile.funds[0].used == Money{0});
}

TEST_CASE("keys may be nested or dotted, and both may stand beside each other") {
    for (const char* text :
         {"big.profession = 'arts'", "[big]\nprofession = 'arts'", "'big.profession' = 'arts'",
          "big = { profession = 'arts' }", R"({"big": {"profession": "arts"}})",
          R"({"big.profession": "arts"})"}) {
        const Read read(text);
        CHECK(read.told().empty());
        CHECK(read.value("big.profession").is_known);
    }
    const Read both(R"({"residence": true, "residence.phase": "settled"})");
    CHECK(both.told().empty());
    CHECK(both.profile.answers.size() == 2);
}

TEST_CASE("values of every type") {
    const Read read(
        "nationality = 'CA-AB'\nnlqf = 3\nbenefit = false\nbirth = 1990-02-28\nrent = 'EUR 12.50'\n"
        "practice = '3 years'\nlanguages = ['nl', 'ar', 'nl']\nlived_in = ['SY', "
        "'NL']\nhours_per_week = 0\n");
    REQUIRE(read.told().empty());
    CHECK(read.value("nationality").as_country().to_string() == "CA-AB");
    CHECK(read.value("nlqf").number == 2);
    CHECK(read.value("benefit") == model::Value::of(std::int64_t{0}));
    CHECK(read.value("birth").as_date() == day(1990, 2, 28));
    CHECK(read.value("rent").as_money() == Money{1250});
    CHECK(read.value("practice").as_term() == Term{3, TermUnit::years});
    CHECK(read.value("languages").elements == std::vector<std::int64_t>{0, 1});
    CHECK(read.value("lived_in").elements.size() == 2);
    CHECK(read.value("hours_per_week").is_known);
    CHECK(Read("nlqf = '3'").value("nlqf").number == 2);
    CHECK(Read("birth = '1990-02-28'").value("birth").as_date() == day(1990, 2, 28));
}

TEST_CASE("unknown is the same as left out, and a stretch of a time line may be unknown") {
    CHECK(Read("dutch = 'unknown'").profile.answers.empty());
    CHECK(Read("hours_per_week = 'unknown'").told().empty());
    const Read read("dutch = [{ value = 'A2' }, { from = 2027-01-01, value = 'unknown' }]");
    REQUIRE(read.told().empty());
    CHECK_FALSE(read.profile.answers[0].values[1].value.is_known);
    CHECK(Read("languages = ['unknown']").value("languages").elements ==
          std::vector<std::int64_t>{2});
}

TEST_CASE("lists and time lines are told apart by the attribute's type") {
    const Read read(
        "languages = [{ value = ['ar'] }, { from = 2027-01-01, value = ['ar', 'nl'] }]");
    REQUIRE(read.told().empty());
    CHECK(read.profile.answers[0].values.size() == 2);
    CHECK(Read("languages = []").value("languages").is_known);
    CHECK(told("dutch = ['A2', 'B1']") == Lines{"F008 1:10", "F008 1:16"});
    CHECK(told("languages = 'ar'") == Lines{"F002 1:13"});
    CHECK(told("languages = ['ar', { value = ['nl'] }]") == Lines{"F008 1:14"});
}

TEST_CASE("a time line without dates is not dated") {
    CHECK_FALSE(Read("hours_per_week = [{ value = 16 }]").profile.answers[0].is_dated);
}

TEST_CASE("answers are sorted by attribute, whatever the order of the text") {
    const Read read("benefit = true\ndutch = 'A2'\nnationality = 'SY'\n");
    REQUIRE(read.profile.answers.size() == 3);
    CHECK(read.profile.answers[0].attribute == world().attribute("nationality"));
    CHECK(read.profile.answers[2].attribute == world().attribute("benefit"));
}

TEST_CASE("F001 no TOML, no JSON") {
    CHECK(told("dutch = A2\n") == Lines{"F001 1:9"});
    CHECK(told("{\"dutch\": A2}") == Lines{"F001 1:11"});
    CHECK(told("[[[") == Lines{"F001 1:3"});
}

TEST_CASE("F002 a wrong type") {
    CHECK(told("dutch = true") == Lines{"F002 1:9"});
    CHECK(told("dutch = 2") == Lines{"F003 1:9"});  // levels may be numbers
    CHECK(told("big.profession = 1") == Lines{"F002 1:18"});
    CHECK(told("hours_per_week = '16'") == Lines{"F002 1:18"});
    CHECK(told("benefit = 'yes'") == Lines{"F002 1:11"});
    CHECK(told("benefit = 1") == Lines{"F002 1:11"});
    CHECK(told("birth = 1990") == Lines{"F002 1:9"});
    CHECK(told("birth = 1990-01-01T00:00:00Z") == Lines{"F002 1:9"});
    CHECK(told("rent = 800") == Lines{"F002 1:8"});
    CHECK(told("rent = '800 EUR'") == Lines{"F002 1:8"});
    CHECK(told("practice = 'about 3 years'") == Lines{"F002 1:12"});
    CHECK(told("nationality = 963") == Lines{"F002 1:15"});
    CHECK(told("dutch = { level = 'A2' }") == Lines{"F002 1:9"});
    CHECK(told("{\"dutch\": null}") == Lines{"F002 1:11"});
    CHECK(told("name = 5") == Lines{"F002 1:8"});
    CHECK(told("purse = 'EUR 800'") == Lines{"F002 1:9"});
    CHECK(told("purse = { savings = 800 }") == Lines{"F002 1:21"});
    CHECK(told("held = 'big.file'") == Lines{"F002 1:8"});
    CHECK(told("held = [1]") == Lines{"F002 1:9"});
    CHECK(told("held = [{ on = 2025-01-01 }]") == Lines{"F002 1:9"});
    CHECK(told("progress = { step = 'big.advice' }") == Lines{"F002 1:12"});
    CHECK(told("name = \"\\u0000\"") == Lines{"F002 1:8"});
}

TEST_CASE("F002 3.9 for an integer") {
    CHECK(told("hours_per_week = 3.9") == Lines{"F002 1:18"});
    CHECK(told("{\"hours_per_week\": 3.9}") == Lines{"F002 1:20"});
    CHECK(told("{\"hours_per_week\": 3.0}") == Lines{"F002 1:20"});
    CHECK(told("hours_per_week = nan") == Lines{"F002 1:18"});
}

TEST_CASE(
    "F003 dutch = \"B3\": an unknown level, with the levels there are, and without the answer") {
    const Read read("nationality = \"SY\"\ndutch = \"B3\"\n");
    CHECK_FALSE(read.is_read);
    CHECK(read.told() == Lines{"F003 2:9"});
    CHECK(read.words() == "'dutch' has no such level\none of: A0, A1, A2, B1, B2, C1, C2\n");
}

TEST_CASE("F003 an unknown value or country") {
    CHECK(told("big.profession = 'kok'") == Lines{"F003 1:18"});
    CHECK(told("nationality = 'Syria'") == Lines{"F003 1:15"});
    CHECK(told("nationality = 'sy'") == Lines{"F003 1:15"});
    CHECK(told("nationality = 'QX'").size() <= 1);
    CHECK(told("lived_in = ['SY', 'ZZZ']") == Lines{"F003 1:19"});
    CHECK(told("languages = ['ar', 'fr']") == Lines{"F003 1:20"});
}

TEST_CASE("F004 an impossible date") {
    CHECK(told("birth = '1990-02-30'") == Lines{"F004 1:9"});
    CHECK(told("{\"birth\": \"1990-2-3\"}") == Lines{"F004 1:11"});
    CHECK(told("birth = 0000-01-01") == Lines{"F004 1:9"});
    CHECK(told("birth = 1990-02-30").size() == 1);  // toml++ sees it first
    CHECK(told("held = [{ credential = 'big.file', on = 'soon' }]") == Lines{"F004 1:41"});
    CHECK(told("keep_until = '2026-13-01'") == Lines{"F004 1:14"});
}

TEST_CASE("F005 out of range, 2^64 among it") {
    CHECK(told("hours_per_week = 169") == Lines{"F005 1:18"});
    CHECK(told("hours_per_week = -1") == Lines{"F005 1:18"});
    CHECK(told("{\"hours_per_week\": 18446744073709551616}") == Lines{"F005 1:20"});
    CHECK(told("hours_per_week = [{ value = 16 }, { from = 2027-01-01, value = 999 }]") ==
          Lines{"F005 1:64"});
    CHECK(told("rent = 'EUR 5000.01'") == Lines{"F005 1:8"});
    CHECK(told("progress = [{ step = 'language.b1-b2', state = 'failed', attempt = 3 }]") ==
          Lines{"F005 1:68"});
    CHECK(Read("hours_per_week = 169").words() == "'hours_per_week' is out of range: 0 to 168\n");
}

TEST_CASE("F006 a repeated key, however it is written") {
    CHECK(told("dutch = 'A2'\ndutch = 'A2'\n").size() == 1);
    CHECK(told("{\"dutch\": \"A2\", \"dutch\": \"B2\"}") == Lines{"F006 1:17"});
    CHECK(told(R"({"big": {"profession": "arts"}, "big.profession": "arts"})") ==
          Lines{"F006 1:33"});
    CHECK(told("'big.profession' = 'arts'\n[big]\nprofession = 'arts'\n") == Lines{"F006 3:1"});
    CHECK(told("'purse.savings' = 'EUR 1'\npurse = { savings = 'EUR 2' }\n") == Lines{"F006 2:11"});
    CHECK(told("funds = [{ id = 'common.duo-loan' }, { id = 'common.duo-loan' }]") ==
          Lines{"F006 1:38"});
}

TEST_CASE("F007 a derived attribute may not be set") {
    CHECK(told("big.procedure = true") == Lines{"F007 1:5"});
}

TEST_CASE("F008 a time line that is none") {
    CHECK(told("dutch = []") == Lines{"F008 1:9"});
    CHECK(told("dutch = [{ from = 2027-01-01 }]") == Lines{"F008 1:10"});
    CHECK(told("dutch = [{ from = 2027-01-01, until = 2027-01-01, value = 'A2' }]") ==
          Lines{"F008 1:10"});
    CHECK(told("dutch = [{ from = 2027-01-01, untill = 2027-02-01, value = 'A2' }]") ==
          Lines{"F008 1:31"});
    CHECK(told("dutch = [{ value = 'A2' }, 'B1']") == Lines{"F008 1:28"});
    CHECK(told("dutch = [{ from = '2027-02-30', value = 'A2' }]") == Lines{"F004 1:19"});
}

TEST_CASE("F009 unknown credentials, steps, funds, outcomes and pilots of packs in use") {
    CHECK(told("held = ['big.fiel']") == Lines{"F009 1:9"});
    CHECK(told("held = [{ credential = 'passport' }]") == Lines{"F009 1:24"});
    CHECK(told("progress = [{ step = 'big.advise', state = 'done' }]") == Lines{"F009 1:22"});
    CHECK(told("progress = [{ step = 'big.advice', state = 'done', outcome = 'maybe' }]") ==
          Lines{"F009 1:62"});
    CHECK(told("progress = [{ step = 'language.b1-b2', state = 'done', outcome = 'x' }]") ==
          Lines{"F009 1:66"});
    CHECK(told("progress = [{ step = 'big.advice', state = 'done', pilot = 'big.x' }]") ==
          Lines{"F009 1:60"});
    CHECK(told("funds = [{ id = 'common.duo-lean' }]") == Lines{"F009 1:17"});
    CHECK(Read("held = ['big.fiel']").words().find("did you mean 'big.file'?") !=
          std::string::npos);
}

TEST_CASE("F020 what belongs to a pack that is not in use is passed over with a warning") {
    const Read read(
        "held = ['vca.basis', 'big.file']\nprogress = [{ step = 'vca.exam', state = 'done' }]\n");
    CHECK(read.is_read);
    CHECK(read.told() == Lines{"F020 1:9 (warning)", "F020 2:22 (warning)"});
    CHECK(read.profile.held.size() == 1);
    CHECK(read.profile.progress.empty());
}

TEST_CASE("F003 an unknown state or a pace that the step is not offered at") {
    CHECK(told("progress = [{ step = 'big.advice', state = 'begun' }]") == Lines{"F003 1:44"});
    CHECK(
        told(
            "progress = [{ step = 'language.b1-b2', state = 'running', pace = '9 hours/week' }]") ==
        Lines{"F003 1:66"});
    CHECK(told("progress = [{ step = 'language.b1-b2', state = 'running', pace = 'fast' }]") ==
          Lines{"F002 1:66"});
    CHECK(
        told("progress = [{ step = 'language.b1-b2', state = 'running', pace = '24 hours/week' }]")
            .empty());
}

TEST_CASE("F010 contradictory progress or dates") {
    CHECK(told("progress = [{ step = 'big.advice', state = 'done', start = 2026-02-01, finish = "
               "2026-01-01 }]") == Lines{"F010 1:13"});
    CHECK(told("held = [{ credential = 'big.file', on = 2026-02-01, until = 2026-01-01 }]") ==
          Lines{"F010 1:9"});
    CHECK(told("progress = [{ step = 'big.advice', state = 'running' },\n{ step = 'big.advice', "
               "state = 'running' }]") == Lines{"F010 2:1"});
    CHECK(told("progress = [{ step = 'big.advice', state = 'done' }]").empty());
}

TEST_CASE("F011 what looks like a BSN is refused wherever it stands, and not repeated") {
    CHECK(is_service_number(111'222'333));
    CHECK_FALSE(is_service_number(111'222'334));
    CHECK_FALSE(is_service_number(0));
    CHECK(holds_service_number("BSN: 1112.22.333!"));
    CHECK(holds_service_number("012345672") == is_service_number(12'345'672));
    CHECK_FALSE(holds_service_number("1112223330"));
    CHECK_FALSE(holds_service_number("2026-11-23"));
    CHECK(told("name = '111222333'") == Lines{"F011 1:8"});
    CHECK(told("bsn = 111222333") == Lines{"F020 1:1 (warning)", "F011 1:7"});
    CHECK(told("{\"x\": [{\"y\": \"111-222-333\"}]}").size() == 2);
    CHECK(told("{\"111222333\": 1}") == Lines{"F011 1:2"});
    CHECK(Read("{\"111222333\": 111222333, \"name\": \"111222333\"}").words().find("333") ==
          std::string::npos);
}

TEST_CASE("F020 a key that no pack in use knows, with a suggestion") {
    const Read read("duch = 'A2'\nbig.profesion = 'arts'\n[hobby]\nfoot.ball = true\n[empty]\n");
    CHECK(read.is_read);
    CHECK(read.told() == Lines{"F020 1:1 (warning)", "F020 2:5 (warning)", "F020 4:6 (warning)",
                               "F020 5:2 (warning)"});
    CHECK(read.words().find("did you mean 'dutch'?") != std::string::npos);
    CHECK(read.words().find("did you mean 'big.profession'?") != std::string::npos);
    CHECK(read.words().find("'hobby.foot.ball'") != std::string::npos);
    CHECK(told("held = [{ credential = 'big.file', until_ = 2026-01-01 }]") ==
          Lines{"F020 1:36 (warning)"});
    CHECK(told("[big]\n").empty());
}

TEST_CASE("all mistakes of a profile are told at once, in the order of the text") {
    CHECK(told("dutch = 'B3'\nhours_per_week = 200\nbirth = '1990-02-30'\nduch = 1\nbig.procedure "
               "= true\n") ==
          Lines{"F003 1:9", "F005 2:18", "F004 3:9", "F020 4:1 (warning)", "F007 5:5"});
}

TEST_CASE("no message about a profile repeats a value") {
    for (const char* text :
         {"dutch = 'SECRET'",
          "big.profession = 'SECRET'",
          "nationality = 'SECRET'",
          "hours_per_week = 'SECRET'",
          "benefit = 'SECRET'",
          "birth = 'SECRET'",
          "rent = 'SECRET'",
          "practice = 'SECRET'",
          "languages = ['SECRET']",
          "languages = 'SECRET'",
          "dutch = ['SECRET']",
          "dutch = [{ value = 'SECRET' }]",
          "held = ['SECRET']",
          "held = [{ credential = 'big.SECRET', on = 'SECRET' }]",
          "held = ['SECRET.x']",
          "duch = 'SECRET'",
          "progress = [{ step = 'SECRET', state = 'SECRET', pilot = 'SECRET' }]",
          "progress = [{ step = 'SECRET', outcome = 'SECRET', pace = 'SECRET' }]",
          "progress = [{ step = 'big.advice', outcome = 'SECRET' }]",
          "progress = [{ step = 'big.advice', start = 'SECRET' }]",
          "purse = { savings = 'SECRET' }",
          "funds = [{ id = 'SECRET', used = 'SECRET' }]",
          "keep_until = 'SECRET'",
          "name = \"SECRET\\u0000\"",
          "dutch = SECRET"}) {
        const Read read(text);
        CHECK_FALSE(read.told().empty());
        CHECK_MESSAGE(read.words().find("SECRET") == std::string::npos, read.words());
    }
}

TEST_CASE("a profile full of nonsense ends in good time, with a few of its mistakes") {
    std::string keys;
    std::string held = "held = [";
    std::string line = "dutch = [";
    for (int i = 0; i < 20'000; ++i) {
        keys += fmt::format("key_number_{}_of_nobody = {}\n", i, i);
        held += "'big.none', ";
        line += "{ valu = 1 }, ";
    }
    CHECK(told(keys).size() == 41);
    CHECK(told(held + "]").size() < 300);
    CHECK(told(line + "]").size() < 300);
}

TEST_CASE("F009 a profile that is mostly about other packs is refused rather than read in part") {
    std::string held = "held = [";
    for (int i = 0; i < 150; ++i) held += "'vca.basis', ";
    CHECK(Read(held + "'big.file']").profile.held.size() == 1);
    for (int i = 0; i < 150; ++i) held += "'vca.basis', ";
    const Read read(held + "'big.file']");
    CHECK_FALSE(read.is_read);
    CHECK(read.told().front() == "F009 1:1");
}
