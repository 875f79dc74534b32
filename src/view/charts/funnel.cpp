#include "view/charts/funnel.hpp"

#include "view/charts/drawing.hpp"
#include "view/charts/scale.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace rodtrad::view {

namespace {

constexpr std::size_t most_named = 5; // of those outside, besides me

std::vector<FunnelUnit const*> by_size(FunnelView const& view) {
    std::vector<FunnelUnit const*> units;
    for (auto const& unit : view.units) units.push_back(&unit);
    std::ranges::stable_sort(units, {}, &FunnelUnit::size);
    return units;
}

class FunnelDrawing {
public:
    FunnelDrawing(FunnelView const& view, Language const& language, Shape const& shape)
        : m_view{view}, m_language{language}, m_shape{shape}, m_units{by_size(view)}, m_extent{extent(view)},
          m_ticks{nice_ticks(m_extent, 5)} {
        for (auto const tick : m_ticks.values)
            m_plot.x = std::max(m_plot.x, text_width(tick_text(tick), m_shape.font_size));
        m_plot.x = std::min(m_plot.x, 90.0) + 9;
        m_plot.y = has_unit_at_ticks() ? 18 : 34;
        m_plot.height = (m_shape.is_narrow ? 250 : 300) - m_plot.y;
        m_plot.width = m_shape.width - m_plot.x - 14;
    }

    Raw drawn() const {
        Svg svg{m_shape.width, bottom() + 52, m_shape.name, m_view.title, funnel_description(m_view, m_language)};
        draw_axes(svg);
        draw_limits(svg);
        draw_units(svg);
        return std::move(svg).take();
    }

private:
    double bottom() const { return m_plot.y + m_plot.height; }
    double right() const { return m_plot.x + m_plot.width; }
    bool has_unit_at_ticks() const { return m_view.format.unit.size() <= 2; }
    std::string tick_text(double tick) const {
        ValueFormat const format{has_unit_at_ticks() ? m_view.format.unit : std::string{}, m_ticks.decimals};
        return fitted(with_unit(m_language, format, tick), 90, m_shape.font_size);
    }

    // What the units and the inner limits need; the outermost reach of the smallest units may be cut.
    static Extent extent(FunnelView const& view) {
        Extent extent;
        extent.include(view.average);
        for (auto const& unit : view.units) {
            extent.include(unit.value);
            extent.include(unit.low_95);
            extent.include(unit.high_95);
        }
        return extent.padded(0.05);
    }

    // Sizes differ a thousandfold: equal steps are equal ratios.
    double x(double size) const {
        auto const low = std::log(m_units.front()->size);
        auto const high = std::log(m_units.back()->size);
        auto const share = high > low ? (std::log(size) - low) / (high - low) : 0.5;
        return m_plot.x + 12 + share * (m_plot.width - 24);
    }
    double y(double value) const { return Scale{m_extent, bottom(), m_plot.y}(value); }

    void draw_axes(Svg& svg) const {
        for (auto const tick : m_ticks.values) {
            svg.line({m_plot.x, y(tick)}, {right(), y(tick)}, "grid-line");
            svg.text({m_plot.x - 9, y(tick) + m_shape.font_size * 0.35}, tick_text(tick), "", Svg::Anchor::end);
        }
        if (!has_unit_at_ticks())
            svg.text({0, m_shape.font_size}, fitted(m_view.format.unit, m_shape.width, m_shape.font_size), "quiet");
        draw_sizes(svg);
    }

    // 1, 2, 5, 10, 20, 50 …, or even steps where the sizes are of one magnitude.
    std::vector<double> round_sizes() const {
        auto const low = m_units.front()->size;
        auto const high = m_units.back()->size;
        if (high < low * 8) {
            Extent extent;
            extent.include(low);
            extent.include(high);
            return nice_ticks(extent, 6).values;
        }
        std::vector<double> sizes;
        for (double power = 1; power <= high; power *= 10)
            for (double const factor : {1.0, 2.0, 5.0})
                if (power * factor >= low && power * factor <= high) sizes.push_back(power * factor);
        return sizes;
    }

    void draw_sizes(Svg& svg) const {
        double free_from = m_plot.x;
        for (auto const size : round_sizes()) {
            auto const text = whole(m_language, std::llround(size));
            auto const half = text_width(text, m_shape.font_size) / 2;
            if (x(size) - half < free_from || x(size) + half > m_shape.width) continue;
            svg.line({x(size), bottom() + 3}, {x(size), bottom() + 8}, "tick");
            svg.text({x(size), bottom() + 24}, text, "", Svg::Anchor::middle);
            free_from = x(size) + half + 14;
        }
        auto const axis = m_view.who.empty() ? std::string{m_language.tr("how many stand behind the figure")}
                                             : m_language.tr("number of {0}", m_view.who);
        svg.text({right(), bottom() + 44}, fitted(axis, m_plot.width, m_shape.font_size), "quiet", Svg::Anchor::end);
    }

    void draw_limits(Svg& svg) const {
        auto const curve = [&](double FunnelUnit::* limit) {
            std::vector<Place> places;
            for (auto const* unit : m_units) places.push_back({x(unit->size), y(unit->*limit)});
            return places;
        };
        auto band = curve(&FunnelUnit::low_95);
        auto const upper = curve(&FunnelUnit::high_95);
        band.insert(band.end(), upper.rbegin(), upper.rend());
        svg.polygon(band, "band");
        svg.polyline(curve(&FunnelUnit::low_998), "limit");
        svg.polyline(curve(&FunnelUnit::high_998), "limit");
        svg.line({m_plot.x, y(m_view.average)}, {right(), y(m_view.average)}, "median");
        svg.text({right(), m_plot.y - 5},
                 fitted(m_language.tr("average {0}", with_unit(m_language, m_view.format, m_view.average)),
                        m_plot.width, m_shape.font_size),
                 "", Svg::Anchor::end);
    }

    // Those outside are named while they are few; the unit itself always, and on top.
    void draw_units(Svg& svg) const {
        auto const are_few = std::ranges::count(m_view.units, FunnelZone::outside, &FunnelUnit::zone) <=
                             static_cast<std::ptrdiff_t>(most_named);
        std::vector<Place> named;
        auto const draw = [&](FunnelUnit const& unit) {
            Place const place{x(unit.size), y(unit.value)};
            auto words = unit.name + ": " + with_unit(m_language, m_view.format, unit.value);
            words.append(", ").append(zone_word(unit.zone, m_language));
            bool const is_outside = unit.zone == FunnelZone::outside;
            svg.group(unit.is_me ? "me" : "", words, [&] {
                if (unit.is_me || is_outside)
                    draw_mark(svg, place, unit.is_me ? 7 : 5, unit.judgement);
                else
                    svg.circle(place, 3.4, "peer");
            });
            if (unit.is_me || (is_outside && are_few)) name(svg, unit, place, named);
        };
        for (auto const* unit : m_units)
            if (unit->is_me) reserve(*unit, named);
        for (auto const* unit : m_units)
            if (!unit->is_me) draw(*unit);
        for (auto const* unit : m_units)
            if (unit->is_me) {
                named.clear();
                draw(*unit);
            }
    }

    void reserve(FunnelUnit const& unit, std::vector<Place>& named) const {
        named.push_back({x(unit.size), y(unit.value)});
    }

    // Not where another name stands already: then the tooltip and the table have it.
    void name(Svg& svg, FunnelUnit const& unit, Place place, std::vector<Place>& named) const {
        auto const is_taken = std::ranges::any_of(named, [&](Place other) {
            return std::abs(other.y - place.y) < m_shape.font_size + 2 && std::abs(other.x - place.x) < 130;
        });
        if (is_taken) return;
        named.push_back(place);
        auto const text = fitted(unit.name, m_shape.width * 0.45, m_shape.font_size);
        bool const is_right = place.x + 12 + text_width(text, m_shape.font_size) < m_shape.width;
        svg.text({is_right ? place.x + 11 : place.x - 11, place.y + m_shape.font_size * 0.35}, text,
                 unit.is_me ? "strong halo" : "halo", is_right ? Svg::Anchor::start : Svg::Anchor::end);
    }

    FunnelView const& m_view;
    Language const& m_language;
    Shape const& m_shape;
    std::vector<FunnelUnit const*> m_units;
    Extent m_extent;
    Ticks m_ticks;
    Box m_plot;
};

} // namespace

std::string_view zone_word(FunnelZone zone, Language const& language) {
    switch (zone) {
    case FunnelZone::outside:
        return language.tr("outside what its size explains");
    case FunnelZone::edge:
        return language.tr("at the edge of what its size explains");
    case FunnelZone::inside:
        break;
    }
    return language.tr("within what its size explains");
}

Raw funnel_chart(FunnelView const& view, Language const& language) {
    if (view.units.empty()) return Raw::trusted({});
    return in_both_shapes([&](Shape const& shape) { return FunnelDrawing{view, language, shape}.drawn(); });
}

std::string funnel_description(FunnelView const& view, Language const& language) {
    auto const n = static_cast<std::int64_t>(view.units.size());
    auto const outside = std::ranges::count(view.units, FunnelZone::outside, &FunnelUnit::zone);
    auto text = language.trn("{0} unit around the average {1}.", "{0} units around the average {1}.", n,
                             whole(language, n), with_unit(language, view.format, view.average));
    text += ' ';
    text += outside == 0 ? std::string{language.tr("None lies outside what its size explains.")}
                         : language.trn("{0} lies outside what its size explains.",
                                        "{0} lie outside what their size explains.", outside, whole(language, outside));
    for (auto const& unit : view.units)
        if (unit.is_me)
            text.append(" ").append(language.tr("{0} ({1}) lies {2}.", unit.name,
                                                with_unit(language, view.format, unit.value),
                                                zone_word(unit.zone, language)));
    return text;
}

void funnel_table(Html& h, FunnelView const& view, Language const& language) {
    write_figures(h, view.title, [&] {
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), language.tr("Unit"));
                h.th(scope("col"), class_("number"), language.tr("Behind it"));
                h.th(scope("col"), class_("number"), language.tr("Value"));
                h.th(scope("col"), class_("number"), language.tr("Its size allows"));
                h.th(scope("col"), language.tr("Where it lies"));
            });
        });
        h.tbody([&] {
            for (auto const* unit : std::views::reverse(by_size(view)))
                h.tr([&] {
                    h.th(scope("row"), [&] {
                        if (unit->link)
                            h.a(href(*unit->link), unit->name);
                        else
                            h.text(unit->name);
                    });
                    h.td(class_("number"), people(language, unit->size, view.who));
                    h.td(class_("number"), with_unit(language, view.format, unit->value));
                    h.td(class_("number"), language.tr("{0}–{1}", number(language, unit->low_95, view.format.decimals),
                                                       with_unit(language, view.format, unit->high_95)));
                    h.td(zone_word(unit->zone, language));
                });
        });
    });
}

} // namespace rodtrad::view
