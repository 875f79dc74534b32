#include "view/pages/card_view.hpp"

#include "view/charts/sparkline.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/figure_text.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/series_view.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::view::pages {

namespace {

// The series a card shows: all people together, or the group it speaks of where it speaks of one alone or the measure
// has no figure for all.
std::optional<SeriesView> shown_series(study::Card const& card, study::Dataset const& data, Language const& language) {
    auto const group = card.findings.front().group;
    bool const is_of_one_group = std::ranges::all_of(card.findings, [&](study::Finding const& finding) {
        return finding.group == group && finding.kind != study::FindingKind::gap;
    });
    if (auto const total = data.find_group(domain::total_group); total && !is_of_one_group)
        if (auto series = series_view({card.measure, card.unit, *total}, data, &card, language)) return series;
    return series_view({card.measure, card.unit, group}, data, &card, language);
}

std::string aim_text(TrendView const& trend, Language const& language) {
    if (auto const* wanted = std::get_if<domain::WantedRange>(&trend.polarity); wanted && !trend.target)
        return as_set(language, {}, wanted->low) + "–" + as_set(language, trend.format, wanted->high);
    if (!trend.target) return {};
    auto const aim = as_set(language, trend.format, *trend.target);
    bool const is_at_most = trend.polarity == domain::Polarity{domain::Direction::lower_is_better};
    return is_at_most ? language.tr("at most {0}", aim) : aim;
}

void write_figure(Html& h, CardView const& card, Language const& language) {
    h.div(class_("figure"), [&] {
        h.div(class_("figures"), [&] {
            h.span([&] {
                h.span(class_("num"), card.value);
                h.text(" ");
                h.span(class_("of"), card.ground);
            });
            if (!card.target.empty()) h.span(class_("of"), card.target);
        });
        if (card.trend) h.raw(sparkline(*card.trend, language));
    });
}

} // namespace

CardView card_view(study::Card const& card, study::Dataset const& data, Language const& language) {
    auto const& measure_data = data.measures[card.measure];
    auto const& measure = measure_data.measure;
    auto const& node = data.units[card.unit];
    CardView view{
        .tier = card.tier,
        .state = {},
        .measure = {std::string{measure_title(measure, language)}, measure_url(measure.code, node.unit.code)},
        .unit = {node.unit.name, unit_url(node.unit.code)},
        .within = node.parent ? data.units[*node.parent].unit.name : std::string{},
        .group = {},
        .people = {},
        .sentences = sentences(card, data, language),
        .tags = {},
        .period = {},
        .value = {},
        .ground = {},
        .target = {},
        .aim = {},
        .trend = {},
    };
    for (auto const* finding : told_findings(card, data)) view.tags.push_back(tag(*finding, data, language));
    auto const series = shown_series(card, data, language);
    if (!series) return view;

    auto const& group = data.groups[series->key.group];
    if (group.code != domain::total_group) {
        view.group = group_name(group, language);
        view.measure.url = measure_url(measure.code, node.unit.code, group.code);
    }
    auto const& cube = *measure_data.cube;
    auto const counts = cube.counts(cube.at(*cube.slot_of(series->key.group), series->newest(), card.unit));
    view.period = period_text(language, cube.period(series->newest()));
    view.value = with_unit(language, series->format, series->values.back());
    view.ground = ground_text(counts, measure.kind, language);
    if (!measure.people.empty() && std::isfinite(counts.denominator))
        view.people = people(language, counts.denominator, who(measure, language));
    view.target = target_text(series->trend, language).value_or("");
    view.aim = aim_text(series->trend, language);
    view.trend = card_trend(*series, card);
    return view;
}

void write_card(Html& h, CardView const& card, Language const& language) {
    h.article(class_("card"), [&] {
        h.div([&] {
            h.h3([&] { write_link(h, card.measure); });
            h.div(class_("where"), [&] {
                write_link(h, card.unit);
                if (!card.state.empty()) {
                    h.text(" · ");
                    h.strong(card.state);
                }
                for (auto const* more : {&card.within, &card.group, &card.people, &card.period})
                    if (!more->empty()) h.text(" · " + *more);
            });
            h.p([&] {
                for (auto const& sentence : card.sentences) h.text(sentence + " ");
            });
        });
        write_figure(h, card, language);
        h.ul(class_("lines"), aria_label(language.tr("What stands out")), [&] {
            for (auto const& tag : card.tags) h.li([&] { write_tag(h, tag); });
        });
    });
}

void write_card_table(Html& h, std::vector<CardView> const& cards, Language const& language) {
    h.div(class_("scroll"), role("region"), tabindex(0), aria_label(language.tr("What stands out")), [&] {
        h.table(class_("tt measures listed"), [&] {
            h.caption(language.tr("The most important first"));
            h.thead([&] {
                h.tr([&] {
                    for (auto const heading : {message("Level"), message("Measure"), message("Unit"), message("Value"),
                                               message("Target"), message("What stands out")})
                        h.th(scope("col"), language.tr(heading));
                });
            });
            h.tbody([&] {
                for (auto const& card : cards)
                    h.tr([&] {
                        h.td([&] {
                            h.text(tier_name(card.tier, language));
                            if (!card.state.empty()) h.small(card.state);
                        });
                        h.th(scope("row"), [&] { write_link(h, card.measure); });
                        h.td([&] { write_link(h, card.unit); });
                        h.td(class_("figure"), card.value);
                        h.td(class_("figure"), card.aim);
                        h.td([&] {
                            for (auto const& tag : card.tags) write_tag(h, tag);
                        });
                    });
            });
        });
    });
}

} // namespace rodtrad::view::pages
