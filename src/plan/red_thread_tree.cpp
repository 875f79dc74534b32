#include "plan/red_thread_tree.hpp"

#include "plan/valid.hpp"

#include <algorithm>
#include <deque>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace rodtrad::plan {

namespace {

using domain::DocumentKind;
using domain::Goal;
using domain::SteeringDocument;
using study::UnitIndex;

// By which a thing is known again: where what it is about stands in memory.
void const* key_of(RedThread const& thread, ThreadThing const& thing) {
    if (auto const* const* document = std::get_if<SteeringDocument const*>(&thing)) return *document;
    if (auto const* const* goal = std::get_if<Goal const*>(&thing)) return *goal;
    return &thread.data().units[std::get<UnitGap>(thing).unit];
}
using Keys = std::unordered_set<void const*>;

void sort_by_unit(RedThread const& thread, std::vector<Goal const*>& goals) {
    auto const end = thread.data().units.end_key();
    std::ranges::sort(goals, {}, [&](Goal const* goal) {
        return std::tuple{thread.unit_of(*goal).value_or(end), goal->begins, goal->id};
    });
}

class Drawing {
public:
    Drawing(RedThread const& thread, ThreadQuestion const& question) : m_thread{thread}, m_question{question} {
        for (auto const& thing : question.about) m_asked.insert(key_of(thing));
    }

    std::vector<ThreadLine> drawn() {
        for (auto const& top : tops()) draw(top, 0, no_level);
        // What hangs in a circle has no top of its own.
        for (auto const& thing : m_question.about)
            if (!m_drawn.contains(key_of(thing))) draw(thing, 0, no_level);
        return std::move(m_lines);
    }

private:
    static constexpr int no_level = -1; // above what is asked for

    // Everything above what is asked for, and of that what has nothing above itself.
    std::vector<ThreadThing> tops() {
        std::vector<ThreadThing> found;
        std::vector<ThreadThing> to_follow;
        for (auto const& thing : m_question.about)
            if (m_on_way.insert(key_of(thing)).second) to_follow.push_back(thing);
        for (std::size_t i = 0; i < to_follow.size(); ++i) {
            auto const above = directly_above(m_thread, ThreadThing{to_follow[i]});
            if (above.empty()) found.push_back(to_follow[i]);
            for (auto const& thing : above)
                if (m_on_way.insert(key_of(thing)).second) to_follow.push_back(thing);
        }
        return found;
    }

    void const* key_of(ThreadThing const& thing) const { return plan::key_of(m_thread, thing); }

    // `level`: how far below what is asked for.
    void draw(ThreadThing const& thing, int depth, int level) {
        auto const* key = key_of(thing);
        bool const is_asked = m_asked.contains(key);
        auto const line = m_lines.size();
        m_lines.push_back({.thing = thing, .depth = depth, .is_asked_for = is_asked});
        if (!m_drawn.insert(key).second) {
            m_lines[line].is_reference = true;
            return;
        }
        if (is_asked) level = 0;
        bool const is_drawn_below = level != no_level && level < m_question.levels;
        auto const most = is_asked ? m_question.most_below_asked : m_question.most_below;
        std::size_t skipped = is_asked ? m_question.skipped : 0;
        std::size_t shown = 0;
        for (auto const& below : directly_below(m_thread, thing)) {
            if (!m_on_way.contains(key_of(below))) {
                if (skipped > 0) {
                    --skipped;
                    continue;
                }
                if (!is_drawn_below || shown == most) {
                    if (level != no_level) ++m_lines[line].below_not_shown;
                    continue;
                }
                ++shown;
            }
            draw(below, depth + 1, level == no_level ? no_level : level + 1);
        }
    }

    RedThread const& m_thread;
    ThreadQuestion const& m_question;
    Keys m_asked;
    Keys m_on_way;
    Keys m_drawn;
    std::vector<ThreadLine> m_lines;
};

void append_gaps(std::vector<ThreadThing>& things, std::vector<UnitGap> const& gaps) {
    things.insert(things.end(), gaps.begin(), gaps.end());
}

void append_standing(RedThread const& thread, std::vector<ThreadThing>& things, Records<Goal> goals) {
    std::vector<Goal const*> standing;
    std::ranges::copy_if(goals, std::back_inserter(standing), [](Goal const* goal) { return is_standing(*goal); });
    sort_by_unit(thread, standing);
    things.insert(things.end(), standing.begin(), standing.end());
}

bool is_in_force(RedThread const& thread, SteeringDocument const& document) { return is_valid(document, thread.day()); }

} // namespace

std::vector<ThreadThing> directly_above(RedThread const& thread, ThreadThing const& thing) {
    std::vector<ThreadThing> above;
    auto const add = [&](auto const* record) {
        if (record != nullptr) above.emplace_back(record);
    };
    if (auto const* const* document = std::get_if<SteeringDocument const*>(&thing)) {
        if ((*document)->kind == DocumentKind::strategy) add(thread.vision_of(**document));
    } else if (auto const* const* goal = std::get_if<Goal const*>(&thing)) {
        for (auto const id : (*goal)->supports_documents) add(thread.plan().documents.find(id));
        for (auto const id : (*goal)->supports)
            if (id != (*goal)->id) add(thread.plan().goals.find(id));
    } else {
        add(thread.document_above(std::get<UnitGap>(thing)));
        add(thread.goal_above(std::get<UnitGap>(thing)));
    }
    return above;
}

std::vector<ThreadThing> directly_below(RedThread const& thread, ThreadThing const& thing) {
    std::vector<ThreadThing> below;
    if (auto const* const* document = std::get_if<SteeringDocument const*>(&thing)) {
        if ((*document)->kind == DocumentKind::vision && is_in_force(thread, **document))
            for (auto const* strategy : thread.strategies())
                if (thread.vision_of(*strategy) == *document) below.emplace_back(strategy);
        append_standing(thread, below, thread.plan().supporters_of((*document)->id));
        append_gaps(below, thread.gaps_under(**document));
    } else if (auto const* const* goal = std::get_if<Goal const*>(&thing)) {
        append_standing(thread, below, thread.plan().supporters_of((*goal)->id));
        std::erase(below, ThreadThing{*goal});
        append_gaps(below, thread.gaps_under(**goal));
    }
    return below;
}

std::vector<ThreadLine> thread_tree(RedThread const& thread, ThreadQuestion const& question) {
    return Drawing{thread, question}.drawn();
}

ThreadQuestion about(Goal const& goal) { return {.about = {&goal}}; }
ThreadQuestion about(SteeringDocument const& document) { return {.about = {&document}}; }

ThreadQuestion about_organisation(RedThread const& thread) {
    ThreadQuestion question;
    question.about.assign(thread.visions().begin(), thread.visions().end());
    if (!question.about.empty()) return question;
    question.about.assign(thread.strategies().begin(), thread.strategies().end());
    std::vector<Goal const*> tops;
    for (auto const& goal : thread.plan().goals)
        if (is_standing(goal) && directly_above(thread, &goal).empty()) tops.push_back(&goal);
    sort_by_unit(thread, tops);
    if (tops.size() > question.most_below_asked) tops.resize(question.most_below_asked);
    question.about.insert(question.about.end(), tops.begin(), tops.end());
    return question;
}

ThreadQuestion about_unit(RedThread const& thread, UnitIndex unit) {
    ThreadQuestion question;
    auto const& code = thread.data().units[unit].unit.code;
    for (auto const* list : {&thread.visions(), &thread.strategies()})
        for (auto const* document : *list)
            if (document->unit == code) question.about.emplace_back(document);
    append_standing(thread, question.about, thread.plan().goals_of(code));
    if (auto const gap = thread.gap_of(unit); gap && question.about.empty()) question.about.emplace_back(UnitGap{*gap});
    return question;
}

std::vector<ThreadThing> way_to_vision(RedThread const& thread, Goal const& goal) {
    struct Step {
        ThreadThing thing;
        void const* below;
    };
    auto const key_of = [&](ThreadThing const& thing) { return plan::key_of(thread, thing); };
    std::unordered_map<void const*, Step> steps{{&goal, {&goal, nullptr}}};
    std::deque<ThreadThing> to_follow;
    if (thread.leads_to_vision(goal)) to_follow.emplace_back(&goal);
    while (!to_follow.empty()) {
        auto const thing = to_follow.front();
        to_follow.pop_front();
        auto const above = directly_above(thread, thing);
        if (above.empty()) { // a vision: nothing else that leads to one has nothing above it
            std::vector<ThreadThing> way;
            for (auto const* key = key_of(thing); key != nullptr; key = steps.at(key).below)
                way.push_back(steps.at(key).thing);
            return way;
        }
        for (auto const& next : above) {
            auto const* const* document = std::get_if<SteeringDocument const*>(&next);
            bool const leads = document != nullptr ? thread.leads_to_vision(**document)
                                                   : thread.leads_to_vision(*std::get<Goal const*>(next));
            if (leads && steps.emplace(key_of(next), Step{next, key_of(thing)}).second) to_follow.push_back(next);
        }
    }
    return {&goal};
}

} // namespace rodtrad::plan
