#pragma once

#include "base/date.hpp"

namespace rodtrad::plan {

// Whether a thing with valid_from and valid_to (the last day) holds on a day.
template <class T>
bool is_valid(T const& thing, base::Date day) {
    return (!thing.valid_from || *thing.valid_from <= day) && (!thing.valid_to || day <= *thing.valid_to);
}

} // namespace rodtrad::plan
