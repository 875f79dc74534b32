#pragma once

#include "base/date.hpp"
#include "domain/ids.hpp"
#include "plan/todo.hpp"

#include <vector>

// A letter a day at most to each person who wants one, and only when something has come since the last.
namespace rodtrad::steering {

class Organisation;
class Work;

struct DueDigest {
    domain::PersonId person;
    plan::Todos todos; // on that day
};

// Those who are to have a letter on a day, by id: active people with an address who want letters, have had none that
// day, and for whom something has become due or begun to wait since their latest letter. What is still late or waiting
// a week after it is told again.
std::vector<DueDigest> due_digests(Organisation& organisation, base::Date day);

// Says that a person is sent a letter on the day of the work. False: one has been sent already. It is to be stored
// before the letter leaves: should the program be stopped between the two, a letter is missing rather than sent twice.
[[nodiscard]] bool begin_digest(Work& work, domain::PersonId person);
// The letter did not leave: it is tried again the next day.
void take_back_digest(Work& work, domain::PersonId person);

} // namespace rodtrad::steering
