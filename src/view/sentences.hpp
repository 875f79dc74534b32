#pragma once

#include "base/fields.hpp"
#include "study/dataset.hpp"
#include "study/finding.hpp"
#include "view/format.hpp"
#include "view/icons.hpp"
#include "view/language.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace rodtrad::view {

// The words for what the study finds: the same on every page and in the terminal. A sentence says what, how much, since
// when and compared with what; how many people it is about follows where that is known. Words of the trade
// (STATISTICS.md section 4 lists them) never stand here.

// "Lägre nivå sedan hösten 2024: 79,6 % mot tidigare 86,9 %.", "Det är 11 elever färre per år."
std::vector<std::string> sentences(study::Finding const& finding, study::Dataset const& data, Language const& language);

// The findings of a card that are worth a sentence each, strongest first: what holds for everyone is not said again of
// women, men or an age.
std::vector<study::Finding const*> told_findings(study::Card const& card, study::Dataset const& data);

// All that a card says.
std::vector<std::string> sentences(study::Card const& card, study::Dataset const& data, Language const& language);

// "Behöriga till yrkesprogram · Norrskolan: Lägre nivå sedan …": a card on one line.
std::string one_line(study::Card const& card, study::Dataset const& data, Language const& language);

enum class Tone : std::uint8_t { worse, better, neutral, normal }; // its class in the stylesheet has the same name
constexpr auto names_of(Tone) {
    return std::to_array<std::pair<Tone, std::string_view>>({
        {Tone::worse, "worse"},
        {Tone::better, "better"},
        {Tone::neutral, "neutral"},
        {Tone::normal, "normal"},
    });
}
constexpr std::string_view to_text(Tone tone) { return base::name_of(tone); }
Tone tone_of(study::Judgement judgement);

// A sign and a word: "▼ Tydlig försämring".
struct Tag {
    Sign sign = Sign::normal;
    Tone tone = Tone::normal;
    std::string text;
    static constexpr auto fields() {
        return std::tuple{base::Field{"tone", &Tag::tone}, base::Field{"text", &Tag::text}};
    }
    bool operator==(Tag const&) const = default;
};
Tag tag(study::Finding const& finding, study::Dataset const& data, Language const& language);

// The words that a person meets for the tiers, the lenses and the directions.
std::string_view tier_name(study::Tier tier, Language const& language);        // "Agera"
std::string_view tier_explanation(study::Tier tier, Language const& language); // "når inte målet och blir sämre"
std::string_view kind_name(study::FindingKind kind, Language const& language); // "Förändring"
std::string_view judgement_name(study::Judgement judgement, Language const& language); // "Sämre"

// In the language where it is said in it, else as it was delivered.
std::string_view measure_title(domain::Measure const& measure, Language const& language);
std::string_view group_name(domain::Group const& group, Language const& language);
// Whom the figure is about: "elever", in English "people"; empty where it is not about people.
std::string_view who(domain::Measure const& measure, Language const& language);

// "Högre är bättre", "Bäst mellan 4 och 6"
std::string polarity_text(domain::Measure const& measure, ValueFormat const& format, Language const& language);

// Whether a comparison is with the unit's own likes, rather than with all of its kind or a group that is nobody's own.
bool is_with_similar(study::Finding const& finding, study::Dataset const& data);

// Who a unit is compared with: "liknande kommuner", "andra enheter inom grundskola".
std::string peers_name(study::Dataset const& data, study::UnitIndex unit, bool are_chosen, Language const& language);

} // namespace rodtrad::view
