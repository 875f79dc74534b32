#pragma once

#include "base/text.hpp"
#include "domain/goal.hpp"
#include "steering/work.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace rodtrad::steering {

// As titles and names in a file are compared: in any case, without white space at their ends.
std::string plain(std::string_view text);
bool is_same(std::string_view a, std::string_view b);

// What the names in the cells of a plan that comes by file stand for. Each throws Refused, naming the field, where
// there is nothing of that name, or several things.
class PlanNames {
public:
    explicit PlanNames(Work& work);

    std::string unit(std::string_view field, std::string_view written);          // its code
    std::string measure(std::string_view field, std::string_view written) const; // its code

    // Of an empty cell: nothing.
    std::optional<domain::PersonId> person(std::string_view written) const; // by user name, or a name that one has
    // One that holds at the goal's first unit, by its name in either language. Balansen's four, where they hold because
    // nobody has said anything else, become records by it.
    std::optional<domain::PerspectiveId> perspective(domain::Goal const& goal, std::string_view written);
    // One of the goal's first unit, or of the nearest above it that has one of that name; in the goal's perspective,
    // where it has one.
    std::optional<domain::SuccessFactorId> factor(domain::Goal const& goal, std::string_view written) const;

private:
    Work& m_work;
    base::TextMap<std::string> m_units;                                 // codes, by what was written
    base::TextMap<std::string> m_measures;                              // codes, by title
    std::multimap<std::string, domain::PersonId, std::less<>> m_people; // by name
};

} // namespace rodtrad::steering
