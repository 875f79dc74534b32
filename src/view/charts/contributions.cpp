#include "view/charts/contributions.hpp"

#include "view/charts/drawing.hpp"
#include "view/charts/scale.hpp"

#include <algorithm>
#include <optional>

namespace rodtrad::view {

namespace {

// Which way a contribution goes by the measure's polarity; a wanted range has no fixed way.
study::Judgement judgement_of(double value, domain::Polarity const& polarity) {
    if (value == 0) return study::Judgement::neutral;
    if (polarity == domain::Polarity{domain::Direction::higher_is_better})
        return value > 0 ? study::Judgement::better : study::Judgement::worse;
    if (polarity == domain::Polarity{domain::Direction::lower_is_better})
        return value < 0 ? study::Judgement::better : study::Judgement::worse;
    return study::Judgement::neutral;
}

std::string signed_text(Contribution const& part, ContributionsView const& view, Language const& language) {
    return signed_difference(language, {"", view.format.decimals}, part.value);
}

class ContributionsDrawing {
public:
    ContributionsDrawing(ContributionsView const& view, Language const& language, Shape const& shape)
        : m_view{view}, m_language{language}, m_shape{shape} {
        for (auto const& part : view.parts) {
            m_names = std::max(m_names, text_width(part.name, shape.font_size));
            m_figures = std::max(m_figures, text_width(signed_text(part, view, language), shape.font_size));
            m_extent.include(part.value);
            m_has_right = m_has_right || part.value >= 0;
        }
        m_extent.include(0);
        m_names = std::min(m_names, shape.width * 0.4);
    }

    Raw drawn() const {
        auto const height = static_cast<double>(m_view.parts.size()) * row_height + 4;
        Svg svg{m_shape.width, height, m_shape.name, m_view.title, contributions_description(m_view, m_language)};
        auto const left = m_names + 10 + (m_extent.low() < 0 ? m_figures + 8 : 2);
        auto const right = m_shape.width - (m_has_right ? m_figures + 8 : 4);
        Scale const x{m_extent, left, right};
        double y = row_height / 2 + 2;
        for (auto const& part : m_view.parts) {
            draw_part(svg, part, x, y);
            y += row_height;
        }
        svg.line({x(0), 0}, {x(0), height}, "axis");
        return std::move(svg).take();
    }

private:
    void draw_part(Svg& svg, Contribution const& part, Scale const& x, double y) const {
        auto const text = signed_text(part, m_view, m_language);
        auto const judgement = judgement_of(part.value, m_view.polarity);
        auto const baseline = y + m_shape.font_size * 0.35;
        auto const words = part.name + ": " + text + ", " + std::string{judgement_word(judgement, m_language)};
        svg.group("", words, [&] {
            svg.text({0, baseline}, fitted(part.name, m_names + 1, m_shape.font_size), "");
            auto const [from, to] = std::minmax({x(0), x(part.value)});
            svg.rect({from, y - 8, std::max(to - from, 1.0), 16},
                     std::string{"bar "}.append(judgement_class(judgement)), 2);
            svg.text({part.value < 0 ? from - 7 : to + 7, baseline}, text, "strong",
                     part.value < 0 ? Svg::Anchor::end : Svg::Anchor::start);
        });
    }

    static constexpr double row_height = 30;
    ContributionsView const& m_view;
    Language const& m_language;
    Shape const& m_shape;
    Extent m_extent;
    double m_names = 0;
    double m_figures = 0;
    bool m_has_right = false; // some bar has its figure to the right
};

} // namespace

Raw contributions_chart(ContributionsView const& view, Language const& language) {
    return in_both_shapes([&](Shape const& shape) { return ContributionsDrawing{view, language, shape}.drawn(); });
}

std::string contributions_description(ContributionsView const& view, Language const& language) {
    auto text = language.tr("In all {0}.", signed_difference(language, view.format, view.total));
    for (auto const& part : view.parts)
        text.append(" ").append(language.tr("{0}: {1}.", part.name, signed_text(part, view, language)));
    return text;
}

void contributions_table(Html& h, ContributionsView const& view, Language const& language) {
    write_figures(h, view.title, [&] {
        h.thead([&] {
            h.tr([&] {
                h.th(scope("col"), language.tr("Part"));
                h.th(scope("col"), class_("number"), [&] {
                    h.text(language.tr("Contribution"));
                    if (auto const unit = difference_unit(language, view.format); !unit.empty()) h.text(", " + unit);
                });
            });
        });
        h.tbody([&] {
            for (auto const& part : view.parts)
                h.tr([&] {
                    h.th(scope("row"), part.name);
                    h.td(class_("number"), signed_text(part, view, language));
                });
            h.tr([&] {
                h.th(scope("row"), language.tr("In all"));
                h.td(class_("number"), signed_difference(language, {"", view.format.decimals}, view.total));
            });
        });
    });
}

} // namespace rodtrad::view
