#include "lived_goal.hpp"
#include "plan/coaching.hpp"
#include "steering/check_ins.hpp"
#include "steering/coaching.hpp"
#include "steering/organisation.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <set>

namespace rodtrad::steering::test {

namespace {

CheckInWish wish() { return {.progress = "Mattestödet är igång", .confidence = 3}; }

domain::CheckInId checked_in(LivedGoal& made, domain::PersonId who, CheckInWish const& said,
                             base::Instant when = first_day) {
    domain::CheckInId id;
    made.does(who, [&](Work& work) { id = check_in(work, made.goal, said); }, when);
    return id;
}

} // namespace

TEST_CASE("a member tells how a goal is going, with values of key results that no measure feeds") {
    LivedGoal made;
    auto said = wish();
    said.progress = "  Mattestödet är igång\r\ni åk 8  ";
    said.values = {{.key_result = made.days, .value = 7.5}, {.key_result = made.maths, .is_done = true}};
    auto const id = checked_in(made, made.teacher, said);
    auto const& stored = *made.plan().check_ins.find(id);
    CHECK(stored.progress == "Mattestödet är igång\ni åk 8");
    CHECK(stored.values == std::vector<domain::ReportedValue>{{made.days, 7.5, false}, {made.maths, {}, true}});
    CHECK(stored.by == made.teacher);
    CHECK(made.plan().key_results.find(made.maths)->is_done);
}

TEST_CASE("a reader, a politician and a member of another unit do not check in") {
    LivedGoal made;
    for (auto const who : {made.reader, made.politician, made.nurse})
        CHECK_THROWS_AS(checked_in(made, who, wish()), Forbidden);
    CHECK(made.plan().check_ins_of(made.goal).empty());
}

TEST_CASE("what a check-in lacks is said beside its field") {
    LivedGoal made;
    auto const refused = [&](auto&& alter) {
        auto said = wish();
        alter(said);
        return refused_field([&] { checked_in(made, made.teacher, said); });
    };
    CHECK(refused([](CheckInWish& said) { said.progress = " \n "; }) == "progress");
    CHECK(refused([](CheckInWish& said) { said.progress = "\xff"; }) == "progress");
    CHECK(refused([](CheckInWish& said) { said.next_step = std::string(5001, 'a'); }) == "next_step");
    CHECK(refused([](CheckInWish& said) { said.confidence = 0; }) == "confidence");
    CHECK(refused([](CheckInWish& said) { said.confidence = 6; }) == "confidence");
    CHECK(refused([](CheckInWish& said) { said.unblocked_when = "schemat är lagt"; }) == "obstacle");
    CHECK(refused([](CheckInWish& said) { said.question = "Något helt annat?"; }) == "answer");
    CHECK(refused([&](CheckInWish& said) {
              said.values = {{.key_result = made.days, .value = std::numeric_limits<double>::infinity()}};
          }) == "value." + std::to_string(made.days.value()));
    CHECK(refused([](CheckInWish& said) { said.progress = std::string(5000, 'a'); }) == "-");
}

TEST_CASE("its author corrects a check-in until somebody has read it, and the journal keeps what stood") {
    LivedGoal made;
    auto said = wish();
    said.values = {{.key_result = made.days, .value = 65}, {.key_result = made.maths, .is_done = true}};
    auto const id = checked_in(made, made.teacher, said);
    said.values = {{.key_result = made.days, .value = 6.5}};
    said.next_step = "Åk 9";
    auto const correct = [&](domain::PersonId who) {
        made.does(who, [&](Work& work) { correct_check_in(work, id, 1, said); });
    };
    CHECK(refused_field([&] { correct(made.head); }) == "");
    CHECK_THROWS_AS(correct(made.reader), Forbidden);
    correct(made.teacher);
    auto const& stored = *made.plan().check_ins.find(id);
    CHECK(stored.next_step == "Åk 9");
    CHECK(stored.values == std::vector<domain::ReportedValue>{{made.maths, {}, true}, {made.days, 6.5, false}});
    CHECK(base::day_of(stored.at) == base::day_of(first_day));
    CHECK_THROWS_AS(correct(made.teacher), Conflict);

    made.does(made.head, [&](Work& work) { acknowledge(work, id); });
    CHECK(refused_field([&] { correct(made.teacher); }) == "");
}

TEST_CASE("a form that is sent twice is one check-in; the next day the same words are another") {
    LivedGoal made;
    auto const first = checked_in(made, made.teacher, wish());
    CHECK(checked_in(made, made.teacher, wish()) == first);
    CHECK(checked_in(made, made.head, wish()) != first);
    CHECK(checked_in(made, made.teacher, wish(), second_day) != first);
    CHECK(made.plan().check_ins_of(made.goal).size() == 3);
}

TEST_CASE("the same words with another figure, or a milestone taken back, are another check-in") {
    LivedGoal made;
    auto said = wish();
    said.values = {{.key_result = made.days, .value = 12}, {.key_result = made.maths, .is_done = true}};
    auto const first = checked_in(made, made.teacher, said);
    CHECK(checked_in(made, made.teacher, said) == first); // sent twice
    said.values[0].value = 21;
    auto const corrected = checked_in(made, made.teacher, said);
    CHECK(corrected != first);
    CHECK(made.plan().check_ins.find(corrected)->values.front().value == 21);
    said.values[1].is_done = false;
    CHECK(checked_in(made, made.teacher, said) != corrected);
    CHECK_FALSE(made.plan().key_results.find(made.maths)->is_done);
}

TEST_CASE("a goal that has not been decided on, or is over, is not checked in on") {
    LivedGoal made;
    for (auto const state : {domain::GoalState::draft, domain::GoalState::proposed, domain::GoalState::closed}) {
        made.organisation().carry_out(at_first_day, [&](Work& work) {
            auto goal = work.must_find<domain::Goal>(made.goal);
            goal.state = state;
            work.put(goal, "goal.test");
        });
        CHECK(refused_field([&] { checked_in(made, made.teacher, wish()); }).empty());
    }
}

TEST_CASE("a manager says that a check-in has been read: once, and not of one's own") {
    LivedGoal made;
    auto const id = checked_in(made, made.teacher, wish());
    auto const own = checked_in(made, made.head, wish());
    auto const read = [&](domain::PersonId who, domain::CheckInId what, base::Instant when = first_day) {
        made.does(who, [&](Work& work) { acknowledge(work, what); }, when);
    };
    CHECK_THROWS_AS(read(made.teacher, id), Forbidden);
    CHECK_THROWS_AS(read(made.head, own), Refused);
    read(made.head, id);
    read(made.controller, id, second_day);
    CHECK(made.plan().check_ins.find(id)->acknowledged_by == made.head);
    CHECK(made.plan().check_ins.find(id)->acknowledged_at == first_day);
}

TEST_CASE("questions take turns: no goal is asked the same again before all have been asked") {
    LivedGoal made;
    std::set<std::string> asked;
    auto const bank = plan::question_bank(made.plan());
    CHECK(bank.size() == 12);
    for (std::size_t turn = 0; turn < bank.size(); ++turn) {
        auto said = wish();
        said.question = plan::question_for(made.plan(), made.goal)->text;
        said.answer = "Att samma vuxen möter dem";
        said.progress += std::to_string(turn);
        asked.insert(said.question);
        checked_in(made, made.teacher, said);
    }
    CHECK(asked.size() == bank.size());
}

TEST_CASE("a controller makes the bank the organisation's own; what was asked before can still be answered") {
    LivedGoal made;
    std::string const before{plan::question_for(made.plan(), made.goal)->text};
    std::vector<QuestionWish> const wishes{{.text = "Vad är roligast?", .place = 2},
                                           {.text = "Vad är svårast?", .text_en = "What is hardest?", .place = 1},
                                           {.text = ""}};
    auto const save = [&](domain::PersonId who) { made.does(who, [&](Work& work) { save_questions(work, wishes); }); };
    CHECK_THROWS_AS(save(made.head), Forbidden);
    save(made.controller);
    CHECK(plan::question_bank(made.plan()) == std::vector<plan::Question>{{"Vad är svårast?", "What is hardest?"},
                                                                          {"Vad är roligast?", "Vad är roligast?"}});
    CHECK_THROWS_AS(save(made.controller), Conflict); // another who had opened the page while it was not yet saved
    CHECK(plan::is_question(made.plan(), before));

    made.does(made.controller, [&](Work& work) {
        std::vector<QuestionWish> ended;
        for (auto const& question : work.plan().questions)
            ended.push_back({question.id, question.version, question.text, question.text_en, 0, true});
        save_questions(work, ended);
    });
    CHECK_FALSE(plan::question_for(made.plan(), made.goal));
    CHECK(refused_field([&] {
              made.does(made.controller, [&](Work& work) {
                  save_questions(work, {{.id = work.plan().questions[0].id, .version = 2, .text = ""}});
              });
          }) == "text.0");
}

} // namespace rodtrad::steering::test
