#pragma once

#include "base/fields.hpp"
#include "base/instant.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "plan/goal_status.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/pages/context.hpp"
#include "view/pages/goal_dialogue.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

// What a key result wants, in a sentence: "Behöriga till yrkesprogram når 90 %".
std::string sentence_of(domain::KeyResult const& key_result, Language const& language);
// How far it has come: "79,6 % 2025 · från 77 % · 22 % av vägen".
std::string told_of(domain::KeyResult const& key_result, plan::KeyResultStatus const& status, Language const& language);

// Something that a goal leads to or is carried by.
struct GoalRelation {
    std::string text;
    std::string about; // "Barn- och utbildningsnämnden", "strategi"; may be empty
    Url address;

    static constexpr auto fields() {
        return std::tuple{base::Field{"text", &GoalRelation::text}, base::Field{"about", &GoalRelation::about},
                          base::Field{"address", &GoalRelation::address}};
    }
};

struct KeyResultView {
    domain::KeyResult key_result;
    plan::KeyResultStatus status;
    std::string sentence;       // "Behöriga till yrkesprogram når 90 %"
    std::string told;           // "79,6 % · från 77 % · 22 % av vägen"
    std::optional<Url> measure; // where its figures are
    bool may_change = false;
    bool may_mark = false; // as done: of a milestone

    static constexpr auto fields() {
        return std::tuple{base::Field{"key_result", &KeyResultView::key_result},
                          base::Field{"status", &KeyResultView::status},
                          base::Field{"sentence", &KeyResultView::sentence}, base::Field{"told", &KeyResultView::told},
                          base::Field{"measure", &KeyResultView::measure}};
    }
};

struct GoalMeasureView {
    plan::MeasureStatus status;
    std::string title;
    std::string told; // "79,6 % 2025 · mål 90 %"; empty where nothing is known
    Url address;

    static constexpr auto fields() {
        return std::tuple{base::Field{"status", &GoalMeasureView::status},
                          base::Field{"title", &GoalMeasureView::title}, base::Field{"told", &GoalMeasureView::told},
                          base::Field{"address", &GoalMeasureView::address}};
    }
};

struct AlterationView {
    std::string what;       // "Målvärde"
    std::string key_result; // its title; empty: of the goal itself
    std::string before;
    std::string after;

    static constexpr auto fields() {
        return std::tuple{base::Field{"what", &AlterationView::what},
                          base::Field{"key_result", &AlterationView::key_result},
                          base::Field{"before", &AlterationView::before}, base::Field{"after", &AlterationView::after}};
    }
};

struct StepView {
    domain::StepKind kind = domain::StepKind::created;
    std::string by; // name
    std::string reason;
    std::vector<AlterationView> alterations;

    static constexpr auto fields() {
        return std::tuple{base::Field{"kind", &StepView::kind}, base::Field{"by", &StepView::by},
                          base::Field{"reason", &StepView::reason}, base::Field{"alterations", &StepView::alterations}};
    }
};

struct JudgementView {
    domain::Verdict verdict = domain::Verdict::unknown;
    std::string by;
    base::Instant at{};
    std::string reason;

    static constexpr auto fields() {
        return std::tuple{base::Field{"verdict", &JudgementView::verdict}, base::Field{"by", &JudgementView::by},
                          base::Field{"at", &JudgementView::at}, base::Field{"reason", &JudgementView::reason}};
    }
};

// What hangs on the thread of a goal at a moment: one of the three.
struct TimeLineEntry {
    base::Instant at{};
    std::optional<StepView> step;
    std::optional<JudgementView> judgement;
    std::optional<CheckInView> check_in;

    static constexpr auto fields() {
        return std::tuple{base::Field{"at", &TimeLineEntry::at}, base::Field{"step", &TimeLineEntry::step},
                          base::Field{"judgement", &TimeLineEntry::judgement},
                          base::Field{"check_in", &TimeLineEntry::check_in}};
    }
};

// The page of a goal, for one reader.
struct GoalView {
    domain::Goal goal;
    plan::GoalStatus status;
    std::vector<GoalRelation> thread; // from the vision to here; only here where the thread is broken
    std::vector<GoalRelation> units;  // the first carries it, the others share it
    std::string owner;                // name; empty: a gap
    bool is_owner_gone = false;       // no longer has an account: a gap too
    std::vector<GoalRelation> supports;
    std::vector<GoalRelation> carried_by;
    std::string perspective;
    std::string factor;
    std::optional<JudgementView> judgement; // the latest
    std::vector<KeyResultView> key_results;
    std::vector<GoalMeasureView> measures;
    std::vector<TimeLineEntry> time_line;     // newest first
    std::optional<GoalRelation> cycle_before; // the goal that it was rolled from
    std::optional<GoalRelation> cycle_after;
    std::vector<domain::StepKind> possible_steps; // that the reader may take
    bool may_edit = false;                        // its wording while it is unsettled
    bool may_judge = false;
    bool may_add_key_result = false;
    GoalDialogue dialogue;

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &GoalView::goal},
                          base::Field{"status", &GoalView::status},
                          base::Field{"thread", &GoalView::thread},
                          base::Field{"units", &GoalView::units},
                          base::Field{"owner", &GoalView::owner},
                          base::Field{"is_owner_gone", &GoalView::is_owner_gone},
                          base::Field{"supports", &GoalView::supports},
                          base::Field{"carried_by", &GoalView::carried_by},
                          base::Field{"perspective", &GoalView::perspective},
                          base::Field{"factor", &GoalView::factor},
                          base::Field{"judgement", &GoalView::judgement},
                          base::Field{"key_results", &GoalView::key_results},
                          base::Field{"measures", &GoalView::measures},
                          base::Field{"time_line", &GoalView::time_line},
                          base::Field{"cycle_before", &GoalView::cycle_before},
                          base::Field{"cycle_after", &GoalView::cycle_after},
                          base::Field{"possible_steps", &GoalView::possible_steps},
                          base::Field{"dialogue", &GoalView::dialogue}};
    }
};
GoalView goal_view(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                   std::optional<domain::PersonId> reader, base::Date today, Language const& language);

std::string goal_page(GoalView const& view, plan::Plan const& plan, study::Dataset const& data, base::Date today,
                      Context const& context);

// The sections of the page.
void write_key_results(Html& h, GoalView const& view, Context const& context);
void write_time_line(Html& h, GoalView const& view, Context const& context);
// What the reader can do; the next thing to do is the one dark button.
void write_next_of_goal(Html& h, GoalView const& view, Language const& language);
void write_goal_aside(Html& h, GoalView const& view, Context const& context);
void write_alterations(Html& h, std::vector<AlterationView> const& alterations);

} // namespace rodtrad::view::pages
