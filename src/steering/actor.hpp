#pragma once

#include "base/instant.hpp"
#include "domain/ids.hpp"
#include "domain/person.hpp"

#include <optional>
#include <string>
#include <utility>

namespace rodtrad::steering {

// Who does something: a person who is signed in, or someone at the command line of the computer that holds the data,
// who could read and change the files themselves and so may do anything.
class Actor {
public:
    static Actor of(domain::Person const& person) { return Actor{person.id, person.name}; }
    static Actor command_line(std::string command) { return Actor{{}, std::move(command)}; } // "rodtrad import"

    // Nothing: the command line.
    std::optional<domain::PersonId> const& person() const { return m_person; }
    std::string const& name() const { return m_name; }

private:
    Actor(std::optional<domain::PersonId> person, std::string name) : m_person{person}, m_name{std::move(name)} {}
    std::optional<domain::PersonId> m_person;
    std::string m_name;
};

// Who does something, and when.
struct By {
    Actor actor;
    base::Instant at;
};

inline By by_command_line(std::string command, base::Instant at) {
    return {Actor::command_line(std::move(command)), at};
}

} // namespace rodtrad::steering
