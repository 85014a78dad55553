// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "rule/types.hpp"

namespace wegwijzer::rule::detail {
namespace {

/// @source ISO 3166-1, the 249 officially assigned codes (2024)
constexpr std::string_view assigned =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI "
    "BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN "
    "CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK "
    "FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM "
    "HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
    "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK "
    "ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP "
    "NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW "
    "SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF "
    "TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI "
    "VN VU WF WS YE YT ZA ZM ZW ";

/// Countries that are gone and still stand on diplomas: Burma, Czechoslovakia and Serbia and
/// Montenegro, the German Democratic Republic, the Soviet Union, the Netherlands Antilles, East
/// Timor, South Yemen, Yugoslavia, Zaire.
/// @source ISO 3166-3 and the transitional reservations of ISO 3166-1
constexpr std::string_view former = "AN BU CS DD SU TP YD YU ZR ";

constexpr bool has(std::string_view codes, std::string_view code) {
    for (std::size_t at = 0; at < codes.size(); at += 3) {
        if (codes.substr(at, 2) == code) return true;
    }
    return false;
}

/// Free for everyone's own use, such as XK for Kosovo.
constexpr bool is_user_assigned(std::string_view code) {
    return code == "AA" || code == "ZZ" || code[0] == 'X' || (code[0] == 'Q' && code[1] >= 'M');
}

static_assert(assigned.size() == std::size_t{249} * 3);
static_assert(has(assigned, "NL") && has(assigned, "ZW") && !has(assigned, "UK"));

}  // namespace

bool is_known_country(model::Country country) {
    if (country.code == 0) return false;
    const std::string code = country.whole().to_string();
    return has(assigned, code) || has(former, code) || is_user_assigned(code);
}

}  // namespace wegwijzer::rule::detail
