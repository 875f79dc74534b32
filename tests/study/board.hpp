#pragma once

#include "study/dataset_builder.hpp"
#include "study/follow_up.hpp"
#include "study/roll_up.hpp"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace rodtrad::study::test {

// A small organisation with figures, written down as a person would tell it, and made into a Dataset.
class Board {
public:
    Board& unit(std::string code, std::optional<std::string> parent = {}, std::string operation = "skola",
                domain::UnitKind kind = domain::UnitKind::unit);
    Board& closes(std::string_view code, std::chrono::year_month_day last);
    domain::Measure& measure(std::string const& code, domain::Polarity polarity = domain::Direction::higher_is_better);
    Board& figure(std::string const& measure, std::string const& unit, std::string_view period, domain::Outcome outcome,
                  std::string const& group = "T");
    // x of n, × the measure's multiplier as it is now.
    Board& share(std::string const& measure, std::string const& unit, std::string_view period, double x, double n,
                 std::string const& group = "T");
    // One figure a year (or a month, from "2020-01") from `first` on.
    Board& series(std::string const& measure, std::string const& unit, std::string_view first,
                  std::vector<double> const& values, std::string const& group = "T");
    Board& target(domain::Target target);
    Board& peers(domain::PeerGroup group);
    Board& group(std::string code, domain::GroupKind kind);

    Dataset dataset() const;

private:
    struct Figure {
        std::string unit;
        std::string group;
        domain::Period period;
        domain::Outcome outcome;
    };
    std::vector<std::pair<domain::UnitId, domain::Unit>> m_units;
    std::map<std::string, domain::Measure> m_measures;
    std::map<std::string, std::vector<Figure>> m_figures;
    std::vector<domain::Target> m_targets;
    std::vector<domain::PeerGroup> m_peers;
    std::vector<domain::Group> m_groups{{"T", "totalt", "", domain::GroupKind::total},
                                        {"K", "kvinnor", "", domain::GroupKind::sex},
                                        {"M", "män", "", domain::GroupKind::sex}};
};

// Marsaglia's xorshift64*: the same figures on every machine.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : m_state{seed * 2685821657736338717ULL + 1442695040888963407ULL} {}
    double uniform();                      // 0 … 1, both excluded
    double normal();                       // mean 0, deviation 1
    double events(double n, double share); // binomial

private:
    std::uint64_t m_state;
};

Card const* find_card(FollowUp const& list, Dataset const& data, std::string_view measure, std::string_view unit);
Finding const* find_finding(Card const& card, FindingKind kind, std::string_view group, Dataset const& data);

// Everything in the list, to the last digit.
std::string written(FollowUp const& list);

} // namespace rodtrad::study::test
