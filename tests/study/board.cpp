#include "study/board.hpp"

#include <fmt/format.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

namespace rodtrad::study::test {

Board& Board::unit(std::string code, std::optional<std::string> parent, std::string operation, domain::UnitKind kind) {
    domain::Unit unit;
    unit.name = code;
    unit.code = std::move(code);
    unit.parent = std::move(parent);
    unit.operation = std::move(operation);
    unit.kind = kind;
    m_units.emplace_back(domain::UnitId{static_cast<std::int64_t>(m_units.size()) + 1}, std::move(unit));
    return *this;
}

Board& Board::closes(std::string_view code, std::chrono::year_month_day last) {
    for (auto& [id, unit] : m_units)
        if (unit.code == code) unit.valid_to = last;
    return *this;
}

domain::Measure& Board::measure(std::string const& code, domain::Polarity polarity) {
    auto& measure = m_measures[code];
    measure.code = code;
    measure.polarity = polarity;
    return measure;
}

Board& Board::figure(std::string const& measure, std::string const& unit, std::string_view period,
                     domain::Outcome outcome, std::string const& group) {
    m_figures[measure].push_back({unit, group, domain::Period::from_text(period).value(), outcome});
    return *this;
}

Board& Board::share(std::string const& measure, std::string const& unit, std::string_view period, double x, double n,
                    std::string const& group) {
    auto const value = m_measures.at(measure).multiplier * x / n;
    return figure(measure, unit, period, domain::Measured{value, domain::Counts{x, n}, false}, group);
}

Board& Board::series(std::string const& measure, std::string const& unit, std::string_view first,
                     std::vector<double> const& values, std::string const& group) {
    auto const start = domain::Period::from_text(first).value();
    for (std::size_t i = 0; i < values.size(); ++i)
        m_figures[measure].push_back(
            {unit, group, start.plus(static_cast<int>(i)), domain::Measured{values[i], {}, false}});
    return *this;
}

Board& Board::target(domain::Target target) {
    m_targets.push_back(std::move(target));
    return *this;
}

Board& Board::peers(domain::PeerGroup group) {
    m_peers.push_back(std::move(group));
    return *this;
}

Board& Board::group(std::string code, domain::GroupKind kind) {
    m_groups.push_back({code, code, "", kind});
    return *this;
}

Dataset Board::dataset() const {
    Dataset data;
    data.units = in_tree_order(m_units);
    for (auto const& group : m_groups) data.groups.push_back(group);
    for (auto const& [code, measure] : m_measures) {
        MeasureData of_measure;
        of_measure.measure = measure;
        CubeBuilder builder{data.units.size(), measure.periodicity};
        if (auto const figures = m_figures.find(code); figures != m_figures.end())
            for (auto const& figure : figures->second)
                if (!builder.add(data.find_unit(figure.unit).value(), data.find_group(figure.group).value(),
                                 figure.period, figure.outcome))
                    throw std::logic_error("a test mixes periodicities");
        of_measure.cube = builder.build();
        for (auto const& target : m_targets)
            if (target.measure == code) of_measure.targets.push_back(target);
        data.measures.push_back(rolled_up(of_measure, data.units));
    }
    data.peer_groups = resolved(m_peers, data.units);
    return data;
}

double Chance::uniform() {
    m_state ^= m_state >> 12;
    m_state ^= m_state << 25;
    m_state ^= m_state >> 27;
    auto const bits = (m_state * 2685821657736338717ULL) >> 11;
    return (static_cast<double>(bits) + 0.5) / 9007199254740992.0;
}

double Chance::normal() { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()); }

double Chance::events(double n, double share) {
    double result = 0;
    for (double i = 0; i < n; ++i) result += uniform() < share ? 1 : 0;
    return result;
}

Card const* find_card(FollowUp const& list, Dataset const& data, std::string_view measure, std::string_view unit) {
    for (auto const& card : list.cards)
        if (data.measures[card.measure].measure.code == measure && data.units[card.unit].unit.code == unit)
            return &card;
    return nullptr;
}

Finding const* find_finding(Card const& card, FindingKind kind, std::string_view group, Dataset const& data) {
    for (auto const& finding : card.findings)
        if (finding.kind == kind && data.groups[finding.group].code == group) return &finding;
    return nullptr;
}

std::string written(FollowUp const& list) {
    std::string text;
    auto const number = [](std::optional<double> value) { return value ? fmt::format("{:a}", *value) : "-"; };
    auto const write = [&](Finding const& f) {
        text += fmt::format("  {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {}\n", static_cast<int>(f.kind),
                            static_cast<int>(f.judgement), static_cast<int>(f.certainty), f.unit.value(),
                            f.group.value(), f.period.text(), number(f.value), number(f.reference), number(f.effect),
                            number(f.people), number(f.p), number(f.q), f.n, f.since ? f.since->text() : "-",
                            number(f.low), number(f.high), f.rank, number(f.min_effect), f.is_tested_against_all);
    };
    for (auto const& card : list.cards) {
        text += fmt::format("{} {:a} {} {} {}\n", static_cast<int>(card.tier), card.priority, card.measure.value(),
                            card.unit.value(), card.folded);
        for (auto const& finding : card.findings) write(finding);
    }
    text += "nearly\n";
    for (auto const& finding : list.nearly) write(finding);
    return text + fmt::format("{} {} {} {}\n", list.series_checked, list.series_too_short, list.series_not_current,
                              list.confirmed);
}

} // namespace rodtrad::study::test
