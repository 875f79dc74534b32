#pragma once

#include "base/text.hpp"
#include "domain/group.hpp"
#include "domain/mark.hpp"
#include "domain/measure.hpp"
#include "domain/outcome.hpp"
#include "domain/unit.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

// The words that Swedish files use, and what they mean here. Upper and lower case are the same.
namespace rodtrad::import {

enum class NoValue : std::uint8_t { missing, not_applicable, confidential };
domain::Outcome to_outcome(NoValue state);

// What stands in a value cell in place of a number: "..", "i.u.", "e.t.", "sekretess"; "" is missing.
// As in Swedish official statistics "." and "-" are missing and ".." is a figure too small to be shown.
std::optional<NoValue> to_no_value(std::string_view text);
// "missing", "not_applicable" or "confidential", in English or Swedish: for mappings and the status column.
std::optional<NoValue> to_no_value_state(std::string_view text);

enum class Status : std::uint8_t { measured, preliminary, missing, not_applicable, confidential };
std::optional<Status> to_status(std::string_view text); // "" is measured

// "kvinnor", "flickor", "women", "F" → "K"; "totalt" and "" → "T"; a code that is not known stays as it stands.
std::string_view to_group_code(std::string_view text);

std::optional<domain::GroupKind> to_group_kind(std::string_view text);
std::optional<domain::Polarity> to_polarity(std::string_view text); // also "högre", "lägre"; "4,5..6"
std::optional<domain::ValueKind> to_value_kind(std::string_view text);
std::optional<domain::Aggregation> to_aggregation(std::string_view text);
std::optional<domain::MeasureLevel> to_measure_level(std::string_view text);
std::optional<domain::Periodicity> to_periodicity(std::string_view text);
std::optional<domain::MarkKind> to_mark_kind(std::string_view text); // also "omstart", "förklaring"
std::optional<domain::UnitKind> to_unit_kind(std::string_view text);
std::optional<bool> to_yes_or_no(std::string_view text);

} // namespace rodtrad::import
