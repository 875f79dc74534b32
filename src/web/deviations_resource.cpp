#include "view/pages/addresses.hpp"
#include "view/pages/list_view.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/page_answer.hpp"
#include "web/resources.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

// A code that is not known is not passed over: the whole list would look like the answer for what was asked.
Response show_deviations(Visit const& visit) {
    auto const& snapshot = *visit.snapshot();
    auto const question = pages::to_list_question(visit.request.query);
    if (!question.unit.empty() && !snapshot.data.find_unit(question.unit)) return unit_not_found(visit, question.unit);
    if (!question.measure.empty() && !snapshot.data.find_measure(question.measure))
        return measure_not_found(visit, question.measure);

    auto const publications = visit.organisation.publications();
    std::optional<pages::Published> published;
    if (!publications.empty()) published.emplace(snapshot.states, publications.front().name, publications.front().made);
    auto const list =
        pages::list_view(snapshot.data, snapshot.list, question, visit.language(), published ? &*published : nullptr);
    return page_or_json(visit, list, [&] {
        return visit.is_for_part() ? pages::list_part(list, visit.language()) : pages::list_page(list, visit.context());
    });
}

} // namespace rodtrad::web
