#include "view/format.hpp"
#include "view/letter_case.hpp"
#include "view/pages/changed_meanwhile.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "view/pages/scorecard_template.hpp"

#include <array>

namespace rodtrad::view::pages {

namespace {

using domain::ScorecardState;

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
        h.span(class_("steps"), [&] {
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
        h.p(class_("of"), language.tr("No measure has all of these words. Try fewer of them."));
    h.ul(class_("chosen found"), [&] {
        for (auto const& measure : view.search.found)
            h.li([&] {
                h.span(class_("name"), [&] {
                    h.text(measure.title);
                    write_figures_of(h, measure, view, language);
                });
                h.span(class_("steps"), [&] {
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
    bool const is_refused = filled.value("perspective") == number_of(perspective.id);
    auto const& shown = is_refused ? filled : Filled{};
    h.details(open(is_refused || perspective.factors.empty()), [&] {
        h.summary(language.tr("Add a success factor: {0}", perspective.name));
        if (!perspective.others.empty()) {
            h.p(class_("of"), language.tr("There are already:"));
            h.ul(class_("chosen"), [&] {
                for (auto const& factor : perspective.others)
                    h.li([&] {
                        h.span(class_("name"), factor.name);
                        h.span(class_("steps"), [&] {
                            write_step(h, context, view, language.tr("Put on the card"),
                                       language.tr("Put on the card: {0}", factor.name), "lagg-till-faktor", factor.id);
                        });
                    });
            });
        }
        // The same form stands once for each perspective: its fields are named after it, so that their ids differ.
        h.form(class_("form"), action(template_factors_url(view.edition.id)), method("post"), [&] {
            begin_form(h, context);
            hidden_field(h, "perspective", number_of(perspective.id));
            auto const field = [&](std::string_view name, std::string_view label, std::string_view hint) {
                auto const field_id = "f-" + std::string{name} + "-" + number_of(perspective.id);
                h.div(class_("field"), [&] {
                    h.label(for_(field_id), label);
                    h.p(class_("hint"), hint);
                    if (auto const problem = shown.problem(name); !problem.empty()) h.p(class_("problem"), problem);
                    h.input(id(field_id), rodtrad::view::name(name), type("text"), value(shown.value(name)),
                            autocomplete("off"), maxlength(300));
                });
            };
            field("name", language.tr("What must go well"), language.tr("Such as: safety, language, leadership"));
            field("process", language.tr("Key process (may be left out)"),
                  language.tr("Which part of the work it belongs to"));
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

std::string state_words(EditionView const& edition, Language const& language) {
    switch (edition.state) {
    case ScorecardState::in_development:
        return std::string{language.tr("in development")};
    case ScorecardState::in_use:
        return edition.valid_from ? language.tr("in use from {0}", date(language, *edition.valid_from))
                                  : std::string{language.tr("in use")};
    case ScorecardState::retired:
        break;
    }
    return edition.valid_to ? language.tr("in use until {0}", date(language, *edition.valid_to))
                            : std::string{language.tr("retired")};
}

std::string edition_words(EditionView const& edition, Language const& language) {
    return language.tr("Edition {0}, {1}", std::to_string(edition.edition), state_words(edition, language));
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
    h.details([&] {
        h.summary(language.tr("Another name"));
        write_form(h, context, template_name_url(view.edition.id), {}, [&] {
            auto const standing = Filled::standing({{"name", view.edition.name}});
            text_field(h, standing,
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
    if (view.edition.state != ScorecardState::in_use) return;
    h.details(open(!filled.problem("last_day").empty()), [&] {
        h.summary(language.tr("End the card without another taking its place"));
        write_form(h, context, template_retire_url(view.edition.id), {}, [&] {
            date_field(h, filled, {.name = "last_day", .label = language.tr("Last day"), .required = Required::yes});
            text_field(h, filled, {.name = "reason", .label = language.tr("Why (may be left out)")});
            submit_button(h, language.tr("End the card"), Weight::quiet);
        });
    });
}

void write_list(Html& h, std::string_view title, std::vector<std::string> const& things) {
    if (things.empty()) return;
    h.h2(title);
    h.ul([&] {
        for (auto const& thing : things) h.li(thing);
    });
}

} // namespace

std::string templates_page(TemplatesView const& view, Context const& context) {
    auto const& language = context.language;
    Frame const frame{std::string{language.tr("Templates and editions")}, Section::units, templates_url(), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.h1(language.tr("Templates and editions"));
        h.p(class_("lede"),
            language.tr("A card for each kind of operation. A new edition is developed beside the one in "
                        "use, and takes its place on a day that you choose."));
        if (view.cards.empty()) h.p(language.tr("There are no scorecards yet."));
        for (auto const& card : view.cards)
            h.section([&] {
                h.h2(card.editions.front().name);
                h.p(class_("of"), card.operation.empty()
                                      ? language.tr("For {0} alone.", card.unit_name)
                                      : language.trn("{0} unit in {1}, {2}", "{0} units in {1}, {2}",
                                                     static_cast<std::int64_t>(card.units),
                                                     counted(card.units, language), card.operation, card.unit_name));
                h.ul(class_("results"), [&] {
                    for (auto const& edition : card.editions)
                        h.li([&] { h.a(href(template_url(edition.id)), edition_words(edition, language)); });
                });
            });
        if (view.may_define)
            h.p([&] { h.a(class_("btn"), href(new_template_url()), language.tr("Make a scorecard")); });
    });
}

std::string new_template_page(NewTemplateForm const& form, Context const& context) {
    auto const& language = context.language;
    Frame const frame{std::string{language.tr("Make a scorecard")}, Section::units, new_template_url(), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.h1(language.tr("Make a scorecard"));
        h.p(class_("lede"), language.tr("All units of the kind in the branch get the same card. It is put in use when "
                                        "you say so, not before."));
        write_problems(h, context, form.filled);
        write_form(h, context, templates_url(), {.draft = "scorecard"}, [&] {
            text_field(h, form.filled,
                       {.name = "name",
                        .label = language.tr("Name"),
                        .hint = language.tr("Such as: the preschools' scorecard"),
                        .required = Required::yes,
                        .longest = 300});
            select_field(h, form.filled,
                         {.name = "unit", .label = language.tr("In which branch"), .required = Required::yes},
                         form.units);
            select_field(h, form.filled, {.name = "operation", .label = language.tr("For which kind of operation")},
                         form.operations);
            submit_button(h, language.tr("Go on"));
        });
    });
}

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
        write_problems(h, context, filled);
        h.p(class_("of"), [&] { h.a(href(perspectives_url(view.unit)), language.tr("Other perspectives?")); });
        for (auto const& perspective : view.perspectives) write_perspective(h, perspective, view, filled, context);
        if (view.is_open())
            write_use(h, view, filled, context);
        else if (view.may_define)
            write_next(h, view, filled, context);
    });
}

std::string template_difference_page(TemplateDifference const& view, Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("{0}: what differs", view.later.name);
    Frame const frame{title, Section::units, template_compare_url(view.later.id), {}};
    bool const is_same = view.factors_added.empty() && view.factors_removed.empty() && view.measures_added.empty() &&
                         view.measures_removed.empty();
    return whole_page(frame, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"), [&] {
            h.a(href(template_url(view.earlier.id)), edition_words(view.earlier, language));
            h.text(" → ");
            h.a(href(template_url(view.later.id)), edition_words(view.later, language));
        });
        h.div(class_("prose"), [&] {
            if (is_same) h.p(language.tr("They have the same success factors and measures."));
            write_list(h, language.tr("New success factors"), view.factors_added);
            write_list(h, language.tr("Success factors that are gone"), view.factors_removed);
            write_list(h, language.tr("New measures"), view.measures_added);
            write_list(h, language.tr("Measures that are gone"), view.measures_removed);
            if (view.is_reordered) h.p(language.tr("What both have stands in another order."));
        });
    });
}

std::string factor_form_page(FactorForm const& form, Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("Success factor: {0}", form.factor->name);
    auto const here = factor_url(form.factor->id);
    return whole_page({title, Section::units, here, {}}, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"), language.tr("The words change on all cards that have it, also those in use."));
        write_problems(h, context, form.filled);
        auto const labels = std::to_array<FieldLabel>({{"name", language.tr("What must go well")},
                                                       {"process", language.tr("Key process (may be left out)")},
                                                       {"about", language.tr("What is meant by it")}});
        write_differences(h, changed_meanwhile(filled_from(*form.factor), form.filled, labels), context);
        write_form(h, context, here, {}, [&] {
            // Of what stands now: who has seen what differs may write over it.
            hidden_field(h, "version", std::to_string(form.factor->version));
            text_field(
                h, form.filled,
                {.name = "name", .label = language.tr("What must go well"), .required = Required::yes, .longest = 300});
            text_field(h, form.filled,
                       {.name = "process", .label = language.tr("Key process (may be left out)"), .longest = 300});
            area_field(h, form.filled, {.name = "about", .label = language.tr("What is meant by it"), .longest = 5000});
            select_field(h, form.filled,
                         {.name = "perspective", .label = language.tr("Perspective"), .required = Required::yes},
                         form.perspectives);
            submit_button(h, language.tr("Save"));
        });
    });
}

} // namespace rodtrad::view::pages
