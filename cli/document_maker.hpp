// SPDX-License-Identifier: Apache-2.0
/// From a person and a question to the bytes of a document.
#pragma once

#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "cli/command.hpp"
#include "cli/person_question.hpp"
#include "document/document_view.hpp"
#include "model/profile.hpp"

namespace wegwijzer::cli {

/// How documents are wanted.
struct DocumentOrder {
    std::vector<const document::Language*> languages;  ///< at least one
    document::Audience audience = document::Audience::client;
    bool is_anonymous = false;
    std::string format;
    Date made;
};

struct MadeDocument {
    std::string bytes;
    bool is_no = false;  ///< it tells that the goal cannot be reached
};

/// May be asked by several threads at once; what comes out does not depend on the others.
/// @errors  what is missing to print a PDF
[[nodiscard]] Result<MadeDocument, UsageMistake> make_document(const PersonQuestion& asked,
                                                               const model::Profile& profile,
                                                               const DocumentOrder& order,
                                                               Surroundings& here);

}  // namespace wegwijzer::cli
