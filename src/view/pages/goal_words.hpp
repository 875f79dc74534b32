#pragma once

#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "plan/goal_status.hpp"
#include "study/dataset.hpp"
#include "view/language.hpp"
#include "view/sentences.hpp"

#include <optional>
#include <string>
#include <string_view>

// The words for goals: the same wherever they are met.
namespace rodtrad::view::pages {

std::string_view kind_name(domain::GoalKind kind, Language const& language);       // "Styrkortsmål"
std::string_view level_name(domain::GoalLevel level, Language const& language);    // "Politiskt mål"
std::string_view state_name(domain::GoalState state, Language const& language);    // "Antaget"
std::string_view rhythm_name(domain::Rhythm rhythm, Language const& language);     // "varannan vecka"
std::string_view verdict_name(domain::Verdict verdict, Language const& language);  // "delvis uppnått"
std::string_view standing_name(plan::Standing standing, Language const& language); // "på väg"
// "3 uppnådda"
std::string standing_count(plan::Standing standing, std::size_t goals, Language const& language);
std::string_view step_name(domain::StepKind step, Language const& language);                 // "pausat": what was done
std::string_view step_action(domain::StepKind step, Language const& language);               // "Pausa": what one can do
std::string_view key_result_kind_name(domain::KeyResultKind kind, Language const& language); // "Delmål"

// A sign and a word for how it goes, as computed: "✕ ligger efter".
Tag standing_tag(plan::Standing standing, Language const& language);
// What people say of it: "delvis uppnått".
Tag verdict_tag(domain::Verdict verdict, Language const& language);

// The time of a goal: "2026", "tertial 2 2026", "kvartal 3 2026", "17 augusti 2026–12 juni 2027".
std::string cycle_text(domain::Goal const& goal, Language const& language);
// The period that a goal's cycle is; nothing where it has dates of its own.
std::optional<domain::Period> cycle_period(domain::Goal const& goal);

// What a key result wants, as a sentence without its subject: "når 90 %", "är minst 80", "håller sig under 1 %",
// "ligger inom 4–6 dagar"; of a milestone nothing; of an ordinal one "lovat 3, mål 5, hopp 8".
std::string wanted(domain::KeyResult const& key_result, Language const& language);
// A value of a key result with its unit, as it was delivered.
std::string key_result_value(domain::KeyResult const& key_result, double value, Language const& language);

} // namespace rodtrad::view::pages
