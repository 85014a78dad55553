// SPDX-License-Identifier: Apache-2.0
#include "document/markup.hpp"

namespace wegwijzer::document {
namespace {

struct StringWriter : pugi::xml_writer {
    std::string text;
    void write(const void* data, std::size_t size) override {
        text.append(static_cast<const char*>(data), size);
    }
};

}  // namespace

pugi::xml_node add_element(pugi::xml_node parent, const char* name, Attributes attributes) {
    pugi::xml_node node = parent.append_child(name);
    for (const auto& [key, value] : attributes) node.append_attribute(key).set_value(value.c_str());
    return node;
}

pugi::xml_node add_text_element(pugi::xml_node parent, const char* name, std::string_view text,
                                Attributes attributes) {
    pugi::xml_node node = add_element(parent, name, attributes);
    node.append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
    return node;
}

std::string printed(const pugi::xml_document& tree, bool is_document) {
    StringWriter out;
    const unsigned flags =
        is_document ? pugi::format_indent : pugi::format_raw | pugi::format_no_declaration;
    tree.save(out, "  ", flags, pugi::encoding_utf8);
    return std::move(out.text);
}

}  // namespace wegwijzer::document
