#pragma once

#include "base/date.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace rodtrad::plan {

// What one may be allowed to do. To read takes no more than being signed in: the organisation is open to itself.
enum class Right : std::uint8_t {
    read,
    take_part,  // propose, comment, follow, note
    check_in,   // say how a goal is going
    steer,      // adopt, adjust, pause and close goals; behaviours, judgements, acknowledgements, profiles
    annotate,   // explain figures, name whom a unit is compared with
    deliver,    // figures and targets
    define,     // measures, scorecards, perspectives, steering documents, the tree; publish
    administer, // people, roles, settings
};
constexpr auto names_of(Right) {
    return std::to_array<std::pair<Right, std::string_view>>({
        {Right::read, "read"},
        {Right::take_part, "take_part"},
        {Right::check_in, "check_in"},
        {Right::steer, "steer"},
        {Right::annotate, "annotate"},
        {Right::deliver, "deliver"},
        {Right::define, "define"},
        {Right::administer, "administer"},
    });
}

// Whether a role has a right in its branch.
bool has_right(domain::Role role, Right right);

// Whether a person may, on a day, at a unit (its code; empty: the whole organisation). A role holds for the unit it was
// given for and all below. To take part is wider: in what concerns the own unit from above, too. Someone who has been
// deactivated may nothing; anyone else may read.
bool may(Plan const& plan, study::Dataset const& data, domain::PersonId person, Right right, std::string_view unit,
         base::Date day);

// Whether a person may somewhere: for menus, and for routes before it is known which unit they are about.
bool may_somewhere(Plan const& plan, domain::PersonId person, Right right, base::Date day);

} // namespace rodtrad::plan
