#include "steering/audit.hpp"
#include "view/pages/journal_page.hpp"
#include "web/number_in.hpp"
#include "web/page_answer.hpp"
#include "web/people_resources.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

Response show_journal(Visit const& visit) {
    constexpr int a_page = 50;
    auto const& request = visit.request;
    steering::AuditQuestion question{.kind = std::string{request.parameter("vad")}, .at_most = a_page + 1};
    if (auto const id = number_in(request.parameter("vem")); id != 0) question.person = domain::PersonId{id};
    if (auto const number = number_in(request.parameter("fore")); number != 0) question.before = number;

    pages::JournalView view{.person = question.person ? std::to_string(question.person->value()) : std::string{},
                            .kind = question.kind,
                            .kinds = steering::kinds_in_journal(visit.organisation, visit.by())};
    for (auto const& person : visit.plan().people)
        view.people.push_back({.value = std::to_string(person.id.value()), .text = person.name});
    for (auto& entry : steering::journal_of(visit.organisation, visit.by(), question))
        view.rows.push_back({.number = entry.number,
                             .at = entry.at,
                             .actor = std::move(entry.actor),
                             .action = std::move(entry.action),
                             .kind = std::move(entry.kind),
                             .record = entry.record,
                             .before = std::move(entry.before),
                             .after = std::move(entry.after),
                             .reason = std::move(entry.reason)});
    if (view.rows.size() > a_page) {
        view.rows.pop_back();
        view.older = view.rows.back().number;
    }
    return page_or_json(visit, view, [&] { return pages::journal_page(view, visit.context()); });
}

} // namespace rodtrad::web
