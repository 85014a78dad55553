// SPDX-License-Identifier: Apache-2.0
#include "cli/pdf_printer.hpp"

#include <array>
#include <cstddef>
#include <optional>

#include "cli/browser.hpp"
#include "document/json_writer.hpp"

namespace wegwijzer::cli {
namespace {

UsageMistake no_answer() {
    return {"--format pdf: Chromium does not answer",
            {"--format html gives a page that any browser prints"}};
}

/// @source RFC 4648, section 4
std::string from_base64(std::string_view text) {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<int, 256> values{};
    values.fill(-1);
    for (std::size_t k = 0; k < letters.size(); ++k)
        values[static_cast<unsigned char>(letters[k])] = static_cast<int>(k);
    std::string bytes;
    unsigned bits = 0;
    int count = 0;
    for (const char c : text) {
        const int value = values[static_cast<unsigned char>(c)];
        if (value < 0) continue;
        bits = (bits << 6U) | static_cast<unsigned>(value);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        bytes += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xffU);
    }
    return bytes;
}

/// Chromium writes the time of printing, in a fixed form, and nothing else that differs from run to
/// run. Places in the file stay where they are, so it needs no other repair.
void set_times(std::string& pdf, Date made) {
    std::string time = to_string(made);
    time.erase(7, 1).erase(4, 1);
    time += "000000+00'00'";
    for (const std::string_view name : {"/CreationDate (D:", "/ModDate (D:"}) {
        for (std::size_t at = pdf.find(name); at != std::string::npos;
             at = pdf.find(name, at + 1)) {
            const std::size_t begin = at + name.size();
            if (pdf.find(')', begin) == begin + time.size()) pdf.replace(begin, time.size(), time);
        }
    }
}

std::string page_parameters(std::string_view frame, std::string_view html) {
    document::JsonWriter json(document::JsonWriter::Layout::one_line);
    json.begin_object();
    json.field("frameId", frame);
    json.field("html", html);
    json.end_object();
    std::string text = json.take();
    text.pop_back();  // the newline
    return text;
}

}  // namespace

Result<std::string, UsageMistake> print_pdf(std::string_view html, Date made) {
    Browser browser;
    if (!browser.start())
        return Unexpected{UsageMistake{"--format pdf needs Chromium, which is not on the PATH",
                                       {"on Debian: apt install chromium",
                                        "--format html gives a page that any browser prints"}}};
    const auto target = browser.call("Target.createTarget", R"({"url":"about:blank"})");
    if (!target) return Unexpected{no_answer()};
    const auto attached = browser.call(
        "Target.attachToTarget",
        R"({"flatten":true,"targetId":")" + std::string(text_field(*target, "targetId")) + "\"}");
    if (!attached) return Unexpected{no_answer()};
    const std::string session(text_field(*attached, "sessionId"));
    const auto tree = browser.call("Page.getFrameTree", "{}", session);
    if (!tree) return Unexpected{no_answer()};
    const auto set = browser.call("Page.setDocumentContent",
                                  page_parameters(text_field(*tree, "id"), html), session);
    const auto printed =
        set ? browser.call("Page.printToPDF",
                           R"({"preferCSSPageSize":true,"printBackground":true,)"
                           R"("generateTaggedPDF":true,"generateDocumentOutline":true})",
                           session)
            : std::nullopt;
    if (!printed) return Unexpected{no_answer()};
    std::string pdf = from_base64(text_field(*printed, "data"));
    if (pdf.substr(0, 5) != "%PDF-") return Unexpected{no_answer()};
    set_times(pdf, made);
    return pdf;
}

}  // namespace wegwijzer::cli
