#pragma once

#include "import/problems.hpp"

// Everything that can be wrong with a row that the reader understood, once it meets what is known already.
// As in import: the sentences hold no values, and each is translated.
namespace rodtrad::steering::problems {

using import::problems::Problem;

// Figures
inline constexpr Problem other_periodicity{
    "The measure is followed by another kind of period.",
    "Deliver figures for whole periods of the kind the measure has, or define a measure of its own."};
inline constexpr Problem counts_without_measure{
    "The row has counts but no value, and the measure is not defined.",
    "Deliver the definition of the measure (with its multiplier) before its figures."};
inline constexpr Problem more_than_all{"The numerator is greater than the denominator.",
                                       "A share counts some of all: correct the numbers and deliver the row again."};
inline constexpr Problem value_is_not_quotient{"The value is not what numerator and denominator give.",
                                               "The row was stored as it stands. Check which of them is right."};
inline constexpr Problem stated_twice{
    "The delivery states this figure twice, with different values.",
    "The first one was kept. Remove the row that is wrong and deliver the file again."};

// Figures from someone who may not define, or not deliver everywhere
inline constexpr Problem unknown_measure{
    "There is no measure with that code.",
    "Correct the code, or ask a controller to define the measure, and deliver the row again."};
inline constexpr Problem unknown_unit{"There is no unit with that name or code.",
                                      "Correct it, or ask a controller to add the unit, and deliver the row again."};
inline constexpr Problem unknown_group{
    "There is no group with that code.",
    "Correct the code, or ask a controller to define the group, and deliver the row again."};
inline constexpr Problem not_their_unit{"You may not deliver figures for that unit.",
                                        "Leave the row to someone who answers for the unit."};

// Definitions
inline constexpr Problem defined_twice{
    "The file has defined the same code on an earlier row.",
    "The first one was kept. Remove the row that is wrong, or give it a code of its own."};
inline constexpr Problem no_name{"The unit is new and has no name.",
                                 "It was stored with its code for a name. Write what people call it."};
inline constexpr Problem undefined_unit{
    "The unit is not defined.",
    "Its figures were stored under the code. Deliver a file of units that gives its name and its place in the tree."};
inline constexpr Problem undefined_measure{
    "The measure is not defined.",
    "Its figures were stored under the code. Deliver a file of measures that gives its title and definition."};
inline constexpr Problem undefined_group{
    "The group is not defined.",
    "Its figures were stored under the code. Deliver a file of groups that gives its name."};
inline constexpr Problem absent_parent{"The unit above does not exist.",
                                       "The unit was placed at the top. Define the unit above, or correct its code."};
inline constexpr Problem absent_parent_below_top{
    "The unit above does not exist.",
    "The unit was placed right under the topmost one. Define the unit above, or correct its code."};
inline constexpr Problem absent_predecessors{"Some of the units that it came out of do not exist.",
                                             "They are kept as written. Define them, or correct their codes."};
inline constexpr Problem ended_above{"The unit above has come to its end, and this one goes on.",
                                     "It was stored as it stands. Give it another unit above, or a last day."};
inline constexpr Problem figures_of_other_periodicity{
    "The measure has figures for another kind of period.",
    "They are kept but no longer shown. Deliver figures for the new kind of period, or take the change back."};
inline constexpr Problem absent_owner{"The unit whose peers these are does not exist.",
                                      "The group was stored without an owner. Define the unit, or correct its code."};
inline constexpr Problem absent_members{"Some members of the group do not exist.",
                                        "The group was stored without them. Define the units, or correct their codes."};
inline constexpr Problem absent_conditions{"Some of the measures that say what can be expected do not exist.",
                                           "They are passed over until they do. Define them, or correct their codes."};
inline constexpr Problem mark_on_nothing{
    "The mark is on something that does not exist.",
    "Define the measure, the unit and the group first, or correct the code. An empty cell means every one."};
inline constexpr Problem target_of_nothing{"The target is for something that does not exist.",
                                           "Define the measure and the unit first, or correct the code."};

} // namespace rodtrad::steering::problems
