#include "study/quiet_boards.hpp"

#include <string>
#include <utility>

namespace rodtrad::study::test {

Board quiet_schools(std::uint64_t seed, std::size_t schools) {
    Board board;
    Chance chance{seed};
    auto& measure = board.measure("behöriga");
    measure.kind = domain::ValueKind::proportion;
    measure.multiplier = 100;
    measure.people = "elever";
    for (std::size_t s = 0; s < schools; ++s) {
        auto const code = "skola " + std::to_string(100 + s);
        board.unit(code);
        for (std::size_t t = 0; t < years; ++t) {
            auto const year = std::to_string(2015 + t);
            auto const women = chance.events(100, 0.8);
            auto const men = chance.events(100, 0.8);
            board.share("behöriga", code, year, women, 100, "K").share("behöriga", code, year, men, 100, "M");
            board.share("behöriga", code, year, women + men, 200);
        }
    }
    return board;
}

std::vector<double> quiet(Chance& chance, std::size_t points, double level) {
    std::vector<double> values;
    for (std::size_t t = 0; t < points; ++t) values.push_back(level + chance.normal());
    return values;
}

std::vector<double> with_step(std::vector<double> values, std::size_t last, double size) {
    for (auto i = values.size() - last; i < values.size(); ++i) values[i] += size;
    return values;
}

Board quiet_units(std::uint64_t seed, domain::Polarity polarity, std::size_t units) {
    Board board;
    Chance chance{seed};
    board.measure("väntetid", polarity);
    for (std::size_t u = 0; u < units; ++u) {
        auto const code = "enhet " + std::to_string(100 + u);
        board.unit(code).series("väntetid", code, "2015", quiet(chance));
    }
    return board;
}

std::optional<Seen> seen(Board const& board, std::string_view measure, std::string_view unit, FindingKind kind,
                         std::string_view group) {
    auto const data = board.dataset();
    auto const list = follow_up(data, {});
    auto const* card = find_card(list, data, measure, unit);
    auto const* finding = card == nullptr ? nullptr : find_finding(*card, kind, group, data);
    if (finding == nullptr) return {};
    return Seen{card->tier, *finding};
}

} // namespace rodtrad::study::test
