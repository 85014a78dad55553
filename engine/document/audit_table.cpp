// SPDX-License-Identifier: Apache-2.0
#include "document/audit_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <utility>

namespace wegwijzer::document {
namespace {

struct CountColumn {
    Phrase heading;
    std::uint32_t model::PackAudit::*count;
};
constexpr std::array count_columns = {
    CountColumn{Phrase::column_figures, &model::PackAudit::figures},
    CountColumn{Phrase::column_official, &model::PackAudit::official},
    CountColumn{Phrase::column_secondary, &model::PackAudit::secondary},
    CountColumn{Phrase::column_estimate, &model::PackAudit::estimate},
    CountColumn{Phrase::column_unknown, &model::PackAudit::unknown},
    CountColumn{Phrase::column_unsourced, &model::PackAudit::unsourced},
    CountColumn{Phrase::column_overdue, &model::PackAudit::overdue},
};

std::vector<std::string> row_of(const model::PackAudit& pack, std::string title) {
    std::vector<std::string> row{std::move(title)};
    for (const CountColumn& column : count_columns)
        row.push_back(std::to_string(pack.*column.count));
    row.push_back(pack.oldest_seen ? to_string(*pack.oldest_seen) : "-");
    return row;
}

/// The counts of a table are sums of what the audit counted.
model::PackAudit sum(const std::vector<model::PackAudit>& packs) {
    model::PackAudit all;
    for (const model::PackAudit& pack : packs) {
        for (const CountColumn& column : count_columns) all.*column.count += pack.*column.count;
        if (pack.oldest_seen && (!all.oldest_seen || *pack.oldest_seen < *all.oldest_seen))
            all.oldest_seen = pack.oldest_seen;
    }
    return all;
}

}  // namespace

std::vector<std::vector<std::string>> count_table(const AuditView& view, const Words& words) {
    std::vector<std::vector<std::string>> rows(1);
    rows[0].push_back(words.say(Phrase::column_pack));
    for (const CountColumn& column : count_columns) rows[0].push_back(words.say(column.heading));
    rows[0].push_back(words.say(Phrase::column_oldest));
    for (const model::PackAudit& pack : view.audit.packs)
        rows.push_back(row_of(pack, view.catalogue[pack.pack].id));
    if (view.audit.packs.size() > 1)
        rows.push_back(row_of(sum(view.audit.packs), words.say(Phrase::audit_total)));
    return rows;
}

std::string footing_text(const Words& words, model::Footing footing) {
    constexpr std::array phrases = {Phrase::footing_official, Phrase::footing_secondary,
                                    Phrase::footing_estimate, Phrase::footing_unknown,
                                    Phrase::footing_none};
    return words.say(phrases.at(static_cast<std::size_t>(footing)));
}

}  // namespace wegwijzer::document
