#include "view/charts/drawing.hpp"

#include <array>

namespace rodtrad::view {

void draw_mark(Svg& svg, Place place, double radius, std::optional<study::Judgement> judgement) {
    auto const [x, y] = place;
    if (!judgement) {
        svg.circle(place, radius, "mark-point");
        return;
    }
    switch (*judgement) {
    case study::Judgement::better:
        svg.circle(place, radius, "mark-point better");
        break;
    case study::Judgement::worse: {
        auto const reach = radius * 1.3; // as large to the eye as the disc
        svg.polygon(std::array{Place{x, y - reach}, Place{x + reach, y}, Place{x, y + reach}, Place{x - reach, y}},
                    "mark-point worse");
        break;
    }
    case study::Judgement::neutral:
        svg.rect({x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8}, "mark-point neutral");
        break;
    }
}

std::string target_words(double target, domain::Polarity const& polarity, ValueFormat const& format,
                         Language const& language) {
    auto const value = as_set(language, format, target);
    return polarity == domain::Polarity{domain::Direction::lower_is_better} ? language.tr("target at most {0}", value)
                                                                            : language.tr("target {0}", value);
}

std::string_view judgement_word(study::Judgement judgement, Language const& language) {
    switch (judgement) {
    case study::Judgement::better:
        return language.tr("better");
    case study::Judgement::worse:
        return language.tr("worse");
    case study::Judgement::neutral:
        break;
    }
    return language.tr("different");
}

std::string_view judgement_class(study::Judgement judgement) {
    switch (judgement) {
    case study::Judgement::better:
        return "better";
    case study::Judgement::worse:
        return "worse";
    case study::Judgement::neutral:
        break;
    }
    return "neutral";
}

} // namespace rodtrad::view
