#include "study/looked_at.hpp"

#include "study/lenses/lenses.hpp"
#include "study/settling.hpp"

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

Evidence evidence_of(MeasureStudy const& study) {
    Evidence evidence{study};
    look_for_missed_targets(study, evidence);
    look_for_changes(study, evidence);
    look_for_comparisons(study, evidence);
    look_for_unexpected(study, evidence);
    look_for_gaps(study, evidence);
    look_for_spread(study, evidence);
    evidence.settle();
    return evidence;
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

std::shared_ptr<LookedAt const> look_at(Dataset const& data, std::shared_ptr<Frame const> const& frame,
                                        MeasureIndex measure, std::optional<domain::Period> as_of,
                                        std::shared_ptr<LookedAt const> const& before) {
    auto conditions = conditions_of(data, measure);
    auto const is_as_before = before && before->frame == frame && before->as_of == as_of &&
                              before->conditions == conditions && is_same(before->data, data.measures[measure]);
    if (is_as_before) return before;

    auto looked = std::make_shared<LookedAt>();
    looked->frame = frame;
    looked->data = data.measures[measure];
    looked->conditions = std::move(conditions);
    looked->as_of = as_of;
    if (!looked->data.cube) return looked;

    MeasureStudy const study{data, *frame, measure, as_of};
    looked->evidence = evidence_of(study);
    looked->newest = study.newest();
    looked->min_effect = study.min_effect();
    count_series(study, *looked);
    if (before && before->frame == frame && before->data.cube) {
        TablesBefore const known{before->tables, before->data};
        looked->tables = tables_of(study, &known);
    } else {
        looked->tables = tables_of(study, nullptr);
    }
    return looked;
}

} // namespace rodtrad::study
