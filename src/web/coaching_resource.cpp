// The bank of coaching questions.

#include "steering/coaching.hpp"
#include "view/pages/coaching_page.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "web/dialogue_asked.hpp"
#include "web/dialogue_resources.hpp"
#include "web/form.hpp"
#include "web/page_answer.hpp"

#include <algorithm>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

Response questions_response(Visit const& visit, pages::Filled const* typed) {
    auto const form = pages::coaching_form(visit.plan(), visit.may(plan::Right::define, {}));
    return page_or_json(visit, form, [&] {
        return pages::coaching_page(form, typed == nullptr ? pages::standing_of(form) : *typed, visit.context());
    });
}

std::vector<steering::QuestionWish> questions_in(Visit const& visit) {
    std::vector<steering::QuestionWish> wishes;
    for (std::size_t row = 0; row < rows_of(visit); ++row) {
        auto const value = [&](std::string_view field) { return row_value(visit, field, row); };
        auto& wish = wishes.emplace_back();
        if (auto const id = number_of(value("id")); id != 0) wish.id = domain::CoachingQuestionId{id};
        wish.version = number_of(value("version"));
        wish.text = value("text");
        wish.text_en = value("text_en");
        wish.place = place_in(visit, row);
        wish.is_ended = value("end") == "ja";
    }
    return wishes;
}

} // namespace

Response show_questions(Visit const& visit) { return questions_response(visit, nullptr); }

Response save_questions(Visit const& visit) {
    auto const use_case = [&] {
        return done(visit, [&](steering::Work& work) {
            steering::save_questions(work, questions_in(visit));
            return pages::questions_url();
        });
    };
    return answer_form(visit, use_case,
                       [&](pages::Filled const& filled) { return questions_response(visit, &filled); });
}

} // namespace rodtrad::web
