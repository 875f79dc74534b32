#pragma once

#include "base/date.hpp"
#include "domain/unit.hpp"
#include "steering/work.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The tree of units. Whoever may define in a branch changes it there: each of these is a delivery of its own, which can
// be undone, and a line in the journal for each unit that reads otherwise afterwards. A unit keeps its code, and so its
// figures, whatever it is called and wherever it stands; one that has come to its end keeps its history.
//
// All throw Refused and Forbidden; NotFound where there is no such unit; Conflict where the unit was described anew
// since it was read. `described_by`: the delivery that had described it then (study::UnitNode), 0 to pass that over.
namespace rodtrad::steering {

struct NewUnit {
    std::string code; // empty: one is made of the name
    std::string name;
    std::string parent; // code; empty: at the top
    domain::UnitKind kind = domain::UnitKind::unit;
    std::string operation;          // may be empty
    std::optional<base::Date> from; // nothing: since always
};
// Takes the right to define at the parent, or in the whole organisation for one at the top. Returns its code.
std::string add_unit(Work& work, NewUnit const& unit, std::string_view reason = {});

struct UnitWords {
    std::string name;
    domain::UnitKind kind = domain::UnitKind::unit;
    std::string operation;
    std::optional<base::Date> from;
};
void describe_unit(Work& work, std::string const& code, std::int64_t described_by, UnitWords const& words,
                   std::string_view reason = {});

// To below another unit, with all that is below it; empty: to the top. Takes the right to define at both places.
void move_unit(Work& work, std::string const& code, std::int64_t described_by, std::string const& parent,
               std::string_view reason = {});

// What belongs to it (plan/belongings.hpp) stays with it. A unit that has come to its end may get another last day.
void end_unit(Work& work, std::string const& code, std::int64_t described_by, base::Date last_day,
              std::string_view reason = {});

struct Part {
    std::string code; // empty: one is made of the name
    std::string name;
};
// At least two new units stand in its place from a day on, of the same kind; the old one ends the day before. Takes the
// right to define where it stands. Returns their codes.
std::vector<std::string> split_unit(Work& work, std::string const& code, std::int64_t described_by,
                                    std::vector<Part> const& parts, base::Date first_day, std::string_view reason = {});

struct Merger {
    std::vector<std::string> units; // codes, at least two
    std::string into;               // the one of them that goes on; empty: a new one
    Part unit;                      // what the merged unit is called; its code counts where it is new
    base::Date first_day;
};
// The units end the day before, and what is below them moves to the merged unit. It stands where the first of them
// does, or where the one that goes on does. Takes the right to define at each of them, and where it will stand. Returns
// its code.
std::string merge_units(Work& work, Merger const& merger, std::string_view reason = {});

// The code of the unit that somebody has written, by its code or its name. Throws Refused, naming the field, where
// there is none such or there are several.
std::string unit_written(Work const& work, std::string_view field, std::string_view written);

} // namespace rodtrad::steering
