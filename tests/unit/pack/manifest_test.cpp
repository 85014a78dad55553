// SPDX-License-Identifier: Apache-2.0
#include "pack/manifest.hpp"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

using namespace wegwijzer;
namespace fs = std::filesystem;
using State = model::Plugin::State;

namespace {

/// A folder with the manifest of "shop", and a library beside it.
class Folder {
public:
    explicit Folder(const std::string& manifest) {
        std::string name = (fs::temp_directory_path() / "manifest-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
        std::ofstream(path_ / "shop.toml") << manifest;
        std::ofstream(path_ / "shop.so") << "x";
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    [[nodiscard]] fs::path path() const { return path_; }
    [[nodiscard]] pack::FoundPlugin find() const {
        SourceMap sources;
        return pack::find_plugin({path_}, "shop", sources);
    }

private:
    fs::path path_;
};

const std::string head = "[plugin]\nid = \"shop\"\nversion = \"1\"\nabi = \"1.0\"\n";

std::string mistake_in(const std::string& manifest) {
    const Folder folder(manifest);
    const auto found = folder.find();
    CHECK(found.state == State::refused);
    CHECK(found.code == "X003");
    REQUIRE_FALSE(found.mistakes.empty());
    return found.mistakes.begin()->message;
}

}  // namespace

TEST_CASE("types are written as words") {
    CHECK(pack::parse_type_name("country")->kind == model::TypeKind::country);
    CHECK(pack::parse_type_name("enum shop.drink")->of == "shop.drink");
    CHECK(pack::to_string(*pack::parse_type_name("list country")) == "list country");
    for (const char* const wrong :
         {"", "enum", "level", "list", "country NL", "enum a b", "enum ", "Country", "string"})
        CHECK_FALSE(pack::parse_type_name(wrong));
}

TEST_CASE("a manifest tells what a plugin offers") {
    const Folder folder(head +
                        "[[function]]\nname = \"shop_opens\"\nparameters = [\"date\", \"enum "
                        "shop.drink\"]\nresult = \"boolean\"\n[[importer]]\nname = \"csv\"\n");
    const auto found = folder.find();
    REQUIRE(found.state == State::found);
    REQUIRE(found.manifest->functions.size() == 1);
    CHECK(found.manifest->functions[0].signature() ==
          "shop_opens(date, enum shop.drink) = boolean");
    CHECK(found.manifest->importers[0].name == "csv");
    CHECK(found.manifest->library == folder.path() / "shop.so");
    CHECK(pack::list_plugins({folder.path()}) == std::vector<std::string>{"shop"});
}

TEST_CASE("a plugin that is nowhere is missing") {
    const Folder folder(head);
    SourceMap sources;
    CHECK(pack::find_plugin({folder.path()}, "bakery", sources).state == State::missing);
    CHECK(pack::find_plugin({folder.path()}, "../shop", sources).state == State::missing);
    CHECK(pack::find_plugin({}, "shop", sources).state == State::missing);
}

TEST_CASE("of two folders the first counts") {
    const Folder first("[plugin]\nid = \"shop\"\nversion = \"2\"\nabi = \"1.0\"\n");
    const Folder second(head);
    SourceMap sources;
    const auto found =
        pack::find_plugin({"/nowhere", first.path(), second.path()}, "shop", sources);
    CHECK(found.manifest->version == "2");
}

TEST_CASE("a manifest without its library is refused") {
    const Folder folder(head);
    fs::remove(folder.path() / "shop.so");
    const auto found = folder.find();
    CHECK(found.state == State::refused);
    CHECK(found.code == "X004");
}

TEST_CASE("mistakes in a manifest are told") {
    CHECK(mistake_in("[plugin]\nid = \"bakery\"\nversion = \"1\"\nabi = \"1.0\"\n") ==
          "the manifest of 'bakery' lies in a file called 'shop.toml'");
    CHECK(mistake_in("[plugin]\nid = \"shop\"\nversion = \"1\"\nabi = \"one\"\n") ==
          "'one' is no version of the interface");
    CHECK(
        mistake_in(head + "[[function]]\nname = \"opens\"\nparameters = []\nresult = \"date\"\n") ==
        "'opens' is no name for a function of this plugin");
    CHECK(mistake_in(
              head +
              "[[function]]\nname = \"shop_x\"\nparameters = [\"text\"]\nresult = \"date\"\n") ==
          "'text' is no type");
    CHECK(mistake_in(head + "[[function]]\nname = \"shop_x\"\nparameters = []\nresult = "
                            "\"date\"\n[[function]]\nname = \"shop_x\"\nparameters = []\nresult = "
                            "\"date\"\n") == "function 'shop_x' stands here twice");
    CHECK(mistake_in("surprise = 1\n" + head).find("surprise") != std::string::npos);
    CHECK_FALSE(mistake_in("[plugin").empty());
}

TEST_CASE("functions are called after their plugin") {
    CHECK(pack::function_prefix("big") == "big_");
    CHECK(pack::function_prefix("night-shift") == "night_shift_");
}
