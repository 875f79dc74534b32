#include "demo/figures.hpp"

#include "demo/calendar.hpp"
#include "demo/random.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

namespace rodtrad::demo {

namespace {

using domain::Period;

// People who are drawn together: of one sex and one age.
struct Cell {
    std::string_view sex;
    std::string_view age; // empty where ages are not told apart
    double share = 1;     // of the unit's people
};

constexpr int fewest_to_show = 5;       // employees of a sex, before their figures are handed in
constexpr double share_missing = 0.005; // figures that never came
constexpr double farthest = 2.2;        // times `between` that a unit stands from the level
constexpr double usual_staff = 30;      // the size that a measure of employees states its noise for
constexpr double women_among_elderly = 0.6;

bool is_elderly_care(std::string_view operation) {
    return operation == "hemtjänst" || operation == "särskilt boende" || operation == "boendeförvaltning";
}

std::vector<Cell> cells_of(MeasureModel const& model, std::string_view operation, double women_of_staff) {
    auto const is_about_staff = model.base == Base::staff || model.base == Base::all_staff;
    auto const women_of_users = is_elderly_care(operation) ? women_among_elderly : 0.5;
    auto const women = is_about_staff ? women_of_staff : women_of_users;
    if (model.groups == Groups::everyone) return {{domain::total_group, {}, 1}};
    if (model.groups == Groups::sexes) return {{domain::women_group, {}, women}, {domain::men_group, {}, 1 - women}};
    std::vector<Cell> cells;
    auto const ages = operation == "sfi" ? std::vector<Cell>{{{}, "A20", 0.4}, {{}, "A30", 0.35}, {{}, "A40", 0.25}}
                                         : std::vector<Cell>{{{}, "A65", 0.35}, {{}, "A80", 0.65}};
    for (auto const& age : ages) {
        cells.push_back({domain::women_group, age.age, women * age.share});
        cells.push_back({domain::men_group, age.age, (1 - women) * age.share});
    }
    return cells;
}

// Sums of a period's cells, by the groups they belong to: everyone first.
class Sums {
public:
    void add(Cell const& cell, domain::Counts counts) {
        add_to(domain::total_group, counts);
        if (cell.sex != domain::total_group) add_to(cell.sex, counts);
        if (!cell.age.empty()) add_to(cell.age, counts);
    }
    struct Sum {
        std::string_view group;
        domain::Counts counts;
    };
    std::vector<Sum> const& all() const { return m_sums; }

private:
    void add_to(std::string_view group, domain::Counts counts) {
        auto sum = std::ranges::find(m_sums, group, &Sum::group);
        if (sum == m_sums.end()) sum = m_sums.insert(sum, {group, {}});
        sum->counts.numerator += counts.numerator;
        sum->counts.denominator += counts.denominator;
    }
    std::vector<Sum> m_sums;
};

// Amounts are kept to what a source system would keep.
double as_kept(double amount) { return std::abs(amount) >= 100 ? std::round(amount) : std::round(amount * 10) / 10; }

double rounded(double value, int decimals) {
    auto const scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

bool is_valid(domain::Unit const& unit, Period period) {
    auto const month_of = [](std::chrono::year_month_day day) {
        return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) - 1;
    };
    auto const months = 12 / domain::periods_per_year(period.periodicity());
    auto const first = period.year() * 12 + (period.part() - 1) * months;
    if (unit.valid_from && first < month_of(*unit.valid_from)) return false;
    return !unit.valid_to || first + months - 1 <= month_of(*unit.valid_to);
}

// One unit's figures of one measure.
class Reporter {
public:
    Reporter(MeasureModel const& model, Place const& place, double size, double women, std::vector<Shift> shifts,
             std::uint64_t seed)
        : m_model{model}, m_place{place}, m_size{size}, m_women{women}, m_shifts{std::move(shifts)}, m_seed{seed},
          m_chance{seed, fmt::format("{}/{}", model.code, place.unit.code)} {
        auto distance = m_chance.normal();
        while (std::abs(distance) > farthest) distance = m_chance.normal();
        m_level = model.truth + model.between * distance;
    }

    void report(std::vector<Figure>& to) {
        for (auto const period : periods_of(m_model.periodicity)) {
            if (!is_valid(m_place.unit, period)) continue;
            auto const is_lost = m_chance.uniform() < share_missing;
            if (!is_asked() || !is_open(m_model.season, period)) {
                add(to, domain::total_group, period, domain::NotApplicable{});
            } else if (m_model.draw == Draw::number) {
                auto const value = truth({}, period) + m_model.noise * noise(period, 1);
                add(to, domain::total_group, period, domain::Measured{rounded(value, m_model.decimals), {}, false});
            } else {
                report_counts(to, period, is_lost && m_shifts.empty());
            }
        }
    }

private:
    bool is_asked() const { return !m_model.is_senior_level || m_place.has_senior_level; }

    void report_counts(std::vector<Figure>& to, Period period, bool is_lost) {
        Sums sums;
        for (auto const& cell : cells_of(m_model, m_place.unit.operation, m_women)) sums.add(cell, drawn(cell, period));
        for (auto const& sum : sums.all()) {
            if (is_lost) {
                add(to, sum.group, period, domain::Missing{});
            } else if (sum.group != domain::total_group && is_too_few()) {
                add(to, sum.group, period, domain::Confidential{});
            } else {
                auto const value = m_model.multiplier * sum.counts.numerator / sum.counts.denominator;
                add(to, sum.group, period, domain::Measured{rounded(value, 4), sum.counts, false});
            }
        }
    }

    // Women and men are both kept back, or one could be had by subtraction.
    bool is_too_few() const {
        return m_model.base == Base::staff &&
               m_place.staff * std::min(m_place.women, 1 - m_place.women) < fewest_to_show;
    }

    double truth(Cell const& cell, Period period) const {
        auto level = m_level + m_model.swing * season_in(m_model.season, period);
        for (auto const& shift : m_shifts)
            if (applies(shift, period) &&
                (shift.group == domain::total_group || shift.group == cell.sex || shift.group == cell.age))
                level += shift.by;
        return level;
    }

    static bool applies(Shift const& shift, Period period) {
        return (!shift.from || *shift.from <= period) && (!shift.until || period <= *shift.until);
    }

    // Of `share` of the unit's people, in deviations. What is in common weighs as little in a part of them that it does
    // not weigh more than it should in all.
    double noise(Period period, double share) {
        auto const own = m_chance.normal();
        auto const is_told = [&](Shift const& shift) {
            return shift.noise == Shift::Noise::none && applies(shift, period);
        };
        if (std::ranges::any_of(m_shifts, is_told)) return 0;
        if (m_model.in_common == 0) return own;
        Random shared{m_seed, fmt::format("{}/{}/{}", m_model.area, m_place.unit.code, period.text())};
        auto const is_turned = m_model.polarity == domain::Polarity{domain::Direction::lower_is_better};
        return std::sqrt(1 - m_model.in_common) * own +
               (is_turned ? -1 : 1) * std::sqrt(m_model.in_common * share) * shared.normal();
    }

    domain::Counts drawn(Cell const& cell, Period period) {
        auto const wobble = 1 + 0.03 * (2 * m_chance.uniform() - 1);
        auto const n = std::max(1.0, std::round(m_size * cell.share * wobble));
        auto const level = truth(cell, period) / m_model.multiplier;
        switch (m_model.draw) {
        case Draw::people:
            return {static_cast<double>(m_chance.binomial(static_cast<int>(n), std::clamp(level, 0.01, 0.99))), n};
        case Draw::events:
            return {static_cast<double>(m_chance.poisson(std::max(0.0, level) * n)), n};
        case Draw::amount:
        case Draw::number:
            break;
        }
        auto const usual = m_model.base == Base::staff ? m_model.size * usual_staff : m_size;
        auto const error = m_model.noise / m_model.multiplier * std::sqrt(usual / n) * noise(period, cell.share);
        return {as_kept((level + error) * n), n};
    }

    void add(std::vector<Figure>& to, std::string_view group, Period period, domain::Outcome outcome) const {
        to.push_back({m_model.code, m_place.unit.code, group, period, outcome});
    }

    MeasureModel const& m_model;
    Place const& m_place;
    double m_size;
    double m_women;
    std::vector<Shift> m_shifts;
    std::uint64_t m_seed;
    Random m_chance;
    double m_level = 0;
};

bool is_named(std::string_view list, std::string_view name) {
    while (!name.empty() && !list.empty()) {
        auto const comma = list.find(',');
        if (list.substr(0, comma) == name) return true;
        list.remove_prefix(comma == std::string_view::npos ? list.size() : comma + 1);
    }
    return false;
}

bool reports(Place const& place, MeasureModel const& model) {
    if (model.reporters.empty()) return place.staff > 0;
    return is_named(model.reporters, place.unit.operation) || is_named(model.reporters, place.unit.code);
}

// The tree, asked from below.
class Tree {
public:
    explicit Tree(std::vector<Place> const& places) : m_places{places} {}

    bool is_below(Place const& place, std::string_view ancestor) const {
        for (auto const* at = &place;; at = &parent(*at)) {
            if (at->unit.code == ancestor) return true;
            if (!at->unit.parent) return false;
        }
    }

    // Employees of a whole branch, and the women among them.
    std::pair<double, double> staff_below(std::string_view code) const {
        double staff = 0;
        double women = 0;
        for (auto const& place : m_places) {
            if (place.staff == 0 || !is_below(place, code)) continue;
            staff += place.staff;
            women += place.staff * place.women;
        }
        return {staff, women};
    }

private:
    Place const& parent(Place const& place) const {
        return *std::ranges::find(m_places, *place.unit.parent, [](Place const& other) { return other.unit.code; });
    }
    std::vector<Place> const& m_places;
};

} // namespace

std::vector<domain::Group> groups() {
    using domain::GroupKind;
    return {{"T", "totalt", "total", GroupKind::total},
            {"K", "kvinnor", "women", GroupKind::sex},
            {"M", "män", "men", GroupKind::sex},
            {"A20", "20–29 år", "20–29 years", GroupKind::age},
            {"A30", "30–39 år", "30–39 years", GroupKind::age},
            {"A40", "40 år och äldre", "40 years and over", GroupKind::age},
            {"A65", "65–79 år", "65–79 years", GroupKind::age},
            {"A80", "80 år och äldre", "80 years and over", GroupKind::age}};
}

std::vector<Figure> figures_of(MeasureModel const& model, std::vector<Place> const& places,
                               std::vector<Shift> const& shifts, std::uint64_t seed) {
    Tree const tree{places};
    std::vector<Figure> figures;
    for (auto const& place : places) {
        if (!reports(place, model)) continue;
        double size = model.size;
        auto women = place.women;
        if (model.base == Base::users) size *= place.users;
        if (model.base == Base::staff) size *= place.staff;
        if (model.base == Base::all_staff) {
            auto const [staff, women_among_them] = tree.staff_below(place.unit.code);
            size *= staff;
            women = women_among_them / staff;
        }
        std::vector<Shift> own;
        for (auto const& shift : shifts)
            if (shift.measure == model.code && tree.is_below(place, shift.unit)) own.push_back(shift);
        Reporter{model, place, size, women, std::move(own), seed}.report(figures);
    }
    return figures;
}

} // namespace rodtrad::demo
