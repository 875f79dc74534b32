#include "view/pages/form.hpp"
#include "view/pages/measure_write.hpp"
#include "view/pages/parts.hpp"

#include <array>

namespace rodtrad::view::pages {

namespace {

void write_radio(Html& h, std::string_view field, std::string_view choice, std::string_view text, bool is_chosen) {
    h.li([&] {
        h.label([&] {
            h.input(type("radio"), name(field), value(choice), checked(is_chosen));
            h.span(text);
        });
    });
}

void write_weight(Html& h, PeersChoice::Condition const& condition, Language const& language) {
    h.label([&] {
        h.span(condition.name);
        h.select(name(std::string{weight_field} + condition.code), [&] {
            std::array const words{message("does not count"), message("counts"), message("counts double"),
                                   message("counts threefold")};
            for (int weight = 0; weight <= 3; ++weight)
                h.option(value(std::to_string(weight)), selected(condition.weight == weight),
                         language.tr(words[static_cast<std::size_t>(weight)]));
        });
    });
}

void write_choice_form(Html& h, PeersChoice const& choice, Language const& language) {
    auto const& asked = choice.question;
    h.form(class_("choose"), action(measure_url(asked.measure, asked.unit).anchor("peers")), method("get"),
           aria_label(language.tr("Compare with others")), [&] {
               if (asked.group != "T") h.input(type("hidden"), name("grupp"), value(asked.group));
               h.fieldset([&] {
                   h.legend(language.tr("Compared with"));
                   h.ul(class_("ticks"), [&] {
                       write_radio(h, "bland", "", language.tr("those that the list compares with"),
                                   asked.among.empty());
                       for (auto const& group : choice.groups)
                           write_radio(h, "bland", group.value, group.name, asked.among == group.value);
                       write_radio(h, "bland", among_all, language.tr("all of its kind"), asked.among == among_all);
                       write_radio(h, "bland", among_similar, language.tr("those most alike, by the measures below"),
                                   asked.among == among_similar);
                   });
               });
               if (!choice.conditions.empty())
                   h.fieldset([&] {
                       h.legend(language.tr("What makes units alike"));
                       for (auto const& condition : choice.conditions) write_weight(h, condition, language);
                   });
               h.label([&] {
                   h.span(language.tr("Find more measures to be alike in"));
                   h.input(class_("search"), type("search"), name("villkor"), value(asked.condition_search),
                           placeholder(language.tr("The beginning of its name")), autocomplete("off"));
               });
               h.button(class_("btn quiet"), type("submit"), language.tr("Show"));
           });
}

// All that was chosen goes along, so that it is the same units that get the name.
void write_save_form(Html& h, PeersChoice const& choice, PeersForm const& form, Context const& context) {
    auto const& language = context.language;
    auto const& asked = choice.question;
    h.form(class_("choose"), action(peer_groups_url(asked.measure, asked.unit)), method("post"),
           aria_label(language.tr("Save as a group")), [&] {
               begin_form(h, context);
               h.input(type("hidden"), name("grupp"), value(asked.group));
               h.input(type("hidden"), name("bland"), value(asked.among));
               for (auto const& [code, weight] : asked.weights)
                   h.input(type("hidden"), name(std::string{weight_field} + code), value(std::to_string(weight)));
               h.label([&] {
                   h.span(language.tr("Save these under a name"));
                   h.input(type("text"), name("namn"), id("group-name"), value(form.name), required(),
                           maxlength(longest_group_name), aria_describedby("group-name-help"));
               });
               h.p(id("group-name-help"), class_("of"),
                   choice.area.empty()
                       ? language.tr("The list compares the unit with them from then on.")
                       : language.tr("The list compares the unit with them from then on, in measures of {0}.",
                                     choice.area));
               if (!form.error.empty()) h.p(class_("error"), role("alert"), form.error);
               h.button(class_("btn quiet"), type("submit"), language.tr("Save"));
           });
}

} // namespace

void write_peers_choice(Html& h, PeersChoice const& choice, PeersForm const& form, Context const& context) {
    auto const& language = context.language;
    h.p([&] {
        h.text(choice.why);
        if (!choice.is_usual) {
            h.text(" ");
            h.text(language.tr("This is tried out here only: the list compares as before."));
        }
    });
    if (!choice.likenesses.empty())
        h.ul(class_("results"), aria_label(language.tr("Why they are alike")), [&] {
            for (auto const& [unit, text] : choice.likenesses)
                h.li([&] {
                    write_link(h, unit);
                    h.small(text);
                });
        });
    if (form.is_offered && (!choice.is_usual || !form.error.empty())) write_save_form(h, choice, form, context);
    bool const is_open = !choice.question.among.empty() || !choice.question.condition_search.empty();
    h.details(class_("behind"), open(is_open), [&] {
        h.summary(language.tr("Compare with others"));
        write_choice_form(h, choice, language);
    });
}

} // namespace rodtrad::view::pages
