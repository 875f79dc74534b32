#pragma once

#include "base/fields.hpp"
#include "domain/ids.hpp"
#include "view/language.hpp"
#include "view/url.hpp"

#include <optional>
#include <string>
#include <tuple>

namespace rodtrad::view::pages {

// What every page knows beside its own matter.
struct Context {
    Language const& language;
    std::string organisation;
    std::string version;                      // of the program
    std::optional<domain::PersonId> person{}; // who is signed in
    std::string person_name{};
    bool has_own_language = false; // whatever the browser asks for
    bool is_administrator = false; // of some branch: has people and the journal to look after
    bool may_deliver = false;      // figures, somewhere
    std::string csrf{};            // the secret of this session: a form that does not carry it is refused
};

struct Link {
    std::string text;
    Url url;

    static constexpr auto fields() {
        return std::tuple{base::Field{"text", &Link::text}, base::Field{"url", &Link::url}};
    }
};

} // namespace rodtrad::view::pages
