#include "domain/unit.hpp"
#include "steering/tree.hpp"
#include "steering/typed.hpp"
#include "view/pages/tree_addresses.hpp"
#include "view/pages/tree_export.hpp"
#include "view/pages/tree_forms.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/form.hpp"
#include "web/number_in.hpp"
#include "web/page_answer.hpp"
#include "web/tree_resources.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

using steering::Work;

std::string filled_in(Visit const& visit, std::string_view name) { return std::string{visit.filled_in(name)}; }

base::Date typed_day(Visit const& visit, std::string const& field) {
    auto const day = steering::typed_date(field, visit.filled_in(field));
    if (!day) throw steering::Refused{field, base::message("Give a day.")};
    return *day;
}

domain::UnitKind typed_kind(Visit const& visit) {
    auto const kind = domain::to_unit_kind(visit.filled_in("kind"));
    if (!kind) throw steering::Refused{"kind", base::message("Choose one of those in the list.")};
    return *kind;
}

// The code of the unit above; empty: at the top.
std::string typed_parent(Visit const& visit, Work const& work) {
    auto const written = visit.filled_in("parent");
    return written.empty() ? std::string{} : steering::unit_written(work, "parent", written);
}

std::vector<steering::Part> typed_parts(Visit const& visit) {
    std::vector<steering::Part> parts;
    for (int part = 1; part <= pages::most_parts; ++part) {
        steering::Part typed{.code = filled_in(visit, fmt::format("code_{}", part)),
                             .name = filled_in(visit, fmt::format("name_{}", part))};
        if (!typed.code.empty() || !typed.name.empty()) parts.push_back(std::move(typed));
    }
    return parts;
}

// Each does what its form asks for, and tells which unit to show afterwards.
struct Asked {
    std::string const& code;
    std::int64_t described_by;
    std::string_view reason;
};

std::string describe(Visit const& visit, Work& work, Asked const& asked) {
    steering::describe_unit(work, asked.code, asked.described_by,
                            {.name = filled_in(visit, "name"),
                             .kind = typed_kind(visit),
                             .operation = filled_in(visit, "operation"),
                             .from = steering::typed_date("from", visit.filled_in("from"))},
                            asked.reason);
    return asked.code;
}

std::string move(Visit const& visit, Work& work, Asked const& asked) {
    steering::move_unit(work, asked.code, asked.described_by, typed_parent(visit, work), asked.reason);
    return asked.code;
}

std::string end(Visit const& visit, Work& work, Asked const& asked) {
    steering::end_unit(work, asked.code, asked.described_by, typed_day(visit, "last_day"), asked.reason);
    return asked.code;
}

std::string split(Visit const& visit, Work& work, Asked const& asked) {
    steering::split_unit(work, asked.code, asked.described_by, typed_parts(visit), typed_day(visit, "first_day"),
                         asked.reason);
    return asked.code;
}

std::string merge(Visit const& visit, Work& work, Asked const& asked) {
    steering::Merger merger{.units = {asked.code},
                            .into = filled_in(visit, "into"),
                            .unit = {.code = filled_in(visit, "code"), .name = filled_in(visit, "name")},
                            .first_day = typed_day(visit, "first_day")};
    std::ranges::copy(visit.filled_in_all("units"), std::back_inserter(merger.units));
    if (auto const other = visit.filled_in("other"); !other.empty())
        merger.units.push_back(steering::unit_written(work, "other", other));
    return steering::merge_units(work, merger, asked.reason);
}

struct Step {
    std::string_view word;
    std::string (*take)(Visit const&, Work&, Asked const&);
};
constexpr auto steps = std::to_array<Step>({{pages::describing, describe},
                                            {pages::moving, move},
                                            {pages::ending, end},
                                            {pages::splitting, split},
                                            {pages::merging, merge}});

bool may_define_somewhere(Visit const& visit) {
    return plan::may_somewhere(visit.plan(), visit.person().id, plan::Right::define, visit.today());
}

pages::UnitInTreeView view_of(Visit const& visit, study::UnitIndex unit) {
    auto view = pages::unit_in_tree_view(visit.plan(), visit.data(), unit, visit.today(), visit.language());
    view.may_define = visit.may(plan::Right::define, view.unit.code);
    return view;
}

Response step_page(Visit const& visit, study::UnitIndex unit, pages::Filled const& filled) {
    auto const& step = visit.captured_as("step");
    return page_or_json(visit, pages::form_view(filled), [&] {
        auto const view = view_of(visit, unit);
        return pages::tree_step_page(view, step, pages::tree_choices(visit.data(), unit, visit.today()),
                                     pages::tree_step_filled(view, step, visit.data()), filled, visit.context());
    });
}

Response download(std::string name, std::string content_type, std::string bytes) {
    Response response{.content_type = std::move(content_type), .body = std::move(bytes)};
    response.add_header("Content-Disposition", fmt::format("attachment; filename=\"{}\"", name));
    return response;
}

} // namespace

Response show_tree(Visit const& visit) {
    auto const ended = visit.request.parameter("upphorda") == "ja" ? pages::Ended::are_shown : pages::Ended::are_hidden;
    auto view = pages::tree_view(visit.data(), visit.request.parameter("sok"), ended, visit.today(), visit.language());
    view.may_define = may_define_somewhere(visit);
    return page_or_json(visit, view, [&] { return pages::tree_page(view, visit.context()); });
}

Response download_tree_csv(Visit const& visit) {
    return download("organisation.csv", "text/csv; charset=utf-8", pages::tree_csv(visit.data(), visit.language()));
}

Response download_tree_xlsx(Visit const& visit) {
    return download("organisation.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    pages::tree_xlsx(visit.data(), visit.language(), visit.now()));
}

Response show_new_unit(Visit const& visit) {
    auto const filled = pages::new_unit_filled(visit.data(), visit.request.parameter("under"));
    return page_or_json(visit, pages::form_view(filled), [&] {
        return pages::new_unit_page(pages::tree_choices(visit.data(), {}, visit.today()), filled, visit.context());
    });
}

Response add_unit(Visit const& visit) {
    return answer_form(
        visit,
        [&] {
            std::string code;
            visit.organisation.carry_out(visit.by(), [&](Work& work) {
                code = steering::add_unit(work,
                                          {.code = filled_in(visit, "code"),
                                           .name = filled_in(visit, "name"),
                                           .parent = typed_parent(visit, work),
                                           .kind = typed_kind(visit),
                                           .operation = filled_in(visit, "operation"),
                                           .from = steering::typed_date("from", visit.filled_in("from"))},
                                          visit.filled_in("reason"));
            });
            return see_other(pages::unit_in_tree_url(code));
        },
        [&](pages::Filled const& filled) {
            return Response{.body = pages::new_unit_page(pages::tree_choices(visit.data(), {}, visit.today()), filled,
                                                         visit.context())};
        });
}

Response show_unit_in_tree(Visit const& visit) {
    auto const unit = visit.data().find_unit(visit.captured_as("unit"));
    if (!unit) return unit_not_found(visit, visit.captured_as("unit"));
    auto const view = view_of(visit, *unit);
    return page_or_json(visit, view, [&] { return pages::unit_in_tree_page(view, visit.context()); });
}

Response show_tree_step(Visit const& visit) {
    auto const& step = visit.captured_as("step");
    auto const unit = visit.data().find_unit(visit.captured_as("unit"));
    if (!unit || !pages::is_tree_step(step)) return page_not_found(visit);
    auto const& code = visit.captured_as("unit");
    if (!visit.may(plan::Right::define, code))
        return not_allowed(visit, steering::Forbidden{plan::Right::define, code});
    return step_page(visit, *unit, pages::tree_step_filled(view_of(visit, *unit), step, visit.data()));
}

Response take_tree_step(Visit const& visit) {
    auto const* const step = std::ranges::find(steps, visit.captured_as("step"), &Step::word);
    auto const unit = visit.data().find_unit(visit.captured_as("unit"));
    if (!unit || step == steps.end()) return page_not_found(visit);
    return answer_form(
        visit,
        [&] {
            std::string shown;
            visit.organisation.carry_out(visit.by(), [&](Work& work) {
                shown = step->take(visit, work,
                                   {.code = visit.captured_as("unit"),
                                    .described_by = number_in(visit.filled_in("described_by")),
                                    .reason = visit.filled_in("reason")});
            });
            return see_other(pages::unit_in_tree_url(shown));
        },
        [&](pages::Filled const& filled) { return step_page(visit, *unit, filled); });
}

} // namespace rodtrad::web
