#include "view/pages/scorecard_addresses.hpp"
#include "view/pages/scorecard_table.hpp"
#include "view/pages/scorecard_view.hpp"
#include "view/pages/strategy_map_page.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/page_answer.hpp"
#include "web/scorecard_resources.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

Response show_scorecards(Visit const& visit) {
    auto const& snapshot = *visit.snapshot();
    pages::TableQuestion const question{.operation = std::string{visit.request.parameter("verksamhet")},
                                        .branch = std::string{visit.request.parameter("enhet")},
                                        .sorted = std::string{visit.request.parameter("ordna")}};
    if (!question.operation.empty()) {
        auto const table = pages::scorecard_table(visit.plan(), snapshot.data, snapshot.list, question, visit.today(),
                                                  visit.language());
        return page_or_json(visit, table, [&] { return pages::scorecard_table_page(table, visit.context()); });
    }
    auto view = pages::scorecards_view(visit.plan(), snapshot.data, visit.today());
    view.may_define = plan::may_somewhere(visit.plan(), visit.person().id, plan::Right::define, visit.today());
    return page_or_json(visit, view, [&] { return pages::scorecards_page(view, visit.context()); });
}

Response show_scorecard(Visit const& visit) {
    auto const& snapshot = *visit.snapshot();
    auto const unit = snapshot.data.find_unit(visit.captured_as("unit"));
    if (!unit) return unit_not_found(visit, visit.captured_as("unit"));
    auto view = pages::scorecard_view(visit.plan(), snapshot.data, snapshot.list, *unit,
                                      visit.request.parameter("verksamhet"), visit.today(), visit.language());
    auto const* card = view.card ? visit.plan().scorecards.find(*view.card) : nullptr;
    view.may_define = visit.may(plan::Right::define, card ? card->unit : view.unit);
    return page_or_json(visit, view, [&] { return pages::scorecard_page(view, visit.context()); });
}

Response show_strategy_map(Visit const& visit) {
    auto const unit = visit.data().find_unit(visit.captured_as("unit"));
    if (!unit) return unit_not_found(visit, visit.captured_as("unit"));
    auto const view = pages::strategy_map_view(visit.plan(), visit.data(), *unit, visit.today(), visit.language());
    return page_or_json(visit, view, [&] { return pages::strategy_map_page(view, visit.context()); });
}

} // namespace rodtrad::web
