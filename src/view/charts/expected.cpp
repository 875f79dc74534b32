#include "view/charts/expected.hpp"

#include "view/charts/drawing.hpp"
#include "view/charts/scale.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>

namespace rodtrad::view {

namespace {

class ExpectedDrawing {
public:
    ExpectedDrawing(ExpectedView const& view, Language const& language, Shape const& shape)
        : m_view{view}, m_language{language}, m_shape{shape}, m_extent{extent(view)}, m_ticks{nice_ticks(m_extent, 5)} {
        for (auto const tick : m_ticks.values)
            m_plot.x = std::max(m_plot.x, text_width(tick_text(tick), m_shape.font_size));
        m_plot.x = std::min(m_plot.x, 90.0) + 9;
        m_plot.y = 24;
        m_plot.height = m_shape.is_narrow ? 250 : 330;
        m_plot.width = std::min(m_shape.width - m_plot.x - 14, m_plot.height * 1.5);
    }

    Raw drawn() const {
        Svg svg{m_shape.width, bottom() + 52, m_shape.name, m_view.title, expected_description(m_view, m_language)};
        draw_axes(svg);
        svg.line({x(m_extent.low()), y(m_extent.low())}, {x(m_extent.high()), y(m_extent.high())}, "median");
        auto const is_marked = [](ExpectedUnit const& unit) { return unit.is_me || unit.is_best; };
        for (auto const& unit : m_view.units)
            if (!is_marked(unit)) draw(svg, unit);
        std::vector<Place> named;
        for (bool const is_me : {true, false})
            for (auto const& unit : m_view.units)
                if (is_marked(unit) && unit.is_me == is_me) {
                    draw(svg, unit);
                    name(svg, unit, named);
                }
        return std::move(svg).take();
    }

private:
    double bottom() const { return m_plot.y + m_plot.height; }
    double right() const { return m_plot.x + m_plot.width; }
    std::string tick_text(double tick) const {
        ValueFormat const format{m_view.format.unit.size() <= 2 ? m_view.format.unit : std::string{}, m_ticks.decimals};
        return fitted(with_unit(m_language, format, tick), 90, m_shape.font_size);
    }
    static Extent extent(ExpectedView const& view) {
        Extent extent;
        for (auto const& unit : view.units) {
            extent.include(unit.expected);
            extent.include(unit.actual);
        }
        return extent.padded(0.05);
    }
    double x(double value) const { return Scale{m_extent, m_plot.x, right()}(value); }
    double y(double value) const { return Scale{m_extent, bottom(), m_plot.y}(value); }
    Place place(ExpectedUnit const& unit) const { return {x(unit.expected), y(unit.actual)}; }

    void draw_axes(Svg& svg) const {
        double free_from = 0;
        for (auto const tick : m_ticks.values) {
            svg.line({m_plot.x, y(tick)}, {right(), y(tick)}, "grid-line");
            svg.text({m_plot.x - 9, y(tick) + m_shape.font_size * 0.35}, tick_text(tick), "", Svg::Anchor::end);
            auto const half = text_width(tick_text(tick), m_shape.font_size) / 2;
            if (x(tick) - half < free_from || x(tick) + half > m_shape.width) continue;
            svg.line({x(tick), bottom() + 3}, {x(tick), bottom() + 8}, "tick");
            svg.text({x(tick), bottom() + 24}, tick_text(tick), "", Svg::Anchor::middle);
            free_from = x(tick) + half + 12;
        }
        svg.text({0, m_shape.font_size}, m_language.tr("achieved"), "quiet");
        svg.text({right(), bottom() + 44}, m_language.tr("expected under its conditions"), "quiet", Svg::Anchor::end);
    }

    void draw(Svg& svg, ExpectedUnit const& unit) const {
        auto words =
            m_language.tr("{0}: {1}, expected {2}", unit.name, with_unit(m_language, m_view.format, unit.actual),
                          with_unit(m_language, m_view.format, unit.expected));
        if (unit.judgement) words.append(", ").append(judgement_word(*unit.judgement, m_language));
        svg.group(unit.is_me ? "me" : "", words, [&] {
            if (unit.is_me || unit.is_best)
                draw_mark(svg, place(unit), unit.is_me ? 7 : 5, unit.judgement);
            else
                svg.circle(place(unit), 3.4, "peer");
        });
    }

    // Not where another name stands already: then the tooltip and the table have it.
    void name(Svg& svg, ExpectedUnit const& unit, std::vector<Place>& named) const {
        auto const at = place(unit);
        auto const is_taken = std::ranges::any_of(named, [&](Place other) {
            return std::abs(other.y - at.y) < m_shape.font_size + 2 && std::abs(other.x - at.x) < 150;
        });
        if (is_taken) return;
        named.push_back(at);
        auto const text = fitted(unit.name, m_shape.width * 0.45, m_shape.font_size);
        bool const is_right = at.x + 12 + text_width(text, m_shape.font_size) < m_shape.width;
        svg.text({is_right ? at.x + 11 : at.x - 11, at.y + m_shape.font_size * 0.35}, text,
                 unit.is_me ? "strong halo" : "halo", is_right ? Svg::Anchor::start : Svg::Anchor::end);
    }

    ExpectedView const& m_view;
    Language const& m_language;
    Shape const& m_shape;
    Extent m_extent;
    Ticks m_ticks;
    Box m_plot;
};

} // namespace

Raw expected_chart(ExpectedView const& view, Language const& language) {
    return in_both_shapes([&](Shape const& shape) { return ExpectedDrawing{view, language, shape}.drawn(); });
}

std::string expected_description(ExpectedView const& view, Language const& language) {
    auto const n = static_cast<std::int64_t>(view.units.size());
    auto text = language.trn("{0} unit: what it achieves against what is expected of it.",
                             "{0} units: what they achieve against what is expected of them.", n, whole(language, n));
    for (auto const& unit : view.units)
        if (unit.is_me)
            text.append(" ").append(language.tr("{0}: {1}, expected {2}.", unit.name,
                                                with_unit(language, view.format, unit.actual),
                                                with_unit(language, view.format, unit.expected)));
    return text;
}

void expected_table(Html& h, ExpectedView const& view, Language const& language) {
    std::vector<ExpectedUnit const*> units;
    for (auto const& unit : view.units) units.push_back(&unit);
    bool const is_lower_first = view.polarity == domain::Polarity{domain::Direction::lower_is_better};
    std::ranges::stable_sort(units, [&](ExpectedUnit const* one, ExpectedUnit const* other) {
        auto const a = one->actual - one->expected;
        auto const b = other->actual - other->expected;
        return is_lower_first ? a < b : a > b;
    });
    write_figures(h, view.title, [&] {
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), language.tr("Unit"));
                h.th(scope("col"), class_("number"), language.tr("Value"));
                h.th(scope("col"), class_("number"), language.tr("Expected"));
                h.th(scope("col"), class_("number"), language.tr("Difference"));
                h.th(scope("col"), language.tr("Against what is expected"));
            });
        });
        h.tbody([&] {
            for (auto const* unit : units)
                h.tr([&] {
                    h.th(scope("row"), [&] {
                        if (unit->link)
                            h.a(href(*unit->link), unit->name);
                        else
                            h.text(unit->name);
                    });
                    h.td(class_("number"), with_unit(language, view.format, unit->actual));
                    h.td(class_("number"), with_unit(language, view.format, unit->expected));
                    h.td(class_("number"),
                         signed_difference(language, {"", view.format.decimals}, unit->actual - unit->expected));
                    h.td(unit->judgement ? judgement_word(*unit->judgement, language) : language.tr("as expected"));
                });
        });
    });
}

} // namespace rodtrad::view
