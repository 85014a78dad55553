// SPDX-License-Identifier: Apache-2.0
#include "pack/trust.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

using wegwijzer::pack::why_not_trusted;
namespace fs = std::filesystem;

namespace {

/// A folder of our own with one file in it.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "trust-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
        std::ofstream(file()) << "x";
        ::chmod(file().c_str(), 0644);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] fs::path path() const { return path_; }
    [[nodiscard]] fs::path file() const { return path_ / "x.so"; }

private:
    fs::path path_;
};

}  // namespace

TEST_CASE("a file of ours in a folder of ours is trusted, below a sticky folder too") {
    const Folder folder;
    CHECK(why_not_trusted(folder.file()).empty());
}

TEST_CASE("a file or folder that others can write to is not") {
    const Folder folder;
    ::chmod(folder.file().c_str(), 0646);
    CHECK(why_not_trusted(folder.file()).starts_with("others can write to"));
    ::chmod(folder.file().c_str(), 0644);
    ::chmod(folder.path().c_str(), 0777);
    CHECK(why_not_trusted(folder.file()).starts_with("others can write to"));
    // Nor does it help that nobody may remove it: anybody may put another beside it.
    ::chmod(folder.path().c_str(), 01777);
    CHECK(why_not_trusted(folder.file()).starts_with("others can write to"));
}

TEST_CASE("a folder above counts too") {
    const Folder folder;
    fs::create_directory(folder.path() / "in");
    fs::copy(folder.file(), folder.path() / "in");
    CHECK(why_not_trusted(folder.path() / "in/x.so").empty());
    ::chmod(folder.path().c_str(), 0777);
    CHECK(why_not_trusted(folder.path() / "in/x.so").starts_with("others can write to"));
}

TEST_CASE("a link is followed to where the file really is") {
    const Folder open;
    const Folder closed;
    ::chmod(open.path().c_str(), 0777);
    fs::create_symlink(open.file(), closed.path() / "link.so");
    CHECK(why_not_trusted(closed.path() / "link.so").starts_with("others can write to"));
}

TEST_CASE("a file that is not there is not trusted") {
    CHECK_FALSE(why_not_trusted("/nowhere/x.so").empty());
}
