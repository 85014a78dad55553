// SPDX-License-Identifier: Apache-2.0
#include "rule/day_scan.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "rule/evaluator.hpp"

namespace wegwijzer::rule::detail {
namespace {

using model::Node;
using model::Op;
using model::TypeKind;

Drift reversed(Drift drift) {
    if (drift == Drift::up) return Drift::down;
    return drift == Drift::down ? Drift::up : drift;
}

Drift joined(Drift a, Drift b) {
    if (a == Drift::none || a == b) return b;
    return b == Drift::none ? a : Drift::mixed;
}

class Scanner {
public:
    Scanner(const Facts& facts, const model::Catalogue& catalogue, DayInterval window)
        : facts_(facts), catalogue_(catalogue), window_(window) {
        for (auto& seen : is_seen_) seen.assign(catalogue.attributes.size(), false);
    }

    DayScan run(const model::Expression& expression, const Node& node) {
        scan(expression, node);
        std::sort(found_.changes.begin(), found_.changes.end());
        found_.changes.erase(std::unique(found_.changes.begin(), found_.changes.end()),
                             found_.changes.end());
        return std::move(found_);
    }

private:
    void scan(const model::Expression& expression, const Node& node) {
        switch (node.op) {
            case Op::attribute:
            case Op::told:
                return scan_attribute(node);
            case Op::credential:
            case Op::told_held:
                return scan_credential(node);
            case Op::in_group:
                scan_group(node);
                break;
            case Op::lookup:
            case Op::call:
                if (drift_of(expression, node) != Drift::none) found_.needs_every_day = true;
                break;
            case Op::equal:
            case Op::unequal:
            case Op::less:
            case Op::less_equal:
            case Op::greater:
            case Op::greater_equal:
            case Op::in_list:
                scan_comparison(expression, node);
                break;
            default:
                break;
        }
        for (std::uint32_t k = 0; k < node.child_count; ++k)
            scan(expression, expression.child(node, k));
    }

    void scan_attribute(const Node& node) {
        const bool is_told = is_told_ || node.op == Op::told;
        auto& is_seen = is_seen_[is_told ? 1 : 0];
        if (is_seen[node.id]) return;
        is_seen[node.id] = true;
        const model::AttributeId id{node.id};
        const model::Attribute& attribute = catalogue_[id];
        if (attribute.is_derived()) {
            const bool was_told = std::exchange(is_told_, is_told);
            scan(attribute.is, attribute.is.root());
            is_told_ = was_told;
            return;
        }
        // What steps give is no matter of the calendar: the caller of an outside expression has
        // none.
        if (attribute.is_given && !is_told) found_.needs_every_day = true;
        for (const Date day : facts_.changes(id, window_)) add_change(day);
    }

    void scan_credential(const Node& node) {
        const bool is_told = is_told_ || node.op == Op::told_held;
        const auto days = is_told ? facts_.told_held_changes(model::CredentialId{node.id}, window_)
                                  : std::nullopt;
        if (!days) {
            found_.needs_every_day = true;
            return;
        }
        for (const Date day : *days) add_change(day);
    }

    void scan_group(const Node& node) {
        for (const auto& member : catalogue_[model::GroupId{node.id}].members) {
            add_change(member.in_force.from);
            add_change(member.in_force.until);
        }
    }

    void add_change(Date day) {
        if (window_.from < day && day < window_.until) found_.changes.push_back(day);
    }

    void scan_comparison(const model::Expression& expression, const Node& node) {
        const Node& left = expression.child(node, 0);
        // Two booleans compare as their own parts come out.
        if (left.type.kind == TypeKind::boolean) return;
        const Drift left_drift = drift_of(expression, left);
        for (std::uint32_t k = 1; k < node.child_count; ++k) {
            const Node& right = expression.child(node, k);
            const Drift drift = joined(left_drift, reversed(drift_of(expression, right)));
            if (drift == Drift::none) continue;
            if (drift == Drift::mixed) {
                found_.needs_every_day = true;
            } else {
                found_.pairs.push_back({&expression, &left, &right, drift == Drift::up, is_told_});
            }
        }
    }

    Drift drift_of(const model::Expression& expression, const Node& node) {
        if (node.op == Op::on) return Drift::up;
        if (node.op == Op::attribute || node.op == Op::told) return drift_of_attribute(node);
        Drift drift = Drift::none;
        for (std::uint32_t k = 0; k < node.child_count; ++k) {
            const Drift child = drift_of(expression, expression.child(node, k));
            drift = joined(drift, node.op == Op::minus && k == 1 ? reversed(child) : child);
        }
        const bool is_sum = node.op == Op::plus || node.op == Op::minus;
        return drift == Drift::none || is_sum ? drift : Drift::mixed;
    }

    Drift drift_of_attribute(const Node& node) {
        const model::Attribute& attribute = catalogue_[model::AttributeId{node.id}];
        if (!attribute.is_derived()) return Drift::none;
        for (const auto& [id, drift] : known_drifts_) {
            if (id == node.id) return drift;
        }
        if (derivation_ >= Evaluator::max_derivation) return Drift::mixed;
        ++derivation_;
        const Drift drift = drift_of(attribute.is, attribute.is.root());
        --derivation_;
        known_drifts_.emplace_back(node.id, drift);
        return drift;
    }

    const Facts& facts_;
    const model::Catalogue& catalogue_;
    DayInterval window_;
    DayScan found_;
    bool is_told_ = false;
    int derivation_ = 0;
    std::array<std::vector<bool>, 2> is_seen_;  // as given until then, and as told
    std::vector<std::pair<std::uint32_t, Drift>> known_drifts_;
};

}  // namespace

DayScan scan_days(const model::Expression& expression, const Node& node, const Facts& facts,
                  const model::Catalogue& catalogue, DayInterval window) {
    return Scanner(facts, catalogue, window).run(expression, node);
}

}  // namespace wegwijzer::rule::detail
