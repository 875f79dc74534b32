#pragma once

#include "domain/ids.hpp"
#include "view/url.hpp"

#include <string_view>

// The addresses of people: who they are, what they may do, and how one gets in and out.
namespace rodtrad::view::pages {

// `to`: where one was going, an address within the site with its slash; empty: the first page.
Url sign_in_url(std::string_view to = {});
Url sign_out_url();
Url sign_out_elsewhere_url();
Url own_settings_url();
Url own_password_url();

Url set_up_url();
Url link_url(std::string_view secret); // of a one-time link

Url people_url();
Url new_person_url();
Url person_url(domain::PersonId person);
Url person_form_url(domain::PersonId person, std::string_view what); // /manniskor/7/roller

Url journal_url();

} // namespace rodtrad::view::pages
