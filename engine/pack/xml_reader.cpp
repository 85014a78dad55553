// SPDX-License-Identifier: Apache-2.0
#include "pack/xml_reader.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <limits>
#include <mutex>
#include <optional>
#include <utility>

#include "pack/limits.hpp"
#include "pack/message.hpp"
#include "pack/shape.hpp"

namespace wegwijzer::pack {
namespace {

::xmlNode* as_node(void* node) { return static_cast<::xmlNode*>(node); }

std::string_view view(const ::xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

struct Fault {
    std::string_view code;
    std::string message;
    std::size_t offset = 0;
};

/// Where the tag that begins at `at` ends: behind a '>' that stands in no value.
std::size_t tag_end(std::string_view text, std::size_t at) {
    char quote = '\0';
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            break;
        }
    }
    return at;
}

/// What the parser must not even see: it expands nested entities for minutes, and the attributes of
/// one element cost quadratic time.
std::optional<Fault> forbidden(std::string_view text) {
    for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at)) {
        const std::string_view rest = text.substr(at);
        const auto skip = [&](std::string_view end) { at = text.find(end, at); };
        if (rest.starts_with("<!--")) {
            skip("-->");
        } else if (rest.starts_with("<![CDATA[")) {
            skip("]]>");
        } else if (rest.starts_with("<?")) {
            skip("?>");
        } else if (rest.starts_with("<!")) {
            return Fault{"G014", "XML with a document type or entities is not read", at};
        } else {
            const std::size_t end = tag_end(text, at);
            if (end - at > limits::xml_tag_bytes)
                return Fault{"G015", say("a tag of more than {} bytes", limits::xml_tag_bytes), at};
            at = end;
        }
    }
    return std::nullopt;
}

::xmlParserInput* no_outside(const char*, const char*, ::xmlParserCtxt*) { return nullptr; }

void prepare_library() {
    static std::once_flag once;
    std::call_once(once, [] {
        ::xmlInitParser();
        ::xmlSetExternalEntityLoader(no_outside);
    });
}

}  // namespace

std::string_view XmlElement::name() const { return view(as_node(node_)->name); }

std::vector<XmlElement> XmlElement::children(std::string_view name) const {
    std::vector<XmlElement> found;
    for (::xmlNode* one = as_node(node_)->children; one != nullptr; one = one->next)
        if (one->type == XML_ELEMENT_NODE && (name.empty() || view(one->name) == name))
            found.emplace_back(one);
    return found;
}

std::vector<XmlElement> XmlElement::at(std::string_view path) const {
    const std::size_t slash = std::min(path.find('/'), path.size());
    std::vector<XmlElement> found = children(path.substr(0, slash));
    if (slash == path.size()) return found;
    std::vector<XmlElement> deeper;
    for (const XmlElement& one : found)
        for (XmlElement& inner : one.at(path.substr(slash + 1))) deeper.push_back(inner);
    return deeper;
}

std::string XmlElement::text() const {
    std::string text;
    for (::xmlNode* one = as_node(node_)->children; one != nullptr; one = one->next)
        if (one->type == XML_TEXT_NODE || one->type == XML_CDATA_SECTION_NODE)
            text += view(one->content);
    return std::string(trimmed(text));
}

std::string XmlElement::attribute(std::string_view name) const {
    for (::xmlAttr* one = as_node(node_)->properties; one != nullptr; one = one->next)
        if (view(one->name) == name && one->children != nullptr)
            return std::string(trimmed(view(one->children->content)));
    return {};
}

bool XmlElement::has_attributes() const { return as_node(node_)->properties != nullptr; }

void XmlElement::take() const { as_node(node_)->_private = node_; }

bool XmlElement::is_taken() const { return as_node(node_)->_private != nullptr; }

XmlElement XmlDocument::root() const {
    return XmlElement(::xmlDocGetRootElement(static_cast<::xmlDoc*>(document_.get())));
}

Result<XmlDocument> read_xml(const SourceMap& sources, std::uint32_t text) {
    const std::string& bytes = sources.at(text).text;
    Diagnostics found;
    if (const auto fault = forbidden(bytes)) {
        found.error(fault->code, fault->message, place_of(bytes, fault->offset, text));
        return Unexpected{std::move(found)};
    }
    prepare_library();
    const std::unique_ptr<::xmlParserCtxt, decltype(&::xmlFreeParserCtxt)> parser(
        ::xmlNewParserCtxt(), &::xmlFreeParserCtxt);
    if (parser == nullptr) throw std::bad_alloc();
    // The bytes are UTF-8, whatever their first line says. No option asks for more than parsing.
    static_assert(limits::xml_bytes < std::numeric_limits<int>::max());
    constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    std::shared_ptr<void> document(
        ::xmlCtxtReadMemory(parser.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr,
                            "UTF-8", options),
        [](void* doc) { ::xmlFreeDoc(static_cast<::xmlDoc*>(doc)); });
    const auto* const doc = static_cast<const ::xmlDoc*>(document.get());
    if (doc == nullptr || ::xmlDocGetRootElement(doc) == nullptr || doc->intSubset != nullptr) {
        const ::xmlError* const error = ::xmlCtxtGetLastError(parser.get());
        const bool has_line = error != nullptr && error->line > 0;
        const auto line = has_line ? static_cast<std::uint32_t>(error->line) : 1U;
        found.error("F040", "this is no well-formed XML", {text, line, 1, 1});
        return Unexpected{std::move(found)};
    }
    return XmlDocument(std::move(document));
}

}  // namespace wegwijzer::pack
