// SPDX-License-Identifier: Apache-2.0
#include "model/audit.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace wegwijzer::model {
namespace {

Footing footing_of(const Source::Kind kind) {
    return kind == Source::Kind::official    ? Footing::official
           : kind == Source::Kind::secondary ? Footing::secondary
                                             : Footing::estimate;
}

AuditedFigure judged(const Catalogue& catalogue, StatedFigure figure, Date on) {
    AuditedFigure made;
    if (!figure.source.is_none()) {
        const Source& source = catalogue[figure.source];
        made.footing = footing_of(source.kind);
        made.seen = source.seen;
        if (source.seen) made.age = on - *source.seen;
        if (source.seen && source.review)
            made.review_by = add(*source.seen, *source.review, catalogue.holidays);
        made.is_overdue = made.review_by && *made.review_by < on;
    }
    if (figure.is_unknown) made.footing = Footing::unknown;
    made.figure = std::move(figure);
    return made;
}

bool is_older(const Catalogue& catalogue, const AuditedFigure& one, Date on, Term term) {
    if (one.footing == Footing::none) return true;
    return one.seen && add(*one.seen, term, catalogue.holidays) < on;
}

std::string_view source_id(const Catalogue& catalogue, const StatedFigure& figure) {
    return figure.source.is_none() ? std::string_view{} : catalogue[figure.source].id;
}

class PackCounter {
public:
    PackCounter(const Catalogue& catalogue, PackId pack) : catalogue_(catalogue) {
        count_.pack = pack;
        count_.goals = of_pack(catalogue.goals);
        count_.steps = of_pack(catalogue.steps);
        count_.pilots = of_pack(catalogue.pilots);
        count_.funds = of_pack(catalogue.funds);
        count_.scenarios = of_pack(catalogue.scenarios);
    }

    PackAudit count(const std::vector<AuditedFigure>& figures) {
        for (const AuditedFigure& one : figures)
            if (one.figure.pack == count_.pack) add(one);
        return count_;
    }

private:
    template <class Thing>
    std::uint32_t of_pack(const std::vector<Thing>& things) const {
        return static_cast<std::uint32_t>(
            std::count_if(things.begin(), things.end(),
                          [&](const Thing& thing) { return thing.pack == count_.pack; }));
    }

    void add(const AuditedFigure& one) {
        ++count_.figures;
        switch (one.footing) {
            case Footing::official:
                ++count_.official;
                break;
            case Footing::secondary:
                ++count_.secondary;
                break;
            case Footing::estimate:
                ++count_.estimate;
                break;
            case Footing::unknown:
                ++count_.unknown;
                break;
            case Footing::none:
                ++count_.unsourced;
        }
        if (one.is_overdue) ++count_.overdue;
        if (one.seen && (!count_.oldest_seen || *one.seen < *count_.oldest_seen))
            count_.oldest_seen = one.seen;
    }

    const Catalogue& catalogue_;
    PackAudit count_;
};

}  // namespace

Audit audit(const Catalogue& catalogue, std::span<const std::string> ids, Date on,
            std::optional<Term> older_than) {
    const auto is_wanted = [&](PackId pack) {
        return !pack.is_none() &&
               std::find(ids.begin(), ids.end(), catalogue[pack].id) != ids.end();
    };
    Audit made;
    made.on = on;
    for (StatedFigure& figure : figures_of(catalogue)) {
        if (!is_wanted(figure.pack)) continue;
        AuditedFigure one = judged(catalogue, std::move(figure), on);
        if (!older_than || is_older(catalogue, one, on, *older_than))
            made.figures.push_back(std::move(one));
    }
    const auto before = [&](const AuditedFigure& a, const AuditedFigure& b) {
        const std::string_view pack_a = catalogue[a.figure.pack].id;
        const std::string_view pack_b = catalogue[b.figure.pack].id;
        if (pack_a != pack_b) return pack_a < pack_b;
        return source_id(catalogue, a.figure) < source_id(catalogue, b.figure);
    };
    std::stable_sort(made.figures.begin(), made.figures.end(), before);
    for (std::uint32_t k = 0; k < catalogue.packs.size(); ++k)
        if (is_wanted({k})) made.packs.push_back(PackCounter(catalogue, {k}).count(made.figures));
    std::sort(made.packs.begin(), made.packs.end(), [&](const PackAudit& a, const PackAudit& b) {
        return catalogue[a.pack].id < catalogue[b.pack].id;
    });
    return made;
}

}  // namespace wegwijzer::model
