#include "view/charts/multiples.hpp"

#include "view/charts/drawing.hpp"
#include "view/charts/scale.hpp"
#include "view/svg.hpp"

#include <algorithm>
#include <ranges>

namespace rodtrad::view {

namespace {

constexpr double font_size = 14;

using Values = std::vector<std::optional<double>>;

void include(Extent& extent, MultiplesPanel const& panel) {
    for (auto const& value : panel.values)
        if (value) extent.include(*value);
    if (panel.target) extent.include(*panel.target);
}

Extent extent_of(MultiplesPanel const& panel, MultiplesView const& view) {
    Extent extent;
    if (view.scale == PanelScale::own)
        include(extent, panel);
    else
        for (auto const& each : view.panels) include(extent, each);
    return extent.padded(0.06);
}

std::optional<std::size_t> newest(Values const& values) {
    for (auto i = values.size(); i-- > 0;)
        if (values[i]) return i;
    return {};
}

// A line in a plot, broken where there is no figure; a figure that stands alone is a dot.
class PanelLines {
public:
    PanelLines(Extent const& extent, std::size_t periods, Box const& plot)
        : m_plot{plot}, m_y{extent, plot.y + plot.height, plot.y}, m_periods{periods} {}

    double x(std::size_t i) const {
        return m_periods < 2 ? m_plot.x + m_plot.width / 2
                             : m_plot.x + m_plot.width * static_cast<double>(i) / static_cast<double>(m_periods - 1);
    }
    double y(double value) const { return m_y(value); }
    Place at(Values const& values, std::size_t i) const { return {x(i), y(*values[i])}; }

    void draw(Svg& svg, Values const& values, std::string_view classes) const {
        std::vector<Place> run;
        for (std::size_t i = 0; i <= values.size(); ++i) {
            if (i < values.size() && values[i]) {
                run.push_back(at(values, i));
                continue;
            }
            if (run.size() > 1) svg.polyline(run, classes);
            if (run.size() == 1) svg.circle(run.front(), 1.8, "mark-point");
            run.clear();
        }
    }

private:
    Box m_plot;
    Scale m_y;
    std::size_t m_periods;
};

Raw panel_picture(MultiplesPanel const& panel, MultiplesView const& view, Language const& language) {
    constexpr double width = 260;
    constexpr double height = 132;
    Svg svg{width, height, "panel-picture", panel.name, panel_description(panel, view.periods, language)};
    auto const extent = extent_of(panel, view);
    auto const ticks = nice_ticks(extent, 3);
    ValueFormat const tick_format{panel.format.unit.size() <= 2 ? panel.format.unit : std::string{}, ticks.decimals};
    double names = 0;
    for (auto const tick : ticks.values)
        names = std::max(names, text_width(with_unit(language, tick_format, tick), font_size));
    names = std::min(names, width * 0.35);
    Box const plot{names + 8, 8, width - names - 8 - 10, height - 8 - 26};
    PanelLines const lines{extent, view.periods.size(), plot};

    for (auto const tick : ticks.values) {
        svg.line({plot.x, lines.y(tick)}, {plot.x + plot.width, lines.y(tick)}, "grid-line");
        svg.text({names, lines.y(tick) + font_size * 0.35},
                 fitted(with_unit(language, tick_format, tick), names + 1, font_size), "quiet", Svg::Anchor::end);
    }
    if (view.scale == PanelScale::shared)
        for (auto const& other : view.panels)
            if (&other != &panel) lines.draw(svg, other.values, "series behind");
    if (panel.target)
        svg.line({plot.x, lines.y(*panel.target)}, {plot.x + plot.width, lines.y(*panel.target)}, "target");
    lines.draw(svg, panel.values, "series");
    if (auto const last = newest(panel.values)) draw_mark(svg, lines.at(panel.values, *last), 4.5, panel.judgement);
    if (!view.periods.empty()) {
        svg.text({plot.x, height - 6}, period_text(language, view.periods.front(), PeriodStyle::brief), "quiet");
        if (view.periods.size() > 1)
            svg.text({plot.x + plot.width, height - 6}, period_text(language, view.periods.back(), PeriodStyle::brief),
                     "quiet", Svg::Anchor::end);
    }
    return std::move(svg).take();
}

} // namespace

std::string panel_description(MultiplesPanel const& panel, std::vector<domain::Period> const& periods,
                              Language const& language) {
    auto const has_value = [](auto const& value) { return value.has_value(); };
    auto const first = std::ranges::find_if(panel.values, has_value);
    if (first == panel.values.end()) return std::string{language.tr("There are no figures yet.")};
    auto const last = *newest(panel.values);
    auto const begin = static_cast<std::size_t>(first - panel.values.begin());
    auto const value = [&](std::size_t i) { return with_unit(language, panel.format, *panel.values[i]); };
    if (begin == last) return language.tr("{0}: {1}.", period_text(language, periods[last]), value(last));
    return language.tr("From {0} ({1}) to {2} ({3}).", value(begin), period_text(language, periods[begin]), value(last),
                       period_text(language, periods[last]));
}

void write_multiples(Html& h, MultiplesView const& view, Language const& language) {
    h.ul(class_("multiples"), aria_label(view.title), [&] {
        for (auto const& panel : view.panels)
            h.li([&] {
                h.h3([&] {
                    if (panel.link)
                        h.a(href(*panel.link), panel.name);
                    else
                        h.text(panel.name);
                });
                h.p([&] {
                    if (auto const last = newest(panel.values)) {
                        h.span(class_("num"), with_unit(language, panel.format, *panel.values[*last]));
                        h.text(" ");
                        h.span(class_("of"), period_text(language, view.periods[*last]));
                    } else {
                        h.span(class_("of"), language.tr("No figure"));
                    }
                    if (!panel.word.empty()) {
                        h.text(" ");
                        h.span(class_("said", panel.judgement ? judgement_class(*panel.judgement) : "normal"),
                               panel.word);
                    }
                });
                h.raw(panel_picture(panel, view, language));
            });
    });
}

void multiples_table(Html& h, MultiplesView const& view, Language const& language) {
    write_figures(h, view.title, [&] {
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), language.tr("Period"));
                for (auto const& panel : view.panels) h.th(scope("col"), class_("number"), panel.name);
            });
        });
        h.tbody([&] {
            for (auto i = view.periods.size(); i-- > 0;)
                h.tr([&] {
                    h.th(scope("row"), class_("period"), period_text(language, view.periods[i], PeriodStyle::brief));
                    for (auto const& panel : view.panels)
                        h.td(class_("number"),
                             panel.values[i] ? with_unit(language, panel.format, *panel.values[i]) : std::string{"–"});
                });
        });
    });
}

Raw mini_line(MultiplesPanel const& panel, MultiplesView const& view, Language const& language) {
    constexpr double width = 120;
    constexpr double height = 30;
    Svg svg{width, height, "mini", panel.name, panel_description(panel, view.periods, language)};
    PanelLines const lines{extent_of(panel, view), view.periods.size(), {5, 5, width - 10, height - 10}};
    if (panel.target) svg.line({5, lines.y(*panel.target)}, {width - 5, lines.y(*panel.target)}, "target");
    lines.draw(svg, panel.values, "series");
    if (auto const last = newest(panel.values)) draw_mark(svg, lines.at(panel.values, *last), 3.2, panel.judgement);
    return std::move(svg).take();
}

} // namespace rodtrad::view
