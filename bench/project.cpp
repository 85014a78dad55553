// SPDX-License-Identifier: Apache-2.0
#include "project.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace wegwijzer::bench {

namespace {

/// The lines of a file as numbers; what is no number is passed over.
class Numbers {
public:
    explicit Numbers(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

    std::string_view line() {
        const auto end = std::min(rest_.find('\n'), rest_.size());
        const auto found = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return found;
    }

    std::vector<std::int32_t> numbers() { return numbers_in(line()); }

    static std::vector<std::int32_t> numbers_in(std::string_view line) {
        std::vector<std::int32_t> found;
        for (std::size_t at = 0; at < line.size();) {
            std::int32_t number = 0;
            const auto [end, error] =
                std::from_chars(line.data() + at, line.data() + line.size(), number);
            if (error == std::errc()) {
                found.push_back(number);
                at = static_cast<std::size_t>(end - line.data());
            } else {
                ++at;
            }
        }
        return found;
    }

    /// Moves past the next line that holds `words`.
    bool find(std::string_view words) {
        while (!is_at_end())
            if (line().find(words) != std::string_view::npos) return true;
        return false;
    }

private:
    std::string_view rest_;
};

using Read = Result<Project, std::string>;

Unexpected<std::string> missing(std::string_view what) {
    return Unexpected<std::string>{"no " + std::string(what) + " here"};
}

bool is_activity(std::int32_t number, std::size_t count) {
    return number >= 0 && static_cast<std::size_t>(number) < count;
}

constexpr std::int32_t most_activities = 100'000;
constexpr std::int32_t most_days = 1'000'000;

bool is_length(std::int32_t days) { return days >= 0 && days <= most_days; }

}  // namespace

Read read_sm(std::string_view text) {
    Numbers in(text);
    Project project;
    if (!in.find("PRECEDENCE RELATIONS") || in.is_at_end()) return missing("precedence relations");
    in.line();  // the names of the columns
    struct Successors {
        std::vector<std::int32_t> of;
    };
    std::vector<Successors> successors;
    for (;;) {
        const auto row = in.numbers();
        if (row.size() < 3) break;
        if (row[0] != static_cast<std::int32_t>(successors.size()) + 1 ||
            row[0] > most_activities || row[1] != 1 ||
            row.size() != 3 + static_cast<std::size_t>(row[2]))
            return missing("single-mode activity of the next number");
        successors.push_back({{row.begin() + 3, row.end()}});
    }
    const auto count = successors.size();
    if (count < 2 || !in.find("REQUESTS/DURATIONS") || in.is_at_end())
        return missing("requests and durations");
    in.line();
    in.line();
    for (std::size_t a = 0; a < count; ++a) {
        const auto row = in.numbers();
        if (row.size() < 3 || row[0] != static_cast<std::int32_t>(a) + 1 || !is_length(row[2]))
            return missing("duration of activity " + std::to_string(a + 1));
        project.lengths.push_back(row[2]);
        project.demands.emplace_back(row.begin() + 3, row.end());
        if (project.demands.back().size() != project.demands.front().size())
            return missing("request of activity " + std::to_string(a + 1));
    }
    if (!in.find("RESOURCEAVAILABILITIES") || in.is_at_end()) return missing("availabilities");
    in.line();
    project.capacities = in.numbers();
    if (project.capacities.size() != project.demands.front().size())
        return missing("availability of every resource");
    for (std::size_t a = 0; a < count; ++a)
        for (const auto next : successors[a].of) {
            if (!is_activity(next - 1, count)) return missing("activity " + std::to_string(next));
            project.lags.push_back({a, static_cast<std::size_t>(next) - 1, project.lengths[a]});
        }
    return project;
}

Read read_sch(std::string_view text) {
    Numbers in(text);
    Project project;
    const auto head = in.numbers();
    if (head.size() < 2 || head[0] < 0 || head[0] > most_activities || head[1] < 0)
        return missing("number of activities and resources");
    const auto count = static_cast<std::size_t>(head[0]) + 2;
    const auto resources = static_cast<std::size_t>(head[1]);
    for (std::size_t a = 0; a < count; ++a) {
        const auto row = in.numbers();
        if (row.size() < 3 || row[0] != static_cast<std::int32_t>(a) || row[2] < 0 ||
            row.size() != 3 + 2 * static_cast<std::size_t>(row[2]))
            return missing("list of successors of activity " + std::to_string(a));
        const auto successors = static_cast<std::size_t>(row[2]);
        for (std::size_t k = 0; k < successors; ++k) {
            const auto next = row[3 + k];
            const auto days = row[3 + successors + k];
            if (!is_activity(next, count) || !is_length(std::abs(days)))
                return missing("successor of activity " + std::to_string(a));
            project.lags.push_back({a, static_cast<std::size_t>(next), days});
        }
    }
    for (std::size_t a = 0; a < count; ++a) {
        const auto row = in.numbers();
        if (row.size() != 3 + resources || row[0] != static_cast<std::int32_t>(a) ||
            !is_length(row[2]))
            return missing("duration of activity " + std::to_string(a));
        project.lengths.push_back(row[2]);
        project.demands.emplace_back(row.begin() + 3, row.end());
    }
    project.capacities = in.numbers();
    if (project.capacities.size() != resources) return missing("capacity of every resource");
    return project;
}

}  // namespace wegwijzer::bench
