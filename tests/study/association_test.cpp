#include "study/association.hpp"
#include "study/board.hpp"

#include <doctest/doctest.h>

namespace rodtrad::study {
namespace {

using test::Board;
using test::Chance;

// Schools whose habit in one term is worth `worth` in the result of the next, and nothing in another result.
struct Habits {
    int schools = 30;
    int terms = 8;
    double worth = 2;
    double worth_at_last = 2; // in the last term
    std::uint64_t seed = 1;

    Board board() const {
        Chance chance{seed};
        Board board;
        for (auto const* code : {"vana", "resultat", "annat"})
            board.measure(code).periodicity = domain::Periodicity::half_year;
        for (int school = 0; school < schools; ++school) {
            auto const code = "s" + std::to_string(100 + school);
            board.unit(code);
            std::vector<double> habit;
            std::vector<double> result;
            std::vector<double> other;
            for (int term = 0; term < terms; ++term) {
                habit.push_back(chance.normal());
                auto const part = term + 1 == terms ? worth_at_last : worth;
                result.push_back(school + (term > 0 ? part * habit[static_cast<std::size_t>(term) - 1] : 0) +
                                 0.5 * chance.normal());
                other.push_back(chance.normal());
            }
            board.series("vana", code, "2020H1", habit);
            board.series("resultat", code, "2020H1", result);
            board.series("annat", code, "2020H1", other);
        }
        return board;
    }
    static AssociationRequest request(Dataset const& data) {
        AssociationRequest asked;
        asked.behaviours = {data.find_measure("vana").value()};
        asked.results = {data.find_measure("resultat").value(), data.find_measure("annat").value()};
        for (std::size_t unit = 0; unit < data.units.size(); ++unit) asked.units.push_back(UnitIndex{unit});
        asked.group = data.find_group("T").value();
        return asked;
    }
    Associations answer() const {
        auto const data = board().dataset();
        return associations(data, request(data));
    }
};

TEST_CASE("a habit that goes before a result is shown, with how much its usual variation is worth") {
    auto const found = Habits{}.answer();
    CHECK(found.tested.size() == 4); // two results, one and two terms later
    REQUIRE(found.shown.size() == 1);
    auto const& shown = found.shown.front();
    CHECK(shown.lag == 1);
    CHECK(shown.slope == doctest::Approx(2).epsilon(0.1));
    CHECK(shown.usual == doctest::Approx(1).epsilon(0.15));
    CHECK(shown.effect == doctest::Approx(shown.slope * shown.usual));
    CHECK(shown.judgement == Judgement::better);
    CHECK(shown.units == 30);
    CHECK(shown.periods == 7); // eight terms, of which the last is kept for later
    CHECK(shown.last == domain::Period::from_text("2023H2").value());
    CHECK(shown.holds_later());
    REQUIRE(shown.of_changes);
    CHECK(shown.of_changes->rho > 0.5);
}

TEST_CASE("where the last period says otherwise, nothing is shown") {
    auto const found = Habits{.worth_at_last = -2}.answer();
    CHECK(found.shown.empty());
    CHECK(found.tested.front().q < 0.001);
    CHECK_FALSE(found.tested.front().holds_later());
}

TEST_CASE("fewer than twenty units or four periods are too little") {
    CHECK(Habits{.schools = 19}.answer().too_little == 4);
    CHECK(Habits{.terms = 4}.answer().too_little == 4);
    CHECK(Habits{.terms = 5}.answer().tested.size() == 4);
}

TEST_CASE("figures with fewer than five answers behind them drop out") {
    Habits const habits{};
    auto board = habits.board();
    for (int school = 0; school < 15; ++school)
        for (auto const* term : {"2020H1", "2020H2", "2021H1", "2021H2", "2022H1", "2022H2", "2023H1", "2023H2"})
            board.share("vana", "s" + std::to_string(100 + school), term, 1, 4);
    auto const data = board.dataset();
    CHECK(associations(data, Habits::request(data)).too_little == 4);
}

TEST_CASE("a pulse every month is laid beside a result every term, and a habit asked for once a year is not") {
    Chance chance{3};
    Board board;
    board.measure("vana").periodicity = domain::Periodicity::month;
    board.measure("resultat").periodicity = domain::Periodicity::half_year;
    board.measure("årsvis").periodicity = domain::Periodicity::year;
    for (int school = 0; school < 25; ++school) {
        auto const code = "s" + std::to_string(100 + school);
        board.unit(code);
        std::vector<double> months;
        std::vector<double> terms;
        for (int term = 0; term < 8; ++term) {
            auto const habit = chance.normal();
            for (int month = 0; month < 6; ++month) months.push_back(habit + chance.normal());
            terms.push_back(school + 2 * habit + 0.5 * chance.normal());
        }
        board.series("vana", code, "2019-07", months); // half a year before the first result
        board.series("resultat", code, "2020H1", terms);
        board.series("årsvis", code, "2019", {1, 2, 3, 4, chance.normal()});
    }
    auto const data = board.dataset();
    AssociationRequest asked;
    asked.behaviours = {data.find_measure("vana").value(), data.find_measure("årsvis").value()};
    asked.results = {data.find_measure("resultat").value()};
    for (std::size_t unit = 0; unit < data.units.size(); ++unit) asked.units.push_back(UnitIndex{unit});
    asked.group = data.find_group("T").value();
    auto const found = associations(data, asked);
    REQUIRE(found.shown.size() == 1);
    CHECK(found.shown.front().lag == 1);
    CHECK(found.shown.front().periods == 8); // seven results, and the term before the first
    CHECK(found.too_little == 2);
}

TEST_CASE("where habits are worth nothing, next to nothing is shown") {
    std::size_t shown = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
        shown += Habits{.worth = 0, .worth_at_last = 0, .seed = seed}.answer().shown.size();
    CHECK(shown <= 3); // of 80 asked
}

TEST_CASE("what has no figures at all is too little, and no error") {
    Board board;
    board.unit("a").measure("vana");
    board.measure("resultat");
    board.measure("annat");
    auto const data = board.dataset();
    CHECK(associations(data, Habits::request(data)).too_little == 4);
}

} // namespace
} // namespace rodtrad::study
