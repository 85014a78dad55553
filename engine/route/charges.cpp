// SPDX-License-Identifier: Apache-2.0
#include "route/charges.hpp"

#include <algorithm>

#include "route/solution.hpp"

namespace wegwijzer::route {

namespace {

bool is_chosen(const Node& node, std::size_t payer) { return ((node.chosen >> payer) & 1U) != 0; }

/// Whether the run costs its owner the same from every start, whatever others use up.
bool is_plain(const Option& option, const Node& node) {
    if (!option.cost_is_fixed) return false;
    for (std::size_t p = 0; p < option.payers.size(); ++p) {
        const auto& payer = option.payers[p];
        if (is_chosen(node, p) &&
            (payer.is_limited || payer.lends || payer.least_share != payer.most_share))
            return false;
    }
    return true;
}

}  // namespace

std::vector<Charge> charges_of(const Network& network) {
    const auto& problem = network.problem();
    std::vector<Charge> charges;
    for (NodeId n = 0; n < network.nodes().size(); ++n) {
        const auto& node = network.nodes()[n];
        const auto& option = network.option(n);
        for (const auto& line :
             cost_of(problem, option, node.start, node.begin, node.finish).lines) {
            Charge charge{problem.tasks[option.task].key, line.cost, line.due, line.amount, {}, {}};
            for (std::size_t p = 0; p < option.payers.size(); ++p) {
                const auto& costs = option.payers[p].costs;
                if (is_chosen(node, p) && std::binary_search(costs.begin(), costs.end(), line.cost))
                    charge.payers.push_back(option.payers[p].who);
            }
            charges.push_back(std::move(charge));
        }
    }
    pay(*problem.person, problem.spent, charges);
    return charges;
}

Money own_cost_of(const Network& network) {
    Money own;
    for (NodeId n = 0; n < network.nodes().size(); ++n) {
        const auto& option = network.option(n);
        const auto& node = network.nodes()[n];
        if (!is_plain(option, node)) return own_of(charges_of(network));
        own.cents += least_own(option, node.chosen);
    }
    return own;
}

std::vector<PayerId> payers_of(const Network& network, NodeId n) {
    std::vector<PayerId> payers;
    const auto& option = network.option(n);
    for (std::size_t p = 0; p < option.payers.size(); ++p)
        if (is_chosen(network.nodes()[n], p)) payers.push_back(option.payers[p].who);
    return payers;
}

void take_open_loans(Network& network) {
    for (NodeId n = 0; n < network.nodes().size(); ++n) {
        const auto& payers = network.option(n).payers;
        for (std::size_t p = 0; p < payers.size(); ++p)
            if (payers[p].lends && ((network.nodes()[n].open >> p) & 1U) != 0 &&
                is_met(network, {n, static_cast<std::uint16_t>(payers[p].need)}))
                network.choose_payer(n, p);
    }
}

}  // namespace wegwijzer::route
