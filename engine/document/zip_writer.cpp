// SPDX-License-Identifier: Apache-2.0
#include "document/zip_writer.hpp"

#include <array>
#include <cstddef>
#include <utility>

namespace wegwijzer::document {
namespace {

constexpr std::uint16_t version = 20, first_of_1980 = 0x0021;

std::string little_endian(std::uint64_t value, int bytes) {
    std::string text;
    for (int k = 0; k < bytes; ++k, value >>= 8U) text += static_cast<char>(value & 0xffU);
    return text;
}
std::string two(std::uint64_t value) { return little_endian(value, 2); }
std::string four(std::uint64_t value) { return little_endian(value, 4); }

constexpr std::array<std::uint32_t, 256> make_table() {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t k = 0; k < 256; ++k) {
        std::uint32_t value = k;
        for (int bit = 0; bit < 8; ++bit)
            value = (value & 1U) != 0 ? 0xedb88320U ^ (value >> 1U) : value >> 1U;
        table[k] = value;
    }
    return table;
}

/// The CRC-32 that ZIP asks for.
std::uint32_t checksum(std::string_view bytes) {
    constexpr auto table = make_table();
    std::uint32_t sum = 0xffffffffU;
    for (const char c : bytes)
        sum = table[(sum ^ static_cast<unsigned char>(c)) & 0xffU] ^ (sum >> 8U);
    return sum ^ 0xffffffffU;
}

}  // namespace

void ZipWriter::add(std::string_view name, std::string_view bytes) {
    const std::size_t place = out_.size();
    // What the local header and the directory have in common.
    std::string shared = two(version) + two(0) + two(0) + two(0) + two(first_of_1980) +
                         four(checksum(bytes)) + four(bytes.size()) + four(bytes.size()) +
                         two(name.size()) + two(0);
    out_ += "PK\x03\x04" + shared;
    out_ += name;
    out_ += bytes;
    directory_ +=
        "PK\x01\x02" + two(version) + shared + two(0) + two(0) + two(0) + four(0) + four(place);
    directory_ += name;
    ++count_;
}

std::string ZipWriter::take() {
    const std::size_t place = out_.size();
    out_ += directory_;
    out_ += "PK\x05\x06" + two(0) + two(0) + two(count_) + two(count_) + four(directory_.size()) +
            four(place) + two(0);
    return std::move(out_);
}

}  // namespace wegwijzer::document
