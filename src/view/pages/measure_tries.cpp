#include "view/pages/form.hpp"
#include "view/pages/measure_write.hpp"
#include "view/pages/parts.hpp"

#include <ranges>

namespace rodtrad::view::pages {

namespace {

void write_said(Html& h, std::string_view heading, WhatIfPanel::Said const& said) {
    h.div([&] {
        h.h3(heading);
        h.p(class_("figure"), [&] { h.span(class_("num"), said.value); });
        h.p([&] {
            for (auto const& sentence : said.sentences) h.text(sentence + " ");
        });
        h.ul(class_("lines"), [&] {
            for (auto const& tag : said.tags) h.li([&] { write_tag(h, tag); });
        });
    });
}

void write_what_if_form(Html& h, WhatIfPanel const& panel, Language const& language) {
    auto const& asked = panel.question;
    h.form(class_("choose"), action(measure_url(asked.measure, asked.unit).anchor("what-if")), method("get"),
           aria_label(language.tr("What if …")), [&] {
               if (asked.group != "T") h.input(type("hidden"), name("grupp"), value(asked.group));
               if (!asked.among.empty()) h.input(type("hidden"), name("bland"), value(asked.among));
               for (auto const& [code, weight] : asked.weights)
                   h.input(type("hidden"), name(std::string{weight_field} + code), value(std::to_string(weight)));
               h.label([&] {
                   h.span(panel.target_now.empty() ? std::string{language.tr("the target were")}
                                                   : language.tr("the target were (now {0})", panel.target_now));
                   h.input(type("text"), name("mal"), value(asked.target), autocomplete("off"));
               });
               if (!panel.error.empty()) h.p(class_("error"), role("alert"), panel.error);
               if (!panel.units.empty())
                   h.label([&] {
                       h.span(language.tr("a unit were left out"));
                       h.select(name("utan"), [&] {
                           h.option(value(""), language.tr("none"));
                           for (auto const& unit : panel.units)
                               h.option(value(unit.code), selected(unit.is_left_out), unit.name);
                       });
                   });
               h.button(class_("btn quiet"), type("submit"), language.tr("Try"));
           });
}

} // namespace

void write_what_if(Html& h, WhatIfPanel const& panel, Language const& language) {
    h.section(class_("panel wide"), id("what-if"), [&] {
        h.h2(language.tr("What if …"));
        if (panel.then) {
            h.p(language.tr("If {0}. Nothing is stored.", panel.changes));
            h.div(class_("beside"), [&] {
                write_said(h, language.tr("Now"), panel.now);
                write_said(h, language.tr("Then"), *panel.then);
            });
        }
        h.details(class_("behind"), open(panel.then.has_value() || !panel.error.empty()), [&] {
            h.summary(language.tr("Try another target, or without a unit"));
            write_what_if_form(h, panel, language);
        });
    });
}

void write_mark_form(Html& h, MeasureView const& view, Context const& context) {
    auto const& language = context.language;
    auto const& form = view.forms.mark;
    auto const& asked = view.what_if->question;
    h.details(class_("behind"), id("say"), open(!form.error.empty()), [&] {
        h.summary(language.tr("Explain a figure, or say that it is a new level"));
        h.form(class_("choose"), action(marks_url(asked.measure, asked.unit)), method("post"),
               aria_label(language.tr("Explain a figure")), [&] {
                   begin_form(h, context);
                   h.input(type("hidden"), name("grupp"), value(asked.group));
                   h.label([&] {
                       h.span(language.tr("Which figure"));
                       h.select(name("period"), [&] {
                           for (auto const& point : std::views::reverse(view.series->trend.points)) {
                               auto const code = point.period.text();
                               h.option(value(code), selected(code == form.period),
                                        period_text(language, point.period));
                           }
                       });
                   });
                   h.fieldset([&] {
                       h.legend(language.tr("What is said"));
                       h.ul(class_("ticks"), [&] {
                           auto const radio = [&](std::string_view kind, std::string_view text, bool is_chosen) {
                               h.li([&] {
                                   h.label([&] {
                                       h.input(type("radio"), name("slag"), value(kind), checked(is_chosen));
                                       h.span(text);
                                   });
                               });
                           };
                           radio("forklaring", language.tr("An explanation, shown wherever the figure is"),
                                 !form.is_new_level);
                           radio("ny-niva",
                                 language.tr("A new level from here on, for this reason: what came before is another "
                                             "matter"),
                                 form.is_new_level);
                       });
                   });
                   h.label([&] {
                       h.span(language.tr("In words"));
                       h.textarea(name("text"), rows(3), maxlength(longest_mark), required(), form.text);
                   });
                   if (!form.error.empty()) h.p(class_("error"), role("alert"), form.error);
                   h.ul(class_("ticks"), [&] {
                       h.li([&] {
                           h.label([&] {
                               h.input(type("checkbox"), name("galler"), value("alla"), checked(form.is_for_all_units));
                               h.span(language.tr("It holds for every unit, not {0} alone", view.unit));
                           });
                       });
                   });
                   h.button(class_("btn quiet"), type("submit"), language.tr("Save"));
               });
    });
}

} // namespace rodtrad::view::pages
