// SPDX-License-Identifier: Apache-2.0
#include "pack/gate.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/text.hpp"
#include "pack/limits.hpp"
#include "pack/message.hpp"
#include "pack/shape.hpp"

namespace wegwijzer::pack {
namespace {

Unexpected<Diagnostics> refusal(std::string_view code, std::string message, SourceSpan span = {}) {
    Diagnostics found;
    found.error(code, std::move(message), span);
    return Unexpected{std::move(found)};
}

std::string limit_in_words(std::size_t limit) {
    if (limit % limits::mebibyte == 0) return say("{} MiB", limit / limits::mebibyte);
    return say("{} bytes", limit);
}

Unexpected<Diagnostics> too_large(std::string_view shown_name, std::size_t limit) {
    return refusal("G004", say("{} is larger than {}", shown_name, limit_in_words(limit)));
}

/// A descriptor that closes itself. Standard input stays open.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ > STDIN_FILENO) ::close(number_);
    }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

private:
    int number_;
};

Unexpected<Diagnostics> system_refusal(int error, const std::string& name) {
    if (error == ENOENT || error == ENOTDIR) {
        return refusal("G001", say("there is no file {}", name));
    }
    if (error == EACCES || error == EPERM) {
        return refusal("G003", say("{} may not be read", name));
    }
    // ENXIO, ENODEV: a socket, or a device that nobody serves.
    if (error == EISDIR || error == ENXIO || error == ENODEV) {
        return refusal("G002", say("{} is no regular file", name));
    }
    return refusal(
        "G005", say("{} cannot be read: {}", name, shown(std::generic_category().message(error))));
}

Result<std::string> read_all(const Descriptor& file, std::size_t expected, std::size_t limit,
                             const std::string& name) {
    constexpr std::size_t piece = 64 * std::size_t{1024};
    std::string bytes;
    // One byte more than expected, so that the end is seen without growing.
    bytes.resize(expected > 0 ? std::min(expected, limit) + 1 : piece);
    std::size_t filled = 0;
    for (;;) {
        const ::ssize_t got = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (got < 0) {
            if (errno == EINTR) continue;
            return system_refusal(errno, name);
        }
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
        if (filled > limit) return too_large(name, limit);
        if (filled == bytes.size()) bytes.resize(std::min(filled * 2, limit + 1));
    }
    bytes.resize(filled);
    return bytes;
}

std::size_t limit_of(Kind kind) {
    switch (kind) {
        case Kind::pack_file:
            return limits::pack_file_bytes;
        case Kind::table:
            return limits::table_bytes;
        case Kind::profile_toml:
        case Kind::profile_json:
            return limits::profile_bytes;
        case Kind::plan_json:
            return limits::plan_bytes;
        case Kind::xml:
            return limits::xml_bytes;
    }
    return 0;
}

bool is_profile(Kind kind) { return kind == Kind::profile_toml || kind == Kind::profile_json; }

bool is_personal(Kind kind) { return is_profile(kind) || kind == Kind::xml; }

std::optional<ShapeFault> shape_fault(std::string_view text, Kind kind) {
    // The name of a profile's kind may be a guess from its file name; its first character is what
    // decides which parser will see it.
    if (is_profile(kind)) kind = profile_kind(text);
    switch (kind) {
        case Kind::pack_file:
        case Kind::profile_toml:
            return find_toml_fault(text);
        case Kind::profile_json:
        case Kind::plan_json:
            return find_json_fault(text);
        case Kind::table:
        case Kind::xml:
            return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

Result<std::string> read_bytes(const std::filesystem::path& path, std::size_t limit) {
    if (path == "-") return read_all(Descriptor(STDIN_FILENO), 0, limit, "standard input");
    const std::string name = wegwijzer::quoted(path.native());
    // Looked at before it is opened, as opening some devices already does something; and again
    // afterwards, as another thing may stand there by then. Without O_NONBLOCK a FIFO would wait.
    struct ::stat status {};
    if (::stat(path.c_str(), &status) != 0) return system_refusal(errno, name);
    if (S_ISDIR(status.st_mode)) return refusal("G002", say("{} is a folder", name));
    if (!S_ISREG(status.st_mode)) return system_refusal(ENXIO, name);
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.is_open()) return system_refusal(errno, name);
    if (::fstat(file.number(), &status) != 0) return system_refusal(errno, name);
    if (!S_ISREG(status.st_mode)) return system_refusal(ENXIO, name);
    const auto size = static_cast<std::size_t>(std::max<::off_t>(status.st_size, 0));
    if (size > limit) return too_large(name, limit);
    return read_all(file, size, limit, name);
}

Result<std::uint32_t> admit(std::string bytes, std::string name, Kind kind, SourceMap& sources) {
    if (bytes.size() > limit_of(kind)) return too_large(wegwijzer::quoted(name), limit_of(kind));
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.erase(0, 3);  // a byte order mark
    const std::uint32_t number =
        sources.add({std::move(name), std::move(bytes), is_personal(kind)});
    const std::string_view text = sources.at(number).text;
    if (const auto at = find_bad_utf8(text)) {
        return refusal("G010", "this is not UTF-8", place_of(text, *at, number));
    }
    if (const auto at = text.find('\0'); at != std::string_view::npos) {
        return refusal("G011", "a text has no NUL bytes", place_of(text, at, number));
    }
    if (const auto fault = shape_fault(text, kind)) {
        const SourceSpan span = place_of(text, fault->offset, number);
        if (fault->kind == ShapeFault::Kind::dots) {
            return refusal("G012", say("more than {} dots on one line", limits::dots_per_line),
                           span);
        }
        return refusal("G013", say("brackets nested more than {} deep", limits::depth), span);
    }
    return number;
}

Result<std::uint32_t> admit_file(const std::filesystem::path& path, Kind kind, SourceMap& sources) {
    auto bytes = read_bytes(path, limit_of(kind));
    if (!bytes) return Unexpected{std::move(bytes).error()};
    return admit(std::move(bytes).value(), path.generic_string(), kind, sources);
}

Kind profile_kind(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    const auto first = bytes.find_first_not_of(" \t\r\n");
    const bool is_json = first != std::string_view::npos && bytes[first] == '{';
    return is_json ? Kind::profile_json : Kind::profile_toml;
}

}  // namespace wegwijzer::pack
