#pragma once

#include "study/effect.hpp"
#include "study/effect_panel.hpp"

namespace rodtrad::study {

// M13 for treated units with nobody to compare with: the rest of effect_of. `effect` has what is common to all methods,
// the panel treated units only.
Answer<Effect, NoEffect> effect_against_own_past(Effect effect, Dataset const& data, EffectPanel const& panel);

} // namespace rodtrad::study
