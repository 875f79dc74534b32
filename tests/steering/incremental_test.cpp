// A snapshot of which only what was touched is read again says the same as one that is read from nothing.

#include "base/error.hpp"
#include "steering/organisation_fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <random>

using namespace rodtrad;
using namespace rodtrad::steering;
using namespace rodtrad::steering::test;

namespace {

// What may happen to an organisation, one thing after another, as chance has it; the same for the same seed.
class Life {
public:
    explicit Life(std::uint32_t seed) : m_chance{seed} {
        m_test.deliver("units.csv", units(""));
        m_test.deliver("measures.csv", "code,title,kind,multiplier,polarity,aggregation,min_effect\n"
                                       "BEH,Behöriga,proportion,100,higher,counts,1\n"
                                       "SJUK,Sjukfrånvaro,mean,1,lower,none,\n"
                                       "ELEV,Elever,count,1,neutral,sum,\n");
        for (auto const* measure : {"BEH", "SJUK", "ELEV"}) deliver_figures(measure, 2014, 2023);
    }

    Organisation& organisation() { return *m_test.organisation; }
    std::filesystem::path folder() const { return m_test.data_folder(); }

    // One step; what it came to does not matter, a refusal is as good as another.
    void live() {
        // Sometimes it is another process that brings something.
        auto const other = one_of(4) == 0 ? Organisation::open(folder()) : nullptr;
        try {
            step(other ? *other : organisation());
        } catch (base::Error const&) {
            ++m_refused;
        }
    }
    int refused() const { return m_refused; }

private:
    void step(Organisation& to) {
        auto const now = by_command_line("a test", first_day + std::chrono::hours{++m_hour});
        switch (one_of(16)) {
        case 0:
        case 1:
        case 2:
        case 3: {
            auto const year = 2013 + one_of(12);
            deliver_figures(measure(), year, year + one_of(3), &to);
            break;
        }
        case 4:
        case 5:
        case 6:
        case 7: {
            auto const all = to.deliveries();
            to.undo(all[static_cast<std::size_t>(one_of(static_cast<int>(std::min<std::size_t>(all.size(), 8))))].id,
                    now);
            break;
        }
        case 8: {
            domain::Measure measure{.code = this->measure(), .title = {}};
            if (one_of(2) == 0) measure.polarity = domain::Direction::lower_is_better;
            measure.min_effect = one_of(5);
            to.restate(measure,
                       static_cast<import::Fields>(import::MeasureField::polarity) |
                           static_cast<import::Fields>(import::MeasureField::min_effect),
                       "restate", now);
            break;
        }
        case 9:
        case 10:
            deliver(to, fmt::format("measure,unit,period,target\n{},{},{},{}\n", measure(), unit(), 2013 + one_of(12),
                                    20 + one_of(60)));
            break;
        case 11:
        case 12:
            to.mark({.measure = measure(),
                     .unit = one_of(2) == 0 ? "" : unit(),
                     .period = domain::Period::make(domain::Periodicity::year, 2014 + one_of(10)),
                     .kind = one_of(2) == 0 ? domain::MarkKind::rebase : domain::MarkKind::explanation,
                     .text = fmt::format("reason {}", one_of(3))},
                    "mark", now);
            break;
        case 13:
            to.publish(fmt::format("publication {}", m_hour), now);
            break;
        case 14:
            if (one_of(2) == 0) {
                deliver(to, units(fmt::format(" {}", one_of(3))));
            } else {
                to.save_peer_group({.code = "P", .name = "Peers", .owner = unit(), .members = {unit(), unit()}},
                                   "peers", now);
            }
            break;
        case 15:
            deliver(to, fmt::format("code,title,polarity\nNEW{},Another measure,higher\n", one_of(3)));
            break;
        default:
            break;
        }
    }

    static std::string units(std::string const& suffix) {
        std::string text = "code,name,parent,kind,operation\nK,Kommunen,,municipality,\nN,Norr,K,administration,\n"
                           "S,Syd,K,administration,\n";
        for (int school = 0; school < schools; ++school)
            text +=
                fmt::format("S{},Skola {}{},{},unit,grundskola\n", school, school, suffix, school % 2 == 0 ? "N" : "S");
        return text;
    }

    void deliver(Organisation& to, std::string const& content) {
        to.deliver({m_test.folder.write("delivery.csv", content)}, {},
                   by_command_line("a test", first_day + std::chrono::hours{m_hour}));
    }

    void deliver_figures(std::string const& measure, int first, int last, Organisation* to = nullptr) {
        std::string text = "measure,unit,group,period,value,numerator,denominator\n";
        for (int school = 0; school < schools; ++school) {
            for (auto const* group : {"T", "K", "M"}) {
                if (measure == "ELEV" && group != std::string_view{"T"}) continue; // a measure without groups too
                auto const shift = one_of(6) == 0 ? 15 : 0;
                for (int year = first; year <= last; ++year) {
                    auto const all = 40 + one_of(20);
                    auto const some =
                        std::min(all, std::max(0, all / 2 + school + one_of(5) + (year > 2019 ? shift : 0)));
                    if (one_of(15) == 0)
                        text += fmt::format("{},S{},{},{},..,,\n", measure, school, group, year);
                    else if (measure == "BEH")
                        text += fmt::format("{},S{},{},{},,{},{}\n", measure, school, group, year, some, all);
                    else
                        text += fmt::format("{},S{},{},{},{}.5,,\n", measure, school, group, year, some);
                }
            }
        }
        deliver(to != nullptr ? *to : organisation(), text);
    }

    std::string measure() { return std::array{"BEH", "SJUK", "ELEV", "NEW1"}[static_cast<std::size_t>(one_of(4))]; }
    std::string unit() { return one_of(5) == 0 ? "K" : fmt::format("S{}", one_of(schools)); }
    int one_of(int number) { return static_cast<int>(m_chance() % static_cast<std::uint32_t>(number)); }

    static constexpr int schools = 4;
    TestOrganisation m_test;
    std::mt19937 m_chance;
    int m_hour = 0;
    int m_refused = 0;
};

} // namespace

TEST_CASE("after any deliveries and undos, in any order, the snapshot kept up says what one read from nothing says") {
    constexpr std::uint32_t organisations = 50;
    constexpr int sequences = 20; // of each
    std::size_t cards = 0;
    std::size_t remaining = 0;
    for (std::uint32_t seed = 1; seed <= organisations; ++seed) {
        Life life{seed};
        CAPTURE(seed);
        for (int sequence = 0; sequence < sequences; ++sequence) {
            CAPTURE(sequence);
            for (int step = 0; step < 1 + sequence % 4; ++step) life.live();
            auto const kept_up = life.organisation().snapshot();
            auto const from_nothing = Organisation::open(life.folder())->snapshot();
            REQUIRE(difference(written(*kept_up), written(*from_nothing)) == "");
            if (sequence % 10 == 9) {
                OrganisationOptions const keeping{.cache_from = 0};
                Organisation::open(life.folder(), keeping)->snapshot();
                auto const from_cache = Organisation::open(life.folder(), keeping)->snapshot();
                REQUIRE(difference(written(*kept_up), written(*from_cache)) == "");
            }
            cards += kept_up->list.cards.size();
            remaining += static_cast<std::size_t>(
                std::ranges::count(kept_up->states.of_cards, std::optional{study::State::remains}));
        }
        CHECK(life.refused() < 40);
    }
    // What is compared has something to say.
    CHECK(cards > 1'000);
    CHECK(remaining > 100);
}
