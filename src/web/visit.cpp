#include "web/visit.hpp"

#include <algorithm>
#include <stdexcept>

namespace rodtrad::web {

std::string const& Visit::captured_as(std::string_view name) const {
    return std::ranges::find(captured, name, &std::pair<std::string, std::string>::first)->second;
}

std::string_view Visit::filled_in(std::string_view name) const {
    auto const found = std::ranges::find(form, name, &std::pair<std::string, std::string>::first);
    return found == form.end() ? std::string_view{} : std::string_view{found->second};
}

std::vector<std::string> Visit::filled_in_all(std::string_view name) const {
    std::vector<std::string> values;
    for (auto const& [field, value] : form)
        if (field == name) values.push_back(value);
    return values;
}

domain::Person const& Visit::person() const {
    auto const* person = who ? plan().people.find(who->person) : nullptr;
    if (person == nullptr) throw std::logic_error{"nobody is signed in"};
    return *person;
}

steering::By Visit::by() const { return {steering::Actor::of(person()), now()}; }

bool Visit::may(plan::Right right, std::string_view unit) const {
    return who && plan::may(plan(), data(), who->person, right, unit, today());
}

std::shared_ptr<steering::Snapshot const> const& Visit::snapshot() const {
    if (!m_snapshot) m_snapshot = organisation.snapshot();
    return m_snapshot;
}

plan::Plan const& Visit::plan() const {
    if (!m_plan) m_plan = organisation.plan();
    return *m_plan;
}

view::pages::Context Visit::context() const {
    if (who) plan();
    auto context = context_without_organisation();
    context.organisation = snapshot()->name;
    return context;
}

view::pages::Context Visit::context_without_organisation() const {
    view::pages::Context context{
        .language = language(), .organisation = {}, .version = std::string{m_program_version}, .csrf = csrf};
    if (who && m_plan) {
        context.person = who->person;
        context.person_name = person().name;
        context.has_own_language = !person().language.empty();
        context.is_administrator = plan::may_somewhere(plan(), who->person, plan::Right::administer, today());
        context.may_deliver = plan::may_somewhere(plan(), who->person, plan::Right::deliver, today());
    }
    return context;
}

} // namespace rodtrad::web
