# SPDX-License-Identifier: Apache-2.0
# The program reads files from strangers, so what the compiler can check at run time it checks.
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(wegwijzer_hardening INTERFACE)
# An index out of range ends with a message instead of reading what lies beside it. It costs about
# as much as a bound check does; see the benchmarks before taking it out.
target_compile_definitions(wegwijzer_hardening INTERFACE _GLIBCXX_ASSERTIONS)
target_compile_options(wegwijzer_hardening INTERFACE
  -fstack-protector-strong -fstack-clash-protection
  $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection>)
target_link_options(wegwijzer_hardening INTERFACE -Wl,-z,relro -Wl,-z,now)
