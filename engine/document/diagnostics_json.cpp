// SPDX-License-Identifier: Apache-2.0
#include "document/diagnostics_json.hpp"

#include <algorithm>
#include <string_view>

#include "document/json_writer.hpp"

namespace wegwijzer::document {
namespace {

std::string_view word(Severity severity) {
    return severity == Severity::error     ? "error"
           : severity == Severity::warning ? "warning"
                                           : "note";
}

void write_place(JsonWriter& json, const SourceSpan& span, const SourceMap& sources) {
    const bool is_somewhere = span.is_somewhere();
    json.key("file");
    if (is_somewhere)
        json.value(sources.at(span.text).name);
    else
        json.null();
    json.field("line", is_somewhere ? span.line : 0U);
    json.field("column", is_somewhere ? span.column : 0U);
    json.field("length", is_somewhere ? span.length : 0U);
}

void write(JsonWriter& json, const Diagnostic& diagnostic, const SourceMap& sources) {
    json.begin_object();
    json.field("severity", word(diagnostic.severity));
    json.field("code", diagnostic.code);
    json.field("message", diagnostic.message);
    write_place(json, diagnostic.span, sources);
    json.key("notes");
    json.begin_array();
    for (const DiagnosticNote& note : diagnostic.notes) {
        json.begin_object();
        json.field("message", note.message);
        write_place(json, note.span, sources);
        json.end_object();
    }
    json.end_array();
    json.key("hints");
    json.begin_array();
    for (const std::string& hint : diagnostic.hints) json.value(hint);
    json.end_array();
    json.end_object();
}

}  // namespace

std::string render_diagnostics_json(const Diagnostics& diagnostics, const SourceMap& sources) {
    const auto count = [&](Severity severity) {
        return std::int64_t{std::count_if(
            diagnostics.begin(), diagnostics.end(),
            [&](const Diagnostic& diagnostic) { return diagnostic.severity == severity; })};
    };
    JsonWriter json;
    json.begin_object();
    json.field("schema", "wegwijzer/diagnostics/1");
    json.field("errors", count(Severity::error));
    json.field("warnings", count(Severity::warning));
    json.key("diagnostics");
    json.begin_array();
    for (const Diagnostic& diagnostic : diagnostics) write(json, diagnostic, sources);
    json.end_array();
    json.end_object();
    return json.take();
}

}  // namespace wegwijzer::document
