#include "view/pages/person_fields.hpp"

#include <array>

namespace rodtrad::view::pages {

void write_person_fields(Html& h, Filled const& filled, Language const& language) {
    text_field(h, filled, {.name = "name", .label = language.tr("Name"), .required = Required::yes});
    text_field(h, filled,
               {.name = "user_name",
                .label = language.tr("User name"),
                .hint = language.tr("To sign in with: letters, digits and . - _ @"),
                .required = Required::yes});
    write_email_field(h, filled, language);
    write_language_field(h, filled, language);
}

void write_email_field(Html& h, Filled const& filled, Language const& language) {
    text_field(h, filled,
               {.name = "email",
                .label = language.tr("E-mail"),
                .hint = language.tr("For what waits for an answer, at most one letter a day. May be left empty."),
                .autocomplete = "email"});
}

void write_language_field(Html& h, Filled const& filled, Language const& language) {
    std::array<Choice, 3> const languages{Choice{.value = "", .text = std::string{language.tr("As the browser asks")}},
                                          Choice{.value = "sv", .text = "Svenska"},
                                          Choice{.value = "en", .text = "English"}};
    select_field(h, filled,
                 {.name = "language",
                  .label = language.tr("Language"),
                  .hint = language.tr("Of pages and letters. A letter knows of no browser: it is in Swedish then.")},
                 languages);
}

void write_new_password_field(Html& h, Filled const& filled, Language const& language) {
    password_field(h, filled,
                   {.name = "new_password",
                    .label = language.tr("New password"),
                    .hint = language.tr("At least 12 characters. A few words in a row are strong and easy to "
                                        "remember."),
                    .required = Required::yes,
                    .autocomplete = "new-password"});
}

} // namespace rodtrad::view::pages
