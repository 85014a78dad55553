# SPDX-License-Identifier: Apache-2.0
# What all our targets share: warnings, hardening, sanitizers. PRIVATE, so nothing leaks onwards.
function(wegwijzer_house_rules target)
  target_link_libraries(${target} PRIVATE
    $<BUILD_INTERFACE:wegwijzer_warnings>
    $<BUILD_INTERFACE:wegwijzer_hardening>
    $<BUILD_INTERFACE:wegwijzer_sanitizers>)
endfunction()

# wegwijzer_room(NAME [ROOMS room…] [OUTSIDE target…])
#
# One room of the engine: a static library wegwijzer_NAME (alias wegwijzer::NAME) made of every .cpp
# in the calling folder. ROOMS are the rooms it may include, as the table in engine/README.md says;
# a room that is not built yet is left out. OUTSIDE libraries stay private to the room.
function(wegwijzer_room name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "ROOMS;OUTSIDE")
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  file(GLOB headers CONFIGURE_DEPENDS *.hpp)
  set(target wegwijzer_${name})

  # A room that so far holds headers only is an interface library; its first .cpp changes that.
  if(sources)
    add_library(${target} STATIC ${sources})
    set(scope PUBLIC)
    wegwijzer_house_rules(${target})
    target_link_libraries(${target} PRIVATE ${arg_OUTSIDE})
    wegwijzer_precompile(${target})
  else()
    add_library(${target} INTERFACE)
    set(scope INTERFACE)
  endif()
  add_library(wegwijzer::${name} ALIAS ${target})
  target_compile_features(${target} ${scope} cxx_std_20)
  target_include_directories(${target} ${scope} "${PROJECT_SOURCE_DIR}/engine")
  if(headers)
    target_sources(${target} ${scope} FILE_SET HEADERS
                   BASE_DIRS "${PROJECT_SOURCE_DIR}/engine" FILES ${headers})
  endif()
  foreach(room IN LISTS arg_ROOMS)
    if(TARGET wegwijzer_${room})
      target_link_libraries(${target} ${scope} wegwijzer_${room})
    endif()
  endforeach()
endfunction()

# The standard headers that nearly every file reads, parsed once per target instead of once per file.
function(wegwijzer_precompile target)
  target_precompile_headers(${target} PRIVATE
    <algorithm> <chrono> <cstdint> <functional> <map> <memory> <optional> <span> <string>
    <string_view> <utility> <variant> <vector>)
endfunction()
