// SPDX-License-Identifier: Apache-2.0
/// First of the two passes over packs: who they are, and the id of everything in them.
#pragma once

#include <vector>

#include "pack/draft.hpp"
#include "pack/pack_files.hpp"
#include "pack/reader.hpp"

namespace wegwijzer::pack {

/// Adds packs and blank things with id, pack and place to the catalogue.
/// @errors  P001 an unknown kind of table; P003 no id; P012 a malformed or wrongly begun id; P013
/// an id twice;
///          P019 no `[pack]`, a second one, or an id that is not its folder's name
void declare(Draft& draft, const std::vector<PackFolder>& folders, Wanted wanted);

/// `moved` of every pack: old ids and what they are called now. Everything must have been declared.
/// @errors  P014 the new id is unknown; P065 the old id is still in use
void read_moved(Draft& draft, const std::vector<PackFolder>& folders);

}  // namespace wegwijzer::pack
