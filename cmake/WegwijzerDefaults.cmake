# SPDX-License-Identifier: Apache-2.0
# What every target starts from: initial values of target properties only, no flags.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

# Someone who types plain `cmake -B build` gets the program as it is meant to run.
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "Kind of build" FORCE)
endif()

# Used when present, never required: a fresh machine builds without it.
find_program(WEGWIJZER_CCACHE ccache)
mark_as_advanced(WEGWIJZER_CCACHE)
if(WEGWIJZER_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  # ccache refuses to cache what uses a precompiled header unless told that this is fine.
  set(CMAKE_CXX_COMPILER_LAUNCHER
      "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${WEGWIJZER_CCACHE}")
endif()
