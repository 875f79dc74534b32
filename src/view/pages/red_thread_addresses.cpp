#include "view/pages/red_thread_addresses.hpp"

#include <array>
#include <string>
#include <utility>

namespace rodtrad::view::pages {

namespace {

using plan::BreakKind;

constexpr std::array<std::pair<BreakKind, std::string_view>, 10> words{{
    {BreakKind::no_vision, "ingen-vision"},
    {BreakKind::strategy_alone, "strategi-utan-vision"},
    {BreakKind::strategy_without_goal, "strategi-utan-mal"},
    {BreakKind::goal_alone, "mal-som-inte-stodjer-nagot"},
    {BreakKind::goal_outlived, "mal-som-stodjer-avslutat"},
    {BreakKind::goal_without_owner, "mal-utan-ansvarig"},
    {BreakKind::owner_gone, "ansvarig-borta"},
    {BreakKind::unit_without_goal, "enhet-utan-mal"},
    {BreakKind::measure_without_owner, "matt-utan-agare"},
    {BreakKind::person_without_goal, "person-utan-mal"},
}};

Url on_page(Url const& url, std::size_t page) { return page > 1 ? url.query("sida", std::to_string(page)) : url; }

} // namespace

Url red_thread_url() { return Url{"/rod-trad"}; }
Url red_thread_url(std::string_view unit) { return red_thread_url().segment(unit); }
Url red_thread_url(domain::GoalId goal, std::size_t page) {
    return on_page(Url{"/rod-trad/mal"}.segment(std::to_string(goal.value())), page);
}
Url red_thread_url(domain::DocumentId document, std::size_t page) {
    return on_page(Url{"/rod-trad/dokument"}.segment(std::to_string(document.value())), page);
}
Url thread_breaks_url(BreakKind kind, std::string_view unit, std::size_t page) {
    auto const url = Url{"/rod-trad/avbrott"}.segment(word_of(kind));
    return on_page(unit.empty() ? url : url.query("enhet", unit), page);
}

std::string_view word_of(BreakKind kind) {
    for (auto const& [known, word] : words)
        if (known == kind) return word;
    return {};
}
std::optional<BreakKind> break_kind_of(std::string_view word) {
    for (auto const& [kind, known] : words)
        if (known == word) return kind;
    return {};
}

Url advice_url(std::string_view unit) { return unit.empty() ? Url{"/rad"} : Url{"/rad"}.query("enhet", unit); }

} // namespace rodtrad::view::pages
