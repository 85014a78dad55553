// SPDX-License-Identifier: Apache-2.0
/// What the packs in use say, merged and with every name resolved. Plain values; `pack/` makes it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/day_set.hpp"
#include "base/duration.hpp"
#include "base/hours.hpp"
#include "base/money.hpp"
#include "base/source.hpp"
#include "model/expression.hpp"
#include "model/ids.hpp"
#include "model/text.hpp"
#include "model/value.hpp"

namespace wegwijzer::model {

/// [from, until); open ends are Date::always and Date::never.
struct Window {
    Date from = Date::always;
    Date until = Date::never;
    [[nodiscard]] bool covers(Date date) const { return from <= date && date < until; }
    friend bool operator==(const Window&, const Window&) = default;
};

/// One entry of a figure that may differ by person (`when`) or by date (`from`).
template <class T>
struct Case {
    Date from = Date::always;
    Expression when;           ///< outside facts only; empty: everybody
    std::optional<T> value;    ///< none: `value = "none"`, the rule ends here
    bool is_unknown = false;   ///< `"unknown"`: nobody published it
    bool is_expected = false;  ///< announced, not yet in force
    SourceId source;
    std::string varies_with;  ///< ranges with the same word share one draw (R21); empty: own draw
    SourceSpan span;
};

/// A figure. The entry that counts on a day, for a person: of the entries with `from` ≤ day whose
/// `when` holds, those with the latest `from`, and of these the first. No entries: the key was left
/// out.
template <class T>
struct Figure {
    std::vector<Case<T>> cases;
    [[nodiscard]] bool is_empty() const { return cases.empty(); }
};

/// Which day of a step's run is meant.
enum class Moment { start, session, finish };
/// On which day a need is judged (R7).
enum class At { start, session, finish, throughout };

struct Pack {
    std::string id;
    std::string version;
    Text title;
    std::vector<std::string> uses;
    std::string plugin;
    std::string hash;  ///< of the bytes of its files, hexadecimal
    std::vector<std::pair<std::string, std::string>> moved;  ///< old id → new id
    SourceSpan span;
};

struct Scale {
    std::string id;
    std::vector<std::string> levels;  ///< lowest first
    PackId pack;
    SourceSpan span;
};

struct Attribute {
    std::string id;
    Type type;
    std::vector<std::string> values;  ///< of an enum, or of a list of enum
    bool is_given = false;
    Expression is;  ///< of a derived attribute; empty otherwise
    Value usual;    ///< taken when nobody answers; unknown where there is none
    std::optional<std::int64_t> least, most;  ///< for an integer (itself) and money (cents)
    Text title, ask, why;
    std::vector<Text> value_titles;  ///< one per value or empty
    SourceId source;
    PackId pack;
    SourceSpan span;

    [[nodiscard]] bool is_derived() const { return !is.is_empty(); }
};

struct Group {
    std::string id;
    struct Member {
        Country country;
        Window in_force;
    };
    std::vector<Member> members;
    SourceId source;
    PackId pack;
    SourceSpan span;
};

/// A CSV table. Rows are found by their keys.
struct Table {
    struct Column {
        std::string name;
        Type type;
    };
    std::string id;
    std::string file;
    std::vector<Column> keys, columns;
    struct Row {
        std::vector<Value> keys, cells;
        SourceId source;
        SourceSpan span;
    };
    std::vector<Row> rows;  ///< sorted by keys, see `sort_rows`
    SourceId source;
    PackId pack;
    SourceSpan span;

    /// Orders the rows by the numbers of their keys, first key first; of equals the order stays.
    void sort_rows();
    /// The first row with these keys, or null. The rows must be sorted.
    [[nodiscard]] const Row* find(std::span<const std::int64_t> wanted) const;
};

/// A plugin's function, as its manifest declares it. `plugin/` gives the pointer.
struct Function {
    std::string name;
    std::string plugin;
    std::vector<Type> parameters;
    Type result;
    bool is_missing = false;  ///< the plugin's manifest is not there: types are not known, and
                              ///< what rests on the function is unknown
    SourceSpan span;
};

/// A plugin that a pack in use names, as its manifest tells. Nothing of it has been opened.
struct Plugin {
    enum class State {
        found,
        missing,  ///< no manifest in any folder
        refused,  ///< others could have changed it, or it does not fit: `why`
    };
    std::string id;
    State state = State::missing;
    std::string why;      ///< one sentence, lower case, no full stop; empty for a found one
    std::string version;  ///< as the manifest says
    std::string library;  ///< path of the library of a found one
};

struct Credential {
    std::string id;
    Text title;
    Figure<Term> lasts;  ///< a life of its own; empty: for ever
    std::vector<CredentialId>
        implies;  ///< this one serves for those (closed transitively by `pack/`)
    std::optional<int> nlqf, eqf;
    SourceId source;
    PackId pack;
    SourceSpan span;
};

struct Document {
    std::string id;
    Text title;
    PackId pack;
    SourceSpan span;
};

/// What a step can give, or a goal can ask: a credential, a level at least, or a true boolean.
struct Given {
    enum class Kind { credential, level, truth };
    Kind kind = Kind::credential;
    CredentialId credential;
    AttributeId attribute;
    std::int32_t rank = 0;  ///< of the level
    SourceSpan span;
    friend bool operator==(const Given& a, const Given& b) {
        return a.kind == b.kind && a.credential == b.credential && a.attribute == b.attribute &&
               a.rank == b.rank;
    }
};

struct Goal {
    std::string id;
    Text title;
    Expression reach;  ///< over given facts, true when reached
    std::string isco08, esco;
    SourceId source;
    PackId pack;
    SourceSpan span;
};

struct Calendar {
    enum class Kind { sessions, closures };
    std::string id;
    Kind kind = Kind::sessions;
    Text title;
    /// Yearly days as {month, day}; 29 February counts in leap years only.
    struct YearDay {
        int month = 1;
        int day = 1;
    };
    std::vector<YearDay> yearly;
    struct Session {
        Date session;
        std::optional<Date> by;  ///< last day to sign up
    };
    std::vector<Session> on;  ///< sorted
    bool repeats = false;     ///< whether `on` goes on after the last known one, year after year
    struct Closure {
        std::variant<YearDay, Date> from,
            until;  ///< half-open; yearly ones may pass the year's end
    };
    std::vector<Closure> closed;
    Window in_force;
    Duration lead;  ///< sign up at least this long before
    SourceId source;
    PackId pack;
    SourceSpan span;
};

/// What a need rests on, and so who may relax it.
enum class Basis { none, eu, act, decree, policy, practice };

struct Need {
    std::string id;
    Expression is;
    std::optional<Term> younger;
    At at = At::start;
    Text title;
    Basis basis = Basis::none;
    std::string article;
    std::optional<Date> text_of;  ///< version date of the text of law
    SourceId source;
    SourceSpan span;
};

struct Cost {
    std::string id;
    Text title;
    Figure<Amount> amount;
    Expression when;
    Per per = Per::once;
    Moment due = Moment::start;
    SourceSpan span;
};

struct Attempt {
    Figure<double> pass;      ///< chance of passing, in (0, 1]; empty: nobody knows
    Duration again;           ///< wait after a failed one before signing up anew
    std::optional<int> most;  ///< in all; none: any number
    int plan = 1;             ///< the attempt at which the plan passes
    SourceId source;
    SourceSpan span;
};

struct Outcome {
    std::string id;
    Text title;
    std::optional<double> chance;
    bool plan = false;
    std::vector<Given> gives;
    SourceId source;
    SourceSpan span;
};

struct Income {
    Term after;  ///< from the start of the step
    Expression when;
    std::optional<Amount> monthly;  ///< none: unknown
    Date from = Date::always;
    SourceId source;
    SourceSpan span;
};

struct Must {
    std::string id;
    Expression is;
    Term within;
    SourceId source;
    SourceSpan span;
};

struct Extension {
    Duration time;
    double chance = 0;
    SourceId source;
};

/// How a step's clock runs (R2).
enum class Clock { duration, effort, open };

struct Step {
    std::string id;
    Text title, text;
    std::string by;   ///< a name, or you, employer, school, municipality, authority
    Text by_title;    ///< the same in words, where the pack gives several languages
    Expression when;  ///< outside facts only
    Window in_force;
    Moment counts =
        Moment::start;  ///< the day that picks dated values and that `in_force` must cover
    Moment dated = Moment::finish;  ///< the date its credentials bear
    std::vector<Need> needs;
    std::vector<DocumentId> documents;
    Clock clock = Clock::duration;
    Figure<Duration> duration;      ///< with Clock::duration
    Figure<Estimate> effort;        ///< hours, with Clock::effort
    std::vector<WeeklyRate> paces;  ///< with Clock::effort, at least one
    Term least;                     ///< with Clock::open
    Figure<WeeklyRate> load;        ///< with Clock::duration or open
    std::optional<Extension> extend;
    CalendarId sessions;
    std::vector<CalendarId> closures;
    std::optional<Attempt> attempt;
    std::vector<Outcome> outcomes;  ///< empty: one result, `gives`
    std::vector<Given> gives;
    std::vector<Cost> costs;
    std::vector<Income> income;
    std::vector<Must> musts;
    int repeat = 1;   ///< times in all (R10)
    PilotId only_in;  ///< a step that exists only inside this pilot
    SourceId source;
    PackId pack;
    SourceSpan span;
};

struct Event {
    std::string id;
    Text title;
    Expression when;
    AttributeId from_attribute;  ///< a date attribute, or
    EventId from_event;          ///< another event
    Duration in;
    std::string varies_with;
    AttributeId set;
    Value value;
    SourceId source;
    PackId pack;
    SourceSpan span;
};

struct Duty {
    std::string id;
    Text title;
    Expression when, reach;
    Expression by;  ///< of type date
    SourceId source;
    PackId pack;
    SourceSpan span;
};

/// A cost of a step, as a fund or a pilot names it: "step/cost".
struct CostRef {
    StepId step;
    std::uint32_t cost = 0;
};

struct Fund {
    enum class Kind { gift, employer, loan };
    std::string id;
    Text title;
    Kind kind = Kind::gift;
    Expression opens;
    std::vector<CostRef> pays;
    Figure<double> share;  ///< in (0, 1], four decimals
    int order = 0;
    std::optional<Money> ceiling, ceiling_quarter;
    std::optional<int> tries;
    SourceId source;
    PackId pack;
    SourceSpan span;
};

struct Note {
    std::string id;
    std::variant<StepId, GoalId, PilotId, FundId> on;
    Expression when;
    Text text;
    SourceId source;
    PackId pack;
    SourceSpan span;
};

/// One change that a pilot makes to a step. `changed` holds the whole step as it reads after this
/// change alone; `fields` names what differs ("needs/dutch", "duration", "when", "costs/fee", …),
/// so that several changes can be laid over each other.
struct PilotChange {
    StepId step;
    std::vector<std::string> fields;
    Step changed;
    SourceSpan span;
};

/// A municipality of `data/municipalities.csv`. No region bears the name of a municipality.
struct Municipality {
    std::string name;
    std::string province, region;  ///< region: the safety region it belongs to
};

struct Pilot {
    enum class Status { proposed, running, ended };
    enum class Effect { relax, change };
    enum class Leave { finish, back };
    std::string id;
    Text title;
    Status status = Status::proposed;
    Effect effect = Effect::relax;
    std::string granted_by;
    Window in_force;
    std::vector<std::string> where;            ///< as the pack names them; empty: everywhere
    std::vector<std::int64_t> municipalities;  ///< sorted values of residence.municipality: those
                                               ///< that `where` names or whose region it names
    Expression when;
    std::optional<int> places;
    std::string admission;        ///< empty: open to all in the target group
    Leave leave = Leave::finish;  ///< what people do who are half-way when it ends
    Fund::Kind pay_kind = Fund::Kind::gift;
    std::vector<PilotChange> changes;
    std::vector<CostRef> pays;
    std::vector<StepId> adds;
    SourceId source;
    PackId pack;
    SourceSpan span;
};

struct Source {
    enum class Kind { official, secondary, estimate };
    std::string id;
    std::string url, title, says;
    std::string as_of;  ///< the page's own date as it gives it; may be empty
    std::optional<Date> seen;
    Kind kind = Kind::official;
    std::optional<Term> review;
    PackId pack;
    SourceSpan span;
};

struct Scenario {
    std::string id;
    std::string profile;  ///< path, relative to the pack's folder
    std::vector<std::string> goals;
    Date on;
    std::vector<std::string> pilots;
    std::vector<std::string> assume;
    struct Expect {
        std::string status, first, last;
        std::vector<std::string> includes, excludes;
        std::optional<double> weeks_min, weeks_max;
        std::optional<Money> own_min, own_max;
        std::vector<std::string> unmet;  ///< "step/need" named by an unreachable answer
        std::vector<std::string> notes;  ///< codes
    } expect;
    Text reason;
    PackId pack;
    SourceSpan span;
};

/// The ids of one kind as a hash table of positions. Says nothing of a vector that has another
/// size.
struct IdIndex {
    static constexpr std::uint32_t empty = Id<void>::no_index;
    std::vector<std::uint32_t> slots;
    std::size_t count = 0;
};

/// Everything the packs in use say. Ids are indices into these vectors.
struct Catalogue {
    std::vector<Pack> packs;
    std::vector<Scale> scales;
    std::vector<Attribute> attributes;
    std::vector<Group> groups;
    std::vector<Table> tables;
    std::vector<Function> functions;
    std::vector<Plugin> plugins;  ///< named by the packs, by id
    std::vector<Credential> credentials;
    std::vector<Document> documents;
    std::vector<Goal> goals;
    std::vector<Calendar> calendars;
    std::vector<Step> steps;
    std::vector<Event> events;
    std::vector<Duty> duties;
    std::vector<Fund> funds;
    std::vector<Note> notes;
    std::vector<Pilot> pilots;
    std::vector<Source> sources;
    std::vector<Scenario> scenarios;
    Holidays holidays;
    std::vector<Municipality> municipalities;  ///< by name; empty where no shared data was read
    struct {
        IdIndex steps, goals, attributes, credentials, pilots, funds, sources;
    } index;  ///< made by `index_ids`

    /// Makes `find_*` quick: one hash each instead of a search. To be called when all ids stand,
    /// and again where one changes.
    void index_ids();

    template <class Kind>
    [[nodiscard]] const Kind& operator[](Id<Kind> id) const;

    [[nodiscard]] StepId find_step(std::string_view id) const;
    [[nodiscard]] GoalId find_goal(std::string_view id) const;
    [[nodiscard]] AttributeId find_attribute(std::string_view id) const;
    [[nodiscard]] CredentialId find_credential(std::string_view id) const;
    [[nodiscard]] PilotId find_pilot(std::string_view id) const;
    [[nodiscard]] FundId find_fund(std::string_view id) const;
    [[nodiscard]] SourceId find_source(std::string_view id) const;
};

template <>
inline const Attribute& Catalogue::operator[](AttributeId id) const {
    return attributes[id.index];
}
template <>
inline const Scale& Catalogue::operator[](ScaleId id) const {
    return scales[id.index];
}
template <>
inline const Group& Catalogue::operator[](GroupId id) const {
    return groups[id.index];
}
template <>
inline const Table& Catalogue::operator[](TableId id) const {
    return tables[id.index];
}
template <>
inline const Function& Catalogue::operator[](FunctionId id) const {
    return functions[id.index];
}
template <>
inline const Credential& Catalogue::operator[](CredentialId id) const {
    return credentials[id.index];
}
template <>
inline const Document& Catalogue::operator[](DocumentId id) const {
    return documents[id.index];
}
template <>
inline const Goal& Catalogue::operator[](GoalId id) const {
    return goals[id.index];
}
template <>
inline const Calendar& Catalogue::operator[](CalendarId id) const {
    return calendars[id.index];
}
template <>
inline const Step& Catalogue::operator[](StepId id) const {
    return steps[id.index];
}
template <>
inline const Event& Catalogue::operator[](EventId id) const {
    return events[id.index];
}
template <>
inline const Duty& Catalogue::operator[](DutyId id) const {
    return duties[id.index];
}
template <>
inline const Fund& Catalogue::operator[](FundId id) const {
    return funds[id.index];
}
template <>
inline const Pilot& Catalogue::operator[](PilotId id) const {
    return pilots[id.index];
}
template <>
inline const Source& Catalogue::operator[](SourceId id) const {
    return sources[id.index];
}
template <>
inline const Pack& Catalogue::operator[](PackId id) const {
    return packs[id.index];
}

}  // namespace wegwijzer::model
