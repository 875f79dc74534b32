#include "base/text.hpp"
#include "plan/administrators.hpp"
#include "plan/rights.hpp"
#include "plan/valid.hpp"
#include "view/pages/by_name.hpp"
#include "view/pages/people_page.hpp"
#include "view/pages/person_words.hpp"
#include "view/word_search.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t people_a_page = 100;

bool is_past(auto const& held, base::Date day) { return held.valid_to && *held.valid_to < day; }

// What stands first, then what is past, each as it was given.
void past_last(std::vector<HeldView>& held) {
    std::ranges::sort(held, {}, [](HeldView const& one) { return std::pair{one.is_past, one.id}; });
}

std::string with_time(std::string const& sentence, auto const& held, base::Date day, Language const& language) {
    auto const time = time_of(held.valid_from, held.valid_to, day, language);
    return time.empty() ? sentence : language.tr("{0}, {1}", sentence, time);
}

} // namespace

PeopleView people_view(std::string_view question, std::size_t page, plan::Plan const& plan, study::Dataset const& data,
                       base::Date day, Context const& context) {
    PeopleView view{.question = std::string{base::trimmed(question)}, .people = {}};
    auto const asked = base::search_words(question);
    for (auto const& person : plan.people) {
        if (!person.is_active && !context.is_administrator) continue;
        auto what = what_is(person, plan, data, day, context.language);
        if (!begin_words_of(asked, person.name + " " + what)) continue;
        view.people.push_back(
            {.id = person.id, .name = person.name, .what = std::move(what), .is_active = person.is_active});
    }
    view.found = view.people.size();
    view.pages = std::max<std::size_t>(1, (view.found + people_a_page - 1) / people_a_page);
    view.page = std::clamp<std::size_t>(page, 1, view.pages);
    sort_by_name(view.people, [](PersonRow const& row) { return std::string_view{row.name}; });
    auto const first = (view.page - 1) * people_a_page;
    auto const last = std::min(first + people_a_page, view.found);
    view.people = {std::make_move_iterator(view.people.begin() + static_cast<std::ptrdiff_t>(first)),
                   std::make_move_iterator(view.people.begin() + static_cast<std::ptrdiff_t>(last))};
    return view;
}

PersonView person_view(domain::Person const& person, plan::Plan const& plan, study::Dataset const& data, base::Date day,
                       Context const& context) {
    auto const& language = context.language;
    auto const may_end = [&](std::string_view unit) {
        return context.person && plan::may(plan, data, *context.person, plan::Right::administer, unit, day);
    };
    PersonView view{
        .person = &person, .id = person.id, .name = person.name, .what = what_is(person, plan, data, day, language)};
    for (auto const* membership : plan.memberships_of(person.id)) {
        auto const unit = unit_name(membership->unit, data);
        auto const sentence = membership->title.empty() ? unit : language.tr("{0}, {1}", membership->title, unit);
        bool const past = is_past(*membership, day);
        view.memberships.push_back({.id = membership->id.value(),
                                    .sentence = with_time(sentence, *membership, day, language),
                                    .is_past = past,
                                    .may_end = !past && !membership->valid_to && may_end(membership->unit)});
    }
    for (auto const* grant : plan.grants_of(person.id)) {
        auto const role = role_name(grant->role, language);
        auto const sentence = grant->unit.empty() ? language.tr("{0} in the whole organisation", role)
                                                  : language.tr("{0} in {1}", role, unit_name(grant->unit, data));
        bool const past = is_past(*grant, day);
        view.roles.push_back({.id = grant->id.value(),
                              .sentence = with_time(sentence, *grant, day, language),
                              .is_past = past,
                              .may_end = !past && !grant->valid_to && may_end(grant->unit)});
    }
    past_last(view.memberships);
    past_last(view.roles);
    if (!context.person || !context.is_administrator) return view;
    view.may_administer = true;
    view.may_look_after = plan::may_look_after(plan, data, *context.person, person.id, day);
    for (auto const& node : data.units)
        if (may_end(node.unit.code)) view.units.push_back({.value = node.unit.code, .text = node.unit.name});
    return view;
}

} // namespace rodtrad::view::pages
