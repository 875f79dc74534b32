#include "view/charts/drawing.hpp"
#include "view/charts/trend.hpp"
#include "view/letter_case.hpp"

#include <algorithm>
#include <ranges>

namespace rodtrad::view {

namespace {

// The figures of a signal are told only for the latest level: what came before is history.
std::string level_text(TrendView const& view, Language const& language) {
    auto const& segment = view.segments.back();
    auto const mean = with_unit(language, view.format, segment.mean);
    if (!segment.limits) return language.tr("Mean {0}.", mean);
    return language.tr("Mean {0}, normal variation {1} to {2}.", mean,
                       with_unit(language, view.format, segment.limits->lower),
                       with_unit(language, view.format, segment.limits->upper));
}

std::string signal_text(TrendView const& view, Language const& language) {
    std::string text;
    for (auto const judgement : {study::Judgement::worse, study::Judgement::better, study::Judgement::neutral}) {
        auto const number = std::ranges::count(view.points, std::optional{judgement}, &TrendPoint::signal);
        if (number == 0) continue;
        text += ' ';
        text += language.trn("{0} point is a signal: {1}.", "{0} points are a signal: {1}.", number,
                             whole(language, number), judgement_word(judgement, language));
    }
    return text;
}

} // namespace

std::optional<std::string> target_text(TrendView const& view, Language const& language) {
    if (view.target) return target_words(*view.target, view.polarity, view.format, language);
    auto const* wanted = std::get_if<domain::WantedRange>(&view.polarity);
    if (wanted == nullptr) return {};
    return language.tr("wanted {0}–{1}", as_set(language, {"", view.format.decimals}, wanted->low),
                       as_set(language, view.format, wanted->high));
}

std::string trend_description(TrendView const& view, Language const& language) {
    auto const has_value = [](TrendPoint const& point) { return point.value.has_value(); };
    auto const first = std::ranges::find_if(view.points, has_value);
    if (first == view.points.end()) return std::string{language.tr("There are no figures yet.")};
    auto const last = std::ranges::find_if(view.points.rbegin(), view.points.rend(), has_value);
    auto text = first->period == last->period
                    ? language.tr("{0}: {1}.", period_text(language, first->period),
                                  with_unit(language, view.format, *first->value))
                    : language.tr("From {0} ({1}) to {2} ({3}).", with_unit(language, view.format, *first->value),
                                  period_text(language, first->period), with_unit(language, view.format, *last->value),
                                  period_text(language, last->period));
    if (view.is_season_adjusted) text.append(" ").append(language.tr("Seasonally adjusted."));
    if (!view.segments.empty()) text.append(" ").append(level_text(view, language));
    if (auto const target = target_text(view, language)) text.append(" ").append(capitalised(*target)).append(".");
    return text + signal_text(view, language);
}

void trend_table(Html& h, TrendView const& view, Language const& language) {
    write_figures(h, view.title, [&] {
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), language.tr("Period"));
                h.th(scope("col"), class_("number"), language.tr("Value"));
                h.th(scope("col"), language.tr("Remark"));
            });
        });
        h.tbody([&] {
            for (auto const& point : std::ranges::reverse_view{view.points})
                h.tr([&] {
                    h.th(scope("row"), period_text(language, point.period));
                    h.td(class_("number"),
                         point.value ? with_unit(language, view.format, *point.value) : std::string{"–"});
                    h.td([&] {
                        if (!point.value) h.text(language.tr("no figure"));
                        if (point.is_preliminary) h.text(language.tr("preliminary"));
                        if (point.is_preliminary && point.signal) h.text(", ");
                        if (point.signal) h.text(judgement_word(*point.signal, language));
                    });
                });
        });
    });
}

} // namespace rodtrad::view
