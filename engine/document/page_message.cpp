// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "document/page_formats.hpp"

namespace wegwijzer::document {
namespace {

class MessageWriter {
public:
    explicit MessageWriter(const Page& page) : page_(page) {}

    std::string write() {
        heading(page_.title);
        for (const Block& block : page_.opening) write_block(block);
        for (const Section& section : page_.sections) write_section(section);
        return std::move(out_);
    }

private:
    [[nodiscard]] std::string text(const Sentence& sentence, std::string_view between) const {
        std::string all;
        for (std::size_t k = 0; k < sentence.in.size(); ++k) {
            std::string version;
            for (const Run& run : sentence.in[k]) version += isolated(run, *page_.languages[k]);
            if (version.empty()) continue;
            if (!all.empty()) all += between;
            all += version;
        }
        return all;
    }
    void heading(const Sentence& what) {
        if (!out_.empty()) out_ += '\n';
        out_ += "*" + text(what, " / ") + "*\n";
    }
    void write_section(const Section& section) {
        heading(section.heading);
        for (const Block& block : section.blocks) write_block(block);
        for (const Section& inner : section.sections) write_section(inner);
    }
    void write_block(const Block& block) {
        std::visit([&](const auto& one) { write(one); }, block);
    }
    void write(const Paragraph& paragraph) { out_ += text(paragraph.text, "\n") + "\n"; }
    void write(const Bullets& bullets) {
        for (std::size_t k = 0; k < bullets.items.size(); ++k)
            out_ += (bullets.is_ordered ? std::to_string(k + 1) + ". " : "- ") +
                    text(bullets.items[k], "\n") + "\n";
    }
    void write(const Facts& facts) {
        for (const auto& [name, what] : facts.rows)
            out_ += "- " + text(name, " / ") + ": " + text(what, " / ") + "\n";
    }
    void write(const Grid& grid) {
        out_ += text(grid.caption, " / ") + ":\n";
        for (const auto& row : grid.rows) {
            out_ += "- ";
            for (std::size_t k = 0; k < row.size(); ++k)
                out_ += (k == 0 ? "" : k == 1 ? ": " : "; ") + text(row[k], " / ");
            out_ += '\n';
        }
    }
    void write(const Picture&) {}

    const Page& page_;
    std::string out_;
};

}  // namespace

std::string render_message(const Page& page) { return MessageWriter(page).write(); }

}  // namespace wegwijzer::document
