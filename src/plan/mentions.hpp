#pragma once

#include "plan/plan.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::plan {

struct Mentions {
    std::vector<domain::PersonId> people;           // each once, in the order of the text
    std::vector<domain::Person const*> ambiguous{}; // where a name belongs to several: all of them; else empty
    std::string unknown{};                          // the first word after an "@" that names nobody
    bool operator==(Mentions const&) const = default;
};

// Who a text speaks to: "@" and the name ("@Anna Ek"), the user name ("@anna.ek") or the first name alone ("@Anna") of
// someone who is active, in any case, the longest that fits. An "@" without a word after it, or within one (an
// address), is a character like the others.
Mentions mentions_in(std::string_view text, Plan const& plan);

} // namespace rodtrad::plan
