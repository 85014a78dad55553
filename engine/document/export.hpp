// SPDX-License-Identifier: Apache-2.0
/// A goal and what leads to it, in the formats of other systems (JSON-LD). No context needs to be
/// fetched, but for CTDL, whose readers know theirs.
#pragma once

#include <string>
#include <string_view>

#include "document/linked_data.hpp"

namespace wegwijzer::document {

/// @param format  ctdl, elm, cpsv-ap or schemaorg
[[nodiscard]] std::string render_export(const Exported& exported, std::string_view format);

/// Pathway, its components with their conditions, credentials, and courses with cost and duration.
/// @source Credential Transparency Description Language, https://credreg.net/ctdl/terms
[[nodiscard]] std::string render_export_ctdl(const Exported& exported);
/// Courses and exams as learning opportunities. One without a page of its own is left out, as the
/// model asks for it.
/// @source European Learning Model 3, application profile for learning opportunities
[[nodiscard]] std::string render_export_elm(const Exported& exported);
/// Services: steps that an authority, a municipality or a body with a name carries out.
/// @source CPSV-AP 3.2.0
[[nodiscard]] std::string render_export_cpsv(const Exported& exported);
/// A programme, its courses and services.
/// @source https://schema.org
[[nodiscard]] std::string render_export_schemaorg(const Exported& exported);

}  // namespace wegwijzer::document
