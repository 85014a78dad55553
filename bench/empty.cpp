// SPDX-License-Identifier: Apache-2.0
// Does nothing: what the start of a C++ program takes.
#include <iostream>

int main() {
    std::cout << "";
    return 0;
}
