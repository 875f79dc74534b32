#include "view/format.hpp"
#include "view/pages/goal_view.hpp"
#include "view/pages/goal_words.hpp"

namespace rodtrad::view::pages {

namespace {

std::string joined(std::string when, std::string_view what, std::string const& who) {
    when += " · ";
    when += what;
    if (!who.empty()) when += " · " + who;
    return when;
}

void write_step(Html& h, TimeLineEntry const& entry, Language const& language) {
    auto const& step = *entry.step;
    h.p(class_("who"), joined(date(language, entry.at), step_name(step.kind, language), step.by));
    write_alterations(h, step.alterations, language);
    if (!step.reason.empty()) h.p(class_("written"), language.tr("“{0}”", step.reason));
}

void write_judgement(Html& h, TimeLineEntry const& entry, Language const& language) {
    auto const& judgement = *entry.judgement;
    h.p(class_("who"), joined(date(language, entry.at), language.tr("judgement"), judgement.by));
    h.p(class_("written"), [&] {
        h.b(verdict_name(judgement.verdict, language));
        h.text(": " + language.tr("“{0}”", judgement.reason));
    });
}

} // namespace

void write_alterations(Html& h, std::vector<AlterationView> const& alterations, Language const& language) {
    if (alterations.empty()) return;
    h.ul(class_("alterations"), [&] {
        for (auto const& alteration : alterations)
            h.li([&] {
                auto const what =
                    alteration.key_result.empty() ? alteration.what : alteration.key_result + ", " + alteration.what;
                h.text(language.tr("{0}: from {1} to {2}", what, alteration.before, alteration.after));
            });
    });
}

void write_time_line(Html& h, GoalView const& view, Context const& context) {
    auto const& language = context.language;
    h.section(class_("panel wide time-line"), id("time-line"), [&] {
        h.h2(language.tr("What has happened"));
        write_confidence(h, context, view.dialogue.check_ins);
        h.ol(class_("log"), [&] {
            for (auto const& entry : view.time_line)
                h.li([&] {
                    if (entry.step) write_step(h, entry, language);
                    if (entry.judgement) write_judgement(h, entry, language);
                    if (entry.check_in) write_check_in_entry(h, context, *entry.check_in);
                });
        });
    });
}

} // namespace rodtrad::view::pages
