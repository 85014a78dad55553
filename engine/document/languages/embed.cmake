# SPDX-License-Identifier: Apache-2.0
# Writes compiled catalogues as bytes in C++.
#   cmake -D folder=DIR -D "names=nl;ar" -D out=FILE -P embed.cmake
set(text "// Made by engine/document/languages/embed.cmake from the .po files there.\n")
string(APPEND text "#include \"document/message_catalogue.hpp\"\n\n#include <array>\n\n")
string(APPEND text "namespace wegwijzer::document {\nnamespace {\n\n")
set(choice "")
foreach(name IN LISTS names)
  file(READ "${folder}/${name}.mo" hex HEX)
  string(LENGTH "${hex}" length)
  math(EXPR size "${length} / 2")
  string(REGEX REPLACE "(..)" "'\\\\x\\1'," bytes "${hex}")
  string(APPEND text "constexpr std::array<char, ${size}> ${name}_bytes{${bytes}};\n\n")
  string(APPEND choice "    if (language == \"${name}\") return {${name}_bytes.data(), ${name}_bytes.size()};\n")
endforeach()
string(APPEND text "}  // namespace\n\nstd::string_view built_in_catalogue(std::string_view language) {\n")
string(APPEND text "${choice}    return {};\n}\n\n}  // namespace wegwijzer::document\n")
file(WRITE "${out}" "${text}")
