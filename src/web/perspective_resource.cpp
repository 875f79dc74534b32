#include "steering/perspectives.hpp"
#include "view/pages/perspective_page.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/form.hpp"
#include "web/number_in.hpp"
#include "web/page_answer.hpp"
#include "web/scorecard_resources.hpp"

#include <algorithm>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

constexpr std::int64_t most_lines = 40; // of the form

pages::PerspectivesView view_of(Visit const& visit, study::UnitIndex unit) {
    auto view = pages::perspectives_view(visit.plan(), visit.data(), unit);
    view.may_define = visit.may(plan::Right::define, view.unit);
    return view;
}

std::vector<steering::PerspectiveText> texts_of(Visit const& visit) {
    std::vector<steering::PerspectiveText> texts;
    auto const lines = std::min(number_in(visit.filled_in("lines")), most_lines);
    for (std::int64_t line = 0; line < lines; ++line) {
        auto const of_line = [&](std::string const& name) {
            return visit.filled_in(name + "." + std::to_string(line));
        };
        texts.push_back({.id = domain::PerspectiveId{number_in(of_line("id"))},
                         .name = std::string{of_line("name")},
                         .name_en = std::string{of_line("name_en")},
                         .about = std::string{of_line("about")},
                         .is_ended = !of_line("is_ended").empty()});
    }
    return texts;
}

Response take(Visit const& visit, void (*use_case)(steering::Work&, Visit const&)) {
    auto const& code = visit.captured_as("unit");
    auto const unit = visit.data().find_unit(code);
    if (!unit) return unit_not_found(visit, code);
    return answer_form(
        visit,
        [&] {
            visit.organisation.carry_out(visit.by(), [&](steering::Work& work) { use_case(work, visit); });
            return see_other(pages::perspectives_url(code));
        },
        [&](pages::Filled const& filled) {
            auto const view = view_of(visit, *unit);
            // The button that drops them sends no lines: then those that stand are shown again, with what is wrong.
            auto values = visit.form;
            if (filled.value("lines").empty()) values = pages::standing_values(view);
            auto const shown = pages::Filled::typed(std::move(values), filled.problems());
            return page_or_json(visit, view, [&] { return pages::perspectives_page(view, shown, visit.context()); });
        });
}

} // namespace

Response show_perspectives(Visit const& visit) {
    auto const unit = visit.data().find_unit(visit.captured_as("unit"));
    if (!unit) return unit_not_found(visit, visit.captured_as("unit"));
    auto const view = view_of(visit, *unit);
    return page_or_json(visit, view, [&] {
        return pages::perspectives_page(view, pages::Filled::standing(pages::standing_values(view)), visit.context());
    });
}

Response set_perspectives(Visit const& visit) {
    return take(visit, [](steering::Work& work, Visit const& asked) {
        steering::set_perspectives(work, asked.captured_as("unit"), texts_of(asked));
    });
}

Response drop_perspectives(Visit const& visit) {
    return take(visit, [](steering::Work& work, Visit const& asked) {
        steering::drop_own_perspectives(work, asked.captured_as("unit"));
    });
}

} // namespace rodtrad::web
