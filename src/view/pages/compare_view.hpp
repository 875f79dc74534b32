#pragma once

#include "base/fields.hpp"
#include "study/follow_up.hpp"
#include "view/charts/funnel.hpp"
#include "view/charts/multiples.hpp"
#include "view/charts/ranked_strip.hpp"
#include "view/charts/spine.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/compare_selection.hpp"
#include "view/pages/context.hpp"
#include "view/pages/measure_rows.hpp"
#include "view/search_index.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

struct CompareChoice { // a tick in the form
    std::string code;
    std::string text;
    std::string about; // what tells it from others of the same name
    bool is_chosen = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"code", &CompareChoice::code}, base::Field{"text", &CompareChoice::text},
                          base::Field{"about", &CompareChoice::about},
                          base::Field{"is_chosen", &CompareChoice::is_chosen}};
    }
};

// One measure in many units: from the highest, or the best, to the other end.
struct RankingPart {
    struct Row {
        std::size_t place = 0; // equal values share the better
        Link unit;
        bool is_chosen = false;
        std::string value;
        std::string likely; // "72–85 %"
        std::string people;
        std::string quarter; // "bästa fjärdedelen"
        std::string change;  // since the period before

        static constexpr auto fields() {
            return std::tuple{base::Field{"place", &Row::place},         base::Field{"unit", &Row::unit},
                              base::Field{"is_chosen", &Row::is_chosen}, base::Field{"value", &Row::value},
                              base::Field{"likely", &Row::likely},       base::Field{"people", &Row::people},
                              base::Field{"quarter", &Row::quarter},     base::Field{"change", &Row::change}};
        }
    };
    std::string sentence;
    RankedView chart;
    std::optional<FunnelView> funnel;
    std::string funnel_sentence;
    std::optional<SpineView> spine; // where there is no funnel
    bool has_likely = false;
    bool has_people = false;
    bool has_quarters = false;
    std::string before; // the period that changes are counted from; empty where nobody has a figure
    std::vector<Row> rows;

    static constexpr auto fields() {
        return std::tuple{base::Field{"sentence", &RankingPart::sentence},
                          base::Field{"funnel_sentence", &RankingPart::funnel_sentence},
                          base::Field{"before", &RankingPart::before}, base::Field{"rows", &RankingPart::rows}};
    }
};

// Many measures in many units: small cells with the figure, what the list says of it, and the line.
struct MatrixPart {
    struct Cell {
        std::string value; // empty = no figure
        Url url;
        std::vector<Tag> tags;

        static constexpr auto fields() {
            return std::tuple{base::Field{"value", &Cell::value}, base::Field{"url", &Cell::url},
                              base::Field{"tags", &Cell::tags}};
        }
    };
    struct Row {
        std::string name;
        std::string period;
        std::vector<Cell> cells; // as `units`
        MultiplesView lines;     // a panel a cell

        static constexpr auto fields() {
            return std::tuple{base::Field{"name", &Row::name}, base::Field{"period", &Row::period},
                              base::Field{"cells", &Row::cells}};
        }
    };
    std::string sentence;
    std::vector<Link> units;
    std::vector<Row> rows;

    static constexpr auto fields() {
        return std::tuple{base::Field{"sentence", &MatrixPart::sentence}, base::Field{"units", &MatrixPart::units},
                          base::Field{"rows", &MatrixPart::rows}};
    }
};

struct CompareView {
    CompareQuestion question;
    Url csv;
    std::string title;
    Selection selection;

    // The form
    std::vector<CompareChoice> measures;
    std::vector<CompareChoice> units;
    std::vector<CompareChoice> found_measures; // by searching, not chosen yet
    std::vector<CompareChoice> found_units;
    std::vector<CompareChoice> groups; // that any of the measures has
    std::vector<int> years;            // with figures, newest first
    std::optional<Link> example;       // where nothing has been chosen

    // What is shown: the one that the selection's shape names
    std::optional<RankingPart> ranking;
    std::optional<MultiplesView> lines;
    std::optional<MeasureGroup> spines;
    std::optional<MatrixPart> matrix;

    static constexpr auto fields() {
        return std::tuple{base::Field{"csv", &CompareView::csv},           base::Field{"title", &CompareView::title},
                          base::Field{"measures", &CompareView::measures}, base::Field{"units", &CompareView::units},
                          base::Field{"groups", &CompareView::groups},     base::Field{"years", &CompareView::years},
                          base::Field{"ranking", &CompareView::ranking},   base::Field{"lines", &CompareView::lines},
                          base::Field{"spines", &CompareView::spines},     base::Field{"matrix", &CompareView::matrix}};
    }
};

CompareView compare_view(study::Dataset const& data, study::FollowUp const& list, SearchIndex const& index,
                         CompareQuestion const& question, Language const& language);
std::string compare_page(CompareView const& view, Context const& context);
// The part that htmx puts in the place of the old one: the element with the id "compare".
std::string compare_part(CompareView const& view, Language const& language);

// All that is compared, every period between the years, as tidy CSV: what the importer reads.
std::string compare_csv(study::Dataset const& data, CompareQuestion const& question);

std::string_view shape_name(CompareShape shape, Language const& language); // "Rangordning"

} // namespace rodtrad::view::pages
