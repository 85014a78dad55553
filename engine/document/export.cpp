// SPDX-License-Identifier: Apache-2.0
#include "document/export.hpp"

namespace wegwijzer::document {

std::string render_export(const Exported& exported, std::string_view format) {
    if (format == "ctdl") return render_export_ctdl(exported);
    if (format == "elm") return render_export_elm(exported);
    if (format == "cpsv-ap") return render_export_cpsv(exported);
    return render_export_schemaorg(exported);
}

}  // namespace wegwijzer::document
