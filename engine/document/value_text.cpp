// SPDX-License-Identifier: Apache-2.0
#include "document/value_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace wegwijzer::document {
namespace {

using model::TypeKind;

std::string name_at(const std::vector<std::string>& names, std::int64_t index) {
    const auto at = static_cast<std::size_t>(index);
    return index >= 0 && at < names.size() ? names[at] : std::to_string(index);
}

class ValueNamer {
public:
    ValueNamer(const model::Catalogue& catalogue, const model::Attribute& attribute)
        : catalogue_(catalogue), attribute_(attribute) {}

    [[nodiscard]] std::string text(const model::Value& value) const {
        if (!value.is_known) return "unknown";
        if (attribute_.type.kind == TypeKind::duration) return to_string(value.as_term());
        if (attribute_.type.kind != TypeKind::list) return one(attribute_.type.kind, value.number);
        std::string list = "[";
        for (const std::int64_t element : value.elements) {
            if (list.size() > 1) list += ", ";
            list += one(attribute_.type.of, element);
        }
        return list + "]";
    }

private:
    [[nodiscard]] std::string one(TypeKind kind, std::int64_t number) const {
        switch (kind) {
            case TypeKind::boolean:
                return number != 0 ? "true" : "false";
            case TypeKind::level:
                return attribute_.type.scale.is_none()
                           ? std::to_string(number)
                           : name_at(catalogue_[attribute_.type.scale].levels, number);
            case TypeKind::enumeration:
                return name_at(names(), number);
            case TypeKind::money:
                return to_string(Money{number});
            case TypeKind::date:
                return to_string(model::Value::of(number).as_date());
            case TypeKind::country:
                return model::Value::of(number).as_country().to_string();
            case TypeKind::integer:
            case TypeKind::duration:
            case TypeKind::list:
                break;
        }
        return std::to_string(number);
    }

    /// The values of an enum belong to the attribute that declares them.
    [[nodiscard]] const std::vector<std::string>& names() const {
        const model::AttributeId owner = attribute_.type.enumeration;
        return attribute_.values.empty() && !owner.is_none() ? catalogue_[owner].values
                                                             : attribute_.values;
    }

    const model::Catalogue& catalogue_;
    const model::Attribute& attribute_;
};

const model::Need* find_need(const std::vector<model::Need>& needs, std::string_view id) {
    const auto at = std::find_if(needs.begin(), needs.end(),
                                 [&](const model::Need& need) { return need.id == id; });
    return at == needs.end() ? nullptr : &*at;
}

}  // namespace

std::string value_text(const model::Catalogue& catalogue, model::AttributeId id,
                       const model::Value& value) {
    return ValueNamer(catalogue, catalogue[id]).text(value);
}

std::string value_text(const model::Catalogue& catalogue, const model::Type& type,
                       const model::Value& value) {
    model::Attribute unnamed;
    unnamed.type = type;
    return ValueNamer(catalogue, unnamed).text(value);
}

std::string given_text(const model::Catalogue& catalogue, const model::Given& given) {
    if (given.kind == model::Given::Kind::credential) return catalogue[given.credential].id;
    const model::Attribute& attribute = catalogue[given.attribute];
    if (given.kind == model::Given::Kind::truth) return attribute.id;
    return attribute.id + " >= " +
           value_text(catalogue, given.attribute, model::Value::of(std::int64_t{given.rank}));
}

const model::Need* planned_need(const model::Catalogue& catalogue, const model::PlannedStep& step,
                                std::uint32_t need) {
    const std::vector<model::Need>& ordinary = catalogue[step.step].needs;
    const model::Need* found = need < ordinary.size() ? &ordinary[need] : nullptr;
    for (const model::PilotId pilot : step.pilots) {
        for (const model::PilotChange& change : catalogue[pilot].changes) {
            if (change.step != step.step) continue;
            const model::Need* changed =
                found != nullptr                     ? find_need(change.changed.needs, found->id)
                : need < change.changed.needs.size() ? &change.changed.needs[need]
                                                     : nullptr;
            if (changed == nullptr) continue;
            const bool is_touched = std::find(change.fields.begin(), change.fields.end(),
                                              "needs/" + changed->id) != change.fields.end() ||
                                    std::find(change.fields.begin(), change.fields.end(),
                                              "needs") != change.fields.end();
            if (is_touched) found = changed;
        }
    }
    return found;
}

}  // namespace wegwijzer::document
