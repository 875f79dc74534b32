#include "steering/coaching.hpp"

#include "steering/written_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rodtrad::steering {

namespace {

void save_question(Work& work, QuestionWish const& wish, std::size_t place) {
    auto const field = fmt::format("text.{}", place);
    domain::CoachingQuestion question;
    if (wish.id) question = work.must_find<domain::CoachingQuestion>(*wish.id);
    auto const standing = question;
    question.text = written_line(field, wish.text, wish.id ? Empty::is_refused : Empty::is_fine);
    question.text_en = written_line(fmt::format("text_en.{}", place), wish.text_en, Empty::is_fine);
    if (question.text.empty()) {
        if (!question.text_en.empty()) throw Refused{field, base::message("Write the question in Swedish too.")};
        return;
    }
    question.position = static_cast<int>(place);
    question.is_ended = wish.is_ended;
    if (wish.id && question == standing) return;
    if (wish.id) work.must_find<domain::CoachingQuestion>(*wish.id, wish.version);
    work.put(std::move(question), wish.id ? "question.change" : "question.add");
}

} // namespace

void save_questions(Work& work, std::vector<QuestionWish> const& questions) {
    work.require(plan::Right::define, {});
    bool const is_first = std::ranges::none_of(questions, [](auto const& wish) { return wish.id.has_value(); });
    auto const& saved = work.plan().questions;
    if (is_first && !saved.empty())
        throw Conflict{domain::CoachingQuestion::table, saved[0].id.value(), 0, saved[0].version};
    for (std::size_t place = 0; place < questions.size(); ++place) save_question(work, questions[place], place);
}

} // namespace rodtrad::steering
