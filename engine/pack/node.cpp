// SPDX-License-Identifier: Apache-2.0
#include "pack/node.hpp"

#include <algorithm>

namespace wegwijzer::pack {

const Node* Node::find(std::string_view key) const {
    if (kind != Kind::table) return nullptr;
    const auto at = std::find_if(children.begin(), children.end(),
                                 [key](const Node& child) { return child.name == key; });
    return at != children.end() ? &*at : nullptr;
}

SourceSpan Node::inside() const {
    if (kind != Kind::string || !is_verbatim) return span;
    SourceSpan first = span;
    first.column += quotes;
    const std::uint32_t both = std::uint32_t{2} * quotes;
    first.length = span.length > both ? span.length - both : 1;
    return first;
}

std::string_view name_of(Node::Kind kind) {
    switch (kind) {
        case Node::Kind::string:
            return "a string";
        case Node::Kind::integer:
            return "a whole number";
        case Node::Kind::floating:
            return "a number with a decimal point";
        case Node::Kind::boolean:
            return "true or false";
        case Node::Kind::date:
            return "a date";
        case Node::Kind::other:
            return "another kind of value";
        case Node::Kind::array:
            return "a list";
        case Node::Kind::table:
            return "a table";
    }
    return {};
}

}  // namespace wegwijzer::pack
