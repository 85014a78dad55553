// SPDX-License-Identifier: Apache-2.0
/// What an expression says about a person on a day, in three values.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/day_set.hpp"
#include "model/catalogue.hpp"
#include "model/explanation.hpp"
#include "model/expression.hpp"

namespace wegwijzer::rule {

/// What is known of a person, asked by the evaluator. Derived attributes are not asked: the
/// evaluator works out their `is`.
class Facts {
public:
    virtual ~Facts() = default;
    /// The value on a day. For a given attribute: with what steps gave until then.
    [[nodiscard]] virtual model::Value value(model::AttributeId attribute, Date on) const = 0;
    /// The value as the profile gives it.
    [[nodiscard]] virtual model::Value told(model::AttributeId attribute, Date on) const = 0;
    /// Whether a credential is in force on a day, at most `younger` old where that is asked.
    [[nodiscard]] virtual model::Truth held(model::CredentialId credential, Date on,
                                            std::optional<Term> younger) const = 0;
    [[nodiscard]] virtual model::Truth told_held(model::CredentialId credential, Date on) const = 0;
    /// Days inside `window` on which `value` or `told` of an outside attribute, or `told` of a
    /// given one, may differ from the day before, sorted.
    [[nodiscard]] virtual std::vector<Date> changes(model::AttributeId attribute,
                                                    DayInterval window) const = 0;
    /// The same for `told_held`; none: nobody knows, and each day is looked at.
    [[nodiscard]] virtual std::optional<std::vector<Date>> told_held_changes(
        model::CredentialId credential, DayInterval window) const;
    /// A plugin's function; unknown while the plugin is missing.
    [[nodiscard]] virtual model::Value call(model::FunctionId function,
                                            std::span<const model::Value> arguments) const = 0;
};

/// Evaluates a boolean expression (an empty one is true) on a day. `younger` applies to every
/// credential in it.
/// @source  Kleene (1952): strong three-valued logic
[[nodiscard]] model::Truth evaluate(const model::Expression& expression, const Facts& facts,
                                    const model::Catalogue& catalogue, Date on,
                                    std::optional<Term> younger = {});
/// One node of an expression, of any type.
[[nodiscard]] model::Value evaluate_node(const model::Expression& expression,
                                         const model::Node& node, const Facts& facts,
                                         const model::Catalogue& catalogue, Date on,
                                         std::optional<Term> younger = {});

/// The days of `window` on which an outside expression (or one boolean node of it) is true, and
/// those on which it is unknown. Exact; costs a few evaluations per day on which an answer changes,
/// not one per day, except where `on` stands inside a lookup or a call or on both sides of a
/// comparison (`on - 1 month < on - 30 days`), and for told(credential) without
/// `told_held_changes`. Beyond the valid dates things stay as on the first and the last one.
struct TruthDays {
    DaySet yes, unknown;
};
[[nodiscard]] TruthDays truth_days(const model::Expression& expression, const model::Node& node,
                                   const Facts& facts, const model::Catalogue& catalogue,
                                   DayInterval window);
[[nodiscard]] TruthDays truth_days(const model::Expression& expression, const Facts& facts,
                                   const model::Catalogue& catalogue, DayInterval window);

/// Why it came out so: a tree of the same shape as the expression (chains of and/or flattened); a
/// derived boolean attribute has its own reasons as its one part. All texts are in the expression
/// language: `has` is a value, "true", "false" or "unknown"; `satisfies` goes after what was asked
/// (">= B2", "in EEA") or is a name to be true or held. Both are empty where the parts tell.
[[nodiscard]] model::Explanation explain(const model::Expression& expression, const Facts& facts,
                                         const model::Catalogue& catalogue, Date on,
                                         std::optional<Term> younger = {});

/// The attributes that the expression asks, also inside derived ones, sorted, each once. Derived
/// ones themselves are not among them: nobody is asked for those.
[[nodiscard]] std::vector<model::AttributeId> asked_attributes(const model::Expression& expression,
                                                               const model::Catalogue& catalogue);

}  // namespace wegwijzer::rule
