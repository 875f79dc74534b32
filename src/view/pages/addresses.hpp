#pragma once

#include "study/finding.hpp"
#include "view/url.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rodtrad::view::pages {

// Every address of the site, written here and nowhere else. They are Swedish in both languages, so that a link sent to
// a colleague leads to the same place whatever either of them reads in.

using Parameters = std::vector<std::pair<std::string, std::string>>; // decoded, as in the query of an address

// What a person asks of the list of deviations.
struct ListQuestion {
    std::string unit; // code of the branch; empty = everything
    std::string measure;
    std::optional<study::FindingKind> kind;
    std::optional<study::Judgement> judgement;
    std::optional<study::Tier> tier;
    std::size_t page = 1;
    bool is_table = false; // one row a card, for those who work through them all
    bool operator==(ListQuestion const&) const = default;
};
// What is not understood is as if it were not asked.
ListQuestion to_list_question(Parameters const& query);

// The names and values that the filter form sends.
std::string_view to_text(study::FindingKind kind);    // "forandring"
std::string_view to_text(study::Judgement judgement); // "samre"
std::string_view to_text(study::Tier tier);           // "agera"

// What a person asks of the list of measures.
struct MeasuresQuestion {
    std::string unit; // code: the measures lead to this unit, where it has a figure
    std::string area;
    std::string perspective;
    std::size_t page = 1;
    bool operator==(MeasuresQuestion const&) const = default;
};
MeasuresQuestion to_measures_question(Parameters const& query);

// Who the units chosen for a comparison are seen among.
enum class CompareWith : std::uint8_t { nobody, similar, same_kind, below };
// How a comparison is drawn; chosen from what is compared unless asked for.
enum class CompareShape : std::uint8_t { ranking, lines, spines, matrix };

// What a person has chosen to lay beside each other. The address holds all of it, so a link is a saved view.
struct CompareQuestion {
    std::vector<std::string> measures; // codes, in the order chosen, none twice
    std::vector<std::string> units;    // the first is the one that others are compared with
    std::vector<std::string> groups;   // empty = everyone
    CompareWith with = CompareWith::nobody;
    std::optional<int> from; // years, both included
    std::optional<int> to;
    std::optional<CompareShape> shape;
    std::string search; // for more measures and units to choose
    bool operator==(CompareQuestion const&) const = default;
};
CompareQuestion to_compare_question(Parameters const& query);
std::string_view to_text(CompareWith with);   // "lika"; empty for nobody
std::string_view to_text(CompareShape shape); // "rangordning"

Url list_url(ListQuestion const& question = {});                                                // /avvikelser
Url measures_url(MeasuresQuestion const& question = {});                                        // /matt
Url measure_url(std::string_view measure, std::string_view unit, std::string_view group = "T"); // /matt/M/U?grupp=K
Url measure_csv_url(std::string_view measure, std::string_view unit);                           // /matt/M/U.csv
Url compare_url(CompareQuestion const& question = {});                                          // /jamfor
Url compare_csv_url(CompareQuestion const& question);                                           // /jamfor.csv
Url units_url();                                                                                // /enhet
Url unit_url(std::string_view unit, std::string_view area = {});                                // /enhet/U?omrade=A
Url search_url(std::string_view question = {});                                                 // /sok?q=
Url about_url();                                                                                // /om

} // namespace rodtrad::view::pages
