#include "steering/known_unit.hpp"

namespace rodtrad::steering {

study::UnitIndex known_unit(Work const& work, std::string_view field, std::string_view code) {
    auto const unit = work.data().find_unit(code);
    if (!unit)
        throw Refused{std::string{field},
                      base::message("There is no unit {0}. Choose one of those there are."),
                      {std::string{code}}};
    return *unit;
}

} // namespace rodtrad::steering
