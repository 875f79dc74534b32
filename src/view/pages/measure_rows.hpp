#pragma once

#include "base/fields.hpp"
#include "study/follow_up.hpp"
#include "study/peers.hpp"
#include "view/charts/spine.hpp"
#include "view/html.hpp"
#include "view/pages/context.hpp"
#include "view/sentences.hpp"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

// Measures of one unit under each other, each among those that the unit is compared with.

struct MeasureRow {
    Link measure;
    std::string period;
    std::string value;
    std::string median; // of those it is compared with; empty where there are none
    std::optional<SpineView> spine;
    std::vector<Tag> tags;

    static constexpr auto fields() {
        return std::tuple{base::Field{"measure", &MeasureRow::measure}, base::Field{"period", &MeasureRow::period},
                          base::Field{"value", &MeasureRow::value}, base::Field{"median", &MeasureRow::median},
                          base::Field{"tags", &MeasureRow::tags}};
    }
};

struct MeasureGroup { // the measures of one perspective
    std::string name;
    std::vector<MeasureRow> measures;

    static constexpr auto fields() {
        return std::tuple{base::Field{"name", &MeasureGroup::name}, base::Field{"measures", &MeasureGroup::measures}};
    }
};

// The newest figure of one group.
struct NewestFigure {
    study::MeasureIndex measure;
    std::size_t slot;
    std::size_t t;
    double value;
};

class MeasureRowWriter {
public:
    // `among`: who it is compared with; empty for those that the list compares it with.
    MeasureRowWriter(study::Dataset const& data, study::FollowUp const& list, study::UnitIndex unit,
                     Language const& language, std::vector<study::UnitIndex> among = {});

    MeasureRow row(NewestFigure const& newest) const;

private:
    std::vector<double> peer_values(NewestFigure const& newest, std::string_view area) const;

    study::Dataset const& m_data;
    study::UnitIndex m_unit;
    Language const& m_language;
    std::vector<study::UnitIndex> m_among;
    study::Peers m_peers;
    std::map<study::MeasureIndex, study::Card const*> m_cards;
};

// Some measure has others to be seen among.
bool is_compared(std::vector<MeasureGroup> const& groups);
std::string_view spine_legend(Language const& language);
void write_measure_rows(Html& h, MeasureGroup const& group, bool has_peers, Language const& language);

} // namespace rodtrad::view::pages
