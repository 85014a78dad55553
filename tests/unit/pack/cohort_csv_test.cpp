// SPDX-License-Identifier: Apache-2.0
// The quick reader of large tables against the one that libcsv reads: they agree on every row.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "pack/cohort_rows.hpp"
#include "pack/cohort_stream.hpp"
#include "pack/csv_reader.hpp"

using namespace wegwijzer;
using namespace wegwijzer::pack;

namespace {

/// What libcsv makes of a row below a header of as many columns; none where it refuses it.
std::optional<std::vector<std::string>> by_libcsv(const std::string& row, std::size_t columns) {
    std::string text = "c0";
    for (std::size_t k = 1; k < columns; ++k) text += ",c" + std::to_string(k);
    SourceMap sources;
    const auto number = sources.add({"-", text + "\n" + row + "\n", true});
    const auto table = read_csv(sources, number);
    if (!table || table->rows.size() != 1) return std::nullopt;
    std::vector<std::string> cells;
    for (const auto& cell : table->rows.front()) cells.push_back(cell.text);
    return cells;
}

std::optional<std::vector<std::string>> by_us(const std::string& row) {
    std::vector<std::string_view> cells;
    std::string unquoted;
    if (split_row(row, cells, unquoted) != nullptr) return std::nullopt;
    return std::vector<std::string>(cells.begin(), cells.end());
}

}  // namespace

TEST_CASE("a row is cut as libcsv cuts it") {
    std::mt19937 random(11);
    const std::string letters = "ab,,\"\"x";
    int agreed = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string row = "z";  // libcsv's reader passes over empty lines and comments
        for (std::size_t size = random() % 12; size > 0; --size)
            row += letters[random() % letters.size()];
        if (random() % 2 == 0) row.erase(0, 1);
        if (row.empty()) continue;
        const auto ours = by_us(row);
        const auto theirs = by_libcsv(row, ours ? ours->size() : 1);
        CAPTURE(row);
        if (ours) {
            REQUIRE(theirs);
            REQUIRE(*ours == *theirs);
            ++agreed;
        } else {
            REQUIRE(!theirs);
        }
    }
    CHECK(agreed > 1000);
}

TEST_CASE("a newline inside quotes does not end a row") {
    const std::string text = "a,\"b\nc\"\nd\n";
    CHECK(end_of_row(text, 0) == 8);
    CHECK(end_of_row(text, 8) == 10);
    CHECK(!end_of_row("a,\"b\n", 0));
    CHECK(!end_of_row("a,b", 0));
    // A stray quote spoils its own row only.
    CHECK(end_of_row("a\",b\nc\n", 0) == 5);
}
