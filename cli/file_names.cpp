// SPDX-License-Identifier: Apache-2.0
#include "cli/file_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "base/text.hpp"

namespace wegwijzer::cli {
namespace {

// File systems allow 255 bytes; a half file's ending must fit too.
constexpr std::size_t longest = 200;

bool is_plain_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_';
}

UsageMistake mistake(std::string message, FileNames::Places places) {
    return {"--name: " + std::move(message),
            {fmt::format("the places are {{{}}}", fmt::join(places, "}, {"))}};
}

}  // namespace

Result<FileNames, UsageMistake> FileNames::parse(std::string pattern, Places places) {
    std::string_view rest = pattern;
    std::string example;
    while (!rest.empty()) {
        if (rest.front() != '{') {
            if (!is_plain_letter(rest.front()))
                return Unexpected{
                    mistake(fmt::format("a name holds letters, digits and - . _ only, so not {}",
                                        wegwijzer::quoted(rest)),
                            places)};
            example += rest.front();
            rest.remove_prefix(1);
            continue;
        }
        const std::size_t end = rest.find('}');
        const std::string_view place =
            rest.substr(1, end == std::string_view::npos ? end : end - 1);
        if (end == std::string_view::npos ||
            std::find(places.begin(), places.end(), place) == places.end())
            return Unexpected{
                mistake(fmt::format("there is no place {}", wegwijzer::quoted(place)), places)};
        example += 'x';
        rest.remove_prefix(end + 1);
    }
    if (!is_plain(example))
        return Unexpected{
            mistake(fmt::format("{} is no name of a file", wegwijzer::quoted(pattern)), places)};
    return FileNames(std::move(pattern));
}

std::string FileNames::name(Fillings fillings) const {
    std::string name;
    for (std::string_view rest = pattern_; !rest.empty();) {
        if (rest.front() != '{') {
            name += rest.front();
            rest.remove_prefix(1);
            continue;
        }
        const std::size_t end = rest.find('}');
        for (const auto& [place, filling] : fillings)
            if (place == rest.substr(1, end - 1)) name += filling;
        rest.remove_prefix(end + 1);
    }
    return is_plain(name) ? name : std::string();
}

bool FileNames::is_plain(std::string_view name) {
    return !name.empty() && name.size() <= longest && name.front() != '.' &&
           std::all_of(name.begin(), name.end(), is_plain_letter);
}

}  // namespace wegwijzer::cli
