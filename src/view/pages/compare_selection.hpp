#pragma once

#include "study/dataset.hpp"
#include "view/language.hpp"
#include "view/pages/addresses.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view::pages {

struct CompareRow { // a measure for a group of people
    study::MeasureIndex measure;
    study::GroupIndex group;
    std::size_t slot = 0; // of the group, in the measure's cube
};

// What has been chosen to lay beside each other, as it stands in the dataset.
struct Selection {
    std::vector<study::MeasureIndex> measures; // that have figures
    std::vector<CompareRow> rows;              // measure by measure, each with the groups chosen that it has
    std::vector<study::UnitIndex> units;       // the chosen ones first, in their order, then those they are seen among
    std::size_t chosen_units = 0;              // so many of `units` were named one by one
    CompareShape shape = CompareShape::matrix;
    std::vector<CompareShape> shapes; // that can show it, `shape` among them
    std::vector<std::string> remarks; // what could not be shown, and the way out

    bool is_empty() const { return rows.empty() || units.empty(); }
    std::optional<study::UnitIndex> me() const {
        return chosen_units > 0 ? std::optional{units.front()} : std::nullopt;
    }
};

// Limits that keep a page readable; what lies beyond is said in `remarks`.
inline constexpr std::size_t most_compared_measures = 20;
inline constexpr std::size_t most_chosen_units = 40;
inline constexpr std::size_t most_line_panels = 12;
inline constexpr std::size_t most_matrix_units = 12;

// Codes that are not known are passed over: the caller has already said so.
Selection selection_of(CompareQuestion const& question, study::Dataset const& data, Language const& language);

} // namespace rodtrad::view::pages
