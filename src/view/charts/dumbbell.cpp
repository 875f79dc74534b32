#include "view/charts/dumbbell.hpp"

#include "view/charts/drawing.hpp"
#include "view/charts/scale.hpp"
#include "view/letter_case.hpp"

#include <algorithm>
#include <ranges>
#include <span>

namespace rodtrad::view {

namespace {

constexpr std::size_t most_rows = 12;
constexpr double row_height = 30;
constexpr double gap = 10;

std::span<DumbbellRow const> drawn_rows(DumbbellView const& view) {
    auto const number = std::min(view.rows.size(), most_rows);
    return std::span{view.rows}.last(number);
}

class DumbbellDrawing {
public:
    DumbbellDrawing(DumbbellView const& view, Language const& language, Shape const& shape)
        : m_view{view}, m_language{language}, m_shape{shape}, m_rows{drawn_rows(view)} {
        // The latest figure of each group carries its name.
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            if (m_rows[i].first) m_first_named = i;
            if (m_rows[i].second) m_second_named = i;
        }
    }

    Raw drawn() const {
        Svg svg{m_shape.width, std::max<double>(1, static_cast<double>(m_rows.size())) * row_height + 6, m_shape.name,
                m_view.title, dumbbell_description(m_view, m_language)};
        auto const scale = value_scale();
        for (std::size_t i = 0; i < m_rows.size(); ++i) draw_row(svg, i, scale);
        return std::move(svg).take();
    }

private:
    std::string label(std::string_view name, double value) const {
        // A long unit would push the name out; the sentence above the picture has it.
        auto const& unit = m_view.format.unit;
        auto const text = with_unit(m_language, {unit.size() <= 4 ? unit : "", m_view.format.decimals}, value);
        return fitted(text + " " + std::string{name}, m_shape.width * 0.3, m_shape.font_size);
    }

    // Names of periods to the left; room for the names of the groups at both sides of the marks.
    Scale value_scale() const {
        Extent extent;
        double periods = 0;
        for (auto const& row : m_rows) {
            periods = std::max(periods, text_width(period(row), m_shape.font_size));
            for (auto const& value : {row.first, row.second})
                if (value) extent.include(*value);
        }
        double names = 0;
        if (m_first_named)
            names = text_width(label(m_view.first_name, *m_rows[*m_first_named].first), m_shape.font_size);
        if (m_second_named)
            names = std::max(names,
                             text_width(label(m_view.second_name, *m_rows[*m_second_named].second), m_shape.font_size));
        auto const margin = names + gap + mark_size;
        return {extent.padded(0), periods + gap + margin, m_shape.width - margin};
    }

    void draw_row(Svg& svg, std::size_t i, Scale const& x) const {
        auto const& row = m_rows[i];
        auto const y = static_cast<double>(i) * row_height + row_height / 2 + 3;
        auto const baseline = y + m_shape.font_size * 0.35;
        svg.text({0, baseline}, period(row), "");
        if (row.first && row.second) svg.line({x(*row.first), y}, {x(*row.second), y}, "between");
        if (row.second) {
            auto const at = x(*row.second);
            svg.rect({at - mark_size, y - mark_size, 2 * mark_size, 2 * mark_size}, "second");
            if (i == m_second_named)
                draw_name(svg, at, baseline, !row.first || *row.second >= *row.first,
                          label(m_view.second_name, *row.second));
        }
        if (row.first) {
            auto const at = x(*row.first);
            svg.circle({at, y}, mark_size, "first");
            if (i == m_first_named)
                draw_name(svg, at, baseline, row.second && *row.first > *row.second,
                          label(m_view.first_name, *row.first));
        }
    }

    static void draw_name(Svg& svg, double x, double y, bool is_to_the_right, std::string_view text) {
        auto const distance = mark_size + gap;
        svg.text({is_to_the_right ? x + distance : x - distance, y}, text, "strong",
                 is_to_the_right ? Svg::Anchor::start : Svg::Anchor::end);
    }

    std::string period(DumbbellRow const& row) const { return period_text(m_language, row.period, PeriodStyle::brief); }

    static constexpr double mark_size = 6;
    DumbbellView const& m_view;
    Language const& m_language;
    Shape const& m_shape;
    std::span<DumbbellRow const> m_rows;
    std::optional<std::size_t> m_first_named;
    std::optional<std::size_t> m_second_named;
};

} // namespace

Raw dumbbell_chart(DumbbellView const& view, Language const& language) {
    return in_both_shapes([&](Shape const& shape) { return DumbbellDrawing{view, language, shape}.drawn(); });
}

std::string dumbbell_description(DumbbellView const& view, Language const& language) {
    auto const has_both = [](DumbbellRow const& row) { return row.first && row.second; };
    auto const last = std::ranges::find_if(view.rows.rbegin(), view.rows.rend(), has_both);
    if (last == view.rows.rend()) return std::string{language.tr("There is no period with figures for both.")};
    auto const told = [&](DumbbellRow const& row) {
        return language.tr("{0}: {1} {2}, {3} {4}, difference {5}.", period_text(language, row.period), view.first_name,
                           with_unit(language, view.format, *row.first), view.second_name,
                           with_unit(language, view.format, *row.second),
                           plain_difference(language, view.format, *row.first - *row.second));
    };
    auto const first = std::ranges::find_if(view.rows, has_both);
    return first->period == last->period ? told(*last) : told(*first) + " " + told(*last);
}

void dumbbell_table(Html& h, DumbbellView const& view, Language const& language) {
    auto const cell = [&](std::optional<double> value) {
        h.td(class_("number"), value ? with_unit(language, view.format, *value) : std::string{"–"});
    };
    write_figures(h, view.title, [&] {
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), language.tr("Period"));
                h.th(scope("col"), class_("number"), capitalised(view.first_name));
                h.th(scope("col"), class_("number"), capitalised(view.second_name));
                h.th(scope("col"), class_("number"), [&] {
                    h.text(language.tr("Difference"));
                    if (auto const unit = difference_unit(language, view.format); !unit.empty()) h.text(", " + unit);
                });
            });
        });
        h.tbody([&] {
            for (auto const& row : std::ranges::reverse_view{view.rows})
                h.tr([&] {
                    h.th(scope("row"), class_("period"), period_text(language, row.period, PeriodStyle::brief));
                    cell(row.first);
                    cell(row.second);
                    h.td(class_("number"),
                         row.first && row.second
                             ? signed_difference(language, {"", view.format.decimals}, *row.first - *row.second)
                             : std::string{"–"});
                });
        });
    });
}

} // namespace rodtrad::view
