#include "base/fields.hpp"
#include "view/pages/advice_page.hpp"
#include "web/errors.hpp"
#include "web/number_in.hpp"
#include "web/page_answer.hpp"
#include "web/red_thread_resources.hpp"

#include <algorithm>

namespace rodtrad::web {

namespace pages = view::pages;

Response show_advice(Visit const& visit) {
    pages::AdviceQuestion question;
    question.unit = visit.request.parameter("enhet");
    question.rule = base::value_of<plan::AdviceRule>(visit.request.parameter("regel"));
    question.page = static_cast<std::size_t>(std::max<std::int64_t>(1, number_in(visit.request.parameter("sida"))));
    if (!question.unit.empty() && !visit.data().find_unit(question.unit)) return unit_not_found(visit, question.unit);
    auto const view = pages::advice_view(visit.plan(), visit.data(), visit.today(), question, visit.language());
    return page_or_json(visit, view, [&] { return pages::advice_page(view, visit.context()); });
}

} // namespace rodtrad::web
