// One's own account.

#include "steering/people.hpp"
#include "view/pages/own_page.hpp"
#include "view/pages/people_addresses.hpp"
#include "web/address.hpp"
#include "web/form.hpp"
#include "web/number_in.hpp"
#include "web/page_answer.hpp"
#include "web/people_resources.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

pages::Filled standing_of(domain::Person const& person) {
    return pages::Filled::standing(
        {{"email", person.email}, {"language", person.language}, {"wants_digest", person.wants_digest ? "ja" : ""}});
}

Response own_response(Visit const& visit, pages::Filled const& filled) {
    pages::OwnView view{
        .person = visit.person(), .places = {}, .has_changed_password = visit.request.parameter("bytt") == "ja"};
    for (auto const& place : steering::places_of(visit.organisation, *visit.who, visit.now()))
        view.places.push_back({.device = place.device, .last_seen = place.last_seen, .is_here = place.is_here});
    return page_or_json(visit, view, [&] { return pages::own_page(view, filled, visit.context()); });
}

} // namespace

Response show_own(Visit const& visit) { return own_response(visit, standing_of(visit.person())); }

Response take_own(Visit const& visit) {
    return answer_form(
        visit,
        [&] {
            visit.organisation.carry_out(visit.by(), [&](steering::Work& work) {
                steering::change_own(work, number_in(visit.filled_in("version")),
                                     {.email = std::string{visit.filled_in("email")},
                                      .language = std::string{visit.filled_in("language")},
                                      .wants_digest = visit.filled_in("wants_digest") == "ja"});
            });
            return see_other(pages::own_settings_url());
        },
        [&](pages::Filled const& filled) { return own_response(visit, filled); });
}

Response take_own_password(Visit const& visit) {
    return answer_form(
        visit,
        [&] {
            steering::change_password(visit.organisation, visit.by(), visit.who->session,
                                      visit.filled_in("old_password"), visit.filled_in("new_password"));
            return see_other(pages::own_settings_url().query("bytt", "ja").anchor("losenord"));
        },
        [&](pages::Filled const& filled) {
            // What the other form of the page holds stands as it is.
            pages::Filled::Values values{{"email", visit.person().email}, {"language", visit.person().language}};
            if (visit.person().wants_digest) values.emplace_back("wants_digest", "ja");
            return own_response(visit, pages::Filled::typed(std::move(values), filled.problems()));
        });
}

} // namespace rodtrad::web
