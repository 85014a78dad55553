// SPDX-License-Identifier: Apache-2.0
/// Work that falls apart into numbered pieces, done on several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace wegwijzer {

/// Does `work(0)` to `work(count - 1)` on several threads; what a thread throws is thrown here.
template <class Work>
void for_each_on_threads(std::size_t count, std::size_t threads, Work work) {
    std::atomic<std::size_t> next{0};
    std::vector<std::exception_ptr> thrown(std::max<std::size_t>(1, std::min(threads, count)));
    const auto run = [&](std::size_t which) {
        try {
            for (std::size_t k = next++; k < count; k = next++) work(k);
        } catch (...) {
            thrown[which] = std::current_exception();
            next = count;
        }
    };
    std::vector<std::jthread> others;
    for (std::size_t k = 1; k < thrown.size(); ++k) others.emplace_back(run, k);
    run(0);
    others.clear();
    for (const std::exception_ptr& one : thrown)
        if (one) std::rethrow_exception(one);
}

}  // namespace wegwijzer
