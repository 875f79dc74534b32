#pragma once

#include "study/association.hpp"
#include "study/dataset.hpp"
#include "study/effect.hpp"
#include "view/language.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace rodtrad::view {

// What is said of an effect and of a connection: always beside whom, how sure, and that other things may explain it.

enum class EffectOf : std::uint8_t { action, practice, behaviour };

// "Efter åtgärden +3,1 procentenheter jämfört med 12 liknande enheter (troligen 0,8 till 5,4).", "Dessförinnan
// utvecklades de lika.", "Andra förändringar samtidigt kan också förklara skillnaden."
std::vector<std::string> effect_sentences(study::Effect const& effect, study::Dataset const& data, EffectOf what,
                                          Language const& language);

// Why nothing is said: "Det finns inga utfall efter starten än."
std::string no_effect_sentence(study::NoEffect reason, Language const& language);

// "Samband att pröva: enheter där "Vi följer upp varje vecka" är högre har oftare bättre "Behöriga" året efter."
std::vector<std::string> association_sentences(study::Association const& association, study::Dataset const& data,
                                               Language const& language);

} // namespace rodtrad::view
