#pragma once

#include "domain/ids.hpp"

#include <optional>
#include <string>
#include <string_view>

// A calendar program signs in nowhere: whoever has the secret in the address of a person's calendar reads it.
namespace rodtrad::steering {

class Organisation;
class Work;

// Of the one who works: the secret of a new address; the one before leads nowhere from then on. It leaves this function
// once; what is stored is its digest. Throws Forbidden at the command line.
std::string make_calendar_secret(Work& work);
// No address leads to the calendar of the one who works from then on.
void end_calendar(Work& work);

bool has_calendar(Organisation const& organisation, domain::PersonId person);
// Nothing where the secret is nobody's. Whether the person is still active is for todo_of to say.
std::optional<domain::PersonId> find_by_calendar_secret(Organisation const& organisation, std::string_view secret);

} // namespace rodtrad::steering
