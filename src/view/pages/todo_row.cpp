#include "view/day_words.hpp"
#include "view/format.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/person_words.hpp"
#include "view/pages/todo_view.hpp"

#include <string_view>

namespace rodtrad::view::pages {

namespace {

using plan::TodoKind;

constexpr std::size_t longest_quote = 140; // characters, about

// The first words of what somebody wrote, in quotation marks; empty where nothing was written.
std::string quoted(std::string_view text, Language const& language) {
    std::string line;
    for (char const c : text) line += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    if (line.size() > longest_quote) {
        auto end = line.rfind(' ', longest_quote);
        if (end == std::string::npos || end < longest_quote / 2)
            for (end = longest_quote; (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80;) --end;
        line.resize(end);
        line += "…";
    }
    return line.empty() ? line : language.tr("“{0}”", line);
}

// What is known, with dots between.
std::string joined(std::initializer_list<std::string> parts) {
    std::string row;
    for (auto const& part : parts) {
        if (part.empty()) continue;
        if (!row.empty()) row += " · ";
        row += part;
    }
    return row;
}

// Puts one thing to do into words.
class Wording {
public:
    Wording(plan::Todo const& todo, domain::Goal const& goal, plan::Plan const& plan, study::Dataset const& data,
            base::Date today, Language const& language)
        : m_todo{todo}, m_goal{goal}, m_plan{plan}, m_data{data}, m_today{today}, m_language{language} {
        m_row.todo = todo;
        m_row.title = goal.title;
        m_row.title_url = goal_url(goal.id);
        m_row.url = m_row.title_url;
        m_row.is_late = is_due() && todo.days > 0;
        m_row.when = is_due() ? when_due(language, todo.day, today) : since_when(language, todo.day, today);
    }

    TodoRow row() && {
        switch (m_todo.kind) {
        case TodoKind::check_in:
            sentence(m_language.tr("Check in on {0}"));
            m_row.small = joined({reminded(), std::string{rhythm_name(m_goal.rhythm, m_language)}, last_time()});
            lead(check_in_form_url(m_goal.id), m_language.trc("to do", "Check in"));
            break;
        case TodoKind::close:
            sentence(m_language.tr("Close {0}"));
            m_row.small = joined({unit(), std::string{m_language.tr("how did it go, and what was learnt?")}});
            lead(goal_step_url(m_goal.id, domain::StepKind::closed), m_language.trc("to do", "Close"));
            break;
        case TodoKind::put_forward:
            sentence(m_language.tr("Put forward {0}"));
            m_row.small = joined({unit(), std::string{m_language.tr("still a draft, and its first day has come")}});
            lead(goal_url(m_goal.id), m_language.trc("to do", "Open"));
            break;
        case TodoKind::activity:
            of_activity();
            break;
        case TodoKind::decide:
            sentence(m_language.tr("{1} proposes the goal {0}"));
            m_row.small = joined({unit(), quoted(m_goal.description, m_language)});
            lead(goal_url(m_goal.id), m_language.tr("Decide"));
            break;
        case TodoKind::answer_proposal:
            of_proposal();
            break;
        case TodoKind::missed_check_in:
            sentence(m_todo.by ? m_language.tr("{1} has not checked in on {0}")
                               : m_language.tr("Nobody has checked in on {0}"));
            m_row.small = joined({unit(), last_time(), reminded()});
            lead(goal_url(m_goal.id), m_language.tr("See the goal"));
            break;
        case TodoKind::acknowledge:
            of_check_in();
            break;
        case TodoKind::mention:
            of_comment(m_language.tr("{1} mentions you about {0}"));
            break;
        case TodoKind::comment:
            of_comment(m_language.tr("{1} writes about {0}"));
            break;
        case TodoKind::read_answer:
            of_answer();
            break;
        }
        return std::move(m_row);
    }

private:
    // Whether `day` is when it was to be done.
    bool is_due() const { return m_todo.kind <= TodoKind::activity || m_todo.kind == TodoKind::missed_check_in; }

    std::string who() const {
        auto const* person = m_todo.by ? m_plan.people.find(*m_todo.by) : nullptr;
        return person == nullptr ? std::string{m_language.tr("Someone")} : person->name;
    }
    std::string unit() const { return m_goal.units.empty() ? std::string{} : unit_name(m_goal.units.front(), m_data); }

    // "Anna Ek påminde dig i går"; of another's check-in only that somebody did.
    std::string reminded() const {
        if (!m_todo.reminded_on) return {};
        auto const when = since_when(m_language, *m_todo.reminded_on, m_today);
        return m_todo.kind == TodoKind::check_in ? m_language.tr("{0} reminded you {1}", who(), when)
                                                 : m_language.tr("reminded {0}", when);
    }

    std::string last_time() const {
        domain::CheckIn const* latest = nullptr;
        for (auto const* check_in : m_plan.check_ins_of(m_goal.id))
            if (latest == nullptr || check_in->at >= latest->at) latest = check_in;
        if (latest == nullptr) return std::string{m_language.tr("never checked in on")};
        return m_language.tr("last time: {0}", quoted(latest->progress, m_language));
    }

    // The title stands where {0} does; {1} is who. Texts of people are put in last, so that what looks like a place in
    // them is none.
    void sentence(std::string_view pattern) {
        auto const place = pattern.find("{0}");
        m_row.before = pattern.substr(0, place);
        m_row.after = pattern.substr(place + 3);
        for (auto* part : {&m_row.before, &m_row.after})
            if (auto const at = part->find("{1}"); at != std::string::npos) part->replace(at, 3, who());
    }
    void lead(Url url, std::string_view action) {
        m_row.url = std::move(url);
        m_row.action = action;
    }

    void of_activity() {
        auto const* activity = m_plan.activities.find(domain::ActivityId{m_todo.subject});
        if (activity == nullptr) return;
        m_row.title = activity->title;
        m_row.title_url = activity_url(m_goal.id, activity->id);
        auto const stopped = activity->state == domain::ActivityState::blocked && !activity->obstacle.empty()
                                 ? m_language.tr("held up by: {0}", quoted(activity->obstacle, m_language))
                                 : std::string{};
        m_row.small = joined({stopped, m_language.tr("for {0}", m_goal.title)});
        lead(m_row.title_url, m_language.trc("to do", "Open"));
    }

    void of_proposal() {
        auto const* proposal = m_plan.proposals.find(domain::ProposalId{m_todo.subject});
        if (proposal == nullptr) return;
        switch (proposal->kind) {
        case domain::ProposalKind::behaviour:
            sentence(m_language.tr("{1} proposes a behaviour for {0}"));
            break;
        case domain::ProposalKind::wording:
            sentence(m_language.tr("{1} proposes another wording of {0}"));
            break;
        case domain::ProposalKind::key_result:
            sentence(m_language.tr("{1} proposes a key result for {0}"));
            break;
        case domain::ProposalKind::activity:
            sentence(m_language.tr("{1} proposes an activity for {0}"));
            break;
        case domain::ProposalKind::other:
            sentence(m_language.tr("{1} proposes something for {0}"));
            break;
        }
        m_row.small = quoted(proposal->text, m_language);
        lead(proposal_url(m_goal.id, proposal->id), m_language.trc("to do", "Answer"));
    }

    void of_check_in() {
        auto const* check_in = m_plan.check_ins.find(domain::CheckInId{m_todo.subject});
        if (check_in == nullptr) return;
        sentence(m_language.tr("{1} has checked in on {0}"));
        auto const obstacle = check_in->obstacle.empty()
                                  ? std::string{}
                                  : m_language.tr("held up by: {0}", quoted(check_in->obstacle, m_language));
        m_row.small = joined({unit(), quoted(check_in->progress, m_language), obstacle});
        lead(check_in_url(m_goal.id, check_in->id), m_language.tr("Read"));
    }

    void of_comment(std::string_view pattern) {
        auto const* comment = m_plan.comments.find(domain::CommentId{m_todo.subject});
        if (comment == nullptr) return;
        sentence(pattern);
        m_row.small = quoted(comment->text, m_language);
        m_row.can_be_ticked = true;
        lead(said_url(*comment), m_language.trc("to do", "Answer"));
    }

    void of_answer() {
        auto const* proposal = m_plan.proposals.find(domain::ProposalId{m_todo.subject});
        if (proposal == nullptr) return;
        sentence(proposal->state == domain::ProposalState::accepted
                     ? m_language.tr("{1} says yes to your proposal for {0}")
                     : m_language.tr("{1} says no to your proposal for {0}"));
        m_row.small = quoted(proposal->answer, m_language);
        m_row.can_be_ticked = true;
        m_row.title_url = proposal_url(m_goal.id, proposal->id);
        m_row.url = m_row.title_url;
    }

    plan::Todo const& m_todo;
    domain::Goal const& m_goal;
    plan::Plan const& m_plan;
    study::Dataset const& m_data;
    base::Date m_today;
    Language const& m_language;
    TodoRow m_row;
};

} // namespace

TodoRow todo_row(plan::Todo const& todo, plan::Plan const& plan, study::Dataset const& data, base::Date today,
                 Language const& language) {
    auto const* goal = plan.goals.find(todo.goal);
    return goal == nullptr ? TodoRow{.todo = todo} : Wording{todo, *goal, plan, data, today, language}.row();
}

} // namespace rodtrad::view::pages
