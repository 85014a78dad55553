// SPDX-License-Identifier: Apache-2.0
#include "pack/check_figure.hpp"

#include <cstddef>

#include "pack/message.hpp"

namespace wegwijzer::pack {

void check_case_shapes(Draft& draft, const std::vector<CaseShape>& shapes, std::string_view what) {
    bool is_served = false;  // some case of this `from` serves everybody
    const CaseShape* end = nullptr;
    for (std::size_t k = 0; k < shapes.size(); ++k) {
        const CaseShape& shape = shapes[k];
        const bool is_new_day = k == 0 || shape.from != shapes[k - 1].from;
        if (k > 0 && shape.from < shapes[k - 1].from)
            draft.error("P031", say("the dates of {} are not in order", what), shape.span)
                .hints.emplace_back("the oldest `from` comes first");
        if (is_new_day) is_served = false;
        if (is_served)
            draft
                .error("P034", "this entry never counts, one above it serves everybody", shape.span)
                .hints.emplace_back("put entries with `when` first");
        if (end != nullptr)
            draft.error("P032", say("{} goes on after it ended", what), shape.span)
                .notes.push_back({"it ends here", end->span});
        if (!shape.has_condition) is_served = true;
        if (shape.is_end && !shape.has_condition) end = &shape;
        const bool is_last_of_first = shape.from == shapes.front().from &&
                                      (k + 1 == shapes.size() || shapes[k + 1].from != shape.from);
        if (is_last_of_first && !is_served)
            draft.error("P033", say("{} has no entry for everybody else", what), shape.span)
                .hints.emplace_back("the last entry has no `when`");
    }
}

}  // namespace wegwijzer::pack
