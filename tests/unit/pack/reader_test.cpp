// SPDX-License-Identifier: Apache-2.0
#include "pack/reader.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "pack/hash.hpp"
#include "unit/pack/door.hpp"
#include "unit/pack/small_packs.hpp"

using namespace wegwijzer;
using small_packs::Folder;
using small_packs::Read;
using Findings = std::vector<std::string>;

namespace {

constexpr const char* held =
    "[[credential]]\nid = \"a.held\"\ntitle = { nl = \"A\", en = \"A\" }\n";

Findings findings(const Folder& folder, const std::vector<std::string>& ids) {
    Read read;
    small_packs::read(read, {{folder.path()}, {}}, ids);
    return read.findings();
}

std::string hash_of(const std::vector<std::string>& parts) {
    pack::Hash hash;
    for (const std::string& part : parts) hash.add(part);
    return hash.to_hex();
}

}  // namespace

TEST_CASE("the hash is FNV-1a over lengths and bytes") {
    CHECK(pack::Hash{}.to_hex() == "cbf29ce484222325");
    CHECK(hash_of({"ab", "c"}) != hash_of({"a", "bc"}));
    CHECK(hash_of({"ab", "c"}) == hash_of({"ab", "c"}));
}

TEST_CASE("packs are found in folders that hold a pack.toml, and an earlier place wins") {
    const Folder first, second;
    first.write_pack("a", "");
    second.write_pack("a", "");
    second.write_pack("b", "");
    second.write("no-pack/readme.txt", "");
    second.write("Upper/pack.toml", "");
    const auto listed = pack::list_packs({{first.path(), second.path(), "no/such/place"}, {}});
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].id == "a");
    CHECK(listed[0].folder == first.path() / "a");
    CHECK(listed[1].id == "b");
}

TEST_CASE("only the packs asked for and what they use are read") {
    const Folder folder;
    folder.write_pack("a", "", "\"b\"");
    folder.write_pack("b", "", "\"c\", \"a\"");
    folder.write_pack("c", "");
    folder.write_pack("d", "this is broken");
    Read read;
    small_packs::read(read, {{folder.path()}, {}}, {"a"});
    REQUIRE(read.result.has_value());
    REQUIRE(read.catalogue().packs.size() == 3);
    CHECK(read.catalogue().packs[0].id == "a");
    CHECK(read.catalogue().packs[2].id == "c");
}

TEST_CASE("the order in which packs are asked for changes nothing") {
    const Folder folder;
    folder.write_pack("a", held);
    folder.write_pack("b", "[[credential]]\nid = \"b.held\"\ntitle = { nl = \"B\", en = \"B\" }\n");
    Read one, other;
    small_packs::read(one, {{folder.path()}, {}}, {"a", "b"});
    small_packs::read(other, {{folder.path()}, {}}, {"b", "a", "b"});
    REQUIRE(one.result.has_value());
    REQUIRE(other.result.has_value());
    for (std::size_t k = 0; k < 2; ++k) {
        CHECK(one.catalogue().packs[k].id == other.catalogue().packs[k].id);
        CHECK(one.catalogue().packs[k].hash == other.catalogue().packs[k].hash);
        CHECK(one.catalogue().credentials[k].id == other.catalogue().credentials[k].id);
    }
}

TEST_CASE("a pack's hash tells every file that is read, by name and bytes") {
    const Folder folder;
    folder.write_pack("a", held);
    const auto hash = [&] {
        Read read;
        small_packs::read(read, {{folder.path()}, {}}, {"a"});
        REQUIRE(read.result.has_value());
        return read.catalogue().packs[0].hash;
    };
    const std::string before = hash();
    folder.write("a/more.toml", "# nothing\n");
    const std::string with_more = hash();
    CHECK(with_more != before);
    folder.write("a/more.toml", "# nothing!\n");
    CHECK(hash() != with_more);
    folder.write("a/notes.txt", "not read");
    folder.write("a/scenarios/person.toml", "not a pack file");
    std::filesystem::remove(folder.path() / "a/more.toml");
    CHECK(hash() == before);
}

TEST_CASE("files of scenarios are not parsed where nobody wants them, in however many parts") {
    const Folder folder;
    folder.write_pack("a", held);
    folder.write("a/scenarios-more.toml", "[[torn\n");
    folder.write("a/scenarios.toml", "[[torn\n");
    Read plan;
    small_packs::read(plan, {{folder.path()}, {}}, {"a"}, false);
    CHECK(plan.result.has_value());
    Read all;
    small_packs::read(all, {{folder.path()}, {}}, {"a"}, true);
    CHECK_FALSE(all.result.has_value());
}

TEST_CASE("an unknown pack is told with the nearest one, wherever it was asked for") {
    const Folder folder;
    folder.write_pack("diploma", "");
    Read read;
    small_packs::read(read, {{folder.path()}, {}}, {"diplom"});
    REQUIRE_FALSE(read.result.has_value());
    const Diagnostic& told = *read.result.error().begin();
    CHECK(told.code == "P010");
    CHECK(told.hints.front() == "did you mean 'diploma'?");
    CHECK(findings(folder, {"../diploma"}) == Findings{"P010 0"});
    CHECK(findings(folder, {""}) == Findings{"P010 0"});
}

TEST_CASE("mistakes of all files and all packs are told together, in the order of the files") {
    const Folder folder;
    folder.write_pack("a", "[[step]]\nid = \"a.go\"\n", "\"b\"");
    folder.write("a/extra.toml", "[[step]]\nid = \"go\"\nnonsense = 1\n");
    folder.write("a/torn.toml", "[[step\n");
    folder.write_pack("b", "[[document]]\nid = \"b.x\"\n");
    const Findings all = findings(folder, {"a"});
    CHECK(all == Findings{"P003 1", "P012 2", "P041 2", "P001 3", "P003 12", "P041 13", "P004 1",
                          "P003 12"});
}

TEST_CASE("a mistake in what steps take over is told once") {
    const Folder folder;
    folder.write_pack("a",
                      "[[step]]\nid = \"a.one\"\ntitle = { nl = \"E\", en = \"O\" }\nsource = "
                      "\"a-law\"\nduration = \"1 "
                      "wek\"\n[[step]]\nid = \"a.two\"\nlike = \"a.one\"\n[[step]]\nid = "
                      "\"a.three\"\nlike = \"a.two\"\n");
    CHECK(findings(folder, {"a"}) == Findings{"P020 16"});
}

TEST_CASE("what pays for steps of a pack that is not read is passed over, a slip is not") {
    const Folder folder;
    constexpr const char* fund =
        "[[fund]]\nid = \"a.fund\"\nkind = \"gift\"\nshare = 1\nsource = \"a-law\"\npays = "
        "[\"b.go/fee\", \"a.go/fee\"]\n";
    folder.write_pack("a", fund);
    folder.write_pack("b",
                      "[[step]]\nid = \"b.go\"\ntitle = { nl = \"G\", en = \"G\" }\nsource = "
                      "\"b-law\"\nduration = \"1 "
                      "week\"\ncost = [{ id = \"fee\", amount = \"EUR 5\" }]\n",
                      "\"a\"");
    CHECK(findings(folder, {"a"}) == Findings{"P014 17"});
    CHECK(findings(folder, {"b"}) == Findings{"P014 17"});
    folder.write_pack("a",
                      std::string(fund).replace(std::string(fund).find(", \"a.go/fee\""), 12, ""));
    CHECK(findings(folder, {"a"}).empty());
    Read read;
    small_packs::read(read, {{folder.path()}, {}}, {"b"});
    REQUIRE(read.result.has_value());
    CHECK(read.catalogue().funds[0].pays.size() == 1);
}

TEST_CASE("a pilot that only pays offers a version of the step") {
    const Folder folder;
    folder.write_pack(
        "a",
        "[[step]]\nid = \"a.go\"\ntitle = { nl = \"G\", en = \"G\" }\nsource = \"a-law\"\n"
        "duration = \"1 week\"\ncost = [{ id = \"fee\", amount = \"EUR 5\" }]\n"
        "[[pilot]]\nid = \"a.paid\"\ntitle = { nl = \"B\", en = \"P\" }\nstatus = \"running\"\n"
        "change = [{ step = \"a.go\", pay = [\"fee\"] }]\nsource = \"a-law\"\n");
    Read read;
    small_packs::read(read, {{folder.path()}, {}}, {"a"});
    REQUIRE(read.result.has_value());
    const model::Pilot& pilot = read.catalogue().pilots[0];
    CHECK(pilot.pays.size() == 1);
    REQUIRE(pilot.changes.size() == 1);
    CHECK(pilot.changes[0].fields.empty());
    CHECK(pilot.changes[0].changed.costs.size() == 1);
}

TEST_CASE("a step's clock takes the place of another clock below it") {
    const Folder folder;
    folder.write_pack(
        "a",
        std::string(held) +
            "[[step]]\nid = \"a.one\"\ntitle = { nl = \"E\", en = \"O\" }\nsource = \"a-law\"\n"
            "effort = \"10 hours\"\npace = [\"5 hours/week\"]\ngives = [\"a.held\"]\n"
            "[[step]]\nid = \"a.two\"\nlike = \"a.one\"\nduration = \"1 week\"\n"
            "outcome = [{ id = \"yes\", plan = true, gives = [\"a.held\"] }]\n"
            "[[step]]\nid = \"a.three\"\nlike = \"a.one\"\npace = [\"9 hours/week\"]\n");
    Read read;
    small_packs::read(read, {{folder.path()}, {}}, {"a"});
    REQUIRE(read.result.has_value());
    const auto& steps = read.catalogue().steps;
    CHECK(steps[1].clock == model::Clock::duration);
    CHECK(steps[1].paces.empty());
    CHECK(steps[1].gives.empty());
    CHECK(steps[2].paces == std::vector<WeeklyRate>{{900}});
}

TEST_CASE("a folder that is no pack, an unreadable file and a binary are told") {
    const Folder folder;
    folder.write_pack("a", "");
    folder.write("a/binary.toml", std::string("\x7f"
                                              "ELF\0\0\0",
                                              7));
    std::filesystem::create_directory(folder.path() / "a/folder.toml");
    const Findings all = findings(folder, {"a"});
    CHECK(all.size() == 2);
}

TEST_CASE("an id tells its pack") {
    CHECK(pack::pack_of("big.arts") == "big");
    CHECK(pack::pack_of("dutch") == "common");
}
