#include "plan/red_thread.hpp"
#include "view/pages/red_thread_addresses.hpp"
#include "view/pages/red_thread_view.hpp"
#include "web/errors.hpp"
#include "web/number_in.hpp"
#include "web/page_answer.hpp"
#include "web/red_thread_resources.hpp"

#include <algorithm>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

plan::RedThread thread_of(Visit const& visit) { return {visit.plan(), visit.data(), visit.today()}; }

Response thread_page(Visit const& visit, pages::RedThreadView const& view, pages::Context const& context) {
    return page_or_json(visit, view, [&] { return pages::red_thread_page(view, context); });
}

std::size_t page_of(Visit const& visit) {
    return static_cast<std::size_t>(std::max<std::int64_t>(1, number_in(visit.request.parameter("sida"))));
}

} // namespace

Response show_red_thread(Visit const& visit) {
    auto const context = visit.context();
    return thread_page(visit, pages::red_thread_view(thread_of(visit), context), context);
}

Response show_red_thread_of_unit(Visit const& visit) {
    auto const thread = thread_of(visit);
    auto const unit = thread.find_unit(visit.captured_as("unit"));
    if (!unit) return unit_not_found(visit, visit.captured_as("unit"));
    auto const context = visit.context();
    return thread_page(visit, pages::red_thread_view(thread, *unit, context), context);
}

Response show_red_thread_of_goal(Visit const& visit) {
    auto const thread = thread_of(visit);
    auto const* goal = visit.plan().goals.find(domain::GoalId{number_in(visit.captured_as("goal"))});
    if (goal == nullptr) return page_not_found(visit);
    auto const context = visit.context();
    return thread_page(visit, pages::red_thread_view(thread, *goal, page_of(visit), context), context);
}

Response show_red_thread_of_document(Visit const& visit) {
    auto const thread = thread_of(visit);
    auto const* document = visit.plan().documents.find(domain::DocumentId{number_in(visit.captured_as("document"))});
    if (document == nullptr) return page_not_found(visit);
    auto const context = visit.context();
    return thread_page(visit, pages::red_thread_view(thread, *document, page_of(visit), context), context);
}

Response show_thread_breaks(Visit const& visit) {
    auto const kind = pages::break_kind_of(visit.captured_as("kind"));
    if (!kind) return page_not_found(visit);
    auto const thread = thread_of(visit);
    auto const code = visit.request.parameter("enhet");
    auto const unit = code.empty() ? std::nullopt : thread.find_unit(code);
    if (!code.empty() && !unit) return unit_not_found(visit, code);
    auto const view = pages::thread_breaks_view(thread, *kind, unit, page_of(visit), visit.language());
    return page_or_json(visit, view, [&] { return pages::thread_breaks_page(view, visit.context()); });
}

} // namespace rodtrad::web
