// SPDX-License-Identifier: Apache-2.0
/// A value or the reason why there is none; member names follow std::expected (C++23).
#pragma once

#include <cassert>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/diagnostic.hpp"

namespace wegwijzer {

template <class E>
struct Unexpected {
    E error;
};
template <class E>
Unexpected(E) -> Unexpected<E>;

/// Holds a `T`, or an `E` (by default every diagnostic found, at least one an error).
template <class T, class E = Diagnostics>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Unexpected<E> unexpected)
        : state_(std::in_place_index<1>, std::move(unexpected.error)) {}

    [[nodiscard]] bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    [[nodiscard]] T& value() & {
        assert(has_value() && "a Result is asked for its value before it was checked");
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] const T& value() const& {
        assert(has_value() && "a Result is asked for its value before it was checked");
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& value() && { return std::move(value()); }

    [[nodiscard]] E& error() & {
        assert(!has_value() && "a Result that holds a value is asked for its error");
        return *std::get_if<1>(&state_);
    }
    [[nodiscard]] const E& error() const& {
        assert(!has_value() && "a Result that holds a value is asked for its error");
        return *std::get_if<1>(&state_);
    }
    [[nodiscard]] E&& error() && { return std::move(error()); }

    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    template <class U>
    [[nodiscard]] T value_or(U&& fallback) const& {
        return has_value() ? value() : static_cast<T>(std::forward<U>(fallback));
    }

    /// Applies `f` (T → Result<U, E>) to the value; an error passes through.
    template <class F>
    auto and_then(F&& f) && -> std::invoke_result_t<F, T&&> {
        if (has_value()) return std::forward<F>(f)(std::move(*this).value());
        return Unexpected<E>{std::move(*this).error()};
    }
    /// Applies `f` (T → U) to the value; an error passes through.
    template <class F>
    auto transform(F&& f) && -> Result<std::invoke_result_t<F, T&&>, E> {
        if (has_value()) return std::forward<F>(f)(std::move(*this).value());
        return Unexpected<E>{std::move(*this).error()};
    }

private:
    std::variant<T, E> state_;
};

}  // namespace wegwijzer
