#include "plan/rights.hpp"
#include "view/pages/measure_view.hpp"
#include "web/errors.hpp"
#include "web/measure_asked.hpp"
#include "web/page_answer.hpp"
#include "web/resources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

// The group asked for, if the measure has it; else everyone, or the first there is.
study::GroupIndex group_shown(Visit const& visit, study::MeasureIndex measure, std::string_view code) {
    auto const& data = visit.snapshot()->data;
    auto const* cube = data.measures[measure].cube.get();
    auto const everyone = data.find_group(domain::total_group).value_or(study::GroupIndex{});
    if (!cube) return everyone;
    if (auto const asked = data.find_group(code); asked && cube->slot_of(*asked)) return *asked;
    return cube->slot_of(everyone) ? everyone : cube->groups().front();
}

std::optional<domain::Period> newest_period(pages::SeriesKey const& key, study::Dataset const& data) {
    auto const* cube = data.measures[key.measure].cube.get();
    if (!cube) return {};
    auto const slot = cube->slot_of(key.group);
    if (!slot) return {};
    for (auto t = cube->periods(); t-- > 0;)
        if (has_value(cube->cell(cube->at(*slot, t, key.unit)))) return cube->period(t);
    return {};
}

pages::Provenance provenance(Visit const& visit, pages::SeriesKey const& key) {
    auto const& data = visit.snapshot()->data;
    auto const measure = data.measures[key.measure].id;
    auto const unit = data.units[key.unit].id;
    pages::Provenance result{.delivery = visit.organisation.latest_delivery(measure, unit), .revisions = {}};
    if (auto const period = newest_period(key, data))
        for (auto& [delivery, outcome] :
             visit.organisation.history(measure, unit, data.groups[key.group].code, *period))
            result.revisions.push_back({std::move(delivery), outcome});
    return result;
}

// Codes as a file name that every system takes.
std::string file_name(std::string_view measure, std::string_view unit) {
    auto name = fmt::format("{}-{}.csv", measure, unit);
    auto const is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    std::ranges::replace_if(name, [&](char c) { return !is_plain(c); }, '_');
    return name;
}

} // namespace

std::variant<pages::SeriesKey, Response> find_asked(Visit const& visit, std::string_view group) {
    auto const& data = visit.snapshot()->data;
    auto const measure = data.find_measure(visit.captured_as("measure"));
    if (!measure) return measure_not_found(visit, visit.captured_as("measure"));
    auto const unit = data.find_unit(visit.captured_as("unit"));
    if (!unit) return unit_not_found(visit, visit.captured_as("unit"));
    return pages::SeriesKey{*measure, *unit, group_shown(visit, *measure, group)};
}

Response measure_response(Visit const& visit, pages::SeriesKey const& key, pages::MeasureQuestion const& question,
                          pages::MeasureForms const* forms) {
    auto const& snapshot = *visit.snapshot();
    auto const index = visit.search_desk.index_of(visit.snapshot());
    auto view = pages::measure_view(key, snapshot.data, snapshot.list, provenance(visit, key), visit.language(),
                                    question, index.get());
    if (forms) view.forms = *forms;
    auto const& unit = snapshot.data.units[key.unit].unit.code;
    bool const may_say =
        plan::may(visit.plan(), snapshot.data, visit.who->person, plan::Right::annotate, unit, visit.today());
    view.forms.mark.is_offered = may_say;
    view.forms.peers.is_offered = may_say;
    return page_or_json(visit, view, [&] { return pages::measure_page(view, visit.context()); });
}

Response show_measure(Visit const& visit) {
    auto const asked = find_asked(visit, visit.request.parameter("grupp"));
    if (auto const* not_found = std::get_if<Response>(&asked)) return *not_found;
    auto const question =
        pages::to_measure_question(visit.captured_as("measure"), visit.captured_as("unit"), visit.request.query);
    return measure_response(visit, std::get<pages::SeriesKey>(asked), question, nullptr);
}

Response download_measure(Visit const& visit) {
    auto const asked = find_asked(visit, {});
    if (auto const* not_found = std::get_if<Response>(&asked)) return *not_found;
    auto const& key = std::get<pages::SeriesKey>(asked);
    Response response{.content_type = "text/csv; charset=utf-8",
                      .body = pages::measure_csv(visit.snapshot()->data, key.measure, key.unit)};
    response.add_header(
        "Content-Disposition",
        fmt::format("attachment; filename=\"{}\"", file_name(visit.captured_as("measure"), visit.captured_as("unit"))));
    return response;
}

} // namespace rodtrad::web
