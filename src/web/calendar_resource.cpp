#include "steering/calendar_tokens.hpp"
#include "steering/work.hpp"
#include "view/calendar_feed.hpp"
#include "view/pages/todo_addresses.hpp"
#include "view/pages/todo_page.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/page_answer.hpp"
#include "web/todo_resources.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

Response show_own_calendar(Visit const& visit) {
    bool const has_calendar = steering::has_calendar(visit.organisation, visit.who->person);
    pages::OwnCalendarView const view{.has_calendar = has_calendar};
    return page_or_json(visit, view, [&] { return pages::own_calendar_page(view, visit.context()); });
}

Response make_own_calendar(Visit const& visit) {
    std::string secret;
    visit.organisation.carry_out(visit.by(),
                                 [&](steering::Work& work) { secret = steering::make_calendar_secret(work); });
    auto const address = visit.request.origin + pages::calendar_url(secret).text();
    return {.body = pages::own_calendar_page({.has_calendar = true, .address = address}, visit.context())};
}

Response end_own_calendar(Visit const& visit) {
    visit.organisation.carry_out(visit.by(), [](steering::Work& work) { steering::end_calendar(work); });
    return see_other(pages::own_calendar_url());
}

Response send_calendar(Visit const& visit) {
    auto const id = steering::find_by_calendar_secret(visit.organisation, visit.captured_as("secret"));
    auto const* person = id ? visit.plan().people.find(*id) : nullptr;
    if (person == nullptr || !person->is_active) return page_not_found(visit);
    auto const* language = view::Language::find(person->language);
    return {.content_type = "text/calendar; charset=utf-8",
            .body = view::calendar_of(visit.plan(), visit.data(), *id, visit.request.origin, visit.now(),
                                      language == nullptr ? visit.language() : *language)};
}

} // namespace rodtrad::web
