#pragma once

#include "base/fields.hpp"
#include "domain/period.hpp"
#include "study/finding.hpp"
#include "view/format.hpp"
#include "view/html.hpp"
#include "view/language.hpp"
#include "view/url.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::view {

struct MultiplesPanel {
    std::string name;
    std::optional<Url> link;
    ValueFormat format;
    std::vector<std::optional<double>> values; // as the periods of the whole; nothing = no figure
    std::optional<double> target;
    std::optional<study::Judgement> judgement; // of the newest figure, with `word`
    std::string word;                          // "tydlig försämring"; empty for none

    static constexpr auto fields() {
        return std::tuple{base::Field{"name", &MultiplesPanel::name}, base::Field{"link", &MultiplesPanel::link},
                          base::Field{"values", &MultiplesPanel::values},
                          base::Field{"target", &MultiplesPanel::target}, base::Field{"word", &MultiplesPanel::word}};
    }
};

// Whether the heights of two panels can be laid beside each other.
enum class PanelScale : std::uint8_t {
    shared, // the same measure everywhere: the others stand behind each panel as thin lines
    own,    // different measures: only the time is the same
};

// Several series beside each other on the same time axis, each in a small picture of its own.
struct MultiplesView {
    std::string title;
    std::vector<domain::Period> periods; // without gaps, oldest first
    std::vector<MultiplesPanel> panels;
    PanelScale scale = PanelScale::shared;

    static constexpr auto fields() {
        return std::tuple{base::Field{"title", &MultiplesView::title}, base::Field{"periods", &MultiplesView::periods},
                          base::Field{"panels", &MultiplesView::panels}};
    }
};

void write_multiples(Html& h, MultiplesView const& view, Language const& language);

// One column a panel, one row a period, newest first.
void multiples_table(Html& h, MultiplesView const& view, Language const& language);

// "Från 82 % (2015) till 79 % (2024)."
std::string panel_description(MultiplesPanel const& panel, std::vector<domain::Period> const& periods,
                              Language const& language);

// The line alone, for a cell of a table that has the figure in words.
Raw mini_line(MultiplesPanel const& panel, MultiplesView const& view, Language const& language);

} // namespace rodtrad::view
