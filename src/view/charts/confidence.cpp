#include "view/charts/confidence.hpp"

#include "view/charts/drawing.hpp"
#include "view/charts/scale.hpp"
#include "view/format.hpp"
#include "view/svg.hpp"

#include <algorithm>
#include <ranges>

namespace rodtrad::view {

namespace {

constexpr int lowest = 1;
constexpr int highest = 5;

std::string of_five(int confidence, Language const& language) {
    return language.tr("{0} of 5", whole(language, confidence));
}

class ConfidenceDrawing {
public:
    ConfidenceDrawing(ConfidenceView const& view, Language const& language, Shape const& shape)
        : m_view{view}, m_language{language}, m_shape{shape},
          m_left{std::max(text_width(language.tr("sure"), shape.font_size),
                          text_width(language.tr("doubtful"), shape.font_size)) +
                 34} {
        for (auto const& point : view.points) m_days.include(day_number(point.day));
        m_days = m_days.padded(0); // all on one day have room too
    }

    Raw drawn() const {
        Svg svg{m_shape.width, bottom + 30, m_shape.name, m_view.title, confidence_description(m_view, m_language)};
        for (int step = lowest; step <= highest; ++step) {
            svg.line({m_left, y(step)}, {right(), y(step)}, "grid-line");
            svg.text({m_left - 9, y(step) + m_shape.font_size * 0.35}, whole(m_language, step), "", Svg::Anchor::end);
        }
        svg.text({0, y(highest) + m_shape.font_size * 0.35}, m_language.tr("sure"), "quiet");
        svg.text({0, y(lowest) + m_shape.font_size * 0.35}, m_language.tr("doubtful"), "quiet");
        auto const first = date(m_language, m_view.points.front().day);
        auto const last = date(m_language, m_view.points.back().day);
        svg.text({m_left, bottom + 24}, first, "");
        if (first != last) svg.text({right(), bottom + 24}, last, "", Svg::Anchor::end);

        std::vector<Place> places;
        for (auto const& point : m_view.points) places.push_back({x(point), y(point.confidence)});
        svg.polyline(places, "series");
        for (std::size_t at = 0; at < places.size(); ++at) {
            auto const& point = m_view.points[at];
            svg.group("",
                      m_language.tr("{0}: {1}, {2}", date(m_language, point.day), of_five(point.confidence, m_language),
                                    point.name),
                      [&] { draw_mark(svg, places[at], at + 1 == places.size() ? 4.5 : 3.4, {}); });
        }
        return std::move(svg).take();
    }

private:
    static constexpr double top = 14;
    static constexpr double bottom = 134;

    static double day_number(base::Date day) {
        return static_cast<double>(std::chrono::sys_days{day}.time_since_epoch().count());
    }
    double right() const { return m_shape.width - 8; }
    double x(ConfidencePoint const& point) const {
        return Scale{m_days, m_left + 6, right() - 6}(day_number(point.day));
    }
    static double y(int confidence) {
        return bottom - (bottom - top) * (confidence - lowest) / static_cast<double>(highest - lowest);
    }

    ConfidenceView const& m_view;
    Language const& m_language;
    Shape const& m_shape;
    double m_left;
    Extent m_days;
};

} // namespace

Raw confidence_chart(ConfidenceView const& view, Language const& language) {
    return in_both_shapes([&](Shape const& shape) { return ConfidenceDrawing{view, language, shape}.drawn(); });
}

std::string confidence_description(ConfidenceView const& view, Language const& language) {
    auto const& first = view.points.front();
    auto const& last = view.points.back();
    return language.tr("From {0} ({1}) to {2} ({3}).", of_five(first.confidence, language), date(language, first.day),
                       of_five(last.confidence, language), date(language, last.day));
}

void confidence_table(Html& h, ConfidenceView const& view, Language const& language) {
    write_figures(h, view.title, [&] {
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), language.tr("Day"));
                h.th(scope("col"), class_("number"), language.tr("Confidence"));
                h.th(scope("col"), language.tr("By"));
            });
        });
        h.tbody([&] {
            for (auto const& point : std::ranges::reverse_view{view.points})
                h.tr([&] {
                    h.th(scope("row"), date(language, point.day));
                    h.td(class_("number"), of_five(point.confidence, language));
                    h.td(point.name);
                });
        });
    });
}

} // namespace rodtrad::view
