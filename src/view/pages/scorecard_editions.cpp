// The cards there are, a new one, what differs between two editions, and the words of a success factor.

#include "view/pages/scorecard_editions.hpp"

#include "view/format.hpp"
#include "view/pages/changed_meanwhile.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/scorecard_addresses.hpp"

#include <array>

namespace rodtrad::view::pages {

namespace {

using domain::ScorecardState;

std::string state_words(EditionView const& edition, Language const& language) {
    switch (edition.state) {
    case ScorecardState::in_development:
        return std::string{language.tr("in development")};
    case ScorecardState::in_use:
        if (edition.valid_to) return language.tr("in use until {0}", date(language, *edition.valid_to));
        return edition.valid_from ? language.tr("in use from {0}", date(language, *edition.valid_from))
                                  : std::string{language.tr("in use")};
    case ScorecardState::retired:
        break;
    }
    return edition.valid_to ? language.tr("in use until {0}", date(language, *edition.valid_to))
                            : std::string{language.tr("retired")};
}

void write_list(Html& h, std::string_view title, std::vector<std::string> const& things) {
    if (things.empty()) return;
    h.h2(title);
    h.ul([&] {
        for (auto const& thing : things) h.li(thing);
    });
}

} // namespace

std::string edition_words(EditionView const& edition, Language const& language) {
    return language.tr("Edition {0}, {1}", std::to_string(edition.edition), state_words(edition, language));
}

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
                                                     whole(language, static_cast<std::int64_t>(card.units)),
                                                     card.operation, card.unit_name));
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
