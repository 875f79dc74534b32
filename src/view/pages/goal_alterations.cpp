#include "view/pages/goal_alterations.hpp"

#include "base/date.hpp"
#include "view/format.hpp"
#include "view/pages/goal_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace rodtrad::view::pages {

namespace {

constexpr auto names = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"kind", message("Kind")},
    {"level", message("Level")},
    {"title", message("Wording")},
    {"description", message("Description")},
    {"units", message("Units")},
    {"shared", message("Shared with")},
    {"owner", message("Goal owner")},
    {"cycle", message("Cycle")},
    {"begins", message("First day")},
    {"ends", message("Last day")},
    {"supports", message("Supports goals")},
    {"supports_documents", message("Supports visions and strategies")},
    {"perspective", message("Perspective")},
    {"factor", message("Success factor")},
    {"measures", message("Measures")},
    {"rhythm", message("Check-ins")},
    {"aim", message("Form")},
    {"bound", message("Limit")},
    {"measure", message("Measure")},
    {"unit_of_measure", message("Unit of measure")},
    {"baseline", message("From")},
    {"target", message("Target value")},
    {"upper", message("Upper limit")},
    {"commit", message("Promised")},
    {"stretch", message("Hoped for")},
    {"due", message("Due")},
    {"added", message("Added")},
    {"withdrawn", message("Withdrawn")},
});

template <class T, class Name>
std::string named(std::string_view text, Name const& name, Language const& language) {
    auto const value = base::value_of<T>(text);
    return std::string{value ? name(*value, language) : text};
}

bool is_number(std::string_view what) {
    constexpr auto numbers = std::to_array<std::string_view>({"baseline", "target", "upper", "commit", "stretch"});
    return std::ranges::find(numbers, what) != numbers.end();
}

std::string cycle_name(domain::Cycle cycle, Language const& language) {
    switch (cycle) {
    case domain::Cycle::year:
        return std::string{language.tr("a year")};
    case domain::Cycle::tertial:
        return std::string{language.tr("a tertial")};
    case domain::Cycle::quarter:
        return std::string{language.tr("a quarter")};
    case domain::Cycle::own:
        break;
    }
    return std::string{language.tr("dates of its own")};
}

std::string aim_name(domain::Aim aim, Language const& language) {
    switch (aim) {
    case domain::Aim::reach:
        return std::string{language.tr("reaches")};
    case domain::Aim::stay_above:
        return std::string{language.tr("stays above")};
    case domain::Aim::stay_below:
        return std::string{language.tr("stays below")};
    case domain::Aim::within:
        break;
    }
    return std::string{language.tr("stays within")};
}

// A value as it was kept, as the reader writes it.
std::string said(std::string_view what, std::string_view text, std::string_view unit, Language const& language) {
    if (text.empty()) return std::string{language.tr("nothing")};
    if (is_number(what)) {
        double value = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc{} && end == text.data() + text.size())
            return as_set(language, {.unit = std::string{unit}, .decimals = 1}, value);
    }
    if (auto const day = base::to_date(text)) return date(language, *day);
    if (what == "rhythm") return named<domain::Rhythm>(text, rhythm_name, language);
    if (what == "level") return named<domain::GoalLevel>(text, level_name, language);
    if (what == "cycle") return named<domain::Cycle>(text, cycle_name, language);
    if (what == "aim") return named<domain::Aim>(text, aim_name, language);
    if (what == "bound")
        return std::string{text == "inclusive" ? language.tr("the limit itself counts")
                                               : language.tr("the limit itself does not count")};
    if (what == "kind" && base::value_of<domain::GoalKind>(text))
        return named<domain::GoalKind>(text, kind_name, language);
    if (what == "kind") return named<domain::KeyResultKind>(text, key_result_kind_name, language);
    return std::string{text};
}

} // namespace

std::string_view field_name(std::string_view field, Language const& language) {
    auto const* const found = std::ranges::find(names, field, [](auto const& row) { return row.first; });
    return found == names.end() ? field : language.tr(found->second);
}

AlterationView alteration_view(domain::Alteration const& alteration, plan::Plan const& plan, Language const& language) {
    auto const* key_result = alteration.key_result ? plan.key_results.find(*alteration.key_result) : nullptr;
    auto const unit = key_result == nullptr ? std::string_view{} : std::string_view{key_result->unit_of_measure};
    return {.what = std::string{field_name(alteration.what, language)},
            .key_result = key_result == nullptr ? std::string{} : key_result->title,
            .before = said(alteration.what, alteration.before, unit, language),
            .after = said(alteration.what, alteration.after, unit, language)};
}

} // namespace rodtrad::view::pages
