// SPDX-License-Identifier: Apache-2.0
// What stands in tests/packs/good/every-key, key by key.
#include <doctest/doctest.h>

#include <string_view>

#include "unit/pack/small_packs.hpp"

using namespace wegwijzer;
using namespace wegwijzer::model;

namespace {

const Catalogue& every_key() {
    static const auto* const read = [] {
        auto* made = new small_packs::Read;  // kept: texts must outlive what points into them
        small_packs::read(*made, {{"tests/packs/good"}, "data"}, {"every-key"});
        return made;
    }();
    REQUIRE(read->result.has_value());
    return read->catalogue();
}

const Step& step(std::string_view id) {
    const StepId found = every_key().find_step(id);
    REQUIRE_FALSE(found.is_none());
    return every_key()[found];
}

const Attribute& attribute(std::string_view id) {
    const AttributeId found = every_key().find_attribute(id);
    REQUIRE_FALSE(found.is_none());
    return every_key()[found];
}

std::string_view source_of(SourceId id) {
    return id.is_none() ? std::string_view{} : std::string_view(every_key()[id].id);
}

Date day(std::string_view text) { return *parse_date(text); }

}  // namespace

TEST_CASE("a pack has its words, its version and a hash of its bytes") {
    REQUIRE(every_key().packs.size() == 1);
    const Pack& pack = every_key().packs.front();
    CHECK(pack.id == "every-key");
    CHECK(pack.version == "2026.11");
    CHECK(pack.title.in("en") == "Every key");
    CHECK(pack.hash.size() == 16);
    REQUIRE(pack.moved.size() == 1);
    CHECK(pack.moved.front().first == "every-key.old-exam");
    CHECK(pack.moved.front().second == "every-key.exam");
}

TEST_CASE("holidays come from the shared data") {
    CHECK_FALSE(every_key().holidays.is_working_day(day("2026-12-25")));
    CHECK(every_key().holidays.is_working_day(day("2026-12-28")));
}

TEST_CASE("an attribute has the type that its keys say") {
    const Attribute& language = attribute("every-key.language");
    CHECK(language.type.kind == TypeKind::level);
    CHECK(every_key()[language.type.scale].levels.size() == 5);
    CHECK(language.is_given);
    CHECK(language.why.in("nl") == "Het examen vraagt ernaar.");
    CHECK(source_of(language.source) == "law");
    CHECK(every_key()[attribute("every-key.rung").type.scale].levels[2] == "3");

    const Attribute& profession = attribute("every-key.profession");
    CHECK(profession.values == std::vector<std::string>{"doctor", "nurse"});
    CHECK(every_key()[profession.type.enumeration].id == profession.id);
    REQUIRE(profession.value_titles.size() == 2);
    CHECK(profession.value_titles[1].in("nl") == "verpleegkundige");

    CHECK(attribute("every-key.countries").type.of == TypeKind::country);
    CHECK(attribute("every-key.hours").usual == Value::of(std::int64_t{16}));
    CHECK(attribute("every-key.hours").most == 100);
    CHECK(attribute("every-key.savings").usual.as_money() == Money{10000});
    CHECK(attribute("every-key.worked").usual.as_term() == Term{6, TermUnit::months});
}

TEST_CASE("a derived attribute is given when it rests on what is given") {
    CHECK_FALSE(attribute("every-key.european").is_given);
    CHECK(attribute("every-key.european").is_derived());
    CHECK(attribute("every-key.ready").is_given);  // by way of one that is declared after it
    CHECK(attribute("every-key.weight").type.kind == TypeKind::integer);
}

TEST_CASE("a group knows parts of countries and when a member left") {
    const Group& group = every_key().groups.front();
    REQUIRE(group.members.size() == 3);
    CHECK(group.members[1].country == Country::from("CA-AB"));
    CHECK(group.members[2].in_force.until == day("2021-01-01"));
}

TEST_CASE("a table has typed cells, sorted rows and a source for each") {
    const Table& table = every_key().tables.front();
    REQUIRE(table.rows.size() == 3);
    CHECK(table.keys[0].type.kind == TypeKind::country);
    CHECK(table.keys[1].type == attribute("every-key.profession").type);
    const Country netherlands = Country::from("NL");
    const std::int64_t nurse[] = {static_cast<std::int64_t>(netherlands.code), 1};
    const Table::Row* row = table.find(nurse);
    REQUIRE(row != nullptr);
    CHECK(row->cells[0] == Value::of(std::int64_t{2}));
    CHECK(row->cells[1].as_money() == Money{1050});
    CHECK_FALSE(row->cells[2].is_known);
    CHECK(source_of(row->source) == "guess");
    CHECK(row->span.line == 4);
    const std::int64_t syrian[] = {static_cast<std::int64_t>(Country::from("SY").code), 1};
    CHECK(table.find(syrian)->cells[2].elements == std::vector<std::int64_t>{0, 2});
}

TEST_CASE("what a credential implies is closed, and its life may change by law") {
    const Credential& higher = every_key()[every_key().find_credential("every-key.higher")];
    CHECK(higher.implies.size() == 2);
    REQUIRE(higher.lasts.cases.size() == 2);
    CHECK(higher.lasts.cases[1].from == day("2027-01-01"));
    CHECK(higher.lasts.cases[1].is_expected);
    const Credential& diploma = every_key()[every_key().find_credential("every-key.diploma")];
    CHECK(diploma.nlqf == 4);
    CHECK(diploma.lasts.cases.front().value == Term{5, TermUnit::years});
}

TEST_CASE("calendars hold sessions in order, or closures") {
    const auto& calendars = every_key().calendars;
    REQUIRE(calendars.size() == 3);
    CHECK(calendars[0].on.front().session == day("2027-03-01"));
    CHECK(calendars[0].on.back().by == day("2027-04-01"));
    CHECK(calendars[0].repeats);
    CHECK(calendars[0].in_force.until == day("2030-01-01"));
    CHECK(calendars[1].yearly.front().month == 3);
    CHECK(calendars[1].lead == *parse_duration("6 weeks"));
    CHECK(calendars[2].kind == Calendar::Kind::closures);
    CHECK(std::get<Calendar::YearDay>(calendars[2].closed[0].from).month == 12);
    CHECK(std::get<Date>(calendars[2].closed[1].until) == day("2027-05-10"));
}

TEST_CASE("an effort has cases by person, paces, and calendars told apart") {
    const Step& course = step("every-key.course");
    CHECK(course.clock == Clock::effort);
    REQUIRE(course.effort.cases.size() == 2);
    CHECK(course.effort.cases[0].when.text == "every-key.hours >= 20");
    CHECK(course.effort.cases[0].value == Estimate{200, 300, 400});
    CHECK(course.effort.cases[1].varies_with == "learner");
    CHECK(course.paces == std::vector<WeeklyRate>{{800}, {1600}});
    CHECK(every_key()[course.sessions].id == "every-key.rounds");
    CHECK(course.closures.size() == 1);
    CHECK(course.costs[0].per == Per::hour);
    CHECK(course.costs[0].amount.cases[0].value == Amount{{500}, {650}, {900}});
    CHECK(course.costs[0].amount.cases[0].varies_with == "school");
    REQUIRE(course.gives.size() == 3);
    CHECK(course.gives[0].kind == Given::Kind::level);
    CHECK(course.gives[0].rank == 3);
    CHECK(course.gives[1].kind == Given::Kind::credential);
    CHECK(course.gives[2].kind == Given::Kind::truth);
}

TEST_CASE("an exam has attempts, dated prices and needs in both ways of writing") {
    const Step& exam = step("every-key.exam");
    CHECK(exam.by == "the board of examiners");
    CHECK(exam.by_title.in("nl") == "de examencommissie");
    CHECK(exam.counts == Moment::session);
    CHECK(exam.dated == Moment::session);
    REQUIRE(exam.needs.size() == 3);
    CHECK(exam.needs[0].at == At::session);
    CHECK(exam.needs[1].younger == Term{2, TermUnit::years});
    const Need& status = exam.needs[2];
    CHECK(status.id == "status");
    CHECK(status.at == At::throughout);
    CHECK(status.basis == Basis::decree);
    CHECK(status.article == "3, lid 2");
    CHECK(status.text_of == day("2025-07-01"));
    REQUIRE(exam.attempt.has_value());
    CHECK(exam.attempt->pass.cases[1].value == 0.7);
    CHECK(exam.attempt->again == *parse_duration("17 weeks"));
    CHECK(exam.attempt->most == 3);
    CHECK(exam.attempt->plan == 2);
    REQUIRE(exam.extend.has_value());
    CHECK(exam.extend->chance == 0.3);
    CHECK(exam.repeat == 2);
    REQUIRE(exam.costs.size() == 2);
    CHECK(exam.costs[0].due == Moment::session);
    CHECK_FALSE(exam.costs[0].amount.cases[2].value.has_value());
    CHECK_FALSE(exam.costs[0].amount.cases[2].is_unknown);
    CHECK(exam.costs[1].amount.cases[0].is_unknown);
    CHECK(exam.duration.cases[0].varies_with == "board");
    CHECK(exam.duration.cases[0].value->is_range());
}

TEST_CASE("a step that is like another takes its keys and sets its own") {
    const Step& resit = step("every-key.resit");
    CHECK(resit.title.in("en") == "Resit");
    CHECK(resit.by == "the board of examiners");
    CHECK(resit.needs.size() == 3);
    CHECK(resit.costs.size() == 2);
    CHECK(resit.duration.cases[0].value == *parse_duration("2 weeks"));
    CHECK(source_of(resit.costs[0].amount.cases[0].source) == "law");
}

TEST_CASE("outcomes have chances, or one of them is the plan's") {
    const Step& advice = step("every-key.advice");
    REQUIRE(advice.outcomes.size() == 2);
    CHECK(advice.outcomes[0].plan);
    CHECK_FALSE(advice.outcomes[0].chance.has_value());
    CHECK(advice.outcomes[1].gives.empty());
    CHECK(source_of(advice.duration.cases[0].source) == "guess");
    CHECK(step("every-key.decision").outcomes[0].chance == 0.9);
}

TEST_CASE("a job is open, pays and must keep what it asks") {
    const Step& work = step("every-key.work");
    CHECK(work.clock == Clock::open);
    CHECK(work.least == Term{6, TermUnit::months});
    CHECK(work.load.cases[0].value == WeeklyRate{3200});
    REQUIRE(work.income.size() == 3);
    CHECK(work.income[0].monthly == Amount{{190000}, {190000}, {190000}});
    CHECK(work.income[1].after == Term{12, TermUnit::months});
    CHECK(work.income[1].monthly->max == Money{230000});
    CHECK_FALSE(work.income[2].monthly.has_value());
    REQUIRE(work.musts.size() == 1);
    CHECK(work.musts[0].within == Term{3, TermUnit::months});
}

TEST_CASE("events, duties, funds and notes name what they are about") {
    const Catalogue& all = every_key();
    CHECK(all[all.events[0].from_attribute].id == "every-key.since");
    CHECK(all.events[0].value == Value::of(std::int64_t{1}));
    CHECK(all.events[0].varies_with == "municipality");
    CHECK(all[all.events[1].from_event].id == "every-key.housed");
    CHECK(all.duties[0].by.root().type.kind == TypeKind::date);
    const Fund& fund = all.funds[0];
    CHECK(fund.kind == Fund::Kind::loan);
    CHECK(fund.share.cases[0].value == 0.6);
    CHECK(fund.ceiling_quarter == Money{125000});
    REQUIRE(fund.pays.size() == 2);
    CHECK(all[fund.pays[0].step].id == "every-key.exam");
    CHECK(all[std::get<StepId>(all.notes[0].on)].id == "every-key.work");
}

TEST_CASE("a pilot's change holds the step as it reads then, and what differs") {
    const Pilot& pilot = every_key().pilots[0];
    CHECK(pilot.status == Pilot::Status::running);
    CHECK(pilot.places == 40);
    CHECK(pilot.leave == Pilot::Leave::back);
    CHECK(pilot.pay_kind == Fund::Kind::employer);
    REQUIRE(pilot.changes.size() == 3);
    CHECK(pilot.changes[0].fields == std::vector<std::string>{"needs/part"});
    CHECK(pilot.changes[0].changed.needs[1].is.text == "every-key.part or every-key.course");
    CHECK(pilot.changes[0].changed.needs[1].younger == Term{2, TermUnit::years});
    CHECK(pilot.changes[1].fields == std::vector<std::string>{"needs/ready"});
    CHECK(pilot.changes[1].changed.needs.size() == 2);
    CHECK(pilot.changes[2].fields == std::vector<std::string>{"clock", "when"});
    CHECK(pilot.changes[2].changed.duration.cases[0].value == *parse_duration("1 week"));
    CHECK(pilot.changes[2].changed.needs.size() == 3);
    REQUIRE(pilot.pays.size() == 1);
    CHECK(every_key()[pilot.pays[0].step].id == "every-key.exam");
    CHECK(every_key()[step("every-key.supervised").only_in].id == pilot.id);
    CHECK(every_key().pilots[1].effect == Pilot::Effect::change);
}

TEST_CASE("a scenario says what is asked and what must come out") {
    REQUIRE(every_key().scenarios.size() == 1);
    const Scenario& scenario = every_key().scenarios[0];
    CHECK(scenario.goals.size() == 2);
    CHECK(scenario.expect.weeks_min == 10);
    CHECK(scenario.expect.weeks_max == 220);
    CHECK(scenario.expect.own_max == Money{500000});
    CHECK(scenario.expect.unmet.size() == 2);
    CHECK(scenario.assume == std::vector<std::string>{"every-key.decision=yes"});
}

TEST_CASE("scenarios are left out where nobody wants them") {
    small_packs::Read read;
    small_packs::read(read, {{"tests/packs/good"}, {}}, {"every-key"}, false);
    REQUIRE(read.result.has_value());
    CHECK(read.catalogue().scenarios.empty());
    CHECK(read.catalogue().packs[0].hash == every_key().packs[0].hash);
}
