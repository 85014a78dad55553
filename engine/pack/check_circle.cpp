// SPDX-License-Identifier: Apache-2.0
#include "pack/check_circle.hpp"

#include <algorithm>
#include <cstddef>

#include "base/text.hpp"
#include "pack/message.hpp"

namespace wegwijzer::pack {
namespace {

enum class Colour : unsigned char { white, grey, black };

/// A place on the path, and the arrow to follow next.
struct Frame {
    std::uint32_t at;
    std::size_t next = 0;
};

std::vector<std::uint32_t> closed_part(const std::vector<Frame>& path, std::uint32_t from) {
    const auto begin = std::find_if(path.begin(), path.end(),
                                    [&](const Frame& frame) { return frame.at == from; });
    std::vector<std::uint32_t> circle;
    for (auto frame = begin; frame != path.end(); ++frame) circle.push_back(frame->at);
    std::rotate(circle.begin(), std::min_element(circle.begin(), circle.end()), circle.end());
    return circle;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> find_circles(
    const std::vector<std::vector<std::uint32_t>>& arrows) {
    std::vector<std::vector<std::uint32_t>> circles;
    std::vector<Colour> colour(arrows.size(), Colour::white);
    std::vector<Frame> path;
    for (std::uint32_t start = 0; start < arrows.size(); ++start) {
        if (colour[start] != Colour::white) continue;
        path.push_back({start});
        colour[start] = Colour::grey;
        while (!path.empty()) {
            Frame& frame = path.back();
            if (frame.next == arrows[frame.at].size()) {
                colour[frame.at] = Colour::black;
                path.pop_back();
                continue;
            }
            const std::uint32_t other = arrows[frame.at][frame.next++];
            if (colour[other] == Colour::grey) {
                circles.push_back(closed_part(path, other));
            } else if (colour[other] == Colour::white) {
                colour[other] = Colour::grey;
                path.push_back({other});
            }
        }
    }
    std::sort(circles.begin(), circles.end());
    circles.erase(std::unique(circles.begin(), circles.end()), circles.end());
    return circles;
}

void tell_circle(Draft& draft, std::string_view code, std::string_view message,
                 std::string_view verb, const std::vector<CirclePlace>& places) {
    Diagnostic& diagnostic = draft.error(code, std::string(message), places.front().span);
    for (std::size_t k = 0; k < places.size(); ++k) {
        const CirclePlace& next = places[(k + 1) % places.size()];
        diagnostic.notes.push_back(
            {say("{} {} {}", quoted(places[k].id), verb, quoted(next.id)), places[k].span});
    }
}

}  // namespace wegwijzer::pack
