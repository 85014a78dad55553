// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <string>
#include <string_view>

#include "document/document_data.hpp"

namespace wegwijzer::document {
namespace {

constexpr std::size_t longest_line = 75;  // octets without the line's end, RFC 5545 section 3.1
constexpr Days reminder_before{7};

/// TEXT of RFC 5545, section 3.3.11; control characters are gone already.
std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') safe += '\\';
        safe += c;
    }
    return safe;
}

/// FNV-1a, only to make names that differ.
/// @source http://www.isthe.com/chongo/tech/comp/fnv/ (offset basis and prime of 64 bits)
class Fingerprint {
public:
    void add(std::string_view text) {
        for (const char c : text) step(static_cast<unsigned char>(c));
        step(0);
    }
    [[nodiscard]] std::string text() const {
        constexpr std::string_view digits = "0123456789abcdef";
        std::string hex;
        for (unsigned shift = 64; shift > 0; shift -= 4)
            hex += digits[(state_ >> (shift - 4)) & 15U];
        return hex;
    }

private:
    void step(unsigned char byte) {
        state_ ^= byte;
        state_ *= 0x100000001b3U;
    }
    std::uint64_t state_ = 0xcbf29ce484222325U;
};

class CalendarWriter {
public:
    explicit CalendarWriter(const DocumentView& view) : view_(view) {
        for (const DocumentGoal& goal : view.goals) route_.add(goal.id);
        // The person's own calendar keeps its entries through a new plan; the adviser's holds plans
        // of many people, which must not replace each other.
        if (view.wish.audience == Audience::client) return;
        for (const DocumentStep& step : view.steps) {
            route_.add(step.key);
            route_.add(to_string(step.start));
            route_.add(to_string(step.finish));
        }
    }

    std::string write() {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Wegwijzer//" + escaped(view_.plan_view.program_version) + "//NL");
        line("CALSCALE:GREGORIAN");
        for (const DocumentStep& step : view_.steps) write_step(step);
        for (const DocumentDuty& duty : view_.duties)
            if (duty.by)
                write_dated("duty/" + duty.id, *duty.by,
                            say("Last day: {what}", {{"what", duty.title}}), {});
        for (const DocumentGoal& goal : view_.goals)
            if (goal.finish.planned)
                write_event("goal/" + goal.id, *goal.finish.planned,
                            say("Planned: {what}", {{"what", goal.title}}),
                            plain_text(view_.speaker.say("This is a plan. It is not a decision.")),
                            {});
        line("END:VCALENDAR");
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string say(std::string_view text,
                                  std::initializer_list<Filling> fillings) const {
        return plain_text(view_.speaker.say(text, fillings));
    }

    void write_step(const DocumentStep& step) {
        if (step.is_under_way) return;
        const std::string about = description(step);
        write_dated("start/" + step.key, step.start,
                    step.session ? say("Sign up: {what}", {{"what", step.title}})
                                 : say("Start: {what}", {{"what", step.title}}),
                    about, step.url);
        if (step.session && *step.session != step.start)
            write_dated("session/" + step.key, *step.session,
                        say("Appointment: {what}", {{"what", step.title}}), about, step.url);
    }

    [[nodiscard]] std::string description(const DocumentStep& step) const {
        const Speaker& speaker = view_.speaker;
        std::string about = say("Where, or with whom", {}) + ": " + plain_text(step.who) + ". ";
        if (!step.papers.empty())
            about += say("Take with you", {}) + ": " + plain_text(joined(step.papers, ", ")) + ". ";
        return about + plain_text(speaker.say("This is a plan. It is not a decision."));
    }

    /// An event and its reminder.
    void write_dated(const std::string& key, Date day, const std::string& summary,
                     const std::string& about, const std::string& url = {}) {
        write_event(key, day, summary, about, url);
        const Date before = day - reminder_before;
        if (before >= view_.plan_view.made)
            write_event("reminder/" + key, before,
                        say("In one week: {what}", {{"what", Speaker::name(summary)}}), about, url);
    }

    void write_event(const std::string& key, Date day, const std::string& summary,
                     const std::string& about, const std::string& url) {
        Fingerprint uid = route_;
        uid.add(key);
        line("BEGIN:VEVENT");
        line("UID:" + uid.text() + "@wegwijzer.invalid");
        line("DTSTAMP:" + digits(view_.plan_view.made) + "T000000Z");
        line("DTSTART;VALUE=DATE:" + digits(day));
        line("DTEND;VALUE=DATE:" + digits(day + Days{1}));
        line("SUMMARY:" + escaped(summary));
        if (!about.empty()) line("DESCRIPTION:" + escaped(about));
        if (!url.empty()) line("URL:" + url);
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /// "20261123".
    static std::string digits(Date day) {
        std::string text;
        for (const char c : to_string(day))
            if (c != '-') text += c;
        return text;
    }

    /// Folds between characters, never inside one.
    void line(std::string_view text) {
        std::size_t room = longest_line;
        while (text.size() > room) {
            std::size_t end = room;
            while ((static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
            out_ += text.substr(0, end);
            out_ += "\r\n ";
            text.remove_prefix(end);
            room = longest_line - 1;
        }
        out_ += text;
        out_ += "\r\n";
    }

    const DocumentView& view_;
    Fingerprint route_;
    std::string out_;
};

}  // namespace

std::string render_document_calendar(const DocumentView& view) {
    return CalendarWriter(view).write();
}

}  // namespace wegwijzer::document
