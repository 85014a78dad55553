# SPDX-License-Identifier: Apache-2.0
# Writes a page with its fragments put in and its title line before it.
#   cmake -D page=FILE -D out=FILE -D section=N -D version=V -P assemble.cmake
get_filename_component(folder "${page}" DIRECTORY)
get_filename_component(name "${page}" NAME_WE)
file(READ "${page}" text)
string(REGEX MATCHALL "<!-- include: [a-z/-]+\\.md -->" wanted "${text}")
foreach(line IN LISTS wanted)
  string(REGEX REPLACE "<!-- include: (.*) -->" "\\1" fragment "${line}")
  file(READ "${folder}/${fragment}" put_in)
  string(REPLACE "${line}" "${put_in}" text "${text}")
endforeach()
string(TOUPPER "${name}" title)
set(manual "Wegwijzer manual")
if(section EQUAL 5)
  set(manual "Wegwijzer file formats")
endif()
file(WRITE "${out}" "% ${title}(${section}) Wegwijzer ${version} | ${manual}\n\n${text}")
