// SPDX-License-Identifier: Apache-2.0
#include "model/profile.hpp"

#include <algorithm>

namespace wegwijzer::model {

const Answer* Profile::find(AttributeId attribute) const {
    const auto at =
        std::lower_bound(answers.begin(), answers.end(), attribute,
                         [](const Answer& a, AttributeId id) { return a.attribute < id; });
    return at != answers.end() && at->attribute == attribute ? &*at : nullptr;
}

}  // namespace wegwijzer::model
