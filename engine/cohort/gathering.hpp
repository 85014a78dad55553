// SPDX-License-Identifier: Apache-2.0
/// Counts people by signature and group while they are read, on any number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cohort/signature.hpp"
#include "model/catalogue.hpp"
#include "model/cohort.hpp"

namespace wegwijzer::cohort {

/// People who share a signature and a group.
struct Share {
    std::uint32_t signature = 0;
    std::uint32_t group = 0;
    std::uint64_t people = 0;
};

/// Of one block: how many rows it has, and which row of it has which share.
struct KeptRows {
    std::uint32_t read = 0;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> shares;
};

/// A cohort as far as it matters. The same for any order of reading.
struct Population {
    std::vector<model::Profile> signatures;        ///< one person of each, by signature
    std::vector<std::vector<std::string>> groups;  ///< of each a label by dimension; sorted
    std::vector<Share> shares;                     ///< sorted by signature, then group
    std::uint64_t people = 0;
    std::uint64_t read = 0;                  ///< rows; those that are no people here were refused
    std::map<std::uint64_t, KeptRows> rows;  ///< by block; empty unless asked for
};

/// Where the gatherers of all threads meet.
class Gathering {
public:
    /// Numbers in the order of coming, for `finish` to put right.
    [[nodiscard]] std::uint32_t number_of(std::string signature, const model::Profile& profile,
                                          const std::vector<std::string>& group);
    void add(const std::vector<std::uint64_t>& people, std::uint64_t read);
    void keep_rows(std::uint64_t block, KeptRows rows);
    [[nodiscard]] std::size_t signatures() const;
    /// To be called once, when all have added what they have.
    [[nodiscard]] Population finish();

private:
    struct Known {
        std::uint32_t number = 0;
        model::Profile profile;
    };
    mutable std::mutex mutex_;
    std::unordered_map<std::string, Known> signatures_;
    std::map<std::vector<std::string>, std::uint32_t> groups_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> shares_;
    std::vector<std::uint64_t> people_;  // by share
    std::uint64_t read_ = 0;
    std::map<std::uint64_t, KeptRows> rows_;
};

/// What people are grouped by: an attribute, or a column that no pack knows.
struct Dimension {
    std::string name;
    model::AttributeId attribute;
    std::optional<std::size_t> column;  ///< of a table with columns
};

struct GatherWish {
    SignatureWish signature;
    std::vector<Dimension> by;
    bool keep_rows = false;
};

/// Belongs to one thread.
class Gatherer {
public:
    using Cell = std::function<const model::CohortCell&(std::size_t column, std::uint32_t number)>;

    /// The arguments must outlive it. @param columns  none for people who come as profiles
    Gatherer(Gathering& gathering, const model::Catalogue& catalogue, const Asked& asked,
             const route::Call& call, const std::vector<model::CohortColumn>& columns,
             const GatherWish& wish);

    /// @param cell  what a number in `rows` means
    void add(std::uint64_t block, const model::CohortRows& rows, const Cell& cell);
    /// Numbers of cells mean something else from now on.
    void forget();
    /// Hands over the counts. Nothing may be added afterwards.
    void finish();

private:
    /// Rows of numbers seen before, with their share, by open addressing.
    class SeenRows {
    public:
        explicit SeenRows(std::size_t width) : width_(width) {}
        [[nodiscard]] std::uint32_t* find(const std::uint32_t* row);  ///< null: not seen
        void insert(const std::uint32_t* row, std::uint32_t share);
        void clear();
        [[nodiscard]] std::size_t size() const { return shares_.size(); }

    private:
        [[nodiscard]] std::size_t slot_of(const std::uint32_t* row) const;
        void grow();
        std::size_t width_;
        std::vector<std::uint32_t> slots_, rows_, shares_;
        std::vector<std::uint64_t> hashes_;
    };

    void choose_columns();
    [[nodiscard]] std::uint32_t share_of(const std::uint32_t* row, const Cell& cell);
    [[nodiscard]] std::uint32_t share_of(const model::Profile& profile);
    [[nodiscard]] model::Profile profile_of(const std::uint32_t* row, const Cell& cell) const;
    [[nodiscard]] std::string label_of(const Dimension& dimension,
                                       const model::Profile& profile) const;

    Gathering& gathering_;
    const model::Catalogue& catalogue_;
    const Asked& asked_;
    const std::vector<model::CohortColumn>& columns_;
    GatherWish wish_;
    SignatureMaker maker_;
    std::vector<std::size_t> chosen_;  // columns that matter
    std::vector<std::uint32_t> picked_;
    SeenRows seen_{0};
    std::vector<std::uint64_t> people_;  // by share
    std::uint64_t read_ = 0;
};

}  // namespace wegwijzer::cohort
