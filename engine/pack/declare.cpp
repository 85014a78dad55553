// SPDX-License-Identifier: Apache-2.0
#include "pack/declare.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/text.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

constexpr std::string_view shared_pack = "common";

bool is_id(std::string_view id, bool may_have_capitals) {
    if (id.empty() || id.size() > 128) return false;
    return std::all_of(id.begin(), id.end(), [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
               c == '_' || (may_have_capitals && c >= 'A' && c <= 'Z');
    });
}

/// Sources are shared, and scenarios are nobody else's: their ids need not begin with the pack's.
bool is_free_id(EntryKind kind) { return kind == EntryKind::source || kind == EntryKind::scenario; }

class Declaration {
public:
    Declaration(Draft& draft, const std::vector<PackFolder>& folders, Wanted wanted)
        : draft_(draft), folders_(folders), wanted_(wanted) {}

    void declare() {
        for (const PackFolder& folder : folders_) add_pack(folder);
        connect_packs();
        for (std::uint32_t k = 0; k < folders_.size(); ++k) {
            draft_.pack = {k};
            for (const PackFile& file : folders_[k].files) read_file(folders_[k], file);
        }
        fill_all();
    }

private:
    void add_pack(const PackFolder& folder) {
        model::Pack pack;
        pack.id = folder.id;
        const Node* table = pack_table(folder);
        if (table == nullptr || !table->is(Node::Kind::table)) {
            const auto main =
                std::find_if(folder.files.begin(), folder.files.end(),
                             [](const PackFile& file) { return file.name == "pack.toml"; });
            if (main != folder.files.end() && main->is_read)
                draft_.error("P019", "pack.toml has no [pack]", {main->text, 1, 1, 1});
        } else {
            read_pack(*table, pack);
        }
        draft_.catalogue.packs.push_back(std::move(pack));
    }

    void read_pack(const Node& table, model::Pack& pack) {
        pack.span = table.span;
        TableView view(table, "a pack", draft_.reading);
        const auto id = view.string("id", Presence::required);
        if (id && *id != pack.id)
            draft_.error("P019",
                         say("the pack {} lies in a folder called {}", wegwijzer::quoted(*id),
                             wegwijzer::quoted(pack.id)),
                         view.find("id")->span);
        pack.version = draft_.string(view, "version", Presence::required);
        pack.title = draft_.text(view, "title", Presence::required);
        pack.plugin = draft_.string(view, "plugin");
        for (const Node* used : view.strings("uses")) pack.uses.emplace_back(used->string);
        view.finish();
    }

    void connect_packs() {
        const auto& packs = draft_.catalogue.packs;
        std::unordered_map<std::string_view, std::size_t> by_id;
        for (std::size_t k = 0; k < packs.size(); ++k) by_id.emplace(packs[k].id, k);
        draft_.mentions.assign(packs.size(), std::vector<bool>(packs.size(), false));
        for (std::size_t k = 0; k < packs.size(); ++k) {
            draft_.mentions[k][k] = true;
            for (const std::string& used : packs[k].uses)
                if (const auto at = by_id.find(used); at != by_id.end())
                    draft_.mentions[k][at->second] = true;
        }
    }

    void read_file(const PackFolder& folder, const PackFile& file) {
        TableView view(file.tree.root, "a pack's file", draft_.reading);
        if (const Node* pack = view.find("pack"); pack != nullptr && pack != pack_table(folder))
            draft_.error("P019", "[pack] stands in pack.toml, once", pack->span);
        view.find("moved");
        for (std::size_t k = 0; k < entry_kinds; ++k) {
            const auto kind = static_cast<EntryKind>(k);
            const std::vector<const Node*> tables = view.tables(name_of(kind));
            if (kind == EntryKind::scenario && !wanted_.scenarios) continue;
            for (const Node* table : tables) add_entry(kind, *table);
        }
        view.finish();
    }

    void add_entry(EntryKind kind, const Node& table) {
        TableView view(table, with_article(kind), draft_.reading);
        const Node* node = view.find("id", Presence::required);
        if (node == nullptr) return;
        const auto id = as_string(*node, draft_.reading);
        if (!id || !check_id(kind, *id, node->span)) return;
        const Entries::Added added =
            draft_.entries.add(kind, {&table, *id, node->span, draft_.pack});
        if (!added.is_new)
            draft_
                .error("P013",
                       say("{} {} is declared twice", name_of(kind), wegwijzer::quoted(*id)),
                       node->span)
                .notes.push_back(
                    {"the first one stands here", draft_.entries.of(kind)[added.index].span});
    }

    bool check_id(EntryKind kind, std::string_view id, SourceSpan span) {
        const bool may_have_capitals = kind == EntryKind::group;
        if (!is_id(id, may_have_capitals)) {
            draft_.error("P012", say("{} is no id", wegwijzer::quoted(id)), span)
                .hints.emplace_back(
                    may_have_capitals
                        ? "ids are made of letters, digits, dots, hyphens and underscores"
                        : "ids are made of small letters, digits, dots, hyphens and underscores");
            return false;
        }
        const std::string& pack = draft_.catalogue[draft_.pack].id;
        if (is_free_id(kind) || pack == shared_pack) return check_not_foreign(kind, id, span);
        if (id.size() > pack.size() + 1 && id.starts_with(pack) && id[pack.size()] == '.')
            return true;
        draft_
            .error("P012", say("the id {} does not begin with its pack's", wegwijzer::quoted(id)),
                   span)
            .hints.push_back(say("call it \"{}.{}\"", pack, shown(id)));
        return true;
    }

    /// The shared pack may not take names that belong to another one.
    bool check_not_foreign(EntryKind kind, std::string_view id, SourceSpan span) {
        if (is_free_id(kind)) return true;
        const std::string owner = pack_of(id);
        const bool is_foreign =
            owner != shared_pack &&
            std::any_of(folders_.begin(), folders_.end(),
                        [&](const PackFolder& folder) { return folder.id == owner; });
        if (is_foreign)
            draft_.error("P012",
                         say("the id {} belongs to pack {}", wegwijzer::quoted(id),
                             wegwijzer::quoted(owner)),
                         span);
        return true;
    }

    template <class Thing>
    void fill(EntryKind kind, std::vector<Thing>& things) {
        const std::vector<Entry>& entries = draft_.entries.of(kind);
        things.resize(entries.size());
        for (std::size_t k = 0; k < entries.size(); ++k) {
            things[k].id = entries[k].id;
            things[k].pack = entries[k].pack;
            things[k].span = entries[k].span;
        }
    }

    void fill_all() {
        model::Catalogue& catalogue = draft_.catalogue;
        fill(EntryKind::scale, catalogue.scales);
        fill(EntryKind::attribute, catalogue.attributes);
        fill(EntryKind::group, catalogue.groups);
        fill(EntryKind::table, catalogue.tables);
        fill(EntryKind::credential, catalogue.credentials);
        fill(EntryKind::document, catalogue.documents);
        fill(EntryKind::goal, catalogue.goals);
        fill(EntryKind::calendar, catalogue.calendars);
        fill(EntryKind::step, catalogue.steps);
        fill(EntryKind::event, catalogue.events);
        fill(EntryKind::duty, catalogue.duties);
        fill(EntryKind::fund, catalogue.funds);
        fill(EntryKind::note, catalogue.notes);
        fill(EntryKind::pilot, catalogue.pilots);
        fill(EntryKind::source, catalogue.sources);
        fill(EntryKind::scenario, catalogue.scenarios);
    }

    Draft& draft_;
    const std::vector<PackFolder>& folders_;
    Wanted wanted_;
};

/// Old and new ids under `moved`; "big.old" = "big.new", with or without quotes round the old id.
class MovedReader {
public:
    explicit MovedReader(Draft& draft) : draft_(draft) {}

    void read(const Node& table, const std::string& before, int depth) {
        if (!table.is(Node::Kind::table)) return draft_.reading.wrong_type(table, "a table");
        for (const Node& child : table.children) {
            const std::string old_id =
                before.empty() ? std::string(child.name) : before + "." + std::string(child.name);
            if (child.is(Node::Kind::table) && depth < 16)
                read(child, old_id, depth + 1);
            else if (as_string(child, draft_.reading))
                add(old_id, child);
        }
    }

private:
    bool is_known(std::string_view id) const {
        for (std::size_t k = 0; k < entry_kinds; ++k)
            if (draft_.entries.find(static_cast<EntryKind>(k), id)) return true;
        return false;
    }

    void add(const std::string& old_id, const Node& node) {
        if (!is_known(node.string))
            draft_.error("P014", say("nothing is called {}", wegwijzer::quoted(node.string)),
                         node.span);
        if (is_known(old_id))
            draft_.error("P065",
                         say("{} is still in use, so it has not moved", wegwijzer::quoted(old_id)),
                         node.name_span);
        draft_.catalogue.packs[draft_.pack.index].moved.emplace_back(old_id, node.string);
    }

    Draft& draft_;
};

}  // namespace

void declare(Draft& draft, const std::vector<PackFolder>& folders, Wanted wanted) {
    Declaration(draft, folders, wanted).declare();
}

void read_moved(Draft& draft, const std::vector<PackFolder>& folders) {
    for (std::uint32_t k = 0; k < folders.size(); ++k) {
        draft.pack = {k};
        for (const PackFile& file : folders[k].files)
            if (const Node* moved = file.tree.root.find("moved"))
                MovedReader(draft).read(*moved, "", 0);
    }
}

}  // namespace wegwijzer::pack
