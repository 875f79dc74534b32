#pragma once

#include "base/fields.hpp"
#include "domain/delivery.hpp"
#include "domain/outcome.hpp"
#include "study/follow_up.hpp"
#include "view/charts/contributions.hpp"
#include "view/charts/dumbbell.hpp"
#include "view/charts/expected.hpp"
#include "view/charts/funnel.hpp"
#include "view/charts/multiples.hpp"
#include "view/charts/ranked_strip.hpp"
#include "view/charts/spine.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/context.hpp"
#include "view/pages/measure_forms.hpp"
#include "view/pages/series_view.hpp"
#include "view/search_index.hpp"
#include "view/sentences.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

// Where the figures came from, as the one who keeps them knows it.
struct Provenance {
    struct Revision {
        domain::Delivery delivery;
        domain::Outcome outcome;
    };
    std::optional<domain::Delivery> delivery; // that the newest figures came with
    std::vector<Revision> revisions;          // of the newest figure, newest first; one is no revision
};

// A figure in words: "79,6 %", "121 av 152", and why it is not there.
struct FigureRow {
    std::string period;
    std::string value;
    std::string ground;
    std::string remark; // "preliminärt", "saknas", "sammanräknat från 18 av 20 enheter"
    std::optional<double> number{};

    static constexpr auto fields() {
        return std::tuple{base::Field{"period", &FigureRow::period}, base::Field{"value", &FigureRow::value},
                          base::Field{"number", &FigureRow::number}, base::Field{"ground", &FigureRow::ground},
                          base::Field{"remark", &FigureRow::remark}};
    }
};

struct GroupRow {
    Link group;
    bool is_shown = false; // the one that the page is about
    FigureRow newest;

    static constexpr auto fields() {
        return std::tuple{base::Field{"group", &GroupRow::group}, base::Field{"is_shown", &GroupRow::is_shown},
                          base::Field{"newest", &GroupRow::newest}};
    }
};

struct PeersPanel {
    std::string title;
    std::string sentence;
    SpineView spine;
    struct Peer {
        Link unit;
        std::string value;

        static constexpr auto fields() {
            return std::tuple{base::Field{"unit", &Peer::unit}, base::Field{"value", &Peer::value}};
        }
    };
    std::vector<Peer> peers; // highest first, the unit itself among them

    static constexpr auto fields() {
        return std::tuple{base::Field{"title", &PeersPanel::title}, base::Field{"sentence", &PeersPanel::sentence},
                          base::Field{"peers", &PeersPanel::peers}};
    }
};

struct GapPanel {
    std::string sentence;
    DumbbellView chart;
    std::optional<TrendView> trend; // of the gap itself; nothing where it has too few figures

    static constexpr auto fields() { return std::tuple{base::Field{"sentence", &GapPanel::sentence}}; }
};

struct FunnelPanel {
    std::string sentence;
    FunnelView chart;

    static constexpr auto fields() { return std::tuple{base::Field{"sentence", &FunnelPanel::sentence}}; }
};

struct ChangePanel { // what a change is made of
    std::string sentence;
    ContributionsView chart;

    static constexpr auto fields() { return std::tuple{base::Field{"sentence", &ChangePanel::sentence}}; }
};

struct ExpectedPanel {
    std::string title;
    std::string sentence;              // or why nothing can be expected
    std::optional<ExpectedView> chart; //
    std::vector<Link> best;            // those who do better than their conditions say, the surest first

    static constexpr auto fields() {
        return std::tuple{base::Field{"title", &ExpectedPanel::title},
                          base::Field{"sentence", &ExpectedPanel::sentence}, base::Field{"best", &ExpectedPanel::best}};
    }
};

struct NeighboursPanel {
    std::string sentence;
    MultiplesView chart; // the measure itself first

    static constexpr auto fields() { return std::tuple{base::Field{"sentence", &NeighboursPanel::sentence}}; }
};

// Who it is compared with, why, and who it could be compared with instead.
struct PeersChoice {
    struct Group {
        std::string value; // of MeasureQuestion::among
        std::string name;
    };
    struct Condition {
        std::string code;
        std::string name;
        int weight = 0; // 0 = not asked about
    };
    struct Likeness {
        Link unit;
        std::string text;

        static constexpr auto fields() {
            return std::tuple{base::Field{"unit", &Likeness::unit}, base::Field{"text", &Likeness::text}};
        }
    };
    MeasureQuestion question;
    std::string why;
    bool is_usual = true;
    std::string area{}; // of the measure: a saved group is for it
    std::vector<Group> groups{};
    std::vector<Condition> conditions{};
    std::vector<Likeness> likenesses{}; // of those found by conditions

    static constexpr auto fields() {
        return std::tuple{base::Field{"why", &PeersChoice::why}, base::Field{"is_usual", &PeersChoice::is_usual},
                          base::Field{"likenesses", &PeersChoice::likenesses}};
    }
};

struct ChildrenPanel {
    std::string sentence;
    RankedView chart;

    static constexpr auto fields() { return std::tuple{base::Field{"sentence", &ChildrenPanel::sentence}}; }
};

struct Term {
    std::string name;
    std::string text;

    static constexpr auto fields() {
        return std::tuple{base::Field{"name", &Term::name}, base::Field{"text", &Term::text}};
    }
};

// What the list would say if something were different, beside what it says.
struct WhatIfPanel {
    struct Said {
        std::string value;
        std::vector<std::string> sentences;
        std::vector<Tag> tags;

        static constexpr auto fields() {
            return std::tuple{base::Field{"value", &Said::value}, base::Field{"sentences", &Said::sentences},
                              base::Field{"tags", &Said::tags}};
        }
    };
    struct Unit {
        std::string code;
        std::string name;
        bool is_left_out = false;
    };
    MeasureQuestion question;
    std::string target_now;  // as set; empty where there is none
    std::string error;       // of what was typed
    std::vector<Unit> units; // that can be left out
    std::string changes;     // what is tried, in words; empty while nothing is
    Said now;
    std::optional<Said> then;

    static constexpr auto fields() {
        return std::tuple{base::Field{"target_now", &WhatIfPanel::target_now},
                          base::Field{"error", &WhatIfPanel::error}, base::Field{"changes", &WhatIfPanel::changes},
                          base::Field{"now", &WhatIfPanel::now}, base::Field{"then", &WhatIfPanel::then}};
    }
};

// One measure in one unit, for one group of people.
struct MeasureView {
    Url here;
    Url csv;
    Url compare; // the same among its likes, on the page of comparisons
    std::vector<Link> way;
    std::string title;
    std::string unit;
    std::string group;  // empty for everyone
    std::string period; // of the newest figure; empty where there is none
    std::vector<std::string> sentences;
    std::string value;
    std::string ground;
    std::string likely; // "troligen 72–85 %"
    std::vector<Tag> tags;
    std::optional<SeriesView> series;
    std::string suggestion;      // that somebody says since when it is another level; empty where nothing points to it
    std::vector<Link> elsewhere; // where there is no figure here: the measure in the nearest units that have one
    std::optional<ChangePanel> change;
    std::optional<PeersPanel> peers;
    std::optional<PeersChoice> choice;
    std::optional<FunnelPanel> funnel;
    std::optional<ExpectedPanel> expected;
    std::optional<NeighboursPanel> neighbours;
    std::optional<GapPanel> gap;
    std::optional<ChildrenPanel> children;
    std::optional<WhatIfPanel> what_if;
    MeasureForms forms;
    std::vector<GroupRow> groups;   // all of the measure; one is not worth a panel
    std::vector<Term> method;       // how it was calculated
    std::vector<Term> about;        // the measure and its source
    std::vector<FigureRow> figures; // newest first

    static constexpr auto fields() {
        return std::tuple{base::Field{"here", &MeasureView::here},
                          base::Field{"csv", &MeasureView::csv},
                          base::Field{"compare", &MeasureView::compare},
                          base::Field{"way", &MeasureView::way},
                          base::Field{"title", &MeasureView::title},
                          base::Field{"unit", &MeasureView::unit},
                          base::Field{"group", &MeasureView::group},
                          base::Field{"period", &MeasureView::period},
                          base::Field{"sentences", &MeasureView::sentences},
                          base::Field{"value", &MeasureView::value},
                          base::Field{"ground", &MeasureView::ground},
                          base::Field{"likely", &MeasureView::likely},
                          base::Field{"tags", &MeasureView::tags},
                          base::Field{"suggestion", &MeasureView::suggestion},
                          base::Field{"elsewhere", &MeasureView::elsewhere},
                          base::Field{"change", &MeasureView::change},
                          base::Field{"peers", &MeasureView::peers},
                          base::Field{"choice", &MeasureView::choice},
                          base::Field{"funnel", &MeasureView::funnel},
                          base::Field{"expected", &MeasureView::expected},
                          base::Field{"neighbours", &MeasureView::neighbours},
                          base::Field{"gap", &MeasureView::gap},
                          base::Field{"children", &MeasureView::children},
                          base::Field{"what_if", &MeasureView::what_if},
                          base::Field{"groups", &MeasureView::groups},
                          base::Field{"method", &MeasureView::method},
                          base::Field{"about", &MeasureView::about},
                          base::Field{"figures", &MeasureView::figures}};
    }
};

// `question`: what is tried out on the page; its codes are those of `key`. `index` finds conditions by name.
MeasureView measure_view(SeriesKey key, study::Dataset const& data, study::FollowUp const& list,
                         Provenance const& provenance, Language const& language, MeasureQuestion question = {},
                         SearchIndex const* index = nullptr);

std::string measure_page(MeasureView const& view, Context const& context);

// All figures of a measure in a unit, every group and period, as tidy CSV: what the importer reads.
std::string measure_csv(study::Dataset const& data, study::MeasureIndex measure, study::UnitIndex unit);

} // namespace rodtrad::view::pages
