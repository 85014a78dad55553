// SPDX-License-Identifier: Apache-2.0
/// Foreign XML: no document type, no entities, nothing from the network or the disk.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"

namespace wegwijzer::pack {

/// An element. Its document must outlive it.
class XmlElement {
public:
    explicit XmlElement(void* node) : node_(node) {}

    /// Without its namespace's prefix.
    [[nodiscard]] std::string_view name() const;
    /// The child elements of this name, or all of them for an empty one.
    [[nodiscard]] std::vector<XmlElement> children(std::string_view name = {}) const;
    /// Those that a path of names leads to: "PersonName/GivenName".
    [[nodiscard]] std::vector<XmlElement> at(std::string_view path) const;
    /// Its own text without blanks around it, and without that of elements inside.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string attribute(std::string_view name) const;
    [[nodiscard]] bool has_attributes() const;

    /// Remembers that somebody has made something of it.
    void take() const;
    [[nodiscard]] bool is_taken() const;

private:
    void* node_;
};

/// A document that was read. Gone with the value.
class XmlDocument {
public:
    explicit XmlDocument(std::shared_ptr<void> document) : document_(std::move(document)) {}
    [[nodiscard]] XmlElement root() const;

private:
    std::shared_ptr<void> document_;
};

/// Reads the admitted text number `text`.
/// @errors  G014 a document type or entity; G015 a tag that is too long; F040 no well-formed XML
[[nodiscard]] Result<XmlDocument> read_xml(const SourceMap& sources, std::uint32_t text);

}  // namespace wegwijzer::pack
