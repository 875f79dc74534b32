#include "web/visit.hpp"

#include <algorithm>

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

std::shared_ptr<steering::Snapshot const> const& Visit::snapshot() const {
    if (!m_snapshot) m_snapshot = organisation.snapshot();
    return m_snapshot;
}

plan::Plan const& Visit::plan() const {
    if (!m_plan) m_plan = organisation.plan();
    return *m_plan;
}

view::pages::Context Visit::context() const {
    auto context = context_without_organisation();
    context.organisation = snapshot()->name;
    return context;
}

view::pages::Context Visit::context_without_organisation() const {
    return {.language = language, .organisation = {}, .version = std::string{m_program_version}};
}

} // namespace rodtrad::web
