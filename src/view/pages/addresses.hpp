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
std::string_view word_of(study::FindingKind kind);    // "forandring"
std::string_view word_of(study::Judgement judgement); // "samre"
std::string_view word_of(study::Tier tier);           // "agera"

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
std::string_view word_of(CompareWith with);   // "lika"; empty for nobody
std::string_view word_of(CompareShape shape); // "rangordning"

// What a person asks of the page of a measure in a unit. All but the group is tried out, and stored nowhere.
struct MeasureQuestion {
    std::string measure; // codes
    std::string unit;
    std::string group = "T";

    // Who it is compared with: empty = as the list does, "alla" of its kind, "lika" = by the weights below, else a
    // peer group by its code, after "grupp.".
    std::string among;
    std::vector<std::pair<std::string, int>> weights; // of the measures that say who is alike: 1, 2 or 3
    std::string condition_search;                     // for more such measures

    std::string target;               // another target, as it was typed
    std::vector<std::string> without; // codes of units below that are left out
    bool operator==(MeasureQuestion const&) const = default;
};
MeasureQuestion to_measure_question(std::string_view measure, std::string_view unit, Parameters const& query);
inline constexpr std::string_view among_all = "alla";
inline constexpr std::string_view among_similar = "lika";
inline constexpr std::string_view among_group = "grupp.";
inline constexpr std::string_view weight_field = "vikt.";

Url list_url(ListQuestion const& question = {});                                                // /avvikelser
Url measures_url(MeasuresQuestion const& question = {});                                        // /matt
Url measure_url(std::string_view measure, std::string_view unit, std::string_view group = "T"); // /matt/M/U?grupp=K
Url measure_url(MeasureQuestion const& question);
Url measure_csv_url(std::string_view measure, std::string_view unit); // /matt/M/U.csv
Url marks_url(std::string_view measure, std::string_view unit);       // takes a form
Url peer_groups_url(std::string_view measure, std::string_view unit); // takes a form
Url compare_url(CompareQuestion const& question = {});                // /jamfor
Url compare_csv_url(CompareQuestion const& question);                 // /jamfor.csv
Url units_url();                                                      // /enhet
Url unit_url(std::string_view unit, std::string_view area = {});      // /enhet/U?omrade=A
Url search_url(std::string_view question = {});                       // /sok?q=
Url about_url();                                                      // /om

} // namespace rodtrad::view::pages
