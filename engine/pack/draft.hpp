// SPDX-License-Identifier: Apache-2.0
/// A catalogue while it is being filled: what every reader of pack contents needs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/catalogue.hpp"
#include "pack/entries.hpp"
#include "pack/node.hpp"
#include "pack/value_reader.hpp"
#include "rule/compile.hpp"
#include "rule/names.hpp"

namespace wegwijzer::pack {

/// Holds the catalogue, the entries declared, and where findings go. Readers set `pack` to the pack
/// whose contents they read; only names of that pack and of those it uses may be mentioned.
class Draft {
public:
    Draft(model::Catalogue& filled, Diagnostics& findings)
        : catalogue(filled), found(findings), reading{&findings, pack_manner} {}

    model::Catalogue& catalogue;
    Diagnostics& found;
    Reading reading;
    Entries entries;
    std::optional<rule::Names>
        names;  ///< made once everything is declared, functions of plugins too
    std::vector<std::vector<bool>>
        mentions;  ///< mentions[a][b]: pack a may mention names of pack b
    std::vector<std::string> packs_elsewhere;  ///< packs that could be found but are not read
    model::PackId pack;
    std::vector<model::PackId> lenders;  ///< packs whose keys the step that is read has taken over

    Diagnostic& error(std::string_view code, std::string message, SourceSpan span) {
        return found.error(code, std::move(message), span);
    }

    /// The thing that a string names; none, and told, where there is no such thing or the pack may
    /// not mention it.
    /// @errors  P014 unknown; P015 of a pack that is not used
    template <class IdType>
    IdType refer(const Node& node) {
        const auto index = refer_to(KindOf<IdType>::kind, node, node.string, Mention::used);
        return index ? IdType{*index} : IdType{};
    }
    /// The same for `pays`, `change` and notes: they may also name what belongs to a pack that uses
    /// this one. What belongs to a pack that is not read is passed over in silence.
    template <class IdType>
    IdType refer_outwards(const Node& node, std::string_view id) {
        const auto index = refer_to(KindOf<IdType>::kind, node, id, Mention::used_or_user);
        return index ? IdType{*index} : IdType{};
    }
    /// Whether `id` can only belong to a pack that exists but is not read.
    [[nodiscard]] bool is_elsewhere(std::string_view id) const;
    /// P014 for an id that no `kind` has, with the nearest one.
    void tell_unknown(EntryKind kind, std::string_view id, SourceSpan span);

    /// The source under `source`, or none.
    model::SourceId source(TableView& view);
    /// A text that must be there in Dutch and English if it is there at all.
    /// @errors  P023 a language is missing
    model::Text text(TableView& view, std::string_view key, Presence presence = Presence::optional);
    /// A string for people or machines, such as a name or an address; empty where it is left out.
    std::string string(TableView& view, std::string_view key,
                       Presence presence = Presence::optional);

    /// Compiles a string node.
    /// @errors  R…; P015
    model::Expression expression(const Node& node, const model::Type& expected, rule::Use use);
    /// The condition under `key`, empty where it is left out.
    model::Expression condition(TableView& view, std::string_view key, rule::Use use,
                                Presence presence = Presence::optional);
    /// `in_force = { from, until }`.
    /// @errors  P025 ends before it begins
    model::Window window(TableView& view, std::string_view key);

    /// The string read as a term, a duration, …; none, and told, where it is something else.
    /// @errors  P020
    std::optional<Term> term(const Node& node);
    std::optional<Duration> duration(const Node& node);
    std::optional<Money> money(const Node& node);

private:
    enum class Mention { used, used_or_user };
    std::optional<std::uint32_t> refer_to(EntryKind kind, const Node& node, std::string_view id,
                                          Mention mention);
    [[nodiscard]] bool may_mention(model::PackId other, Mention mention) const;
    void tell_unused_pack(std::string_view id, model::PackId other, SourceSpan span);
    void check_mentions(const model::Expression& expression);
    void check_plugin(const model::Function& function, SourceSpan span);
};

inline constexpr model::Type boolean_type{};

}  // namespace wegwijzer::pack
