#include "demo/calendar.hpp"

#include <array>

namespace rodtrad::demo {

using domain::Period;
using domain::Periodicity;

std::vector<Period> periods_of(Periodicity periodicity) {
    auto const range = [&](Period last, int count) {
        std::vector<Period> periods;
        for (int step = 1 - count; step <= 0; ++step) periods.push_back(last.plus(step));
        return periods;
    };
    switch (periodicity) {
    case Periodicity::year:
        return range(Period::make(periodicity, 2025), 8);
    case Periodicity::half_year:
        return range(Period::make(periodicity, 2026, 1), 12);
    case Periodicity::tertial:
        return range(Period::make(periodicity, 2026, 2), 18);
    case Periodicity::quarter:
        return range(Period::make(periodicity, 2026, 3), 12);
    case Periodicity::month:
        return range(Period::make(periodicity, 2026, 10), 36);
    }
    return {};
}

double season_in(Season season, Period period) {
    using Year = std::array<double, 12>;
    constexpr Year winter{0.7, 1.0, 0.6, 0.1, -0.2, -0.6, -1.0, -0.6, -0.2, 0.1, 0.2, 0.3};
    constexpr Year energy{1.0, 0.9, 0.6, 0.1, -0.4, -0.8, -1.0, -0.9, -0.5, 0.0, 0.5, 0.8};
    constexpr Year holidays{0.3, 0.5, 0.4, 0.1, 0.0, -0.4, -1.0, -0.2, 0.3, 0.5, 0.4, -0.6};
    if (period.periodicity() != Periodicity::month) return 0;
    auto const month = static_cast<std::size_t>(period.part() - 1);
    switch (season) {
    case Season::none:
        return 0;
    case Season::winter:
    case Season::school:
        return winter[month];
    case Season::energy:
        return energy[month];
    case Season::holidays:
        return holidays[month];
    }
    return 0;
}

bool is_open(Season season, Period period) {
    constexpr int july = 7;
    return season != Season::school || period.periodicity() != Periodicity::month || period.part() != july;
}

} // namespace rodtrad::demo
