#include "view/pages/addresses.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/plain_pages.hpp"
#include "view/sentences.hpp"

namespace rodtrad::view::pages {

namespace {

void write_lenses(Html& h, Language const& language) {
    using enum study::FindingKind;
    auto const lens = [&](study::FindingKind kind, std::string_view text) {
        h.dt(kind_name(kind, language));
        h.dd(text);
    };
    h.dl(class_("terms"), [&] {
        lens(target, language.tr("Does the figure meet its target, and could a miss be chance? Shares and rates are "
                                 "tested on the people behind them; other figures on their own ordinary variation."));
        lens(change, language.tr("Has the level changed over the last one to four figures, compared with all before "
                                 "them? How much a series usually varies is learnt from the same measure in all units, "
                                 "because a short series alone knows too little of its own noise."));
        lens(comparison, language.tr("Is the figure far from those of similar units? Where the number of people is "
                                     "known, small units are given the room that chance needs."));
        lens(gap,
             language.tr("Do women and men differ by more than chance explains, and is the gap growing or closing?"));
        lens(spread, language.tr("Does a mean hide that the units behind it differ by more than chance explains?"));
    });
}

void write_tiers(Html& h, Language const& language) {
    using enum study::Tier;
    h.dl(class_("terms"), [&] {
        for (auto const tier : {act, look_into, watch, learn_from}) {
            h.dt([&] {
                ListQuestion question;
                question.tier = tier;
                h.a(href(list_url(question)), tier_name(tier, language));
            });
            h.dd(tier_explanation(tier, language));
        }
    });
}

void write_signs(Html& h, Language const& language) {
    auto const sign = [&](Sign which, Tone tone, std::string_view name, std::string_view text) {
        h.dt([&] { h.span(class_("tag", to_text(tone)), icon(which), name); });
        h.dd(text);
    };
    h.dl(class_("terms"), [&] {
        sign(Sign::normal, Tone::normal, language.tr("Normal variation"),
             language.tr("The figure moves as it usually does. There is nothing to explain in a single rise or fall."));
        sign(Sign::better, Tone::better, language.tr("Clear improvement"),
             language.tr(
                 "Outside normal variation, or part of a run that chance seldom makes, in the wanted direction."));
        sign(Sign::worse, Tone::worse, language.tr("Clear deterioration"),
             language.tr("The same, in the other direction."));
        sign(Sign::change, Tone::neutral, language.tr("Clearly higher or lower"),
             language.tr("The same, for a measure of which neither high nor low is better in itself."));
        sign(Sign::watch, Tone::normal, language.tr("Possible, watch"),
             language.tr("Something may have happened, but it cannot yet be told from chance."));
    });
}

} // namespace

std::string about_page(Context const& context) {
    auto const& language = context.language;
    Frame const frame{std::string{language.tr("How the list is made")}, Section::none, about_url(), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.div(class_("prose"), [&] {
            h.h1(language.tr("How the list is made"));
            h.p(class_("lede"),
                language.tr("Every figure that is delivered is looked at in five ways. What differs by "
                            "more than chance explains, and by enough to be worth talking about, is put "
                            "on one list. The rest is left to those who do the work."));
            h.h2(language.tr("Five ways to look"));
            write_lenses(h, language);
            h.h2(language.tr("Why so few things stand out"));
            h.p(language.tr(
                "When thousands of series are looked at, some differ by pure chance. Therefore all of them "
                "are judged together (Benjamini and Hochberg 1995): of the confirmed deviations, at most 1 "
                "in 20 is chance on average. And a difference that is certain but too small to matter is not "
                "shown."));
            h.p(language.tr("This does not protect from wrong figures, or from a definition that has been changed. "
                            "Therefore the source, the delivery and every earlier version of a figure are shown with "
                            "it."));
            h.h2(language.tr("Four levels"));
            write_tiers(h, language);
            h.h2(language.tr("What the signs say"));
            write_signs(h, language);
            h.h2(language.tr("Figures that are not shown"));
            h.p(language.tr("A figure that is missing, does not apply or is confidential is never shown as zero, and "
                            "never guessed. Shares for several units together are made from the people behind them: "
                            "percentages are not averaged."));
            h.h2(language.tr("The program"));
            h.p([&] {
                h.text("Rödtråd ");
                h.text(context.version);
                h.text(". ");
                h.text(language.tr("Free software under the European Union Public Licence 1.2."));
            });
        });
    });
}

} // namespace rodtrad::view::pages
