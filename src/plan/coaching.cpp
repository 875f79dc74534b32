#include "plan/coaching.hpp"

#include <algorithm>
#include <array>

namespace rodtrad::plan {

namespace {

// What a colleague who is curious would ask: none of them can be answered with yes or no, and none asks whose fault it
// is.
constexpr std::array brought{
    Question{"Vad har ni gjort som ni vill göra mer av?", "What have you done that you want to do more of?"},
    Question{"Var märks det att målet gör skillnad för dem vi är till för?",
             "Where can it be seen that the goal makes a difference to those we are here for?"},
    Question{"Vad lärde ni er av det som inte gick som ni tänkt?",
             "What did you learn from what did not go as you had planned?"},
    Question{"Vem borde ni prata med som ni inte har pratat med än?",
             "Whom should you talk to that you have not talked to yet?"},
    Question{"Vad skulle ni sluta med om ni bara hade halva tiden?",
             "What would you stop doing if you had only half the time?"},
    Question{"Vilket är det minsta steg som skulle märkas redan nästa vecka?",
             "What is the smallest step that would be noticed as early as next week?"},
    Question{"Vad säger de som berörs när ni frågar dem?", "What do those concerned say when you ask them?"},
    Question{"Vad tar ni för givet som kan visa sig vara fel?",
             "What are you taking for granted that may turn out to be wrong?"},
    Question{"När fungerar det som bäst, och vad är annorlunda då?",
             "When does it work best, and what is different then?"},
    Question{"Vilken hjälp behöver ni, och av vem?", "What help do you need, and from whom?"},
    Question{"Vad har någon i laget gjort som de andra borde få veta?",
             "What has someone in the team done that the others should hear about?"},
    Question{"Om ni är framme om ett år: vad var det som avgjorde?",
             "If you are there in a year: what was it that made the difference?"},
};

Question question_of(domain::CoachingQuestion const& question) {
    return {question.text, question.text_en.empty() ? question.text : question.text_en};
}

bool reads(Question const& question, std::string_view text) {
    return question.text == text || question.text_en == text;
}

} // namespace

std::vector<Question> question_bank(Plan const& plan) {
    if (plan.questions.empty()) return {brought.begin(), brought.end()};
    std::vector<domain::CoachingQuestion const*> saved;
    for (auto const& question : plan.questions)
        if (!question.is_ended) saved.push_back(&question);
    std::ranges::stable_sort(saved, {}, &domain::CoachingQuestion::position);
    std::vector<Question> bank;
    for (auto const* question : saved) bank.push_back(question_of(*question));
    return bank;
}

std::optional<Question> question_for(Plan const& plan, domain::GoalId goal) {
    auto const bank = question_bank(plan);
    if (bank.empty()) return {};
    return bank[(static_cast<std::size_t>(goal.value()) + plan.check_ins_of(goal).size()) % bank.size()];
}

bool is_question(Plan const& plan, std::string_view text) {
    auto const is_it = [&](Question const& question) { return reads(question, text); };
    auto const is_saved = [&](domain::CoachingQuestion const& question) { return reads(question_of(question), text); };
    return std::ranges::any_of(brought, is_it) || std::ranges::any_of(plan.questions, is_saved);
}

} // namespace rodtrad::plan
