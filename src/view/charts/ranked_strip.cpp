#include "view/charts/ranked_strip.hpp"

#include "view/charts/drawing.hpp"
#include "view/charts/scale.hpp"

#include <algorithm>
#include <span>

namespace rodtrad::view {

namespace {

constexpr std::size_t most_rows = 20;
constexpr double row_height = 27;
constexpr double gap = 12;
constexpr double top = 30; // the name of the mean stands here

// Best first; without a direction, or with a wanted range, the highest.
std::vector<RankedUnit const*> ranked(RankedView const& view) {
    std::vector<RankedUnit const*> units;
    for (auto const& unit : view.units) units.push_back(&unit);
    auto const is_lower_first = view.polarity == domain::Polarity{domain::Direction::lower_is_better};
    std::ranges::stable_sort(units, [&](RankedUnit const* a, RankedUnit const* b) {
        return is_lower_first ? a->value < b->value : a->value > b->value;
    });
    return units;
}

// A unit, or how many are left out there.
struct Row {
    RankedUnit const* unit = nullptr;
    std::int64_t omitted = 0;
};

std::vector<Row> rows_of(std::vector<RankedUnit const*> const& units) {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < units.size(); ++i) {
        bool const is_at_an_end = i < most_rows / 2 || i + most_rows / 2 >= units.size();
        if (is_at_an_end || units[i]->is_me)
            rows.push_back({units[i], 0});
        else if (rows.back().unit)
            rows.push_back({nullptr, 1});
        else
            ++rows.back().omitted;
    }
    return rows;
}

class RankedDrawing {
public:
    RankedDrawing(RankedView const& view, Language const& language, Shape const& shape)
        : m_view{view}, m_language{language}, m_shape{shape}, m_units{ranked(view)}, m_rows{rows_of(m_units)} {
        double names = 0;
        double values = 0;
        for (auto const* unit : m_units) {
            names = std::max(names, text_width(unit->name, m_shape.font_size));
            values = std::max(values, text_width(value_text(*unit), m_shape.font_size));
        }
        m_names = std::min(names, m_shape.width * (m_shape.is_narrow ? 0.36 : 0.34));
        m_left = m_names + gap; // NOLINT(cppcoreguidelines-prefer-member-initializer): known only here
        m_right = m_shape.width - std::min(values, m_shape.width * 0.3) - gap;
    }

    Raw drawn() const {
        auto const height = top + static_cast<double>(std::max<std::size_t>(m_rows.size(), 1)) * row_height + 4;
        Svg svg{m_shape.width, height, m_shape.name, m_view.title, ranked_description(m_view, m_language)};
        Scale const x{extent().padded(0.04), m_left, m_right};
        draw_mean(svg, x, height);
        double y = top + row_height / 2;
        for (auto const& [unit, omitted] : m_rows) {
            if (unit)
                draw_unit(svg, *unit, x, y);
            else
                svg.text({0, y + m_shape.font_size * 0.35},
                         m_language.trn("and {0} more", "and {0} more", omitted, whole(m_language, omitted)), "quiet");
            y += row_height;
        }
        return std::move(svg).take();
    }

private:
    std::string value_text(RankedUnit const& unit) const { return with_unit(m_language, m_view.format, unit.value); }

    Extent extent() const {
        Extent extent;
        for (auto const* unit : m_units) {
            extent.include(unit->value);
            if (unit->low) extent.include(*unit->low);
            if (unit->high) extent.include(*unit->high);
        }
        if (m_view.mean) extent.include(*m_view.mean);
        return extent;
    }

    void draw_mean(Svg& svg, Scale const& x, double height) const {
        if (!m_view.mean) return;
        auto const at = x(*m_view.mean);
        svg.line({at, top - 6}, {at, height}, "median");
        auto const value = with_unit(m_language, m_view.format, *m_view.mean);
        auto const room = m_shape.width - text_width(value, m_shape.font_size) - gap;
        auto const text = fitted(m_view.mean_name, room, m_shape.font_size) + " " + value;
        auto const half = std::min(text_width(text, m_shape.font_size) / 2, m_shape.width / 2);
        svg.text({std::clamp(at, half, m_shape.width - half), m_shape.font_size}, text, "strong", Svg::Anchor::middle);
    }

    void draw_unit(Svg& svg, RankedUnit const& unit, Scale const& x, double y) const {
        auto const baseline = y + m_shape.font_size * 0.35;
        auto const classes = unit.judgement ? judgement_class(*unit.judgement) : std::string_view{};
        auto words = unit.name + ": " + value_text(unit);
        if (unit.judgement) words.append(", ").append(judgement_word(*unit.judgement, m_language));
        svg.group({}, words, [&] {
            svg.line({m_left, y}, {m_right, y}, "grid-line");
            svg.text({0, baseline}, fitted(unit.name, m_names + 1, m_shape.font_size), unit.is_me ? "strong" : "");
            if (unit.low && unit.high) svg.line({x(*unit.low), y}, {x(*unit.high), y}, "between");
            if (unit.shrunken) svg.line({x(*unit.shrunken), y - 7}, {x(*unit.shrunken), y + 7}, "probable");
            draw_mark(svg, {x(unit.value), y}, unit.judgement || unit.is_me ? 5.5 : 4.5, unit.judgement);
            svg.text({m_shape.width, baseline}, fitted(value_text(unit), m_shape.width * 0.3, m_shape.font_size),
                     classes, Svg::Anchor::end);
        });
    }

    RankedView const& m_view;
    Language const& m_language;
    Shape const& m_shape;
    std::vector<RankedUnit const*> m_units;
    std::vector<Row> m_rows;
    double m_names = 0;
    double m_left = 0;
    double m_right = 0;
};

// Columns that stand only where some unit has something to say in them.
struct RankedColumns {
    bool has_level = false;
    bool has_people = false;
};

void ranked_cells(Html& h, RankedUnit const& unit, RankedColumns const& columns, RankedView const& view,
                  Language const& language) {
    auto const number_cell = [&](std::optional<std::string> const& text) {
        h.td(class_("number"), text.value_or("–"));
    };
    h.th(scope("row"), [&] {
        if (unit.link)
            h.a(href(*unit.link), unit.name);
        else
            h.text(unit.name);
    });
    number_cell(with_unit(language, view.format, unit.value));
    if (columns.has_level)
        number_cell(unit.shrunken ? std::optional{with_unit(language, view.format, *unit.shrunken)} : std::nullopt);
    if (columns.has_people)
        number_cell(unit.people ? std::optional{people(language, *unit.people, view.who)} : std::nullopt);
    h.td(unit.judgement ? judgement_word(*unit.judgement, language) : language.tr("as the mean"));
}

} // namespace

Raw ranked_chart(RankedView const& view, Language const& language) {
    return in_both_shapes([&](Shape const& shape) { return RankedDrawing{view, language, shape}.drawn(); });
}

std::string ranked_description(RankedView const& view, Language const& language) {
    auto const units = ranked(view);
    if (units.empty()) return std::string{language.tr("There are no figures yet.")};
    auto const number = static_cast<std::int64_t>(units.size());
    auto text =
        language.trn("{0} unit, from {1} ({2}) to {3} ({4}).", "{0} units, from {1} ({2}) to {3} ({4}).", number,
                     whole(language, number), with_unit(language, view.format, units.front()->value),
                     units.front()->name, with_unit(language, view.format, units.back()->value), units.back()->name);
    if (view.mean)
        text.append(" ").append(language.tr("{0}: {1}.", view.mean_name, with_unit(language, view.format, *view.mean)));
    return text;
}

void ranked_table(Html& h, RankedView const& view, Language const& language) {
    auto const has = [&](auto member) {
        return std::ranges::any_of(view.units, [&](auto const& unit) { return (unit.*member).has_value(); });
    };
    RankedColumns const columns{.has_level = has(&RankedUnit::shrunken), .has_people = has(&RankedUnit::people)};
    auto const heading = [&](std::string_view text, std::string_view classes) {
        h.th(scope("col"), class_(classes).when(!classes.empty()), text);
    };
    write_figures(h, view.title, [&] {
        h.thead([&] {
            h.tr([&] {
                heading(language.tr("Unit"), {});
                heading(language.tr("Value"), "number");
                if (columns.has_level) heading(language.tr("Probable level"), "number");
                if (columns.has_people) heading(language.tr("Behind it"), "number");
                heading(language.tr("Against the mean"), {});
            });
        });
        h.tbody([&] {
            for (auto const* unit : ranked(view)) h.tr([&] { ranked_cells(h, *unit, columns, view, language); });
        });
    });
}

} // namespace rodtrad::view
