#include "view/pages/compare_view.hpp"
#include "web/errors.hpp"
#include "web/page_answer.hpp"
#include "web/resources.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

// A code that is not known is not passed over: the rest would look like the answer for what was asked.
std::optional<Response> unknown_code(Visit const& visit, pages::CompareQuestion const& question) {
    auto const& data = visit.snapshot()->data;
    for (auto const& code : question.measures)
        if (!data.find_measure(code)) return measure_not_found(visit, code);
    for (auto const& code : question.units)
        if (!data.find_unit(code)) return unit_not_found(visit, code);
    return {};
}

} // namespace

Response show_comparison(Visit const& visit) {
    auto const& snapshot = *visit.snapshot();
    auto const question = pages::to_compare_question(visit.request.query);
    if (auto not_found = unknown_code(visit, question)) return std::move(*not_found);
    auto const index = visit.search_desk.index_of(visit.snapshot());
    auto const view = pages::compare_view(snapshot.data, snapshot.list, *index, question, visit.language());
    return page_or_json(visit, view, [&] {
        return visit.is_for_part() ? pages::compare_part(view, visit.language())
                                   : pages::compare_page(view, visit.context());
    });
}

Response download_comparison(Visit const& visit) {
    auto const question = pages::to_compare_question(visit.request.query);
    if (auto not_found = unknown_code(visit, question)) return std::move(*not_found);
    Response response{.content_type = "text/csv; charset=utf-8",
                      .body = pages::compare_csv(visit.snapshot()->data, question)};
    response.add_header("Content-Disposition", "attachment; filename=\"jamforelse.csv\"");
    return response;
}

} // namespace rodtrad::web
