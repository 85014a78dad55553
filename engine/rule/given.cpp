// SPDX-License-Identifier: Apache-2.0
#include "rule/given.hpp"

#include <string>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "rule/types.hpp"

namespace wegwijzer::rule::detail {
namespace {

using model::Node;
using model::Op;
using model::TypeKind;

class GivenCheck {
public:
    GivenCheck(const model::Expression& expression, const model::Catalogue& catalogue,
               Diagnostics& found)
        : expression_(expression), catalogue_(catalogue), found_(found) {}

    /// A need: given facts are held, reached or true, joined by and, or, n of.
    void check_need(const Node& node) {
        if (!node.is_given) return;
        switch (node.op) {
            case Op::conjunction:
            case Op::disjunction:
            case Op::at_least:
                for (std::uint32_t k = 0; k < node.child_count; ++k) {
                    check_need(expression_.child(node, k));
                }
                return;
            case Op::credential:
                return;
            case Op::attribute:
                if (node.type.kind != TypeKind::boolean) refuse(node);
                return;
            case Op::greater_equal:
                if (!is_level_reached(node)) refuse(node);
                return;
            default:
                refuse(node);
        }
    }

    void check_outside(const Node& node) {
        if (!node.is_given) return;
        if (node.op == Op::credential || node.op == Op::attribute) {
            const std::string name = name_of(node);
            found_
                .error(
                    "R008",
                    quoted(name) + " can be given by a step, and only outside facts may stand here",
                    node.span)
                .hints = {hint_told(name)};
            return;
        }
        for (std::uint32_t k = 0; k < node.child_count; ++k) {
            check_outside(expression_.child(node, k));
        }
    }

private:
    [[nodiscard]] bool is_level_reached(const Node& node) const {
        const Node& left = expression_.child(node, 0);
        return left.op == Op::attribute && left.type.kind == TypeKind::level &&
               expression_.child(node, 1).op == Op::constant;
    }

    void refuse(const Node& node) {
        const std::string name = name_of(first_given(node));
        auto& diagnostic = found_.error(
            "R007",
            what_stands(node) + " may not stand over " + quoted(name) + ", which a step can give",
            node.span);
        if (auto instead = rewritten(node)) diagnostic.hints.push_back(std::move(*instead));
        diagnostic.hints.push_back(hint_told(name));
    }

    /// What the writer probably means, where it can be said over a given fact.
    [[nodiscard]] std::optional<std::string> rewritten(const Node& node) const {
        if (node.child_count != 2) return std::nullopt;
        const Node& left = expression_.child(node, 0);
        const Node& right = expression_.child(node, 1);
        if (left.op != Op::attribute || right.op != Op::constant) return std::nullopt;
        const std::string name = name_of(left);
        if (left.type.kind == TypeKind::boolean && node.op == Op::equal &&
            right.value.number == 1) {
            return "write " + quoted(name);
        }
        if (left.type.kind != TypeKind::level) return std::nullopt;
        const auto* levels = words_of(left.type, catalogue_);
        const auto rank =
            static_cast<std::size_t>(right.value.number) + (node.op == Op::greater ? 1 : 0);
        const bool is_reachable = node.op == Op::greater || node.op == Op::equal;
        if (levels == nullptr || !is_reachable || rank >= levels->size()) return std::nullopt;
        return "write " + quoted(name + " >= " + (*levels)[rank]);
    }

    [[nodiscard]] const Node& first_given(const Node& node) const {
        const Node* at = &node;
        while (at->op != Op::credential && at->op != Op::attribute) {
            std::uint32_t k = 0;
            while (!expression_.child(*at, k).is_given) ++k;
            at = &expression_.child(*at, k);
        }
        return *at;
    }

    [[nodiscard]] const std::string& name_of(const Node& node) const {
        return node.op == Op::credential ? catalogue_[model::CredentialId{node.id}].id
                                         : catalogue_[model::AttributeId{node.id}].id;
    }

    static std::string hint_told(const std::string& name) {
        return "told(" + shown(name) + ") is what the profile says, whatever steps give";
    }

    static std::string what_stands(const Node& node) {
        switch (node.op) {
            case Op::negation:
                return "'not'";
            case Op::equal:
                return "'='";
            case Op::unequal:
                return "'!='";
            case Op::less:
                return "'<'";
            case Op::less_equal:
                return "'<='";
            case Op::greater:
                return "'>'";
            case Op::greater_equal:
                return "'>=' with anything but a level by its word";
            case Op::in_list:
            case Op::in_group:
                return "'in'";
            case Op::lookup:
                return "'lookup'";
            case Op::call:
                return "a plugin's function";
            case Op::plus:
            case Op::minus:
                return "a sum";
            default:
                return "a bare value";
        }
    }

    const model::Expression& expression_;
    const model::Catalogue& catalogue_;
    Diagnostics& found_;
};

}  // namespace

void check_given(const model::Expression& expression, Use use, const model::Catalogue& catalogue,
                 Diagnostics& found) {
    GivenCheck check(expression, catalogue, found);
    if (use == Use::outside) {
        check.check_outside(expression.root());
    } else {
        check.check_need(expression.root());
    }
}

}  // namespace wegwijzer::rule::detail
