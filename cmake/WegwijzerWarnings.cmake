# SPDX-License-Identifier: Apache-2.0
# One private target that carries the warnings. It is linked PRIVATE and never exported: what we
# ask of our own code is no business of those who include it.
option(WEGWIJZER_WERROR "Treat warnings as errors (the dev preset does)" OFF)

add_library(wegwijzer_warnings INTERFACE)
target_compile_options(wegwijzer_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual
  $<$<BOOL:${WEGWIJZER_WERROR}>:-Werror>)
