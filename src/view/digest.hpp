#pragma once

#include "base/date.hpp"
#include "plan/todo.hpp"
#include "study/dataset.hpp"
#include "view/language.hpp"

#include <string>
#include <string_view>

namespace rodtrad::view {

// A letter of what a person is to do, in plain text.
struct Digest {
    std::string subject;
    std::string text; // lines end with \n
};

// `site`: the origin of the pages, "https://rodtrad.example.se": what is to be done is one click away.
Digest digest_of(plan::Todos const& todos, plan::Plan const& plan, study::Dataset const& data,
                 domain::Person const& person, std::string_view site, base::Date today, Language const& language);

} // namespace rodtrad::view
