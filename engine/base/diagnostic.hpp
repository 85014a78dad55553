// SPDX-License-Identifier: Apache-2.0
/// What is wrong with the user's data or question: a value, collected, never thrown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"

namespace wegwijzer {

enum class Severity { note, warning, error };

/// A further place that belongs to a diagnostic (the other half of a contradiction, a step of a
/// circle).
struct DiagnosticNote {
    std::string message;
    SourceSpan span;
};

/// One finding. `code` is stable (a letter for the subject, three digits) and has an entry in
/// `data/diagnostics.toml`. `message` is one sentence, lower case, no full stop; foreign text in it
/// has passed `quoted` (base/text.hpp).
struct Diagnostic {
    Severity severity = Severity::error;
    std::string_view code;  ///< points at a string literal
    std::string message;
    SourceSpan span;
    std::vector<DiagnosticNote> notes;
    std::vector<std::string> hints;
};

/// Findings in the order they were made.
class [[nodiscard]] Diagnostics {
public:
    Diagnostic& error(std::string_view code, std::string message, SourceSpan span = {});
    Diagnostic& warning(std::string_view code, std::string message, SourceSpan span = {});
    void add(Diagnostic diagnostic);
    void append(Diagnostics other);
    /// Orders by text, line and column, keeping the order of equals.
    void sort_by_place();

    [[nodiscard]] bool has_errors() const;
    [[nodiscard]] bool empty() const { return found_.empty(); }
    [[nodiscard]] std::size_t size() const { return found_.size(); }
    [[nodiscard]] auto begin() const { return found_.begin(); }
    [[nodiscard]] auto end() const { return found_.end(); }

private:
    std::vector<Diagnostic> found_;
};

}  // namespace wegwijzer
