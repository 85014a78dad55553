// SPDX-License-Identifier: Apache-2.0
// Projects written by hand, small enough to see what is shortest.
#include "project.hpp"

#include <doctest/doctest.h>

#include <string>

#include "schedule_project.hpp"

using namespace wegwijzer;
using namespace wegwijzer::bench;

namespace {

// Three jobs beside a beginning (1) and an end (5); 2 and 3 do not fit beside each other.
const std::string single_mode = R"(file with basedata            : hand.bas
************************************************************************
PRECEDENCE RELATIONS:
jobnr.    #modes  #successors   successors
   1        1          2           2   3
   2        1          1           4
   3        1          1           5
   4        1          1           5
   5        1          0
************************************************************************
REQUESTS/DURATIONS:
jobnr. mode duration  R 1  R 2
------------------------------------------------------------------------
  1      1     0       0    0
  2      1     3       2    0
  3      1     4       2    1
  4      1     2       1    1
  5      1     0       0    0
************************************************************************
RESOURCEAVAILABILITIES:
  R 1  R 2
    3    2
************************************************************************
)";

/// Two jobs on one machine; the second begins at most `most` days after the first.
std::string with_longest_lag(int most) {
    return "2\t1\t0\t0\n"
           "0\t1\t1\t1\t[0]\n"
           "1\t1\t2\t2\t3\t[0]\t[4]\n"
           "2\t1\t2\t1\t3\t[-" +
           std::to_string(most) +
           "]\t[2]\n"
           "3\t1\t0\n"
           "0\t1\t0\t0\n"
           "1\t1\t4\t1\n"
           "2\t1\t2\t1\n"
           "3\t1\t0\t0\n"
           "1\n";
}

}  // namespace

TEST_CASE("a single-mode project is read") {
    const auto read = read_sm(single_mode);
    REQUIRE(read);
    const Project& project = read.value();
    CHECK(project.lengths == std::vector<std::int32_t>{0, 3, 4, 2, 0});
    CHECK(project.demands[2] == std::vector<std::int32_t>{2, 1});
    CHECK(project.capacities == std::vector<std::int32_t>{3, 2});
    REQUIRE(project.lags.size() == 5);
    CHECK(project.lags[2].from == 1);
    CHECK(project.lags[2].to == 3);
    CHECK(project.lags[2].days == 3);
}

TEST_CASE("the shortest schedule of a small project is found and proven") {
    const auto read = read_sm(single_mode);
    REQUIRE(read);
    const auto found = shortest_schedule(read.value(), {});
    CHECK(found.is_proven);
    CHECK(found.makespan == 7);  // 2 and 3 one after the other, 4 beside 3
    CHECK(fault_of(read.value(), found.starts) == "");
}

TEST_CASE("a longest wait is kept, or there is no schedule") {
    const auto loose = read_sch(with_longest_lag(5));
    REQUIRE(loose);
    CHECK(loose.value().lags.size() == 5);
    const auto found = shortest_schedule(loose.value(), {});
    CHECK(found.is_proven);
    CHECK(found.makespan == 6);
    const auto tight = read_sch(with_longest_lag(3));
    REQUIRE(tight);
    const auto none = shortest_schedule(tight.value(), {});
    CHECK(none.is_proven);
    CHECK(!none.makespan);
}

TEST_CASE("what is missing in a project is told") {
    CHECK(read_sm("").error() == "no precedence relations here");
    CHECK(read_sm(single_mode.substr(0, 700)).error() != "");
    CHECK(read_sch("2 1\n").error() == "no list of successors of activity 0 here");
    CHECK(!read_sch("999999999 1\n"));
}

TEST_CASE("a schedule that breaks a rule is caught") {
    const auto read = read_sm(single_mode);
    REQUIRE(read);
    CHECK(fault_of(read.value(), {0, 0, 3, 2, 7}) != "");  // 4 before 2 is over
    CHECK(fault_of(read.value(), {0, 0, 1, 5, 7}) != "");  // 2 and 3 at once
}
