// SPDX-License-Identifier: Apache-2.0
/// Reads what people hold and want: credentials, documents, goals.
#pragma once

#include "pack/draft.hpp"
#include "pack/entries.hpp"

namespace wegwijzer::pack {

/// @errors  P014; P020; P030
void read_credential(Draft& draft, const Entry& entry, model::Credential& credential);
void read_document(Draft& draft, const Entry& entry, model::Document& document);
/// @errors  P003 no `reach`; R…; P026 not an ISCO-08 code
void read_goal(Draft& draft, const Entry& entry, model::Goal& goal);

/// Lets every credential imply what those it implies do.
/// @errors  P051 credentials that imply each other in a circle
void close_implications(Draft& draft);

}  // namespace wegwijzer::pack
