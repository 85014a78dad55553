# SPDX-License-Identifier: Apache-2.0
# WEGWIJZER_SANITIZE is a comma-separated list as -fsanitize takes it; the asan preset sets it.
set(WEGWIJZER_SANITIZE "" CACHE STRING "Sanitizers, for instance address,undefined")

add_library(wegwijzer_sanitizers INTERFACE)
if(WEGWIJZER_SANITIZE)
  # Without -fno-sanitize-recover undefined behaviour is printed and the test still passes.
  target_compile_options(wegwijzer_sanitizers INTERFACE
    -fsanitize=${WEGWIJZER_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(wegwijzer_sanitizers INTERFACE -fsanitize=${WEGWIJZER_SANITIZE})
else()
  # Fortify and the sanitizers check the same calls and get in each other's way; and fortify needs
  # an optimised build. Level 2 is what Debian builds its packages with.
  target_compile_options(wegwijzer_sanitizers INTERFACE
    $<$<CONFIG:Release,RelWithDebInfo>:-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2>)
endif()
