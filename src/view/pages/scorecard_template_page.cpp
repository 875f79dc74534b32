#include "view/format.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "view/pages/scorecard_editions.hpp"
#include "view/pages/scorecard_template.hpp"

namespace rodtrad::view::pages {

namespace {

std::string counted(std::size_t count, Language const& language) {
    return whole(language, static_cast<std::int64_t>(count));
}

std::string number_of(auto id) { return std::to_string(id.value()); }

std::string how_many(TemplateView const& view, Language const& language) {
    if (view.operation.empty()) return language.tr("For {0} alone.", view.unit_name);
    return language.trn("For {0} unit: {1} in {2}. New units of the kind get it by themselves.",
                        "For {0} units: {1} in {2}. New units of the kind get it by themselves.",
                        static_cast<std::int64_t>(view.units), counted(view.units, language), view.operation,
                        view.unit_name);
}

std::string_view figures_words(TemplateMeasure const& measure, Language const& language) {
    return measure.units_with_figures == 0 ? language.tr("no unit has figures for it") : std::string_view{};
}

// One step, as a button of its own.
void write_step(Html& h, Context const& context, TemplateView const& view, std::string_view text, std::string_view name,
                std::string_view what, domain::SuccessFactorId factor, std::string_view measure = {}) {
    h.form(class_("step"), action(template_change_url(view.edition.id)), method("post"), [&] {
        begin_form(h, context);
        hidden_field(h, "vad", what);
        hidden_field(h, "faktor", number_of(factor));
        if (!measure.empty()) hidden_field(h, "matt", measure);
        if (view.search.factor == factor && what == "lagg-till-matt") hidden_field(h, "sok", view.search.words);
        h.button(class_("btn quiet small"), type("submit"), aria_label(name), text);
    });
}

void write_figures_of(Html& h, TemplateMeasure const& measure, TemplateView const& view, Language const& language) {
    h.small([&] {
        if (measure.units_with_figures == 0)
            h.strong(class_("warns"), figures_words(measure, language));
        else
            h.text(language.tr("{0} of {1} have figures", counted(measure.units_with_figures, language),
                               counted(view.units, language)));
    });
}

void write_measure(Html& h, TemplateMeasure const& measure, TemplateFactor const& factor, std::size_t place,
                   TemplateView const& view, Context const& context) {
    auto const& language = context.language;
    h.li([&] {
        h.span(class_("name"), [&] {
            h.text(measure.title);
            write_figures_of(h, measure, view, language);
        });
        if (!view.is_open()) return;
        h.div(class_("steps"), [&] {
            if (place > 0)
                write_step(h, context, view, "↑", language.tr("Move up: {0}", measure.title), "matt-tidigare",
                           factor.id, measure.code);
            if (place + 1 < factor.measures.size())
                write_step(h, context, view, "↓", language.tr("Move down: {0}", measure.title), "matt-senare",
                           factor.id, measure.code);
            write_step(h, context, view, language.tr("Take off"), language.tr("Take off: {0}", measure.title),
                       "ta-bort-matt", factor.id, measure.code);
        });
    });
}

void write_search(Html& h, TemplateFactor const& factor, TemplateView const& view, Context const& context) {
    auto const& language = context.language;
    auto const here = template_url(view.edition.id);
    bool const is_searched = view.search.factor == factor.id;
    h.form(class_("measure-search"), action(here.anchor("faktor-" + number_of(factor.id))), method("get"), [&] {
        hidden_field(h, "faktor", number_of(factor.id));
        h.input(class_("search"), type("search"), name("sok"), value(is_searched ? view.search.words : std::string{}),
                aria_label(language.tr("Search for a measure of {0}", factor.name)),
                placeholder(language.tr("Word in the measure's name")), autocomplete("off"));
        h.button(class_("btn quiet"), type("submit"), aria_label(language.tr("Find measures of {0}", factor.name)),
                 language.tr("Find measures"));
    });
    if (!is_searched) return;
    if (view.search.found.empty())
        h.p(class_("of"), language.tr("No other measure has all of these words. Try fewer of them."));
    h.ul(class_("chosen found"), [&] {
        for (auto const& measure : view.search.found)
            h.li([&] {
                h.span(class_("name"), [&] {
                    h.text(measure.title);
                    write_figures_of(h, measure, view, language);
                });
                h.div(class_("steps"), [&] {
                    write_step(h, context, view, language.tr("Put on the card"),
                               language.tr("Put on the card: {0}", measure.title), "lagg-till-matt", factor.id,
                               measure.code);
                });
            });
    });
    if (view.search.more > 0)
        h.p(class_("of"),
            language.trn("{0} more fits: write another word to find it.",
                         "{0} more fit: write another word to find them.", static_cast<std::int64_t>(view.search.more),
                         counted(view.search.more, language)));
}

void write_factor(Html& h, TemplatePerspective const& perspective, std::size_t place, TemplateView const& view,
                  Context const& context) {
    auto const& language = context.language;
    auto const& factor = perspective.factors[place];
    auto const anchor = "faktor-" + number_of(factor.id);
    h.div(class_("template-factor"), id(anchor), [&] {
        h.h3([&] {
            h.text(factor.name);
            if (!factor.process.empty()) h.small(factor.process);
        });
        if (view.is_open())
            h.div(class_("steps"), [&] {
                if (place > 0)
                    write_step(h, context, view, "↑", language.tr("Move up: {0}", factor.name), "faktor-tidigare",
                               factor.id);
                if (place + 1 < perspective.factors.size())
                    write_step(h, context, view, "↓", language.tr("Move down: {0}", factor.name), "faktor-senare",
                               factor.id);
                h.a(class_("btn quiet small"), href(factor_url(factor.id)),
                    aria_label(language.tr("Change the words: {0}", factor.name)), language.tr("Change the words"));
                write_step(h, context, view, language.tr("Take off"), language.tr("Take off: {0}", factor.name),
                           "ta-bort-faktor", factor.id);
            });
        if (factor.measures.empty()) h.p(class_("of"), language.tr("No measure yet."));
        h.ul(class_("chosen"), [&] {
            for (std::size_t i = 0; i < factor.measures.size(); ++i)
                write_measure(h, factor.measures[i], factor, i, view, context);
        });
        if (view.is_open()) write_search(h, factor, view, context);
    });
}

void write_new_factor(Html& h, TemplatePerspective const& perspective, TemplateView const& view, Filled const& filled,
                      Context const& context) {
    auto const& language = context.language;
    auto const apart = number_of(perspective.id);
    bool const is_refused = filled.value("perspective") == apart;
    auto const& shown = is_refused ? filled : Filled{};
    h.details(open(is_refused || perspective.factors.empty()), [&] {
        h.summary(language.tr("Add a success factor: {0}", perspective.name));
        if (!perspective.others.empty()) {
            h.p(class_("of"), language.tr("There are already:"));
            h.ul(class_("chosen"), [&] {
                for (auto const& factor : perspective.others)
                    h.li([&] {
                        h.span(class_("name"), factor.name);
                        h.div(class_("steps"), [&] {
                            write_step(h, context, view, language.tr("Put on the card"),
                                       language.tr("Put on the card: {0}", factor.name), "lagg-till-faktor", factor.id);
                        });
                    });
            });
        }
        write_form(h, context, template_factors_url(view.edition.id), {}, [&] {
            hidden_field(h, "perspective", apart);
            text_field(h, shown,
                       {.name = "name",
                        .label = language.tr("What must go well"),
                        .hint = language.tr("Such as: safety, language, leadership"),
                        .longest = 300,
                        .apart = apart});
            text_field(h, shown,
                       {.name = "process",
                        .label = language.tr("Key process (may be left out)"),
                        .hint = language.tr("Which part of the work it belongs to"),
                        .longest = 300,
                        .apart = apart});
            submit_button(h, language.tr("Add"), Weight::quiet);
        });
    });
}

void write_perspective(Html& h, TemplatePerspective const& perspective, TemplateView const& view, Filled const& filled,
                       Context const& context) {
    h.section(class_("template-perspective"), [&] {
        h.h2(perspective.name);
        for (std::size_t i = 0; i < perspective.factors.size(); ++i) write_factor(h, perspective, i, view, context);
        if (perspective.factors.empty() && !view.is_open()) h.p(class_("of"), context.language.tr("Nothing here yet."));
        if (view.is_open()) write_new_factor(h, perspective, view, filled, context);
    });
}

void write_use(Html& h, TemplateView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    h.section(class_("put-in-use"), [&] {
        h.h2(language.tr("Put it in use"));
        h.p(class_("of"), how_many(view, language) + " " +
                              std::string{language.tr("The edition before holds until the day before.")});
        write_form(h, context, template_use_url(view.edition.id), {}, [&] {
            date_field(h, filled, {.name = "from", .label = language.tr("From"), .required = Required::yes});
            submit_button(h, language.tr("Put the card in use"));
        });
    });
    bool const is_renamed = !filled.values("name").empty() && filled.values("perspective").empty();
    h.details(open(is_renamed), [&] {
        h.summary(language.tr("Another name"));
        write_form(h, context, template_name_url(view.edition.id), {}, [&] {
            auto const standing = Filled::standing({{"name", view.edition.name}});
            text_field(h, is_renamed ? filled : standing,
                       {.name = "name", .label = language.tr("Name"), .required = Required::yes, .longest = 300});
            submit_button(h, language.tr("Save"), Weight::quiet);
        });
    });
}

void write_next(Html& h, TemplateView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    h.section([&] {
        h.h2(language.tr("The next edition"));
        if (view.in_development) {
            h.p([&] {
                h.text(language.tr("A new edition is being developed."));
                h.text(" ");
                h.a(href(template_url(*view.in_development)), language.tr("Go on with it"));
            });
            return;
        }
        h.p(class_("of"),
            language.tr("It is like this one to begin with, and stands beside it until it is put in use."));
        post_button(h, context, template_edition_url(view.edition.id), language.tr("Begin a new edition"),
                    Weight::quiet);
    });
    if (view.edition.state != domain::ScorecardState::in_use) return;
    h.details(open(!filled.problem("last_day").empty()), [&] {
        h.summary(language.tr("End the card without another taking its place"));
        write_form(h, context, template_retire_url(view.edition.id), {}, [&] {
            date_field(h, filled, {.name = "last_day", .label = language.tr("Last day"), .required = Required::yes});
            text_field(h, filled, {.name = "reason", .label = language.tr("Why (may be left out)")});
            submit_button(h, language.tr("End the card"), Weight::quiet);
        });
    });
}

} // namespace

std::string template_page(TemplateView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    Frame const frame{view.edition.name, Section::units, template_url(view.edition.id), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.p(class_("of"), [&] { h.a(href(templates_url()), language.tr("Templates and editions")); });
        h.h1(view.edition.name);
        h.p(class_("lede"), [&] {
            h.text(edition_words(view.edition, language) + ". " + how_many(view, language));
            if (view.before) {
                h.text(" ");
                h.a(href(template_compare_url(view.edition.id)), language.tr("Compare with the edition before"));
            }
        });
        write_problems(h, context, filled, filled.value("perspective"));
        h.p(class_("of"), [&] { h.a(href(perspectives_url(view.unit)), language.tr("Other perspectives?")); });
        for (auto const& perspective : view.perspectives) write_perspective(h, perspective, view, filled, context);
        if (view.is_open())
            write_use(h, view, filled, context);
        else if (view.may_define)
            write_next(h, view, filled, context);
    });
}

} // namespace rodtrad::view::pages
