#pragma once

#include "import/unreadable.hpp"
#include "steering/refusals.hpp"

namespace rodtrad::steering {

// What `read` gives. A file that cannot be read as a whole is Refused, by the field "file", so that it is told in the
// reader's language.
auto readable(auto const& read) {
    try {
        return read();
    } catch (import::Unreadable const& unreadable) {
        throw Refused{"file", unreadable.message(), unreadable.values()};
    }
}

} // namespace rodtrad::steering
