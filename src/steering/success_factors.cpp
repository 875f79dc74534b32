#include "steering/success_factors.hpp"

#include "base/text.hpp"
#include "plan/valid.hpp"
#include "steering/known_unit.hpp"
#include "steering/perspectives.hpp"
#include "steering/written_text.hpp"

#include <algorithm>

namespace rodtrad::steering {

namespace {

using domain::Perspective;
using domain::SuccessFactor;

// The perspectives of the nearest unit at or above that has any, as they stand within the work.
bool holds_at(Work const& work, Perspective const& perspective, std::string_view unit) {
    auto const& data = work.data();
    for (auto step = data.find_unit(unit); step; step = data.units[*step].parent) {
        auto const& code = data.units[*step].unit.code;
        bool const has_any = std::ranges::any_of(work.tables().perspectives, [&](Perspective const& other) {
            return other.unit == code && !other.is_ended;
        });
        if (has_any) return perspective.unit == code && !perspective.is_ended;
    }
    return false;
}

void fill_in(Work const& work, SuccessFactor& factor, FactorText const& text) {
    factor.name = written_line("name", text.name, Empty::is_refused);
    factor.process = written_line("process", text.process, Empty::is_fine);
    factor.about = written_text("about", text.about, Empty::is_fine);
    auto const* perspective = work.tables().perspectives.find(text.perspective);
    if (perspective == nullptr || !holds_at(work, *perspective, factor.unit))
        throw Refused{"perspective", base::message("Choose one of the perspectives that hold here.")};
    factor.perspective = perspective->id;
    for (auto const& other : work.tables().factors) {
        bool const is_another = other.unit == factor.unit && other.id != factor.id && !other.is_ended;
        if (is_another && base::lower(other.name) == base::lower(factor.name))
            throw Refused{"name", base::message("There is a success factor with that name already.")};
    }
}

} // namespace

domain::SuccessFactorId add_factor(Work& work, std::string const& unit, FactorText const& text) {
    work.require(plan::Right::define, unit);
    known_unit(work, "unit", unit);
    SuccessFactor factor;
    factor.unit = unit;
    fill_in(work, factor, text);
    for (auto const& other : work.tables().factors)
        if (other.unit == unit && other.perspective == factor.perspective)
            factor.position = std::max(factor.position, other.position + 1);
    return work.put(std::move(factor), "factor.add");
}

void revise_factor(Work& work, domain::SuccessFactorId id, std::int64_t version_read, FactorText const& text) {
    auto factor = work.must_find<SuccessFactor>(id);
    work.require(plan::Right::define, factor.unit);
    factor = work.must_find<SuccessFactor>(id, version_read);
    fill_in(work, factor, text);
    work.put(std::move(factor), "factor.revise");
}

} // namespace rodtrad::steering
