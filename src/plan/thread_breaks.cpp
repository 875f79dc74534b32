#include "plan/thread_breaks.hpp"

#include "base/message.hpp"
#include "plan/scorecard_in_use.hpp"
#include "plan/valid.hpp"

#include <algorithm>
#include <tuple>

namespace rodtrad::plan {

namespace {

using base::message;
using domain::Goal;
using domain::SteeringDocument;
using study::MeasureIndex;
using study::UnitIndex;

// Cannot sign in, or worked here and does so no more. Somebody whom nobody has said where they work is not gone.
bool is_gone(RedThread const& thread, domain::PersonId id) {
    auto const* person = thread.plan().people.find(id);
    if (person == nullptr || !person->is_active) return true;
    auto const memberships = thread.plan().memberships_of(id);
    return !memberships.empty() &&
           std::ranges::none_of(memberships, [&](auto const* at) { return is_valid(*at, thread.day()); });
}

// What a goal supports, by what can be said of it.
struct Supported {
    bool is_any = false;
    bool is_any_standing = false;
};
Supported supported_by(RedThread const& thread, Goal const& goal) {
    Supported supported;
    for (auto const id : goal.supports) {
        auto const* above = thread.plan().goals.find(id);
        if (above == nullptr || id == goal.id) continue;
        supported.is_any = true;
        supported.is_any_standing = supported.is_any_standing || is_standing(*above);
    }
    for (auto const id : goal.supports_documents) {
        auto const* above = thread.plan().documents.find(id);
        if (above == nullptr) continue;
        supported.is_any = true;
        supported.is_any_standing = supported.is_any_standing || is_valid(*above, thread.day());
    }
    return supported;
}

class Search {
public:
    Search(RedThread const& thread, std::optional<UnitIndex> branch) : m_thread{thread}, m_branch{branch} {}

    std::vector<ThreadBreak> found() {
        if (m_thread.visions().empty() && !m_branch && (!plan().goals.empty() || !plan().documents.empty()))
            m_found.push_back({.kind = BreakKind::no_vision});
        search_documents();
        for (auto const& goal : plan().goals) {
            if (!is_in_branch(goal)) continue;
            for (auto const kind : breaks_of(m_thread, goal))
                m_found.push_back({.kind = kind, .about = &goal, .unit = m_thread.unit_of(goal)});
        }
        if (!plan().goals.empty() || !plan().documents.empty()) {
            search_units();
            search_people();
        }
        search_measures();
        std::ranges::stable_sort(m_found, {}, [this](ThreadBreak const& found) {
            return std::tuple{found.kind, found.unit.value_or(m_thread.data().units.end_key())};
        });
        return std::move(m_found);
    }

private:
    Plan const& plan() const { return m_thread.plan(); }

    bool is_in_branch(std::optional<UnitIndex> unit) const {
        return !m_branch || (unit && m_thread.data().is_in_branch(*unit, *m_branch));
    }
    bool is_in_branch(Goal const& goal) const {
        return !m_branch || std::ranges::any_of(goal.units, [this](std::string const& code) {
            return is_in_branch(m_thread.find_unit(code));
        });
    }

    void search_documents() {
        for (auto const* strategy : m_thread.strategies()) {
            auto const unit = m_thread.find_unit(strategy->unit);
            if (!is_in_branch(unit)) continue;
            if (m_thread.vision_of(*strategy) == nullptr)
                m_found.push_back({.kind = BreakKind::strategy_alone, .about = strategy, .unit = unit});
            if (std::ranges::none_of(plan().supporters_of(strategy->id), [](Goal const* g) { return is_standing(*g); }))
                m_found.push_back({.kind = BreakKind::strategy_without_goal, .about = strategy, .unit = unit});
        }
    }

    void search_units() {
        for (UnitIndex unit; unit < m_thread.data().units.end_key(); unit = unit.next())
            if (m_thread.is_valid(unit) && m_thread.gap_of(unit) && is_in_branch(unit))
                m_found.push_back({.kind = BreakKind::unit_without_goal, .about = unit, .unit = unit});
    }

    void search_people() {
        for (auto const& person : plan().people) {
            if (!person.is_active) continue;
            std::optional<UnitIndex> where;
            bool has_goal = false;
            for (auto const* membership : plan().memberships_of(person.id)) {
                auto const unit = m_thread.find_unit(membership->unit);
                if (!unit || !is_valid(*membership, m_thread.day())) continue;
                if (!where) where = unit;
                has_goal = has_goal || m_thread.has_standing_goal(*unit);
            }
            if (!has_goal && is_in_branch(where))
                m_found.push_back({.kind = BreakKind::person_without_goal, .about = &person, .unit = where});
        }
    }

    void search_measures() {
        auto const& measures = m_thread.data().measures;
        m_used.assign(measures.size(), Use{});
        for (auto const& card : plan().scorecards) {
            if (!is_in_use(card, m_thread.day())) continue;
            for (auto const& row : card.rows)
                for (auto const& code : row.measures) use(code, m_thread.find_unit(card.unit));
        }
        for (auto const& goal : plan().goals) {
            if (!is_standing(goal)) continue;
            auto const unit = m_thread.unit_of(goal);
            for (auto const& code : goal.measures) use(code, unit);
            for (auto const* key_result : plan().key_results_of(goal.id))
                if (!key_result->is_withdrawn) use(key_result->measure, unit);
        }
        for (MeasureIndex measure; measure < measures.end_key(); measure = measure.next())
            if (m_used[measure.value()].is_used && measures[measure].measure.owner.empty())
                m_found.push_back(
                    {.kind = BreakKind::measure_without_owner, .about = measure, .unit = m_used[measure.value()].unit});
    }
    void use(std::string const& code, std::optional<UnitIndex> unit) {
        if (code.empty() || !is_in_branch(unit)) return;
        auto const measure = m_thread.data().find_measure(code);
        if (measure && !m_used[measure->value()].is_used) m_used[measure->value()] = {true, unit};
    }

    struct Use {
        bool is_used = false;
        std::optional<UnitIndex> unit; // the first that uses it
    };
    RedThread const& m_thread;
    std::optional<UnitIndex> m_branch;
    std::vector<Use> m_used; // by measure
    std::vector<ThreadBreak> m_found;
};

} // namespace

BreakWords words_of(BreakKind kind) {
    switch (kind) {
    case BreakKind::no_vision:
        return {message("Without one the goals have nothing to lead to, and no thread can be whole."),
                message("Write the vision down among the steering documents, at the unit that adopted it.")};
    case BreakKind::strategy_alone:
        return {message("Neither its unit nor any unit above has a vision in force."),
                message("Write down the vision that it serves, or see whether the vision's dates are right.")};
    case BreakKind::strategy_without_goal:
        return {message("It has been adopted, but nobody has said what they will reach because of it."),
                message("Link a goal to it, propose a new one, or end the strategy.")};
    case BreakKind::goal_alone:
        return {message("Those who work for it cannot see what it is good for further up."),
                message("Say which goal, strategy or vision it serves. If there is none: is it needed?")};
    case BreakKind::goal_outlived:
        return {message("It goes on for something that nobody above is working for."),
                message("Link it to a goal that stands, or close it.")};
    case BreakKind::goal_without_owner:
        return {message("What everyone is responsible for, nobody follows up."),
                message("Agree on one person who keeps it alive.")};
    case BreakKind::owner_gone:
        return {message("Nobody is reminded to check in, and nobody answers questions."),
                message("Agree on a new owner.")};
    case BreakKind::unit_without_goal:
        return {message("Those who work there cannot see how they contribute to the whole."),
                message("Propose a goal that supports one above, or share a goal with another unit.")};
    case BreakKind::measure_without_owner:
        return {message("When the figure is late or looks wrong there is nobody to ask."),
                message("Name an owner in the measure's definition.")};
    case BreakKind::person_without_goal:
        return {message("The thread does not reach the person's ordinary day."),
                message("Give the unit a goal, or see whether it is right where the person works.")};
    }
    return {};
}

std::vector<ThreadBreak> thread_breaks(RedThread const& thread, std::optional<UnitIndex> branch) {
    return Search{thread, branch}.found();
}

std::vector<BreakKind> breaks_of(RedThread const& thread, Goal const& goal) {
    std::vector<BreakKind> breaks;
    if (!is_standing(goal)) return breaks;
    auto const supported = supported_by(thread, goal);
    if (!supported.is_any)
        breaks.push_back(BreakKind::goal_alone);
    else if (!supported.is_any_standing)
        breaks.push_back(BreakKind::goal_outlived);
    if (!goal.owner)
        breaks.push_back(BreakKind::goal_without_owner);
    else if (is_gone(thread, *goal.owner))
        breaks.push_back(BreakKind::owner_gone);
    return breaks;
}

} // namespace rodtrad::plan
