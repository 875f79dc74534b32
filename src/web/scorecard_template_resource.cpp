// Where cards are made: begun, changed a step at a time, put in use, and followed by another edition.

#include "plan/perspectives_in_force.hpp"
#include "steering/scorecards.hpp"
#include "steering/typed.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "view/pages/scorecard_parts.hpp"
#include "view/pages/scorecard_template.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/form.hpp"
#include "web/number_in.hpp"
#include "web/page_answer.hpp"
#include "web/scorecard_resources.hpp"

#include <array>
#include <functional>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

using steering::Work;

domain::Scorecard const* asked_card(Visit const& visit) {
    return visit.plan().scorecards.find(domain::ScorecardId{number_in(visit.captured_as("card"))});
}

pages::TemplateView view_of(Visit const& visit, domain::Scorecard const& card, pages::MeasureQuery const& query) {
    auto view = pages::template_view(visit.plan(), visit.data(), card, query, visit.today(), visit.language());
    view.may_define = visit.may(plan::Right::define, card.unit);
    return view;
}

// The card's page; where what was asked is refused, with what is wrong and what was typed.
Response change(Visit const& visit, std::function<void(Work&, domain::Scorecard const&)> const& use_case,
                std::function<view::Url(domain::Scorecard const&)> const& where_next) {
    auto const* card = asked_card(visit);
    if (card == nullptr) return page_not_found(visit);
    return answer_form(
        visit,
        [&] {
            visit.organisation.carry_out(visit.by(), [&](Work& work) { use_case(work, *card); });
            return see_other(where_next(*card));
        },
        [&](pages::Filled const& filled) {
            auto const view = view_of(visit, *card, {});
            return page_or_json(visit, view, [&] { return pages::template_page(view, filled, visit.context()); });
        });
}

view::Url to_card(domain::Scorecard const& card) { return pages::template_url(card.id); }

pages::NewTemplateForm new_form(Visit const& visit, pages::Filled filled) {
    pages::NewTemplateForm form{.units = {},
                                .operations = pages::operation_choices(visit.data(), visit.today(), visit.language()),
                                .filled = std::move(filled)};
    for (auto const& node : visit.data().units) {
        if (!visit.may(plan::Right::define, node.unit.code)) continue;
        std::string indented;
        for (int depth = 0; depth < node.depth; ++depth) indented += "\u2003";
        form.units.push_back({.value = node.unit.code, .text = indented + node.unit.name});
    }
    return form;
}

base::Date typed_day(Visit const& visit, std::string const& field) {
    auto const day = steering::typed_date(field, visit.filled_in(field));
    if (!day) throw steering::Refused{field, base::message("Give a day.")};
    return *day;
}

// What a button of the editor asks for.
struct Step {
    std::string_view word;
    void (*take)(Work&, domain::ScorecardId, domain::SuccessFactorId, std::string const& measure);
};
constexpr auto steps = std::to_array<Step>({
    {"lagg-till-matt", [](Work& work, auto card, auto factor,
                          std::string const& measure) { steering::add_measure(work, card, factor, measure); }},
    {"ta-bort-matt", [](Work& work, auto card, auto factor,
                        std::string const& measure) { steering::remove_measure(work, card, factor, measure); }},
    {"matt-tidigare",
     [](Work& work, auto card, auto factor, std::string const& measure) {
         steering::move_measure(work, card, factor, measure, steering::Move::earlier);
     }},
    {"matt-senare",
     [](Work& work, auto card, auto factor, std::string const& measure) {
         steering::move_measure(work, card, factor, measure, steering::Move::later);
     }},
    {"lagg-till-faktor",
     [](Work& work, auto card, auto factor, std::string const&) { steering::place_factor(work, card, factor); }},
    {"ta-bort-faktor",
     [](Work& work, auto card, auto factor, std::string const&) { steering::remove_factor(work, card, factor); }},
    {"faktor-tidigare", [](Work& work, auto card, auto factor,
                           std::string const&) { steering::move_factor(work, card, factor, steering::Move::earlier); }},
    {"faktor-senare", [](Work& work, auto card, auto factor,
                         std::string const&) { steering::move_factor(work, card, factor, steering::Move::later); }},
});

std::vector<pages::Choice> perspective_choices(Visit const& visit, std::string_view unit) {
    std::vector<pages::Choice> choices;
    if (auto const index = visit.data().find_unit(unit))
        for (auto const& perspective : plan::perspectives_in_force(visit.plan(), visit.data(), *index))
            choices.push_back({.value = std::to_string(perspective.id.value()),
                               .text = pages::perspective_name(perspective, visit.language())});
    return choices;
}

steering::FactorText factor_text(Visit const& visit) {
    return {.perspective = domain::PerspectiveId{number_in(visit.filled_in("perspective"))},
            .name = std::string{visit.filled_in("name")},
            .process = std::string{visit.filled_in("process")},
            .about = std::string{visit.filled_in("about")}};
}

Response factor_response(Visit const& visit, domain::SuccessFactor const& factor, pages::Filled const& filled) {
    return page_or_json(visit, pages::form_view(filled), [&] {
        return pages::factor_form_page(
            {.factor = &factor, .perspectives = perspective_choices(visit, factor.unit), .filled = filled},
            visit.context());
    });
}

} // namespace

Response show_templates(Visit const& visit) {
    auto view = pages::templates_view(visit.plan(), visit.data(), visit.today());
    view.may_define = plan::may_somewhere(visit.plan(), visit.person().id, plan::Right::define, visit.today());
    return page_or_json(visit, view, [&] { return pages::templates_page(view, visit.context()); });
}

Response show_new_template(Visit const& visit) {
    auto const filled = pages::Filled::standing({{"unit", std::string{visit.request.parameter("enhet")}}});
    return page_or_json(visit, pages::form_view(filled),
                        [&] { return pages::new_template_page(new_form(visit, filled), visit.context()); });
}

Response begin_template(Visit const& visit) {
    return answer_form(
        visit,
        [&] {
            domain::ScorecardId card;
            visit.organisation.carry_out(visit.by(), [&](Work& work) {
                card = steering::begin_scorecard(work, {.name = std::string{visit.filled_in("name")},
                                                        .unit = std::string{visit.filled_in("unit")},
                                                        .operation = std::string{visit.filled_in("operation")}});
            });
            return see_other(pages::template_url(card));
        },
        [&](pages::Filled const& filled) {
            return page_or_json(visit, pages::form_view(filled),
                                [&] { return pages::new_template_page(new_form(visit, filled), visit.context()); });
        });
}

Response show_template(Visit const& visit) {
    auto const* card = asked_card(visit);
    if (card == nullptr) return page_not_found(visit);
    auto const& request = visit.request;
    pages::MeasureQuery const query{.factor = domain::SuccessFactorId{number_in(request.parameter("faktor"))},
                                    .words = std::string{request.parameter("sok")}};
    auto const view = view_of(visit, *card, query);
    return page_or_json(visit, view, [&] { return pages::template_page(view, {}, visit.context()); });
}

Response compare_template(Visit const& visit) {
    auto const* card = asked_card(visit);
    auto const* before = card && card->replaces ? visit.plan().scorecards.find(*card->replaces) : nullptr;
    if (before == nullptr) return page_not_found(visit);
    auto const view = pages::template_difference(visit.plan(), visit.data(), *before, *card, visit.language());
    return page_or_json(visit, view, [&] { return pages::template_difference_page(view, visit.context()); });
}

Response change_template(Visit const& visit) {
    domain::SuccessFactorId const factor{number_in(visit.filled_in("faktor"))};
    auto const what = visit.filled_in("vad");
    return change(
        visit,
        [&](Work& work, domain::Scorecard const& card) {
            for (auto const& step : steps)
                if (step.word == what) step.take(work, card.id, factor, std::string{visit.filled_in("matt")});
        },
        [&](domain::Scorecard const& card) {
            auto url = to_card(card);
            // Back to what was found, so that several can be put on the card in a row.
            if (what == "lagg-till-matt")
                url = url.query("faktor", visit.filled_in("faktor")).query("sok", visit.filled_in("sok"));
            return url.anchor("faktor-" + std::to_string(factor.value()));
        });
}

Response place_new_factor(Visit const& visit) {
    return change(
        visit,
        [&](Work& work, domain::Scorecard const& card) {
            steering::place_new_factor(work, card.id, factor_text(visit));
        },
        to_card);
}

Response rename_template(Visit const& visit) {
    return change(
        visit,
        [&](Work& work, domain::Scorecard const& card) {
            steering::rename_scorecard(work, card.id, std::string{visit.filled_in("name")});
        },
        to_card);
}

Response begin_edition(Visit const& visit) {
    domain::ScorecardId next;
    return change(
        visit, [&](Work& work, domain::Scorecard const& card) { next = steering::begin_edition(work, card.id); },
        [&](domain::Scorecard const&) { return pages::template_url(next); });
}

Response use_template(Visit const& visit) {
    return change(
        visit,
        [&](Work& work, domain::Scorecard const& card) {
            steering::put_in_use(work, card.id, typed_day(visit, "from"));
        },
        to_card);
}

Response retire_template(Visit const& visit) {
    return change(
        visit,
        [&](Work& work, domain::Scorecard const& card) {
            steering::retire_scorecard(work, card.id, typed_day(visit, "last_day"), visit.filled_in("reason"));
        },
        to_card);
}

Response show_factor(Visit const& visit) {
    auto const* factor = visit.plan().factors.find(domain::SuccessFactorId{number_in(visit.captured_as("factor"))});
    if (factor == nullptr) return page_not_found(visit);
    if (!visit.may(plan::Right::define, factor->unit))
        return not_allowed(visit, steering::Forbidden{plan::Right::define, factor->unit});
    return factor_response(visit, *factor, pages::filled_from(*factor));
}

Response revise_factor(Visit const& visit) {
    auto const* factor = visit.plan().factors.find(domain::SuccessFactorId{number_in(visit.captured_as("factor"))});
    if (factor == nullptr) return page_not_found(visit);
    return answer_form(
        visit,
        [&] {
            visit.organisation.carry_out(visit.by(), [&](Work& work) {
                steering::revise_factor(work, factor->id, number_in(visit.filled_in("version")), factor_text(visit));
            });
            return see_other(pages::templates_url());
        },
        [&](pages::Filled const& filled) { return factor_response(visit, *factor, filled); });
}

} // namespace rodtrad::web
