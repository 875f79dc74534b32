#include "view/charts/spine.hpp"

#include "view/charts/drawing.hpp"
#include "view/charts/scale.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace rodtrad::view {

namespace {

constexpr std::size_t most_dots = 40;     // beyond that the quartiles tell more
constexpr std::size_t fewest_for_box = 4; // below that there are no quarters to show

struct Quartiles {
    double lower = 0;
    double median = 0;
    double upper = 0;
};

// Linear between the two nearest, as STATISTICS M8a (type 7).
double quantile(std::vector<double> const& sorted, double share) {
    auto const at = share * static_cast<double>(sorted.size() - 1);
    auto const below = static_cast<std::size_t>(at);
    auto const above = std::min(below + 1, sorted.size() - 1);
    auto const part = at - static_cast<double>(below);
    return sorted[below] * (1 - part) + sorted[above] * part;
}

std::optional<Quartiles> quartiles_of(std::vector<double> peers) {
    if (peers.empty()) return {};
    std::ranges::sort(peers);
    return Quartiles{quantile(peers, 0.25), quantile(peers, 0.5), quantile(peers, 0.75)};
}

bool is_lower_better(domain::Polarity const& polarity) {
    return polarity == domain::Polarity{domain::Direction::lower_is_better};
}

bool has_direction(domain::Polarity const& polarity) {
    return is_lower_better(polarity) || polarity == domain::Polarity{domain::Direction::higher_is_better};
}

// The axis of a spine, better to the right, and what both of its forms draw on it.
class SpineAxis {
public:
    SpineAxis(SpineView const& view, double left, double right, double y)
        : m_view{view}, m_quartiles{quartiles_of(view.peers)}, m_left{left}, m_right{right}, m_y{y},
          m_x{extent(view), is_lower_better(view.polarity) ? right : left,
              is_lower_better(view.polarity) ? left : right} {}

    double x(double value) const { return m_x(value); }
    std::optional<Quartiles> const& quartiles() const { return m_quartiles; }

    void draw(Svg& svg, double half_height, double mark) const {
        svg.line({m_left, m_y}, {m_right, m_y}, "axis");
        auto const are_many = m_view.peers.size() > most_dots;
        if (are_many) {
            auto const [low, high] = std::ranges::minmax(m_view.peers);
            svg.line({x(low), m_y}, {x(high), m_y}, "reach");
        }
        if (m_quartiles && m_view.peers.size() >= fewest_for_box) {
            auto const [from, to] = std::minmax({x(m_quartiles->lower), x(m_quartiles->upper)});
            svg.rect({from, m_y - half_height, to - from, 2 * half_height}, "quartiles", 4);
        }
        if (!are_many) draw_peers(svg, half_height, mark * 0.55);
        if (m_quartiles) {
            auto const median = x(m_quartiles->median);
            svg.line({median, m_y - half_height - 4}, {median, m_y + half_height + 4}, "median");
        }
        if (m_view.target) {
            auto const target = x(*m_view.target);
            svg.line({target, m_y - half_height - 6}, {target, m_y + half_height + 6}, "target");
        }
        if (m_view.low && m_view.high) svg.line({x(*m_view.low), m_y}, {x(*m_view.high), m_y}, "likely");
        svg.group("me", {}, [&] { draw_mark(svg, {x(m_view.value), m_y}, mark, m_view.judgement); });
    }

private:
    static Extent extent(SpineView const& view) {
        Extent extent;
        extent.include(view.value);
        extent.include(view.peers);
        if (view.low) extent.include(*view.low);
        if (view.high) extent.include(*view.high);
        extent.include(view.polarity);
        if (view.target) extent.include(*view.target);
        return extent.padded(0.03);
    }

    // Equal ones are set a little apart, up and down by turns.
    void draw_peers(Svg& svg, double half_height, double radius) const {
        auto sorted = m_view.peers;
        std::ranges::sort(sorted);
        std::size_t run = 0;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            run = i > 0 && std::abs(x(sorted[i]) - x(sorted[i - 1])) < radius * 2 ? run + 1 : 0;
            constexpr std::array lifts{0.0, -1.0, 1.0, -2.0, 2.0};
            auto const lift = lifts[run % lifts.size()] * half_height * 0.38;
            svg.circle({x(sorted[i]), m_y + lift}, radius, "peer");
        }
    }

    SpineView const& m_view;
    std::optional<Quartiles> m_quartiles;
    double m_left;
    double m_right;
    double m_y;
    Scale m_x;
};

class SpineDrawing {
public:
    SpineDrawing(SpineView const& view, Language const& language, Shape const& shape)
        : m_view{view}, m_language{language}, m_shape{shape}, m_axis{view, edge, shape.width - edge, axis_y} {}

    Raw drawn() const {
        Svg svg{m_shape.width, ends_y() + 8, m_shape.name, m_view.title, spine_description(m_view, m_language)};
        m_axis.draw(svg, 16, 7);
        auto const value = with_unit(m_language, m_view.format, m_view.value);
        auto const room = m_shape.width - text_width(value, m_shape.font_size) - 12;
        label(svg, m_axis.x(m_view.value), axis_y - 34,
              fitted(m_view.name, room, m_shape.font_size).append(" ").append(value), "strong");
        if (auto const text = median_text()) label(svg, m_axis.x(m_axis.quartiles()->median), below_y, *text, "");
        if (auto const text = target()) label(svg, m_axis.x(*m_view.target), target_y(), *text, "");
        draw_ends(svg);
        return std::move(svg).take();
    }

private:
    static constexpr double edge = 12;
    static constexpr double axis_y = 58;
    static constexpr double below_y = 98;

    std::optional<std::string> median_text() const {
        if (!m_axis.quartiles()) return {};
        return m_language.tr("median {0}", with_unit(m_language, m_view.format, m_axis.quartiles()->median));
    }

    std::optional<std::string> target() const {
        if (!m_view.target) return {};
        return target_words(*m_view.target, m_view.polarity, m_view.format, m_language);
    }

    // Beside the median's name, or below it where they would meet.
    double target_y() const {
        auto const median = median_text();
        auto const text = target();
        if (!median || !text) return below_y;
        auto const median_half = text_width(*median, m_shape.font_size) / 2;
        auto const half = text_width(*text, m_shape.font_size) / 2;
        auto const distance =
            std::abs(place(m_axis.x(m_axis.quartiles()->median), median_half) - place(m_axis.x(*m_view.target), half));
        return distance < median_half + half + 8 ? below_y + m_shape.font_size + 4 : below_y;
    }

    double ends_y() const { return target_y() + 30; }

    // Where the middle of a text can stand and still be inside the picture.
    double place(double x, double half) const {
        return m_shape.width < 2 * half ? m_shape.width / 2 : std::clamp(x, half, m_shape.width - half);
    }

    void label(Svg& svg, double x, double y, std::string_view text, std::string_view classes) const {
        svg.text({place(x, text_width(text, m_shape.font_size) / 2), y}, text, classes, Svg::Anchor::middle);
    }

    void draw_ends(Svg& svg) const {
        auto const is_sided = has_direction(m_view.polarity);
        svg.text({0, ends_y()}, m_language.tr(is_sided ? message("worse") : message("lower")), "quiet");
        svg.text({m_shape.width, ends_y()}, m_language.tr(is_sided ? message("better") : message("higher")), "quiet",
                 Svg::Anchor::end);
    }

    SpineView const& m_view;
    Language const& m_language;
    Shape const& m_shape;
    SpineAxis m_axis;
};

} // namespace

Raw spine_chart(SpineView const& view, Language const& language) {
    return in_both_shapes([&](Shape const& shape) { return SpineDrawing{view, language, shape}.drawn(); });
}

Raw spine_cell(SpineView const& view, Language const& language) {
    constexpr double width = 240;
    constexpr double height = 28;
    Svg svg{width, height, "spine", view.title, spine_description(view, language)};
    SpineAxis{view, 8, width - 8, height / 2}.draw(svg, 7, 5);
    return std::move(svg).take();
}

std::string spine_description(SpineView const& view, Language const& language) {
    auto const value = with_unit(language, view.format, view.value);
    auto text = language.tr("{0}: {1}.", view.name, value);
    if (auto const quartiles = quartiles_of(view.peers)) {
        auto const number = static_cast<std::int64_t>(view.peers.size());
        text += ' ';
        text += language.trn(
            "One other has {1}.", "The median of {0} others is {1}, the middle half lies between {2} and {3}.", number,
            whole(language, number), with_unit(language, view.format, quartiles->median),
            with_unit(language, view.format, quartiles->lower), with_unit(language, view.format, quartiles->upper));
    }
    if (view.judgement)
        text.append(" ").append(language.tr("{0} differs: {1}.", view.name, judgement_word(*view.judgement, language)));
    return text;
}

void spine_table(Html& h, SpineView const& view, Language const& language) {
    auto const row = [&](std::string_view name, std::string_view value) {
        h.tr([&] {
            h.th(scope("row"), name);
            h.td(class_("number"), value);
        });
    };
    write_figures(h, view.title, [&] {
        h.tbody([&] {
            row(view.name, with_unit(language, view.format, view.value));
            if (view.low && view.high)
                row(language.tr("Likely"), language.tr("{0}–{1}", number(language, *view.low, view.format.decimals),
                                                       with_unit(language, view.format, *view.high)));
            if (view.target) row(language.tr("Target"), as_set(language, view.format, *view.target));
            if (auto const quartiles = quartiles_of(view.peers)) {
                row(language.tr("A quarter lie below"), with_unit(language, view.format, quartiles->lower));
                row(language.tr("Half lie below"), with_unit(language, view.format, quartiles->median));
                row(language.tr("Three quarters lie below"), with_unit(language, view.format, quartiles->upper));
            }
            row(language.tr("Others"), whole(language, static_cast<std::int64_t>(view.peers.size())));
        });
    });
}

} // namespace rodtrad::view
