// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include <string>

#include "document/diagnostics_json.hpp"
#include "document/diagnostics_text.hpp"

using wegwijzer::Diagnostics;
using wegwijzer::SourceMap;
using wegwijzer::SourceSpan;
using wegwijzer::document::render_diagnostics;

namespace {

std::string rendered(std::string text, SourceSpan span, bool is_personal = false,
                     wegwijzer::document::DiagnosticStyle style = {}) {
    SourceMap sources;
    span.text = sources.add({"pack.toml", std::move(text), is_personal});
    Diagnostics found;
    found.error("R004", "unknown attribute 'duch'", span).hints.push_back("did you mean 'dutch'?");
    return render_diagnostics(found, sources, style);
}

}  // namespace

TEST_CASE("a mistake is shown with its line, a caret under it, its code and its hint") {
    CHECK(rendered("a = 1\n  is = \"duch >= B2\"\n", {0, 2, 9, 4}) ==
          "pack.toml:2:9: error: unknown attribute 'duch' [R004]\n"
          "    is = \"duch >= B2\"\n"
          "          ^~~~\n"
          "hint: did you mean 'dutch'?\n");
}

TEST_CASE("the caret counts code points, keeps tabs and may stand one past the end") {
    CHECK(rendered("é = \"ü\"", {0, 1, 5, 3}) ==
          "pack.toml:1:5: error: unknown attribute 'duch' [R004]\n"
          "  é = \"ü\"\n"
          "      ^~~\n"
          "hint: did you mean 'dutch'?\n");
    CHECK(rendered("\tx\ty", {0, 1, 4, 1}).find("  \tx\ty\n  \t \t^\n") != std::string::npos);
    CHECK(rendered("ab", {0, 1, 3, 1}).find("  ab\n    ^\n") != std::string::npos);
    CHECK(rendered("ab", {0, 1, 99, 7}).find("  ab\n    ^\n") != std::string::npos);
    CHECK(rendered("", {0, 1, 1, 1}).find("  \n  ^\n") != std::string::npos);
}

TEST_CASE("control characters of a line are shown, not obeyed, and the caret still stands right") {
    const std::string text = rendered("\x1b[1m = x", {0, 1, 8, 1});
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find("  \\u{1b}[1m = x\n  " + std::string(12, ' ') + "^\n") != std::string::npos);
}

TEST_CASE("a long line is cut on both sides of the caret") {
    const std::string text =
        rendered(std::string(500, 'a') + "X" + std::string(500, 'b'), {0, 1, 501, 1});
    const auto quote = text.find("  …");
    REQUIRE(quote != std::string::npos);
    const auto line = text.substr(quote, text.find('\n', quote) - quote);
    CHECK(line.size() < 120);
    CHECK(line.ends_with("…"));
    const auto caret = text.find('^');
    REQUIRE(caret != std::string::npos);
    const std::size_t column = caret - text.rfind('\n', caret) - 1;
    CHECK(column == 2 + 1 + 60);  // indent, dots, what is kept before
    CHECK(line.at(2 + std::string("…").size() + 60) == 'X');
}

TEST_CASE("a personal text is never quoted") {
    CHECK(rendered("dutch = \"B3\"", {0, 1, 9, 4}, true) ==
          "pack.toml:1:9: error: unknown attribute 'duch' [R004]\n"
          "hint: did you mean 'dutch'?\n");
}

TEST_CASE("one line each for tools") {
    CHECK(rendered("x", {0, 1, 1, 1}, false, {false, true}) ==
          "pack.toml:1:1: error: unknown attribute 'duch' [R004]\n");
}

TEST_CASE("colour stands around words and never alone") {
    const std::string text = rendered("x", {0, 1, 1, 1}, false, {true, false});
    CHECK(text.find("\x1b[1;31merror:\x1b[0m") != std::string::npos);
}

TEST_CASE("what has no place names the program") {
    Diagnostics found;
    found.warning("G001", "there is no file 'x'");
    CHECK(render_diagnostics(found, SourceMap{}, {}) ==
          "wegwijzer: warning: there is no file 'x' [G001]\n");
}

TEST_CASE("a circle shows all its places") {
    SourceMap sources;
    const auto text = sources.add({"a.toml", "one\ntwo\n", false});
    Diagnostics found;
    found.error("P030", "a circle", {text, 1, 1, 3})
        .notes.push_back({"by way of", {text, 2, 1, 3}});
    CHECK(render_diagnostics(found, sources, {}) ==
          "a.toml:1:1: error: a circle [P030]\n  one\n  ^~~\n"
          "a.toml:2:1: note: by way of\n  two\n  ^~~\n");
}

TEST_CASE("findings for programs hold place and count, and no text") {
    SourceMap sources;
    const auto text = sources.add({"p.toml", "secret = 1\n", true});
    Diagnostics found;
    found.error("F002", "wrong type", {text, 1, 10, 1});
    const std::string json = wegwijzer::document::render_diagnostics_json(found, sources);
    CHECK(json.find("\"errors\": 1,") != std::string::npos);
    CHECK(json.find("\"column\": 10,") != std::string::npos);
    CHECK(json.find("secret") == std::string::npos);
}
