// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "unit/pack/small_packs.hpp"

using namespace wegwijzer;

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// "P014 pack.toml:3" as the pack's comments foretell.
std::set<std::string> expected(const fs::path& pack) {
    static const std::regex promise("# expect: (?:error|warning) ([A-Z]\\d+) line (\\d+)");
    std::set<std::string> found;
    for (const auto& entry : fs::directory_iterator(pack)) {
        if (!entry.is_regular_file()) continue;
        const std::string text = text_of(entry.path());
        for (std::sregex_iterator at(text.begin(), text.end(), promise), end; at != end; ++at)
            found.insert((*at)[1].str() + " " + entry.path().filename().string() + ":" +
                         (*at)[2].str());
    }
    return found;
}

std::set<std::string> told(const small_packs::Read& read) {
    std::set<std::string> found;
    const Diagnostics& all = read.result ? read.warnings : read.result.error();
    for (const Diagnostic& one : all) {
        const std::string name =
            one.span.is_somewhere()
                ? fs::path(read.sources.at(one.span.text).name).filename().string()
                : "-";
        // no folder of plugins is named here, so that of a pack in use is missing
        if (one.code == "X001") continue;
        found.insert(std::string(one.code) + " " + name + ":" + std::to_string(one.span.line));
    }
    return found;
}

pack::Places places_of(const char* kind) {
    return {{fs::path("tests/packs") / kind, "pathways"}, "data"};
}

}  // namespace

TEST_CASE("each bad pack is refused for the one mistake it holds") {
    const pack::Places places = places_of("bad");
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator("tests/packs/bad")) {
        const std::string id = entry.path().filename().string();
        CAPTURE(id);
        small_packs::Read read;
        small_packs::read(read, places, {id});
        CHECK(told(read) == expected(entry.path()));
        ++count;
    }
    CHECK(count > 80);
}

TEST_CASE("each good pack is read without a word") {
    const pack::Places places = places_of("good");
    for (const auto& entry : fs::directory_iterator("tests/packs/good")) {
        const std::string id = entry.path().filename().string();
        CAPTURE(id);
        small_packs::Read read;
        small_packs::read(read, places, {id});
        CHECK(told(read).empty());
        CHECK(read.result.has_value());
    }
}
