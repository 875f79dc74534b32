#pragma once

#include "base/instant.hpp"
#include "study/dataset.hpp"
#include "view/language.hpp"

#include <string>

namespace rodtrad::view::pages {

// A workbook to write goals in, with their key results and behaviours: headings and lists to choose from in the
// reader's language, and an example that is meant to be written over.
std::string plan_template_xlsx(study::Dataset const& data, Language const& language, base::Instant now);

} // namespace rodtrad::view::pages
