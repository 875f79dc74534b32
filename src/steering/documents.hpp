#pragma once

#include "base/date.hpp"
#include "domain/steering_document.hpp"
#include "steering/work.hpp"

#include <optional>
#include <string>
#include <string_view>

// Steering documents: what a unit has said that it wants. Controllers write them; the strategies of a unit its manager
// too. All throw Forbidden, Refused, NotFound and Conflict as refusals.hpp says.
namespace rodtrad::steering {

// As a form gives it.
struct DocumentText {
    std::string title;
    std::string text;
    std::string source; // where it was decided
    std::optional<base::Date> valid_from;
};

// Whether the person may write documents of that kind at the unit.
plan::Right right_to_write(domain::DocumentKind kind);

// A unit has one vision and one business idea at a time: another is refused while one stands.
domain::DocumentId write_document(Work& work, std::string const& unit, domain::DocumentKind kind,
                                  DocumentText const& text);
// A new wording of the same document: goals that support it go on doing so, and the journal keeps the old one.
void revise_document(Work& work, domain::DocumentId id, std::int64_t version_read, DocumentText const& text,
                     std::string_view reason);
// It holds to the end of that day.
void end_document(Work& work, domain::DocumentId id, base::Date last_day, std::string_view reason);

} // namespace rodtrad::steering
