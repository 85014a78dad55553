// SPDX-License-Identifier: Apache-2.0
#include "plugin/caller.hpp"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

#include "unit/plugin/shop.hpp"

using namespace wegwijzer;
using model::TypeKind;
using model::Value;

namespace {

/// What the one fault says, with its code before it; empty without one.
std::string fault_of(const plugin::Shelf& shelf) {
    const Diagnostics faults = shelf.faults();
    if (faults.empty()) return {};
    CHECK(faults.size() == 1);
    return std::string(faults.begin()->code) + " " + faults.begin()->message;
}

/// Calls the one function of a stub that misbehaves.
std::string fault_when(const std::string& way, TypeKind result = TypeKind::enumeration) {
    const auto catalogue = shop::catalogue("stub", "stub_give", {}, shop::type(result));
    plugin::Shelf shelf({shop::folder(way)});
    plugin::Caller caller(catalogue, shelf);
    CHECK_FALSE(caller.call({0}, {}).is_known);
    CHECK(caller.missed() == std::vector<std::string>{"stub"});
    // Asked again it says no more.
    CHECK_FALSE(caller.call({0}, {}).is_known);
    return fault_of(shelf);
}

}  // namespace

TEST_CASE("a function of a plugin in C gives its value") {
    const auto catalogue = shop::catalogue(
        "example", "example_next_day", {shop::type(TypeKind::date)}, shop::type(TypeKind::date));
    plugin::Shelf shelf({shop::folder("example")});
    plugin::Caller caller(catalogue, shelf);
    const std::vector<Value> day{Value::of(Date{20000})};
    CHECK(caller.call({0}, day) == Value::of(Date{20001}));
    CHECK(caller.call({0}, day) == Value::of(Date{20001}));
    const std::vector<Value> unknown{Value::unknown()};
    CHECK_FALSE(caller.call({0}, unknown).is_known);
    CHECK(caller.missed().empty());
    CHECK(shelf.faults().empty());
}

TEST_CASE("what a function itself tells is shown with its name") {
    const auto catalogue = shop::catalogue(
        "example", "example_next_day", {shop::type(TypeKind::date)}, shop::type(TypeKind::date));
    plugin::Shelf shelf({shop::folder("example")});
    plugin::Caller caller(catalogue, shelf);
    const std::vector<Value> last{Value::of(Date::last)};
    CHECK_FALSE(caller.call({0}, last).is_known);
    CHECK(fault_of(shelf) ==
          "X012 function 'example_next_day' of plugin 'example' failed: there is no next day");
}

TEST_CASE("lists and words cross the edge in both directions") {
    const auto catalogue = shop::catalogue("example", "example_first", {shop::type(TypeKind::list)},
                                           shop::type(TypeKind::enumeration));
    plugin::Shelf shelf({shop::folder("example")});
    plugin::Caller caller(catalogue, shelf);
    Value list = Value::of(std::int64_t{0});
    list.elements = {2};
    CHECK(caller.call({0}, std::vector<Value>{list}) == Value::of(std::int64_t{2}));
    list.elements = {};
    CHECK(caller.call({0}, std::vector<Value>{list}) == Value::of(std::int64_t{1}));
    CHECK(shelf.faults().empty());
}

TEST_CASE("several threads may call at once") {
    const auto catalogue = shop::catalogue(
        "example", "example_next_day", {shop::type(TypeKind::date)}, shop::type(TypeKind::date));
    plugin::Shelf shelf({shop::folder("example")});
    plugin::Caller caller(catalogue, shelf);
    std::vector<int> wrong(4, 0);
    {
        std::vector<std::jthread> threads;
        for (std::size_t k = 0; k < wrong.size(); ++k)
            threads.emplace_back([&, k] {
                for (int day = 0; day < 500; ++day) {
                    const std::vector<Value> asked{Value::of(Date{day})};
                    if (caller.call({0}, asked) != Value::of(Date{day + 1})) ++wrong[k];
                }
            });
    }
    CHECK(wrong == std::vector<int>(4, 0));
}

TEST_CASE("nothing is opened before a function is called, and nothing at all where none may be") {
    const auto catalogue =
        shop::catalogue("stub", "stub_give", {}, shop::type(TypeKind::enumeration));
    plugin::Shelf shelf({shop::folder("load_throws")});
    plugin::Caller caller(catalogue, shelf);
    CHECK(shelf.faults().empty());
    plugin::Shelf closed({shop::folder("load_throws")}, false);
    plugin::Caller without(catalogue, closed);
    CHECK_FALSE(without.call({0}, {}).is_known);
    CHECK(without.missed() == std::vector<std::string>{"stub"});
    CHECK(closed.faults().empty());
}

TEST_CASE("a plugin that is missing gives unknown, and is named") {
    auto catalogue =
        shop::catalogue("absent", "absent_give", {}, shop::type(TypeKind::enumeration));
    catalogue.functions[0].is_missing = true;
    plugin::Shelf shelf({shop::folder("example")});
    plugin::Caller caller(catalogue, shelf);
    CHECK(caller.missed().empty());
    CHECK_FALSE(caller.call({0}, {}).is_known);
    CHECK(caller.missed() == std::vector<std::string>{"absent"});
    CHECK(shelf.faults().empty());
}

TEST_CASE("a plugin that cannot be opened is told, never a crash") {
    const std::string it = "plugin 'stub' cannot be used: ";
    CHECK(fault_when("wrong_major") ==
          "X007 " + it + "it is built for version 2.0 of the interface, and this is 1.0");
    CHECK(fault_when("newer_minor") ==
          "X007 " + it + "it is built for version 1.1 of the interface, and this is 1.0");
    CHECK(fault_when("no_entry") == "X006 " + it + "it does not export 'wegwijzer_plugin_entry'");
    CHECK(fault_when("nothing") ==
          "X006 " + it + "it has nothing for version 1.0 of the interface");
    CHECK(fault_when("load_fails") == "X009 " + it + "there is no licence");
    CHECK(fault_when("load_throws") == "X009 " + it + "something was thrown while it was loaded");
    CHECK(fault_when("wrong_id") == "X008 " + it + "it calls itself 'stab', its manifest 'stub'");
    CHECK(fault_when("false_manifest") ==
          "X010 " + it +
              "its manifest says 'stub_give() = enum shop.drink', and that is not what it "
              "registers");
    CHECK(fault_when("no_library").starts_with("X005 " + it));
}

TEST_CASE("a bad value is told, and counts as unknown") {
    const std::string it = "function 'stub_give' of plugin 'stub' is wrong: it gave ";
    CHECK(fault_when("wrong_type") == "X013 " + it + "a value of another type");
    CHECK(fault_when("no_such_word") == "X013 " + it + "'rum', which is no value of its attribute");
    CHECK(fault_when("impossible_date", TypeKind::date) ==
          "X013 " + it + "1000000000000, which is no possible date");
    CHECK(fault_when("bad_utf8") == "X013 " + it + "a text that is no sound UTF-8");
    CHECK(fault_when("no_address") == "X013 " + it + "a text that is no sound UTF-8");
    CHECK(fault_when("half_known") == "X013 " + it + "a value that is neither known nor unknown");
}

TEST_CASE("a function that fails, or throws where it must not, is told") {
    const std::string it = "X012 function 'stub_give' of plugin 'stub' failed: ";
    CHECK(fault_when("function_fails") == it + "the kettle is broken");
    CHECK(fault_when("function_throws") == it + "it threw an exception over the edge");
}

TEST_CASE("importers and renderers give what they wrote, or say why not") {
    plugin::Shelf shelf({shop::folder("example")});
    const auto profile = shelf.import_profile("example", "nothing", "<x/>");
    REQUIRE(profile);
    CHECK(*profile == "{\"name\": \"A.\"}");
    const auto empty = shelf.import_profile("example", "nothing", "");
    REQUIRE_FALSE(empty);
    CHECK(empty.error().begin()->message ==
          "'nothing' of plugin 'example' failed: the document is empty");
    const auto document = shelf.render("example", "echo", "{}", "nl");
    REQUIRE(document);
    CHECK(*document == "nl: {}");
    const auto unknown = shelf.render("example", "pdf", "{}", "nl");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().begin()->code == "X011");
    CHECK_FALSE(shelf.render("absent", "pdf", "{}", "nl"));
}
