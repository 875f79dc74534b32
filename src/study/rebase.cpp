#include "study/rebase.hpp"

#include "study/calendar.hpp"

#include <algorithm>

namespace rodtrad::study {

std::size_t time_of_level(Cube const& cube, domain::Period mark, std::size_t end) {
    std::size_t t = 0;
    while (t < end && first_month(cube.period(t)) < first_month(mark)) ++t;
    return t;
}

std::vector<std::size_t> segment_starts(MeasureData const& data, Dataset const& dataset, GroupIndex group,
                                        std::size_t end) {
    std::vector<std::size_t> starts;
    for (auto const& mark : data.marks) {
        if (mark.kind != domain::MarkKind::rebase) continue;
        if (!mark.group.empty() && mark.group != dataset.groups[group].code) continue;
        auto const start = time_of_level(*data.cube, mark.period, end);
        if (start >= end) continue; // nothing of the new level is here yet
        auto first = std::size_t{0};
        auto last = dataset.units.size();
        if (!mark.unit.empty()) {
            auto const unit = dataset.find_unit(mark.unit);
            if (!unit) continue;
            first = unit->value();
            last = dataset.units[*unit].branch_end.value();
        }
        starts.resize(dataset.units.size());
        for (auto u = first; u < last; ++u) starts[u] = std::max(starts[u], start);
    }
    return starts;
}

void begin_at(SeriesTable& series, std::vector<std::size_t> const& starts) {
    for (std::size_t u = 0; u < starts.size(); ++u)
        for (std::size_t t = 0; t < starts[u]; ++t) series.plane().row(t)[u] = Plane::no_value;
    series.settle();
}

} // namespace rodtrad::study
