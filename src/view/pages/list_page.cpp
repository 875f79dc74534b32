#include "view/pages/addresses.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/list_view.hpp"
#include "view/pages/parts.hpp"
#include "view/sentences.hpp"

namespace rodtrad::view::pages {

namespace {

std::string counted(std::size_t count, Language const& language) {
    return whole(language, static_cast<std::int64_t>(count));
}

void write_lede(Html& h, ListView const& view, Language const& language) {
    auto const n = [&](std::size_t count) { return static_cast<std::int64_t>(count); };
    h.p(class_("lede"), [&] {
        h.text(view.newest.empty()
                   ? language.trn("{0} series has been checked.", "{0} series have been checked.",
                                  n(view.series_checked), counted(view.series_checked, language))
                   : language.trn("{0} series has been checked, the newest figures from {1}.",
                                  "{0} series have been checked, the newest figures from {1}.", n(view.series_checked),
                                  counted(view.series_checked, language), view.newest));
        h.text(" ");
        if (view.cards_in_branch == 0) return;
        auto const measures = language.trn("{0} measure", "{0} measures", n(view.measures_in_branch),
                                           counted(view.measures_in_branch, language));
        auto const units =
            language.trn("{0} unit", "{0} units", n(view.units_in_branch), counted(view.units_in_branch, language));
        auto const place = view.way.empty() ? std::string{} : language.tr(" in {0}", view.way.back().text);
        h.text(language.trn(
            "{0} thing stands out{1}: {2} in {3}. The rest follows its ordinary variation and is left to operations.",
            "{0} things stand out{1}: {2} in {3}. The rest follows its ordinary variation and is left to operations.",
            n(view.cards_in_branch), counted(view.cards_in_branch, language), place, measures, units));
        h.text(" ");
        h.text(language.tr("Of the confirmed deviations, at most 1 in 20 is chance on average."));
    });
    if (!view.since_published.empty()) h.p(class_("order"), view.since_published);
}

void write_tiers(Html& h, ListView const& view, Language const& language) {
    h.nav(class_("tiers"), aria_label(language.tr("Filter by level")), [&] {
        for (auto const& [tier, cards] : view.tiers) {
            auto question = view.question;
            bool const is_chosen = question.tier == tier;
            question.page = 1;
            question.tier = is_chosen ? std::optional<study::Tier>{} : tier;
            h.a(href(list_url(question)), aria_current("true").when(is_chosen), [&] {
                h.b(counted(cards, language));
                h.span(tier_name(tier, language));
                h.small(tier_explanation(tier, language));
            });
        }
    });
}

void write_option(Html& h, std::string_view code, std::string_view text, bool is_chosen) {
    h.option(value(code), selected(is_chosen), text);
}

// One field of the form: a label, and a choice whose first line is everything.
void write_choice(Html& h, std::string_view field, std::string_view title, std::string_view everything,
                  std::invocable auto const& write_options) {
    h.label([&] {
        h.span(title);
        h.select(id(field), name(field), [&] {
            write_option(h, "", everything, false);
            write_options();
        });
    });
}

void write_filters(Html& h, ListView const& view, Language const& language) {
    auto const& asked = view.question;
    h.form(class_("filters"), action(list_url()), method("get"), hx_get(list_url()), hx_trigger(Trigger::change),
           hx_target("#list"), hx_swap(Swap::outer), hx_push_url(), [&] {
               write_choice(h, "enhet", language.tr("Unit"), language.tr("The whole organisation"), [&] {
                   for (auto const& choice : view.branches) {
                       std::string indented;
                       for (int i = 0; i < choice.depth; ++i) indented += "\u00A0\u00A0";
                       write_option(h, choice.value, indented + choice.text, choice.value == asked.unit);
                   }
               });
               write_choice(h, "matt", language.tr("Measure"), language.tr("All measures"), [&] {
                   for (auto const& choice : view.measures)
                       write_option(h, choice.value, choice.text, choice.value == asked.measure);
               });
               write_choice(h, "slag", language.tr("Kind"), language.tr("All kinds"), [&] {
                   using enum study::FindingKind;
                   for (auto const kind : {target, change, comparison, gap, spread, neighbour})
                       write_option(h, word_of(kind), kind_name(kind, language), asked.kind == kind);
               });
               write_choice(h, "riktning", language.tr("Direction"), language.tr("Worse and better"), [&] {
                   using enum study::Judgement;
                   for (auto const judgement : {worse, better, neutral})
                       write_option(h, word_of(judgement), judgement_name(judgement, language),
                                    asked.judgement == judgement);
               });
               if (asked.tier) h.input(type("hidden"), name("niva"), value(word_of(*asked.tier)));
               if (asked.is_table) h.input(type("hidden"), name("visa"), value("tabell"));
               h.button(class_("btn quiet"), type("submit"), language.tr("Show"));
           });
}

// How many there are, in what order, and the other way to see them.
void write_order(Html& h, ListView const& view, Language const& language) {
    auto other = view.question;
    other.is_table = !other.is_table;
    other.page = 1;
    h.p(class_("order"), [&] {
        h.text(language.trn("{0} card, by weight, size and how many people it concerns.",
                            "{0} cards, by weight, size and how many people they concern.",
                            static_cast<std::int64_t>(view.found), counted(view.found, language)));
        h.text(" ");
        h.a(href(list_url(other)), other.is_table ? language.tr("Show as a table") : language.tr("Show as cards"));
        ListQuestion everything;
        everything.is_table = view.question.is_table;
        everything.page = view.question.page;
        if (view.question != everything) {
            h.text(" · ");
            h.a(href(list_url()), language.tr("Clear the filters"));
        }
    });
}

void write_nothing(Html& h, ListView const& view, Language const& language) {
    h.section(class_("empty"), [&] {
        h.h2(language.tr("Nothing stands out"));
        if (view.series_checked == 0)
            h.p(language.tr(
                "There are no figures to look at yet. They are delivered under “Deliver figures”, at the foot "
                "of the page of those who do it."));
        else if (view.cards_in_branch == 0)
            h.p(language.trn("{0} series has been checked, and follows its ordinary variation.",
                             "{0} series have been checked, and all follow their ordinary variation.",
                             static_cast<std::int64_t>(view.series_checked), counted(view.series_checked, language)));
        else
            h.p([&] {
                h.text(language.tr("No card answers to all that was asked for."));
                h.text(" ");
                h.a(href(list_url()), language.tr("Clear the filters"));
            });
    });
}

void write_published(Html& h, std::string_view heading, std::vector<PublishedRow> const& rows) {
    if (rows.empty()) return;
    h.section([&] {
        h.h2(heading);
        h.ul(class_("results"), [&] {
            for (auto const& [measure, unit, text] : rows)
                h.li([&] {
                    write_link(h, measure);
                    h.text(" · ");
                    write_link(h, unit);
                    h.small(text);
                });
        });
    });
}

// All of the page but its frame: what another choice of filters changes.
void write_list(Html& h, ListView const& view, Language const& language) {
    h.div(id("list"), [&] {
        if (!view.way.empty()) write_thread(h, view.way, LastStep::is_link, language);
        h.h1(language.tr("What stands out?"));
        write_lede(h, view, language);
        write_tiers(h, view, language);
        write_filters(h, view, language);
        if (view.cards.empty()) return write_nothing(h, view, language);
        h.h2(class_("out-of-sight"), language.tr("The list"));
        write_order(h, view, language);
        if (view.question.is_table)
            write_card_table(h, view.cards, language);
        else
            h.ol(class_("cards"), [&] {
                for (auto const& card : view.cards) h.li([&] { write_card(h, card, language); });
            });
        write_published(h, language.tr("Quiet now, but not for long enough to leave the list"), view.kept);
        write_published(h, language.tr("Solved"), view.solved);
        write_pager(h, view.question.page, view.pages, language, [&](std::size_t page) {
            auto question = view.question;
            question.page = page;
            return list_url(question);
        });
    });
}

} // namespace

std::string list_page(ListView const& view, Context const& context) {
    auto const& language = context.language;
    Frame const frame{std::string{language.tr("What stands out?")}, Section::deviations, list_url(view.question), {}};
    return whole_page(frame, context, [&](Html& h) { write_list(h, view, language); });
}

std::string list_part(ListView const& view, Language const& language) {
    Html h;
    write_list(h, view, language);
    return std::move(h).take();
}

} // namespace rodtrad::view::pages
