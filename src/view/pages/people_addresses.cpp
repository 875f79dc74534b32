#include "view/pages/people_addresses.hpp"

#include <string>

namespace rodtrad::view::pages {

Url sign_in_url(std::string_view to) {
    Url const url{"/logga-in"};
    return to.empty() || to == "/" ? url : url.query("till", to);
}

Url sign_out_url() { return Url{"/logga-ut"}; }
Url sign_out_elsewhere_url() { return Url{"/logga-ut/overallt"}; }
Url own_settings_url() { return Url{"/mitt-konto"}; }
Url own_password_url() { return Url{"/mitt-konto/losenord"}; }

Url set_up_url() { return Url{"/kom-igang"}; }
Url link_url(std::string_view secret) { return Url{"/engangslank"}.segment(secret); }

Url people_url() { return Url{"/manniskor"}; }
Url new_person_url() { return Url{"/manniskor/ny"}; }
Url person_url(domain::PersonId person) { return people_url().segment(std::to_string(person.value())); }
Url person_form_url(domain::PersonId person, std::string_view what) { return person_url(person).segment(what); }

Url journal_url() { return Url{"/granskning"}; }

} // namespace rodtrad::view::pages
