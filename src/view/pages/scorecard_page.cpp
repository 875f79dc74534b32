#include "view/format.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "view/pages/scorecard_view.hpp"

namespace rodtrad::view::pages {

namespace {

std::string counted(std::size_t count, Language const& language) {
    return whole(language, static_cast<std::int64_t>(count));
}

std::string whose_card(ScorecardView const& view, Language const& language) {
    auto const units = static_cast<std::int64_t>(view.units_of_card);
    if (!view.card)
        return std::string{language.tr("There is no scorecard for this unit yet. Its goals stand here all the same.")};
    if (!view.shown_for.empty())
        return language.trn("The card of {0}, added up from {1} unit below.",
                            "The card of {0}, added up from the {1} units below.", units, view.operation,
                            counted(view.units_of_card, language));
    if (view.operation.empty()) return std::string{language.tr("The unit's own card.")};
    auto const others = view.units_of_card > 0 ? units - 1 : 0;
    if (others == 0) return language.tr("The card of {0}.", view.operation);
    return language.trn("The same card as {0} other unit in {1}.", "The same card as {0} other units in {1}.", others,
                        whole(language, others), view.operation);
}

void write_lede(Html& h, ScorecardView const& view, Language const& language) {
    h.p(class_("lede"), [&] {
        h.text(whose_card(view, language));
        if (!view.card) return;
        h.text(" " + (view.valid_from ? language.tr("Edition {0}, since {1}.", std::to_string(view.edition),
                                                    date(language, *view.valid_from))
                                      : language.tr("Edition {0}.", std::to_string(view.edition))));
        auto const sticking_out = static_cast<std::int64_t>(view.sticking_out);
        auto const reaching = static_cast<std::int64_t>(view.reaching_target);
        h.text(" ");
        if (sticking_out == 0)
            h.text(language.tr("No measure stands out,"));
        else
            h.text(language.trn("{0} measure stands out,", "{0} measures stand out,", sticking_out,
                                counted(view.sticking_out, language)));
        h.text(" ");
        h.text(language.trn("{0} reaches its target.", "{0} reach their targets.", reaching,
                            counted(view.reaching_target, language)));
    });
}

void write_ways_on(Html& h, ScorecardView const& view, Language const& language) {
    h.nav(class_("ways-on"), aria_label(language.tr("More about the unit")), [&] {
        h.ul([&] {
            auto const way = [&](Url const& url, std::string_view text) { h.li([&] { h.a(href(url), text); }); };
            way(strategy_map_url(view.unit), language.tr("Strategy map"));
            way(documents_url(view.unit), language.tr("Steering documents"));
            way(profile_url(view.unit), language.tr("Description of the operation"));
            if (!view.operation.empty())
                way(side_by_side_url(view.operation), language.tr("All with this card, side by side"));
            if (view.card && view.may_define) way(template_url(*view.card), language.tr("Change the card"));
            if (!view.card && view.may_define) way(new_template_url(view.unit), language.tr("Make a scorecard"));
        });
    });
}

// What is below with a card of its kind: measures are carried up.
void write_kinds(Html& h, ScorecardView const& view, Language const& language) {
    if (view.kinds.empty()) return;
    h.nav(class_("shapes"), aria_label(language.tr("Cards added up here")), [&] {
        h.ul([&] {
            h.li([&] {
                h.a(href(scorecard_url(view.unit)), aria_current("true").when(view.shown_for.empty()),
                    language.tr("The unit itself"));
            });
            for (auto const& kind : view.kinds)
                h.li([&] {
                    h.a(href(scorecard_url(view.unit, kind.operation)), aria_current("true").when(kind.is_shown),
                        language.trn("{0}, {1} unit", "{0}, {1} units", static_cast<std::int64_t>(kind.units),
                                     kind.operation, counted(kind.units, language)));
                });
        });
    });
}

void write_measure(Html& h, CardMeasure const& measure) {
    h.span(class_("sign", measure.tone), icon(measure.sign));
    h.span(class_("name"), [&] {
        h.a(href(url_of(measure)), measure.title);
        h.small([&] {
            h.span(class_("said", measure.tone), measure.status);
            for (auto const* more : {&measure.aim, &measure.coverage, &measure.period})
                if (!more->empty()) h.text(" · " + *more);
        });
    });
    h.b(class_("said", measure.tone), measure.value);
}

std::string_view goals_heading(std::vector<CardGoal> const& goals, Language const& language) {
    return language.trn("Goal", "Goals", static_cast<std::int64_t>(goals.size()));
}

void write_goals(Html& h, std::vector<CardGoal> const& goals, Language const& language) {
    h.ul(class_("score-lines"), [&] {
        for (auto const& goal : goals) h.li([&] { write_card_goal(h, goal, language); });
    });
}

void write_factor(Html& h, CardFactor const& factor, Language const& language) {
    h.div(class_("factor"), [&] {
        h.h3([&] {
            h.text(factor.name);
            h.small(factor.process.empty() ? std::string{language.tr("success factor")} : factor.process);
        });
        if (factor.measures.empty())
            h.p(class_("of"), language.tr("No measure yet."));
        else
            h.ul(class_("score-lines"), [&] {
                for (auto const& measure : factor.measures) h.li([&] { write_measure(h, measure); });
            });
        if (factor.goals.empty()) return;
        h.h4(goals_heading(factor.goals, language));
        write_goals(h, factor.goals, language);
    });
}

void write_perspective(Html& h, CardPerspective const& perspective, Language const& language) {
    h.section(class_("score-row"), [&] {
        h.h2([&] {
            h.text(perspective.name.empty() ? language.tr("Without a perspective")
                                            : std::string_view{perspective.name});
            if (!perspective.about.empty()) h.small(perspective.about);
        });
        h.div(class_("factors"), [&] {
            for (auto const& factor : perspective.factors) write_factor(h, factor, language);
            if (!perspective.goals.empty())
                h.div(class_("factor"), [&] {
                    h.h3(goals_heading(perspective.goals, language));
                    write_goals(h, perspective.goals, language);
                });
            if (perspective.factors.empty() && perspective.goals.empty())
                h.p(class_("of"), language.tr("Nothing here yet."));
        });
    });
}

void write_from_above(Html& h, ScorecardView const& view, Language const& language) {
    if (view.from_above.empty() && view.above_unsupported == 0) return;
    h.section(class_("from-above"), [&] {
        h.h2(language.tr("Goals from above"));
        if (!view.from_above.empty())
            h.ul(class_("score-lines"), [&] {
                for (auto const& above : view.from_above)
                    h.li([&] {
                        write_card_goal(h, above.goal, language);
                        h.ul(class_("served-by"), aria_label(language.tr("What is done for it here")), [&] {
                            for (auto const& goal : above.supported_by)
                                h.li([&] {
                                    h.a(href(url_of(goal)), goal.title);
                                    h.small(class_("said", goal.tone), goal.status);
                                });
                        });
                    });
            });
        if (view.above_unsupported > 0)
            h.p(class_("of"), language.trn("{0} goal above has no goal here that contributes to it.",
                                           "{0} goals above have no goal here that contributes to them.",
                                           static_cast<std::int64_t>(view.above_unsupported),
                                           counted(view.above_unsupported, language)));
    });
}

} // namespace

std::string scorecard_page(ScorecardView const& view, Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("Scorecard: {0}", view.unit_name);
    Frame const frame{title, Section::units, scorecard_url(view.unit, view.shown_for), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.div(class_("scorecard-sheet"), [&] {
            write_thread(h, view.way, LastStep::is_link, language);
            h.h1(title);
            write_lede(h, view, language);
            write_ways_on(h, view, language);
            write_kinds(h, view, language);
            h.div(class_("score"), [&] {
                for (auto const& perspective : view.perspectives) write_perspective(h, perspective, language);
            });
            write_from_above(h, view, language);
        });
    });
}

void write_steering_links(Html& h, std::string_view unit, Language const& language) {
    h.nav(class_("ways-on"), aria_label(language.tr("What the unit wants")), [&] {
        h.ul([&] {
            auto const way = [&](Url const& url, std::string_view text) { h.li([&] { h.a(href(url), text); }); };
            way(scorecard_url(unit), language.tr("Scorecard"));
            way(strategy_map_url(unit), language.tr("Strategy map"));
            way(goals_url({.unit = std::string{unit}}), language.tr("Goals"));
            way(documents_url(unit), language.tr("Steering documents"));
            way(profile_url(unit), language.tr("Description of the operation"));
        });
    });
}

} // namespace rodtrad::view::pages
