// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "document/csv_cell.hpp"
#include "document/document_data.hpp"
#include "document/words.hpp"

namespace wegwijzer::document {
namespace {

class Row {
public:
    explicit Row(std::string& out) : out_(out) {}
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;
    ~Row() { out_ += "\r\n"; }
    Row& text(std::string_view what) {
        if (!is_first_) out_ += ',';
        is_first_ = false;
        out_ += csv_cell(what);
        return *this;
    }
    /// Digits of our own, which may begin with a minus.
    Row& digits(std::string_view what) {
        if (!is_first_) out_ += ',';
        is_first_ = false;
        out_ += what;
        return *this;
    }
    Row& date(std::optional<Date> what) { return digits(what ? to_string(*what) : std::string()); }
    Row& truth(bool what) { return digits(what ? "true" : "false"); }

private:
    std::string& out_;
    bool is_first_ = true;
};

}  // namespace

std::string render_document_csv(const DocumentView& view) {
    std::string out;
    {
        Row names(out);
        for (const char* const name : {"number", "key", "id", "title", "who", "start", "session",
                                       "finish", "hours", "cost_eur", "own_eur", "cost_complete",
                                       "papers", "estimate", "critical", "slack_days", "url"})
            names.text(name);
    }
    for (const DocumentStep& step : view.steps)
        Row(out)
            .digits(std::to_string(step.number))
            .text(step.key)
            .text(step.id)
            .text(plain_text(step.title))
            .text(plain_text(step.who))
            .date(step.start)
            .date(step.session)
            .date(step.finish)
            .digits(hundredths_as_number(step.hours.hundredths))
            .digits(hundredths_as_number(step.cost.cents))
            .digits(hundredths_as_number(step.own.cents))
            .truth(step.cost_is_complete)
            .text(plain_text(joined(step.papers, "; ")))
            .truth(step.is_estimate)
            .truth(step.is_critical)
            .digits(step.slack_days ? std::to_string(*step.slack_days) : std::string())
            .text(step.url);
    return out;
}

}  // namespace wegwijzer::document
