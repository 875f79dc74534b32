#pragma once

#include "base/fields.hpp"
#include "study/dataset.hpp"
#include "study/finding.hpp"
#include "view/charts/trend.hpp"
#include "view/html.hpp"
#include "view/pages/context.hpp"
#include "view/sentences.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

// One measure in one unit that stands out, ready to be read.
struct CardView {
    study::Tier tier = study::Tier::watch;
    std::string state; // "Ny", "Kvarstår" since the list was last published; empty where it never was
    Link measure;
    Link unit;
    std::string within; // the unit's own parent
    std::string group;  // that the figure is of; empty for everyone
    std::string people; // "152 elever"
    std::vector<std::string> sentences;
    std::vector<Tag> tags;
    std::string period; // of the figure
    std::string value;  // "79,6 %"
    std::string ground; // "121 av 152"
    std::string target; // "mål 90 %"
    std::string aim;    // the same without the word: "90 %", "högst 6 %"
    std::optional<TrendView> trend;

    static constexpr auto fields() {
        return std::tuple{base::Field{"tier", &CardView::tier},       base::Field{"state", &CardView::state},
                          base::Field{"measure", &CardView::measure}, base::Field{"unit", &CardView::unit},
                          base::Field{"within", &CardView::within},   base::Field{"group", &CardView::group},
                          base::Field{"people", &CardView::people},   base::Field{"sentences", &CardView::sentences},
                          base::Field{"tags", &CardView::tags},       base::Field{"period", &CardView::period},
                          base::Field{"value", &CardView::value},     base::Field{"ground", &CardView::ground},
                          base::Field{"target", &CardView::target}};
    }
};

CardView card_view(study::Card const& card, study::Dataset const& data, Language const& language);

// A card is an article; in a list its heading is an h3.
void write_card(Html& h, CardView const& card, Language const& language);

// The same as rows of a table, for those who work through many.
void write_card_table(Html& h, std::vector<CardView> const& cards, Language const& language);

} // namespace rodtrad::view::pages
