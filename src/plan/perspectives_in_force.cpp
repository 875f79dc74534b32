#include "plan/perspectives_in_force.hpp"

#include <algorithm>

namespace rodtrad::plan {

namespace {

std::vector<domain::Perspective> standing(Records<domain::Perspective> all) {
    std::vector<domain::Perspective> perspectives;
    for (auto const* perspective : all)
        if (!perspective->is_ended) perspectives.push_back(*perspective);
    std::ranges::stable_sort(perspectives, {}, &domain::Perspective::position);
    return perspectives;
}

domain::Perspective balanced(int position, std::string_view name, std::string_view name_en, std::string_view about) {
    domain::Perspective perspective;
    perspective.name = name;
    perspective.name_en = name_en;
    perspective.about = about;
    perspective.position = position;
    return perspective;
}

} // namespace

std::vector<domain::Perspective> balanced_perspectives() {
    return {balanced(0, "Den vi finns till för", "Those we are here for", "hur de upplever verksamheten"),
            balanced(1, "Medarbetare och utveckling", "Employees and development", "kompetens, hälsa och ledarskap"),
            balanced(2, "Verksamhet och processer", "Operations and processes", "hur arbetet fungerar och utvecklas"),
            balanced(3, "Uppdrag och ekonomi", "Mission and economy", "kostnader, budget och förutsättningar")};
}

std::optional<study::UnitIndex> source_of_perspectives(Plan const& plan, study::Dataset const& data,
                                                       study::UnitIndex unit) {
    for (std::optional<study::UnitIndex> step = unit; step; step = data.units[*step].parent)
        if (!standing(plan.perspectives_of(data.units[*step].unit.code)).empty()) return step;
    return {};
}

std::vector<domain::Perspective> perspectives_in_force(Plan const& plan, study::Dataset const& data,
                                                       study::UnitIndex unit) {
    auto const source = source_of_perspectives(plan, data, unit);
    return source ? standing(plan.perspectives_of(data.units[*source].unit.code)) : balanced_perspectives();
}

} // namespace rodtrad::plan
