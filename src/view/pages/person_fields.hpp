#pragma once

#include "view/pages/form.hpp"

namespace rodtrad::view::pages {

// What an administrator writes of a person: name, user name, e-mail, language.
void write_person_fields(Html& h, Filled const& filled, Language const& language);
void write_email_field(Html& h, Filled const& filled, Language const& language);
void write_language_field(Html& h, Filled const& filled, Language const& language);

// A new password.
void write_new_password_field(Html& h, Filled const& filled, Language const& language);

} // namespace rodtrad::view::pages
