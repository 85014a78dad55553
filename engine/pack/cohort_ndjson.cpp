// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <utility>

#include "pack/cohort_rows.hpp"
#include "pack/gate.hpp"
#include "pack/profile_reader.hpp"

namespace wegwijzer::pack {
namespace {

class NdjsonRows final : public CohortReader {
public:
    explicit NdjsonRows(const model::Catalogue& catalogue) : catalogue_(catalogue) {}

    model::CohortRows read(std::string_view block, std::vector<RefusedRow>& refused) override {
        model::CohortRows rows;
        const std::size_t kept_before = refused.size();
        while (!block.empty()) {
            const std::size_t end = block.find('\n');
            const std::string_view line = block.substr(0, end);
            const bool is_cut_off = end == std::string_view::npos;
            block.remove_prefix(is_cut_off ? block.size() : end + 1);
            const std::uint32_t row = rows.read++;
            auto wrong = is_cut_off ? cut_off() : take(line, rows);
            if (wrong.empty())
                rows.at.push_back(row);
            else if (refused.size() - kept_before < most_refusals)
                refused.push_back({row, {}, wrong.begin()->code, wrong.begin()->message});
        }
        return rows;
    }

    const model::CohortCell& cell(std::size_t, std::uint32_t) const override {
        static const model::CohortCell nothing;
        return nothing;
    }
    bool is_full() const override { return false; }
    void forget() override {}

private:
    static Diagnostics cut_off() {
        Diagnostics found;
        found.error("C003", "the last row has no end, so it may be cut off");
        return found;
    }

    /// @returns what is wrong with the line, the first thing first
    Diagnostics take(std::string_view line, model::CohortRows& rows) const {
        SourceMap texts;
        if (profile_kind(line) != Kind::profile_json) {
            Diagnostics found;
            found.error("F001", "a row is an object between { and }");
            return found;
        }
        const auto text = admit(std::string(line), "-", Kind::profile_json, texts);
        if (!text) return text.error();
        Diagnostics warnings;
        auto profile = read_profile(texts, *text, catalogue_, warnings);
        if (!profile) return profile.error();
        rows.profiles.push_back(std::move(profile).value());
        return {};
    }

    const model::Catalogue& catalogue_;
};

}  // namespace

std::unique_ptr<CohortReader> read_ndjson_rows(const model::Catalogue& catalogue) {
    return std::make_unique<NdjsonRows>(catalogue);
}

}  // namespace wegwijzer::pack
