#include "steering/profiles.hpp"
#include "view/pages/profile_page.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/form.hpp"
#include "web/number_in.hpp"
#include "web/page_answer.hpp"
#include "web/scorecard_resources.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

pages::ProfileView view_of(Visit const& visit, study::UnitIndex unit) {
    auto view = pages::profile_view(visit.plan(), visit.data(), unit, visit.today());
    view.may_write = visit.may(plan::Right::steer, view.unit);
    return view;
}

domain::Profile answers_of(Visit const& visit, std::string const& unit) {
    domain::Profile answers;
    base::for_each_field(answers, [&]<class Value>(std::string_view name, Value& value) {
        if constexpr (std::same_as<Value, std::string>) value = visit.filled_in(name);
    });
    answers.unit = unit; // of the address, whatever the form says
    answers.version = number_in(visit.filled_in("version"));
    return answers;
}

} // namespace

Response show_profile(Visit const& visit) {
    auto const unit = visit.data().find_unit(visit.captured_as("unit"));
    if (!unit) return unit_not_found(visit, visit.captured_as("unit"));
    auto const view = view_of(visit, *unit);
    return page_or_json(visit, view, [&] { return pages::profile_page(view, visit.context()); });
}

Response show_profile_form(Visit const& visit) {
    auto const unit = visit.data().find_unit(visit.captured_as("unit"));
    if (!unit) return unit_not_found(visit, visit.captured_as("unit"));
    auto const view = view_of(visit, *unit);
    if (!view.may_write) return see_other(pages::profile_url(view.unit));
    return page_or_json(visit, pages::form_view(pages::filled_from(view.answers)), [&] {
        return pages::profile_form_page(view, pages::filled_from(view.answers), visit.context());
    });
}

Response describe_unit(Visit const& visit) {
    auto const& code = visit.captured_as("unit");
    auto const unit = visit.data().find_unit(code);
    if (!unit) return unit_not_found(visit, code);
    return answer_form(
        visit,
        [&] {
            visit.organisation.carry_out(
                visit.by(), [&](steering::Work& work) { steering::describe_unit(work, answers_of(visit, code)); });
            return see_other(pages::profile_url(code));
        },
        [&](pages::Filled const& filled) {
            return page_or_json(visit, pages::form_view(filled), [&] {
                return pages::profile_form_page(view_of(visit, *unit), filled, visit.context());
            });
        });
}

} // namespace rodtrad::web
