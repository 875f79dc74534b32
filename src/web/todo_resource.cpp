#include "base/fields.hpp"
#include "steering/seen.hpp"
#include "steering/work.hpp"
#include "view/pages/todo_addresses.hpp"
#include "view/pages/todo_page.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/form.hpp"
#include "web/number_in.hpp"
#include "web/page_answer.hpp"
#include "web/todo_resources.hpp"

#include <optional>
#include <string_view>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

std::optional<domain::SeenKind> seen_kind(std::string_view word) {
    if (word == "kommentar") return domain::SeenKind::comment;
    if (word == "svar") return domain::SeenKind::answer;
    return {};
}

} // namespace

Response go_to_todo(Visit const&) { return see_other(pages::todo_url()); }

Response show_todo(Visit const& visit) {
    auto const& data = visit.data();
    auto const view = pages::todo_view(visit.plan(), data, visit.who->person, visit.now(), visit.language());
    plan::RedThread const thread{visit.plan(), data, visit.today()};
    return page_or_json(visit, view, [&] { return pages::todo_page(view, thread, visit.context()); });
}

Response tick_off(Visit const& visit) {
    auto const kind = seen_kind(visit.filled_in("vad"));
    if (!kind) return page_not_found(visit);
    auto const use_case = [&] {
        visit.organisation.carry_out(visit.by(), [&](steering::Work& work) {
            steering::mark_seen(work, *kind, number_in(visit.filled_in("nummer")));
        });
        return see_other(pages::todo_url());
    };
    return answer_button(visit, use_case);
}

} // namespace rodtrad::web
