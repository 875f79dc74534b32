// Makes a large organisation in a data folder: 2,000 units, 10,000 people, 5,000 goals and 60,000 check-ins, whose
// pages are then timed.   plan_workload FOLDER PASSWORD

#include "base/secret.hpp"
#include "steering/organisation.hpp"
#include "steering/work.hpp"
#include "store/credentials.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace rodtrad;
using namespace rodtrad::domain;

constexpr int boards = 10;
constexpr int administrations = 40;
constexpr int units = 2'000;
constexpr int people = 10'000;
constexpr int goals = 5'000;
constexpr int check_ins_a_goal = 12;

struct Place {
    std::string code;
    std::string parent;
};

// The whole, boards, administrations, units, and under every other unit a team.
std::vector<Place> make_places() {
    std::vector<Place> places{{"K", ""}};
    for (int number = 0; number < boards; ++number) places.push_back({fmt::format("N{}", number), "K"});
    for (int number = 0; number < administrations; ++number)
        places.push_back({fmt::format("F{}", number), fmt::format("N{}", number % boards)});
    while (static_cast<int>(places.size()) < units) {
        auto const number = places.size();
        bool const is_team = number % 3 == 0 && number > 200;
        places.push_back({fmt::format("E{}", number),
                          is_team ? places[number / 2].code : fmt::format("F{}", number % administrations)});
    }
    return places;
}

void deliver_units(steering::Organisation& to, std::vector<Place> const& places, std::filesystem::path const& folder,
                   steering::By const& by) {
    auto const file = folder / "units.csv";
    std::ofstream out{file};
    out << "code,name,parent,kind,operation\n";
    for (auto const& place : places)
        out << fmt::format("{},Enhet {},{},{},{}\n", place.code, place.code, place.parent,
                           place.parent.empty()   ? "municipality"
                           : place.code[0] == 'N' ? "board"
                                                  : "unit",
                           place.code[0] == 'E' ? "förskola" : "");
    out.close();
    to.deliver({file}, {.is_strict = true}, by);
}

class Plan {
public:
    Plan(steering::Work& work, std::vector<Place> const& places) : m_work{work}, m_places{places} {}

    void put(std::string const& password) {
        put_people(password);
        put_goals();
        put_check_ins();
    }

private:
    int one_of(int many) { return static_cast<int>(m_random() % static_cast<unsigned>(many)); }

    void put_people(std::string const& password) {
        auto const hash = base::hash_password(password);
        for (int number = 0; number < people; ++number) {
            Person person{.user_name = fmt::format("person{}", number), .name = fmt::format("Person {}", number)};
            m_people.push_back(m_work.put(std::move(person), "bench"));
            auto const& place = m_places[static_cast<std::size_t>(number) % m_places.size()];
            m_work.put(Membership{.person = m_people.back(), .unit = place.code, .title = "Medarbetare"}, "bench");
            // The first is chief of a large branch: much is due, and much waits.
            auto const role = number == 0 ? Role::administrator : number < units ? Role::manager : Role::member;
            m_work.put(Grant{.person = m_people.back(), .role = role, .unit = number == 0 ? "" : place.code}, "bench");
        }
        store::write_password_hash(m_work.connection(), m_people.front(), hash);
    }

    void put_goals() {
        auto const vision = m_work.put(
            SteeringDocument{.unit = "K", .kind = DocumentKind::vision, .title = "En kommun att växa i"}, "bench");
        auto const year = m_work.today().year();
        for (int number = 0; number < goals; ++number) {
            auto const at = static_cast<std::size_t>(number) % m_places.size();
            Goal goal{.kind = GoalKind::okr,
                      .title = fmt::format("Mål {}: varje barn blir sett varje dag", number),
                      .description = "Vi vill att ingen ska behöva vänta på hjälp, och att alla vet vem man frågar.",
                      .units = {m_places[at].code},
                      .owner = m_people[static_cast<std::size_t>(one_of(number < 50 ? 20 : units))],
                      .begins = year / std::chrono::January / 1,
                      .ends = year / std::chrono::December / 31,
                      .rhythm = Rhythm::fortnightly,
                      .state = GoalState::active};
            if (number == 0)
                goal.supports_documents = {vision};
            else if (number % 17 != 5) // the others support nothing
                goal.supports = {m_goals[static_cast<std::size_t>(number) / 3]};
            m_goals.push_back(m_work.put(std::move(goal), "bench"));
            for (int position = 0; position < 3; ++position)
                m_work.put(KeyResult{.goal = m_goals.back(),
                                     .title = "Andel som är nöjda",
                                     .unit_of_measure = "%",
                                     .baseline = 40,
                                     .target = 80,
                                     .position = position},
                           "bench");
            for (int position = 0; position < 3; ++position)
                m_work.put(Behaviour{.goal = m_goals.back(), .text = "Vi hälsar med namn", .position = position},
                           "bench");
        }
    }

    void put_check_ins() {
        for (int round = check_ins_a_goal; round > 0; --round)
            for (auto const goal : m_goals)
                m_work.put(CheckIn{.goal = goal,
                                   .by = m_people[static_cast<std::size_t>(one_of(people))],
                                   .at = m_work.now() - std::chrono::days{14 * round - 10 + one_of(6)},
                                   .progress = "Vi har kommit en bit till. Två grupper av tre har börjat.",
                                   .confidence = 1 + one_of(5),
                                   .next_step = "Visa de andra hur det går till."},
                           "bench");
    }

    steering::Work& m_work;
    std::vector<Place> const& m_places;
    std::mt19937 m_random{1};
    std::vector<PersonId> m_people;
    std::vector<GoalId> m_goals;
};

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "plan_workload FOLDER PASSWORD\n";
        return 2;
    }
    try {
        std::filesystem::path const folder = argv[1];
        auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        auto const by = steering::by_command_line("plan_workload", now);
        auto const organisation = steering::Organisation::open_or_create(folder);
        auto const places = make_places();
        deliver_units(*organisation, places, folder, by);
        organisation->carry_out(by, [&](steering::Work& work) { Plan{work, places}.put(argv[2]); });
        return 0;
    } catch (std::exception const& error) {
        std::cerr << "plan_workload: " << error.what() << '\n';
        return 1;
    }
}
