// SPDX-License-Identifier: Apache-2.0
/// XML trees of our own: built with pugixml, which escapes; what goes in must be `harmless`.
#pragma once

#include <pugixml.hpp>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace wegwijzer::document {

using Attributes = std::initializer_list<std::pair<const char*, std::string>>;

/// A new last child, with attributes in the order given.
pugi::xml_node add_element(pugi::xml_node parent, const char* name, Attributes attributes = {});
/// The same with a text in it.
pugi::xml_node add_text_element(pugi::xml_node parent, const char* name, std::string_view text,
                                Attributes attributes = {});
/// @param is_document  with an XML declaration and line breaks; else on one line, to stand inside
[[nodiscard]] std::string printed(const pugi::xml_document& tree, bool is_document);

}  // namespace wegwijzer::document
