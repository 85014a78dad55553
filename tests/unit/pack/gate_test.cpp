// SPDX-License-Identifier: Apache-2.0
#include "pack/gate.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "pack/limits.hpp"
#include "unit/pack/door.hpp"

using namespace wegwijzer;
using namespace wegwijzer::pack;
using door::Lines;
using door::refused;

namespace {

/// A folder that goes away with its test.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "gate-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::filesystem::path operator/(const char* name) const { return path_ / name; }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

void write(const std::filesystem::path& path, const std::string& text) {
    std::ofstream(path, std::ios::binary) << text;
}

Lines read_fault(const std::filesystem::path& path, std::size_t limit = 100) {
    const auto bytes = read_bytes(path, limit);
    return bytes ? Lines{} : door::places(bytes.error());
}

std::string times(std::size_t count, const std::string& piece) {
    std::string text;
    text.reserve(count * piece.size());
    while (count-- > 0) text += piece;
    return text;
}

/// Standard input is what a descriptor reads, until this goes.
class StandardInput {
public:
    explicit StandardInput(int from) : kept_(::dup(STDIN_FILENO)) {
        ::dup2(from, STDIN_FILENO);
        ::close(from);
    }
    StandardInput(const StandardInput&) = delete;
    StandardInput& operator=(const StandardInput&) = delete;
    ~StandardInput() {
        ::dup2(kept_, STDIN_FILENO);
        ::close(kept_);
    }

private:
    int kept_;
};

}  // namespace

TEST_CASE("a regular file is read whole, NUL bytes and all") {
    const Folder folder;
    const std::string text("a\0b\n", 4);
    write(folder / "f", text);
    const auto bytes = read_bytes(folder / "f", 4);
    REQUIRE(bytes);
    CHECK(*bytes == text);
    write(folder / "empty", "");
    CHECK(read_bytes(folder / "empty", 4).value_or("x").empty());
}

TEST_CASE("a file that says it is empty but is not (as in /proc) is read to its end") {
    if (!std::filesystem::exists("/proc/self/status")) return;
    const auto bytes = read_bytes("/proc/self/status", 1 << 20);
    REQUIRE(bytes);
    CHECK(bytes->size() > 100);
    CHECK(read_fault("/proc/self/status", 10) == Lines{"G004"});
}

TEST_CASE("G001 a file that is not there") {
    const Folder folder;
    CHECK(read_fault(folder / "nowhere") == Lines{"G001"});
    write(folder / "f", "x");
    CHECK(read_fault(folder / "f/below") == Lines{"G001"});
}

TEST_CASE("G002 a directory instead of a file") {
    const Folder folder;
    CHECK(read_fault(folder.path()) == Lines{"G002"});
}

TEST_CASE("G002 a FIFO or device is refused without hanging") {
    const Folder folder;
    REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
    CHECK(read_fault(folder / "fifo") == Lines{"G002"});
    CHECK(read_fault("/dev/zero") == Lines{"G002"});
    CHECK(read_fault("/dev/null") == Lines{"G002"});
}

TEST_CASE("G002 a socket") {
    const Folder folder;
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    ::sockaddr_un address{};
    address.sun_family = AF_UNIX;
    (folder / "s").string().copy(&address.sun_path[0], sizeof address.sun_path - 1);
    REQUIRE(::bind(socket, reinterpret_cast<::sockaddr*>(&address), sizeof address) == 0);
    CHECK(read_fault(folder / "s") == Lines{"G002"});
    ::close(socket);
}

TEST_CASE("G003 an unreadable file" * doctest::skip(::geteuid() == 0)) {
    const Folder folder;
    write(folder / "f", "x");
    std::filesystem::permissions(folder / "f", std::filesystem::perms::none);
    CHECK(read_fault(folder / "f") == Lines{"G003"});
}

TEST_CASE("G004 a file over the limit, by one byte") {
    const Folder folder;
    write(folder / "f", "12345");
    CHECK(read_fault(folder / "f", 5).empty());
    CHECK(read_fault(folder / "f", 4) == Lines{"G004"});
}

TEST_CASE("standard input is read from a pipe, with the same limit") {
    int ends[2];
    REQUIRE(::pipe(&ends[0]) == 0);
    REQUIRE(::write(ends[1], "dutch", 5) == 5);
    ::close(ends[1]);
    const StandardInput input(ends[0]);
    CHECK(read_bytes("-", 5).value_or("") == "dutch");
}

TEST_CASE("G004 standard input over the limit") {
    int ends[2];
    REQUIRE(::pipe(&ends[0]) == 0);
    REQUIRE(::write(ends[1], "dutch", 5) == 5);
    ::close(ends[1]);
    const StandardInput input(ends[0]);
    CHECK(read_fault("-", 4) == Lines{"G004"});
}

TEST_CASE("G002 standard input that is a directory") {
    const StandardInput input(::open("/", O_RDONLY | O_DIRECTORY));
    CHECK(read_fault("-") == Lines{"G002"});
}

TEST_CASE("a message names the file safely and the limit in words") {
    const Folder folder;
    write(folder / "a\x1b[2J", std::string(limits::mebibyte + 1, 'x'));
    const auto bytes = read_bytes(folder / "a\x1b[2J", limits::mebibyte);
    REQUIRE(!bytes);
    const std::string words = door::all_words(bytes.error());
    CHECK(words.find('\x1b') == std::string::npos);
    CHECK(words.find("1 MiB") != std::string::npos);
}

TEST_CASE("admitting marks profiles as personal and drops a byte order mark") {
    SourceMap sources;
    const auto number = admit("\xef\xbb\xbf{}", "p.json", Kind::profile_json, sources);
    REQUIRE(number);
    CHECK(sources.at(*number).is_personal);
    CHECK(sources.at(*number).text == "{}");
    const auto pack = admit("a = 1\n", "p.toml", Kind::pack_file, sources);
    REQUIRE(pack);
    CHECK_FALSE(sources.at(*pack).is_personal);
}

TEST_CASE("a profile's kind is what its first character says") {
    CHECK(profile_kind(" \r\n\t{}") == Kind::profile_json);
    CHECK(profile_kind("\xef\xbb\xbf{}") == Kind::profile_json);
    CHECK(profile_kind("a = 1") == Kind::profile_toml);
    CHECK(profile_kind("[a]") == Kind::profile_toml);
    CHECK(profile_kind("") == Kind::profile_toml);
}

TEST_CASE("G004 a text over its kind's limit") {
    CHECK(refused(std::string(limits::profile_bytes + 1, ' '), Kind::profile_toml) ==
          Lines{"G004"});
    CHECK(refused(std::string(limits::profile_bytes, ' '), Kind::profile_toml).empty());
    CHECK(refused(std::string(limits::pack_file_bytes + 1, ' '), Kind::pack_file) == Lines{"G004"});
    CHECK(refused(std::string(limits::table_bytes + 1, ' '), Kind::table) == Lines{"G004"});
}

TEST_CASE("G010 invalid UTF-8, at its place") {
    CHECK(refused("a = 1\nb = \"\xc3\xa9\xff\"\n", Kind::pack_file) == Lines{"G010 2:7"});
    CHECK(refused("\xc0\x80", Kind::table) == Lines{"G010 1:1"});
    CHECK(refused("a = \"\xed\xa0\x80\"", Kind::profile_toml) == Lines{"G010 1:6"});
    CHECK(refused("{\"a\": \"\xf4\x90\x80\x80\"}", Kind::profile_json) == Lines{"G010 1:8"});
}

TEST_CASE("G010 or G011 a binary") {
    CHECK(refused(std::string("\x7f"
                              "ELF\x02\x01\x01\x00\x00",
                              9),
                  Kind::pack_file) == Lines{"G011 1:8"});
    CHECK(refused("\x89PNG\r\n", Kind::profile_toml) == Lines{"G010 1:1"});
}

TEST_CASE("G011 a NUL byte, also after a whole JSON text") {
    CHECK(refused(std::string("{\"a\":1}\0garbage", 15), Kind::profile_json) == Lines{"G011 1:8"});
    CHECK(refused(std::string("a,b\n\0", 5), Kind::table) == Lines{"G011 2:1"});
}

TEST_CASE("G012 a dotted key of 100,000 parts") {
    const std::string key = "a" + times(99'999, ".a");
    CHECK(refused(key + " = 1\n", Kind::profile_toml).empty() == false);
    CHECK(refused(key + " = 1\n", Kind::pack_file) == Lines{"G012 1:130"});
    CHECK(refused("[" + key + "]\n", Kind::pack_file) == Lines{"G012 1:131"});
    CHECK(refused("x = { " + key + " = 1 }\n", Kind::pack_file) == Lines{"G012 1:136"});
    CHECK(refused("\"\"." + key + " = 1\n", Kind::pack_file) == Lines{"G012 1:131"});
}

TEST_CASE("dots in strings and comments are no parts of keys") {
    const std::string dots(1000, '.');
    CHECK(refused("a = \"" + dots + "\" # " + dots, Kind::pack_file).empty());
    CHECK(refused("a = '" + dots + "'", Kind::pack_file).empty());
    CHECK(
        refused("a = \"\"\"" + dots + "\n\"" + dots + "\"\"" + dots + "\"\"\"\"\"", Kind::pack_file)
            .empty());
    CHECK(refused("a = \"\\\"" + dots + "\"", Kind::pack_file).empty());
    CHECK(refused("a = '''\\''" + dots + "'''", Kind::pack_file).empty());
    CHECK(refused("a = ''\nb = 1" + times(64, ".2"), Kind::pack_file).empty());
    CHECK_FALSE(refused("a = ''\nb = 1" + times(65, ".2"), Kind::pack_file).empty());
}

TEST_CASE("an apostrophe in a comment or an open string hides no key from the gate") {
    const std::string key = "a" + times(100, ".a") + " = 1\n";
    CHECK_FALSE(refused("# it's\n" + key, Kind::pack_file).empty());
    CHECK_FALSE(refused("a = \"open\n" + key, Kind::pack_file).empty());
    CHECK_FALSE(refused("a = \"\"\"x\\\"\"\"\"\n" + key, Kind::pack_file).empty());
    CHECK_FALSE(refused("a = \"\"\n" + key, Kind::pack_file).empty());
}

TEST_CASE("G013 ten mebibytes of brackets, cut to what the size allows") {
    CHECK(refused(std::string(10 * limits::mebibyte, '['), Kind::pack_file) == Lines{"G004"});
    CHECK(refused(std::string(limits::pack_file_bytes, '['), Kind::pack_file) ==
          Lines{"G013 1:65"});
    CHECK(refused(std::string(limits::profile_bytes, '['), Kind::profile_json) ==
          Lines{"G013 1:65"});
    CHECK(refused("{\"a\":" + std::string(100'000, '['), Kind::profile_json) == Lines{"G013 1:69"});
    CHECK(refused(std::string(100'000, '['), Kind::plan_json) == Lines{"G013 1:65"});
}

TEST_CASE("brackets in strings and comments have no depth") {
    const std::string brackets(1000, '[');
    CHECK(refused("a = \"" + brackets + "\" # " + brackets, Kind::pack_file).empty());
    CHECK(refused("{\"a\": \"" + brackets + "\\\"{\"}", Kind::profile_json).empty());
    CHECK(refused(times(1000, "[a]\n"), Kind::pack_file).empty());
    CHECK(refused("a = " + std::string(64, '[') + std::string(64, ']'), Kind::pack_file).empty());
    CHECK_FALSE(
        refused("a = " + std::string(65, '[') + std::string(65, ']'), Kind::pack_file).empty());
}

TEST_CASE("a profile is checked as what it is, whatever its name said") {
    CHECK(refused("{\"a\":" + std::string(100, '['), Kind::profile_toml) == Lines{"G013 1:69"});
    CHECK(refused("a" + times(100, ".a") + " = 1", Kind::profile_json) == Lines{"G012 1:130"});
}
