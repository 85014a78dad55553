// SPDX-License-Identifier: Apache-2.0
/// The bounds of now, how each came to be, and the way back.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "solve/literal.hpp"

namespace wegwijzer::solve {

/// Why a bound rose.
struct Reason {
    enum class Kind : std::uint8_t {
        decision,  ///< somebody tried it, or it holds whatever is decided
        clause,    ///< all other literals of clause `at` are false
        literals,  ///< the kept literals are true
        shift,     ///< as `literals`; where less is needed, the first needs as much less
    };
    Kind kind = Kind::decision;
    std::uint32_t at = 0;    ///< clause, or first of the kept literals
    std::uint32_t size = 0;  ///< number of kept literals
};

class Trail {
public:
    static constexpr std::uint32_t none = 0xffffffffU;

    /// A bound that rose.
    struct Rise {
        Literal literal;
        std::int32_t previous = 0;    ///< bound before
        std::uint32_t before = none;  ///< rise of the same side before
        std::uint32_t level = 0;      ///< decisions it rests on
        Reason reason;
    };
    /// What could not be: a literal that is false already, or (none) the reason itself.
    struct Refusal {
        std::optional<Literal> literal;
        Reason reason;
    };

    /// @returns the side that is the integer itself, in [lower, upper]
    Side add(std::int32_t lower, std::int32_t upper);
    [[nodiscard]] std::uint32_t sides() const { return static_cast<std::uint32_t>(lower_.size()); }

    [[nodiscard]] std::int32_t lower(Side side) const { return lower_[side.index]; }
    [[nodiscard]] std::int32_t upper(Side side) const { return -lower_[side.index ^ 1U]; }
    /// The bound that holds whatever is decided.
    [[nodiscard]] std::int32_t root_lower(Side side) const { return root_lower_[side.index]; }
    [[nodiscard]] bool is_fixed(Side side) const { return lower(side) == upper(side); }
    [[nodiscard]] bool is_true(Literal literal) const {
        return lower(literal.side) >= literal.value;
    }
    [[nodiscard]] bool is_false(Literal literal) const { return is_true(literal.negated()); }

    /// Makes a literal true. @returns false, and keeps a refusal, where it is false
    [[nodiscard]] bool raise(Literal literal, Reason reason);
    /// These literals are true, and cannot be. @returns false
    bool refuse(std::span<const Literal> reason);
    [[nodiscard]] const Refusal& refusal() const { return refusal_; }
    /// Keeps literals for as long as the decisions of now stand.
    [[nodiscard]] Reason keep(std::span<const Literal> reason, Reason::Kind kind);
    [[nodiscard]] std::span<const Literal> kept(const Reason& reason) const {
        return std::span(kept_).subspan(reason.at, reason.size);
    }

    [[nodiscard]] std::uint32_t level() const { return static_cast<std::uint32_t>(levels_.size()); }
    void open_level();
    void back_to(std::uint32_t level);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(rises_.size()); }
    [[nodiscard]] const Rise& operator[](std::uint32_t rise) const { return rises_[rise]; }
    /// The rise that made a true literal true; none where it holds whatever is decided.
    [[nodiscard]] std::uint32_t rise_of(Literal literal) const;

private:
    struct Level {
        std::uint32_t rises = 0, kept = 0;
    };
    std::vector<std::int32_t> lower_, root_lower_;  // by side
    std::vector<std::uint32_t> last_rise_;          // by side
    std::vector<Rise> rises_;
    std::vector<Literal> kept_;
    std::vector<Level> levels_;
    Refusal refusal_;
};

}  // namespace wegwijzer::solve
