// SPDX-License-Identifier: Apache-2.0
/// What a network's runs cost on its days, and who pays.
#pragma once

#include <vector>

#include "route/network.hpp"
#include "route/pay.hpp"

namespace wegwijzer::route {

/// Every cost of every run, paid by the payers chosen (R15).
[[nodiscard]] std::vector<Charge> charges_of(const Network& network);
/// Of the whole, what is left to oneself.
[[nodiscard]] Money own_cost_of(const Network& network);
/// The run's chosen payers.
[[nodiscard]] std::vector<PayerId> payers_of(const Network& network, NodeId node);

/// A loan that is open on a run's start anyhow is taken: it changes no sum of one's own.
void take_open_loans(Network& network);

}  // namespace wegwijzer::route
