#include "steering/perspectives.hpp"

#include "base/text.hpp"
#include "plan/perspectives_in_force.hpp"
#include "steering/known_unit.hpp"
#include "steering/written_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace rodtrad::steering {

namespace {

using domain::Perspective;
using domain::PerspectiveId;

// Ending what cards stand on would leave them without it.
void refuse_where_used(Work const& work, Perspective const& perspective, std::string field) {
    for (auto const& card : work.tables().scorecards) {
        if (card.state == domain::ScorecardState::retired) continue;
        for (auto const& row : card.rows) {
            auto const* factor = work.tables().factors.find(row.factor);
            if (factor != nullptr && factor->perspective == perspective.id)
                throw Refused{std::move(field),
                              base::message("{0} has success factors on the scorecard {1}: take them off it first."),
                              {perspective.name, card.name}};
        }
    }
}

std::vector<Perspective const*> own_perspectives(Work const& work, std::string_view unit) {
    std::vector<Perspective const*> own;
    for (auto const& perspective : work.tables().perspectives)
        if (perspective.unit == unit && !perspective.is_ended) own.push_back(&perspective);
    return own;
}

} // namespace

void set_perspectives(Work& work, std::string const& unit, std::vector<PerspectiveText> const& texts) {
    work.require(plan::Right::define, unit);
    known_unit(work, "unit", unit);
    std::vector<Perspective> perspectives;
    std::set<std::string> names;
    int position = 0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto const& text = texts[i];
        auto const field = [i](std::string_view name) { return fmt::format("{}.{}", name, i); };
        auto const* known = work.tables().perspectives.find(text.id);
        bool const is_own = known != nullptr && known->unit == unit;
        if (text.is_ended) {
            if (!is_own) continue;
            refuse_where_used(work, *known, field("name"));
            perspectives.push_back(*known);
            perspectives.back().is_ended = true;
            continue;
        }
        bool const is_unused_line = text.id.value() == 0 && base::trimmed(text.name).empty() &&
                                    base::trimmed(text.about).empty() && base::trimmed(text.name_en).empty();
        if (is_unused_line) continue;
        auto perspective = is_own ? *known : Perspective{};
        perspective.unit = unit;
        perspective.name = written_line(field("name"), text.name, Empty::is_refused);
        perspective.name_en = written_line(field("name_en"), text.name_en, Empty::is_fine);
        perspective.about = written_line(field("about"), text.about, Empty::is_fine);
        perspective.position = position++;
        perspective.is_ended = false;
        if (!names.insert(base::lower(perspective.name)).second)
            throw Refused{
                field("name"), base::message("There are two perspectives with the name {0}."), {perspective.name}};
        perspectives.push_back(std::move(perspective));
    }
    if (names.empty()) throw Refused{{}, base::message("At least one perspective has to be left.")};
    for (auto& perspective : perspectives) work.put(std::move(perspective), "perspective.set");
}

void drop_own_perspectives(Work& work, std::string const& unit) {
    work.require(plan::Right::define, unit);
    for (auto const* perspective : own_perspectives(work, unit)) {
        refuse_where_used(work, *perspective, {});
        auto ended = *perspective;
        ended.is_ended = true;
        work.put(std::move(ended), "perspective.end");
    }
}

void settle_perspectives(Work& work, std::string const& unit) {
    auto top = known_unit(work, "unit", unit);
    bool has_any = false;
    for (std::optional<study::UnitIndex> step = top; step; step = work.data().units[*step].parent) {
        has_any = has_any || !own_perspectives(work, work.data().units[*step].unit.code).empty();
        top = *step;
    }
    if (has_any) return;
    for (auto perspective : plan::balanced_perspectives()) {
        perspective.unit = work.data().units[top].unit.code;
        work.put(std::move(perspective), "perspective.settle");
    }
}

} // namespace rodtrad::steering
