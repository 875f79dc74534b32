#include "steering/coaching.hpp"

#include "steering/in_order.hpp"
#include "steering/written_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace rodtrad::steering {

namespace {

void save_question(Work& work, QuestionWish const& wish, std::size_t number, int position) {
    auto const field = fmt::format("text.{}", number);
    domain::CoachingQuestion question;
    if (wish.id) question = work.must_find<domain::CoachingQuestion>(*wish.id);
    auto const standing = question;
    question.text = written_line(field, wish.text, wish.id ? Empty::is_refused : Empty::is_fine);
    question.text_en = written_line(fmt::format("text_en.{}", number), wish.text_en, Empty::is_fine);
    if (question.text.empty()) {
        if (!question.text_en.empty()) throw Refused{field, base::message("Write the question in Swedish too.")};
        return;
    }
    question.position = position;
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
    int position = 0;
    for (auto const number : in_order(questions)) save_question(work, questions[number], number, position++);
}

} // namespace rodtrad::steering
