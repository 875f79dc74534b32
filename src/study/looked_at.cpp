#include "study/looked_at.hpp"

#include "study/lenses/lenses.hpp"
#include "study/parallel.hpp"

#include <array>
#include <utility>

namespace rodtrad::study {

namespace {

using Conditions = std::vector<std::pair<MeasureIndex, std::shared_ptr<Cube const>>>;

Conditions conditions_of(Dataset const& data, MeasureIndex measure) {
    Conditions result;
    for (auto const& code : data.measures[measure].measure.conditions)
        if (auto const condition = data.find_measure(code))
            result.emplace_back(*condition, data.measures[*condition].cube);
    return result;
}

bool is_same(MeasureData const& one, MeasureData const& other) {
    return one.cube == other.cube && one.measure == other.measure && one.targets == other.targets &&
           one.marks == other.marks;
}

// Each lens by itself, on so many threads; what they saw is put together in their order.
Evidence evidence_of(MeasureStudy const& study, int threads) {
    constexpr std::array lenses{look_for_missed_targets, look_for_changes, look_for_comparisons,
                                look_for_unexpected,     look_for_gaps,    look_for_spread};
    Evidence all{study};
    if (threads == 1) {
        for (auto const look : lenses) look(study, all);
    } else {
        std::vector<Evidence> seen(lenses.size(), all);
        for_each_in_parallel(lenses.size(), threads, [&](std::size_t at) { lenses[at](study, seen[at]); });
        for (auto const& one : seen) all.take(one);
    }
    all.settle();
    return all;
}

void count_series(MeasureStudy const& study, LookedAt& looked) {
    for (auto const& group : study.groups()) {
        if (!group.is_main) continue;
        for (UnitIndex unit; unit.value() < group.figures.units(); unit = unit.next()) {
            if (group.figures.length(unit) == 0) continue;
            if (!study.current_time(group.figures, unit)) {
                ++looked.not_current;
            } else if (looked.evidence->is_checked(group, unit)) {
                ++looked.checked;
            } else {
                ++looked.too_short;
            }
        }
    }
    looked.evidence->forget_series();
}

} // namespace

bool is_as_before(LookedAt const& before, Dataset const& data, std::shared_ptr<Frame const> const& frame,
                  MeasureIndex measure, std::optional<domain::Period> as_of) {
    return before.frame == frame && before.as_of == as_of && is_same(before.data, data.measures[measure]) &&
           before.conditions == conditions_of(data, measure);
}

std::shared_ptr<LookedAt const> look_at(Dataset const& data, std::shared_ptr<Frame const> const& frame,
                                        MeasureIndex measure, std::optional<domain::Period> as_of,
                                        LookedAt const* before, int threads) {
    auto looked = std::make_shared<LookedAt>();
    looked->frame = frame;
    looked->data = data.measures[measure];
    looked->conditions = conditions_of(data, measure);
    looked->as_of = as_of;
    if (!looked->data.cube) return looked;

    MeasureStudy const study{data, *frame, measure, as_of, threads};
    looked->evidence = evidence_of(study, threads);
    looked->newest = study.newest();
    looked->min_effect = study.min_effect();
    for (auto const& group : study.groups())
        if (data.groups[group.group].code == domain::total_group) looked->season_of_all = group.season;
    count_series(study, *looked);
    if (before != nullptr && before->frame == frame && before->data.cube) {
        TablesBefore const known{before->tables, before->data};
        looked->tables = tables_of(study, &known, threads);
    } else {
        looked->tables = tables_of(study, nullptr, threads);
    }
    return looked;
}

} // namespace rodtrad::study
