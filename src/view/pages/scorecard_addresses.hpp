#pragma once

#include "domain/ids.hpp"
#include "domain/steering_document.hpp"
#include "view/url.hpp"

#include <optional>
#include <string_view>

// The addresses of steering documents, profiles, perspectives and scorecards.
namespace rodtrad::view::pages {

Url documents_url(std::string_view unit);                                    // /enhet/U/styrdokument
Url new_document_url(std::string_view unit, domain::DocumentKind kind);      // /enhet/U/styrdokument/ny?slag=vision
Url document_url(domain::DocumentId document);                               // /styrdokument/7: to revise it
Url document_end_url(domain::DocumentId document);                           // /styrdokument/7/avsluta
std::string_view word_of(domain::DocumentKind kind);                         // "vision"
std::optional<domain::DocumentKind> to_document_kind(std::string_view word); //

Url profile_url(std::string_view unit);           // /enhet/U/beskrivning
Url profile_form_url(std::string_view unit);      // /enhet/U/beskrivning/andra
Url perspectives_url(std::string_view unit);      // /enhet/U/perspektiv
Url perspectives_drop_url(std::string_view unit); // /enhet/U/perspektiv/folj

// How a unit's card is shown. An operation: the card of that kind, added up for the unit.
Url scorecard_url(std::string_view unit, std::string_view operation = {}); // /styrkort/U?verksamhet=O
Url strategy_map_url(std::string_view unit);                               // /styrkort/U/karta
Url scorecards_url();                                                      // /styrkort
// All units with the card of a kind beside each other; in a branch (a code; empty: everywhere).
Url side_by_side_url(std::string_view operation, std::string_view unit = {}); // /styrkort?verksamhet=O&enhet=U

Url templates_url();                                // /styrkortsmallar
Url new_template_url(std::string_view unit = {});   // /styrkortsmallar/ny
Url template_url(domain::ScorecardId card);         // /styrkortsmallar/3
Url template_compare_url(domain::ScorecardId card); // /styrkortsmallar/3/jamfor
Url template_use_url(domain::ScorecardId card);     // /styrkortsmallar/3/anvand
Url template_retire_url(domain::ScorecardId card);  // /styrkortsmallar/3/avsluta
Url template_edition_url(domain::ScorecardId card); // /styrkortsmallar/3/utgava
Url template_name_url(domain::ScorecardId card);    // /styrkortsmallar/3/namn
Url template_factors_url(domain::ScorecardId card); // /styrkortsmallar/3/faktorer: adds one
Url template_change_url(domain::ScorecardId card);  // /styrkortsmallar/3/andra: moves, removes, adds a measure
Url factor_url(domain::SuccessFactorId factor);     // /framgangsfaktorer/5: to say it better

} // namespace rodtrad::view::pages
