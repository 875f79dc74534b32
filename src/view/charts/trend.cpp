#include "view/charts/trend.hpp"

#include "view/charts/drawing.hpp"
#include "view/charts/scale.hpp"
#include "view/charts/trend_lines.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <ranges>

namespace rodtrad::view {

namespace {

constexpr double gap = 9; // between the plot and the words around it
constexpr std::size_t most_dots = 80;

// A word or two to the right of the plot, beside what it names. Words that would meet are pushed apart.
struct SideLabel {
    std::vector<std::string> lines;
    double wanted_y = 0; // of the middle
    std::string_view classes;
    double y = 0;
    double height(double line) const { return static_cast<double>(lines.size()) * line; }
    double room(double line) const { return height(line) + 4; }
};

void push_apart(std::vector<SideLabel>& labels, double line, double top, double bottom) {
    std::ranges::sort(labels, {}, &SideLabel::wanted_y);
    auto free_from = top;
    for (auto& label : labels) {
        label.y = std::max(label.wanted_y, free_from + label.room(line) / 2);
        free_from = label.y + label.room(line) / 2;
    }
    auto free_to = bottom;
    for (auto& label : std::views::reverse(labels)) {
        label.y = std::min(label.y, free_to - label.room(line) / 2);
        free_to = label.y - label.room(line) / 2;
    }
}

class TrendDrawing {
public:
    TrendDrawing(TrendView const& view, Language const& language, Shape const& shape)
        : m_view{view}, m_language{language}, m_shape{shape}, m_extent{trend_extent(view).padded(0.08)},
          m_ticks{nice_ticks(m_extent, shape.is_narrow ? 5 : 6)} {
        bool const has_lines = std::ranges::count(view.notes, NoteKind::new_level, &TrendNote::kind) > 0;
        m_plot.y = (has_lines ? 40 : view.notes.empty() ? 14 : 24) + (has_unit_at_ticks() ? 0 : line_height());
        m_plot.height = (shape.is_narrow ? 230 : 270) - m_plot.y;
        name_ticks();
        name_lines();
    }

    Raw drawn() const {
        Svg svg{m_shape.width, bottom() + 32, m_shape.name, m_view.title, trend_description(m_view, m_language)};
        TrendLines const lines{m_view, m_extent, m_plot};
        lines.draw_background(svg);
        draw_ticks(svg, lines);
        draw_periods(svg, lines);
        draw_notes(svg, lines);
        lines.draw_series(svg);
        draw_points(svg, lines);
        draw_numbers(svg, lines);
        draw_side_labels(svg);
        return std::move(svg).take();
    }

private:
    double bottom() const { return m_plot.y + m_plot.height; }
    double right() const { return m_plot.x + m_plot.width; }
    double line_height() const { return m_shape.font_size + 2; }

    // What stands to the right, and so how much room it takes.
    void name_lines() {
        Scale const y{m_extent, bottom(), m_plot.y};
        if (auto const target = target_text(m_view, m_language)) {
            auto const* range = std::get_if<domain::WantedRange>(&m_view.polarity);
            auto const at = m_view.target ? *m_view.target : range->low / 2 + range->high / 2;
            m_labels.push_back({broken(*target), y(at), "strong", 0});
        }
        if (!m_view.segments.empty()) {
            auto const& last = m_view.segments.back();
            m_labels.push_back({{std::string{m_language.tr("mean")}}, y(last.mean), "", 0});
            if (last.limits)
                m_labels.push_back(
                    {broken(m_language.tr("normal variation")), y(last.limits->lower / 2 + last.mean / 2), "", 0});
        }
        auto const latest = std::ranges::find_if(m_view.points.rbegin(), m_view.points.rend(),
                                                 [](auto const& point) { return point.value.has_value(); });
        if (latest != m_view.points.rend()) {
            SideLabel label{broken(with_unit(m_language, m_view.format, *latest->value)), y(*latest->value), "strong",
                            0};
            if (m_view.is_season_adjusted) label.lines.emplace_back(m_language.tr("seasonally adjusted"));
            if (latest->signal) {
                label.lines.emplace_back(judgement_word(*latest->signal, m_language));
                label.classes = judgement_class(*latest->signal);
            }
            m_labels.push_back(std::move(label));
        }
        double widest = 0;
        for (auto& label : m_labels)
            for (auto& line : label.lines) {
                line = fitted(line, m_shape.width * 0.27, m_shape.font_size);
                widest = std::max(widest, text_width(line, m_shape.font_size));
            }
        m_plot.width = m_shape.width - m_plot.x - widest - gap - 2;
        push_apart(m_labels, line_height(), m_plot.y - 8, bottom() + 8);
    }

    // On several lines where it would take too much of the width: at its last space, and before a long unit.
    std::vector<std::string> broken(std::string_view text) const {
        if (text_width(text, m_shape.font_size) < (m_shape.is_narrow ? 64 : 104)) return {std::string{text}};
        std::vector<std::string> lines;
        auto const space = text.rfind(' ');
        if (space != text.npos) {
            lines.emplace_back(text.substr(0, space));
            text.remove_prefix(space + 1);
        }
        auto const& unit = m_view.format.unit;
        if (!has_unit_at_ticks() && text.ends_with(unit) && text.size() > unit.size()) {
            lines.emplace_back(text.substr(0, text.size() - unit.size()));
            text.remove_prefix(text.size() - unit.size());
        }
        lines.emplace_back(text);
        return lines;
    }

    // Long units stand once, above; short ones at every tick.
    bool has_unit_at_ticks() const { return m_view.format.unit.size() <= 2; }

    void name_ticks() {
        ValueFormat const format{has_unit_at_ticks() ? m_view.format.unit : std::string{}, m_ticks.decimals};
        double widest = 0;
        for (auto const tick : m_ticks.values) {
            m_tick_texts.push_back(fitted(with_unit(m_language, format, tick), 90, m_shape.font_size));
            widest = std::max(widest, text_width(m_tick_texts.back(), m_shape.font_size));
        }
        m_plot.x = widest + gap;
    }

    void draw_ticks(Svg& svg, TrendLines const& lines) const {
        for (std::size_t i = 0; i < m_ticks.values.size(); ++i) {
            auto const y = lines.y(m_ticks.values[i]);
            if (m_ticks.values[i] != m_view.target) svg.line({m_plot.x, y}, {right(), y}, "grid-line");
            svg.text({m_plot.x - gap, y + m_shape.font_size * 0.35}, m_tick_texts[i], "", Svg::Anchor::end);
        }
        if (!has_unit_at_ticks())
            svg.text({0, m_plot.y - line_height() + 2}, fitted(m_view.format.unit, 200, m_shape.font_size), "quiet");
    }

    // The last period is always named, and as many before it as there is room for, at even steps.
    void draw_periods(Svg& svg, TrendLines const& lines) const {
        auto const number = m_view.points.size();
        if (number == 0) return;
        double widest = 0;
        for (auto const& point : m_view.points)
            widest = std::max(widest, text_width(brief(point.period), m_shape.font_size));
        auto const most = std::max(1.0, std::floor(m_plot.width / (widest + 16)));
        auto const per_year = static_cast<std::size_t>(domain::periods_per_year(m_view.points[0].period.periodicity()));
        // A part of a year that goes evenly into it, or whole years, so that like is named with like.
        std::size_t step = 1;
        while (static_cast<double>(number - 1) / static_cast<double>(step) > most) do
                ++step;
            while (step < per_year ? per_year % step != 0 : step % per_year != 0);
        for (auto i = static_cast<std::ptrdiff_t>(number) - 1; i >= 0; i -= static_cast<std::ptrdiff_t>(step)) {
            auto const at = static_cast<std::size_t>(i);
            auto const text = brief(m_view.points[at].period);
            auto const half = text_width(text, m_shape.font_size) / 2;
            auto const x = std::clamp(lines.x(at), half, m_shape.width - half);
            svg.line({lines.x(at), bottom() + 3}, {lines.x(at), bottom() + 8}, "tick");
            svg.text({x, bottom() + 24}, text, "", Svg::Anchor::middle);
        }
    }

    std::string brief(domain::Period period) const { return period_text(m_language, period, PeriodStyle::brief); }

    std::optional<std::size_t> place_of(TrendNote const& note) const {
        auto const point = std::ranges::find(m_view.points, note.period, &TrendPoint::period);
        if (point == m_view.points.end()) return {};
        return static_cast<std::size_t>(point - m_view.points.begin());
    }

    // On two rows by turns, so that near ones do not meet.
    void draw_notes(Svg& svg, TrendLines const& lines) const {
        std::size_t drawn = 0;
        for (auto const& note : m_view.notes) {
            auto const place = place_of(note);
            if (note.kind != NoteKind::new_level || !place) continue;
            auto const x = lines.x(*place);
            auto const y = drawn++ % 2 == 0 ? m_shape.font_size : m_shape.font_size * 2 + 3;
            auto const is_left_of_line = x > m_plot.x + m_plot.width * 0.6;
            auto const room = (is_left_of_line ? x : m_shape.width - x) - gap;
            svg.line({x, y - m_shape.font_size + 3}, {x, bottom()}, "note");
            svg.text({is_left_of_line ? x - 6 : x + 6, y}, fitted(note.text, room, m_shape.font_size), "strong",
                     is_left_of_line ? Svg::Anchor::end : Svg::Anchor::start);
        }
    }

    void draw_points(Svg& svg, TrendLines const& lines) const {
        for (std::size_t i = 0; i < m_view.points.size(); ++i) {
            auto const& point = m_view.points[i];
            if (!point.value) continue;
            auto const is_alone = (i == 0 || !m_view.points[i - 1].value) &&
                                  (i + 1 == m_view.points.size() || !m_view.points[i + 1].value);
            if (!point.signal && !is_alone && !point.is_preliminary && m_view.points.size() > most_dots) continue;
            auto text = period_text(m_language, point.period) + ": ";
            text += with_unit(m_language, m_view.format, *point.value);
            if (point.signal) text.append(", ").append(judgement_word(*point.signal, m_language));
            if (point.is_preliminary) text.append(", ").append(m_language.tr("preliminary"));
            svg.group(point.is_preliminary ? "preliminary" : "", text, [&] {
                draw_mark(svg, lines.at(i), point.signal ? 5 : point.is_preliminary ? 3.5 : 2.2, point.signal);
            });
        }
    }

    // The numbers of the explanations, in the order of the texts below the picture, above their points.
    void draw_numbers(Svg& svg, TrendLines const& lines) const {
        std::int64_t number = 0;
        for (auto const& note : m_view.notes) {
            if (note.kind != NoteKind::explanation) continue;
            ++number;
            auto const place = place_of(note);
            if (!place) continue;
            auto const& value = m_view.points[*place].value;
            Place const at{lines.x(*place), value ? std::max(lines.y(*value) - 20, 11.0) : bottom() - 12};
            auto const text = whole(m_language, number);
            svg.group("numbered", text + ": " + note.text, [&] {
                svg.circle(at, 9.5, "second");
                svg.text({at.x, at.y + m_shape.font_size * 0.35}, text, "strong", Svg::Anchor::middle);
            });
        }
    }

    void draw_side_labels(Svg& svg) const {
        for (auto const& label : m_labels) {
            auto y = label.y - label.height(line_height()) / 2 + m_shape.font_size * 0.92;
            for (auto const& line : label.lines) {
                svg.text({right() + gap, y}, line, label.classes);
                y += line_height();
            }
        }
    }

    TrendView const& m_view;
    Language const& m_language;
    Shape const& m_shape;
    Extent m_extent;
    Ticks m_ticks;
    Box m_plot;
    std::vector<SideLabel> m_labels;
    std::vector<std::string> m_tick_texts;
};

} // namespace

Raw trend_chart(TrendView const& view, Language const& language) {
    return in_both_shapes([&](Shape const& shape) { return TrendDrawing{view, language, shape}.drawn(); });
}

} // namespace rodtrad::view
