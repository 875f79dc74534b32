#include "study/board.hpp"
#include "study/targets_in_force.hpp"

#include <doctest/doctest.h>

namespace rodtrad::study {
namespace {

using test::Board;

domain::Period period(std::string_view text) { return domain::Period::from_text(text).value(); }

domain::Target target(std::string unit, std::string_view from, double value, bool is_inherited = true,
                      std::string group = "T") {
    return {"m", std::move(unit), std::move(group), period(from), {}, value, {}, is_inherited};
}

struct Aims {
    explicit Aims(std::vector<domain::Target> targets) {
        Board board;
        board.unit("nämnd").unit("förvaltning", "nämnd").unit("skola", "förvaltning").measure("m");
        for (auto& one : targets) board.target(std::move(one));
        data = board.dataset();
    }
    std::optional<double> at(std::string_view unit, std::string_view when, std::string_view group = "T") const {
        TargetsInForce const targets{data.measures[MeasureIndex{0}], data};
        auto const* found = targets.find(data.find_unit(unit).value(), data.find_group(group).value(), period(when));
        CHECK(target_in_force(data.measures[MeasureIndex{0}], data, data.find_unit(unit).value(),
                              data.find_group(group).value(), period(when)) == found);
        return found == nullptr ? std::nullopt : found->target;
    }
    Dataset data;
};

TEST_CASE("a target holds from its period until a later one") {
    Aims const aims{{target("skola", "2022", 80), target("skola", "2024", 90)}};
    CHECK_FALSE(aims.at("skola", "2021"));
    CHECK(aims.at("skola", "2022") == 80);
    CHECK(aims.at("skola", "2023") == 80);
    CHECK(aims.at("skola", "2025") == 90);
}

TEST_CASE("a year's target holds for its months") {
    Aims const aims{{target("skola", "2024", 80)}};
    CHECK(aims.at("skola", "2024-01") == 80);
    CHECK_FALSE(aims.at("skola", "2023-12"));
}

TEST_CASE("a unit without a target of its own has that of the nearest unit above that passes it on") {
    Aims const aims{{target("nämnd", "2022", 70), target("förvaltning", "2022", 75, false)}};
    CHECK(aims.at("förvaltning", "2022") == 75);
    CHECK(aims.at("skola", "2022") == 70);
}

TEST_CASE("a unit with a target of its own does not fall back on one from above before it begins") {
    Aims const aims{{target("nämnd", "2020", 70), target("skola", "2024", 90)}};
    CHECK_FALSE(aims.at("skola", "2022"));
    CHECK(aims.at("skola", "2024") == 90);
}

TEST_CASE("women's target is women's") {
    Aims const aims{{target("nämnd", "2022", 70, true, "K")}};
    CHECK(aims.at("skola", "2022", "K") == 70);
    CHECK_FALSE(aims.at("skola", "2022", "T"));
}

} // namespace
} // namespace rodtrad::study
