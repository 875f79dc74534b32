#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "domain/behaviour.hpp"
#include "domain/check_in.hpp"
#include "domain/dialogue.hpp"
#include "domain/goal.hpp"
#include "plan/check_in_days.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/html.hpp"
#include "view/pages/context.hpp"

#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

// How a goal is lived and talked about, as sections of its page. A reader is shown what the reader may do.
namespace rodtrad::view::pages {

struct BehaviourView {
    domain::BehaviourId id;
    std::string text;
    std::string pulse_question;
    int notes = 0; // dialogue notes that stand

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &BehaviourView::id}, base::Field{"text", &BehaviourView::text},
                          base::Field{"pulse_question", &BehaviourView::pulse_question},
                          base::Field{"notes", &BehaviourView::notes}};
    }
};

struct BehavioursView {
    domain::GoalId goal;
    std::vector<BehaviourView> everyone;
    std::vector<BehaviourView> leaders;
    std::string raised; // leadership practice
    std::string followed_up;
    std::string rewarded;
    std::string deprioritised;
    bool may_edit = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &BehavioursView::goal},
                          base::Field{"everyone", &BehavioursView::everyone},
                          base::Field{"leaders", &BehavioursView::leaders},
                          base::Field{"raised", &BehavioursView::raised},
                          base::Field{"followed_up", &BehavioursView::followed_up},
                          base::Field{"rewarded", &BehavioursView::rewarded},
                          base::Field{"deprioritised", &BehavioursView::deprioritised},
                          base::Field{"may_edit", &BehavioursView::may_edit}};
    }
};

struct ActivityView {
    domain::ActivityId id;
    std::string title;
    std::string unit;  // its name
    std::string owner; // name; empty: nobody
    std::optional<base::Date> due;
    bool is_late = false;
    domain::ActivityState state = domain::ActivityState::planned;
    std::string obstacle;
    bool may_edit = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &ActivityView::id},
                          base::Field{"title", &ActivityView::title},
                          base::Field{"unit", &ActivityView::unit},
                          base::Field{"owner", &ActivityView::owner},
                          base::Field{"due", &ActivityView::due},
                          base::Field{"is_late", &ActivityView::is_late},
                          base::Field{"state", &ActivityView::state},
                          base::Field{"obstacle", &ActivityView::obstacle},
                          base::Field{"may_edit", &ActivityView::may_edit}};
    }
};

// Something said, by whom and when. Of what was withdrawn only that remains.
struct CommentView {
    domain::CommentId id;
    domain::GoalId goal;
    std::string name; // of who said it
    base::Instant at{};
    std::string text;
    bool is_withdrawn = false;
    bool is_mine = false; // the reader wrote it

    static constexpr auto fields() {
        return std::tuple{
            base::Field{"id", &CommentView::id},          base::Field{"goal", &CommentView::goal},
            base::Field{"name", &CommentView::name},      base::Field{"at", &CommentView::at},
            base::Field{"text", &CommentView::text},      base::Field{"is_withdrawn", &CommentView::is_withdrawn},
            base::Field{"is_mine", &CommentView::is_mine}};
    }
};

// What stands and what was withdrawn, oldest first. `subject`: 0 for the goal itself.
std::vector<CommentView> comments_about(plan::Plan const& plan, domain::GoalId goal, domain::SubjectKind kind,
                                        std::int64_t subject, std::optional<domain::PersonId> reader);
// How many of them stand.
int count_standing(std::span<CommentView const> comments);

// What a check-in says of a key result, with its name.
struct ReportedView {
    std::string key_result;
    std::string unit_of_measure;
    bool is_milestone = false;
    std::optional<double> value;
    bool is_done = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"key_result", &ReportedView::key_result},
                          base::Field{"unit_of_measure", &ReportedView::unit_of_measure},
                          base::Field{"is_milestone", &ReportedView::is_milestone},
                          base::Field{"value", &ReportedView::value}, base::Field{"is_done", &ReportedView::is_done}};
    }
};

struct CheckInView {
    domain::CheckInId id;
    domain::GoalId goal;
    std::string name; // of who told it
    base::Instant at{};
    std::string progress;
    int confidence = 3;                   // 1–5
    std::optional<int> confidence_before; // at the check-in before
    std::string obstacle;
    std::string unblocked_when;
    std::string next_step;
    std::string question;
    std::string answer;
    std::vector<ReportedView> values;
    std::string acknowledged_by; // name; empty: nobody yet
    std::optional<base::Instant> acknowledged_at;
    bool may_acknowledge = false;
    bool may_correct = false;          // by the reader, who wrote it
    std::vector<CommentView> comments; // oldest first

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &CheckInView::id},
                          base::Field{"goal", &CheckInView::goal},
                          base::Field{"name", &CheckInView::name},
                          base::Field{"at", &CheckInView::at},
                          base::Field{"progress", &CheckInView::progress},
                          base::Field{"confidence", &CheckInView::confidence},
                          base::Field{"confidence_before", &CheckInView::confidence_before},
                          base::Field{"obstacle", &CheckInView::obstacle},
                          base::Field{"unblocked_when", &CheckInView::unblocked_when},
                          base::Field{"next_step", &CheckInView::next_step},
                          base::Field{"question", &CheckInView::question},
                          base::Field{"answer", &CheckInView::answer},
                          base::Field{"values", &CheckInView::values},
                          base::Field{"acknowledged_by", &CheckInView::acknowledged_by},
                          base::Field{"acknowledged_at", &CheckInView::acknowledged_at},
                          base::Field{"may_acknowledge", &CheckInView::may_acknowledge},
                          base::Field{"comments", &CheckInView::comments}};
    }
};

struct ProposalView {
    domain::ProposalId id;
    domain::GoalId goal;
    domain::ProposalKind kind = domain::ProposalKind::other;
    std::string name; // of who made it
    base::Instant at{};
    std::string text;
    domain::ProposalState state = domain::ProposalState::open;
    std::string answer;
    std::string answered_by;
    std::optional<base::Instant> answered_at;
    bool may_answer = false;
    std::vector<CommentView> comments;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &ProposalView::id},
                          base::Field{"goal", &ProposalView::goal},
                          base::Field{"kind", &ProposalView::kind},
                          base::Field{"name", &ProposalView::name},
                          base::Field{"at", &ProposalView::at},
                          base::Field{"text", &ProposalView::text},
                          base::Field{"state", &ProposalView::state},
                          base::Field{"answer", &ProposalView::answer},
                          base::Field{"answered_by", &ProposalView::answered_by},
                          base::Field{"answered_at", &ProposalView::answered_at},
                          base::Field{"may_answer", &ProposalView::may_answer},
                          base::Field{"comments", &ProposalView::comments}};
    }
};

// Somebody was reminded of a check-in.
struct ReminderView {
    std::string name; // of who was
    std::string by;
    base::Instant at{};

    static constexpr auto fields() {
        return std::tuple{base::Field{"name", &ReminderView::name}, base::Field{"by", &ReminderView::by},
                          base::Field{"at", &ReminderView::at}};
    }
};

// All of it, for one goal and one reader.
struct GoalDialogue {
    domain::GoalId goal;
    BehavioursView behaviours;
    std::vector<ActivityView> activities; // under way and blocked first, then planned, done and dropped
    bool may_add_activity = false;
    plan::CheckInDay check_in_day;
    std::vector<std::string> told_of_missed;  // names: one level up, when a check-in has been missed
    std::vector<ReminderView> reminders;      // of the check-in that has been missed
    std::vector<std::string> can_be_reminded; // of it, by the reader: names
    std::vector<CheckInView> check_ins;       // newest first
    bool may_check_in = false;
    std::vector<ProposalView> proposals; // open ones first, newest first
    bool may_propose = false;
    std::vector<CommentView> comments; // on the goal itself, oldest first
    bool may_comment = false;
    std::vector<std::string> mentionable; // after an "@": names of those around the goal
    std::vector<std::string> followers;   // names
    bool is_following = false;
    bool may_follow = false;
    std::string note; // the reader's own, filled in by whoever may read it from the database

    static constexpr auto fields() {
        return std::tuple{base::Field{"goal", &GoalDialogue::goal},
                          base::Field{"behaviours", &GoalDialogue::behaviours},
                          base::Field{"activities", &GoalDialogue::activities},
                          base::Field{"may_add_activity", &GoalDialogue::may_add_activity},
                          base::Field{"check_in_day", &GoalDialogue::check_in_day},
                          base::Field{"told_of_missed", &GoalDialogue::told_of_missed},
                          base::Field{"reminders", &GoalDialogue::reminders},
                          base::Field{"can_be_reminded", &GoalDialogue::can_be_reminded},
                          base::Field{"check_ins", &GoalDialogue::check_ins},
                          base::Field{"may_check_in", &GoalDialogue::may_check_in},
                          base::Field{"proposals", &GoalDialogue::proposals},
                          base::Field{"may_propose", &GoalDialogue::may_propose},
                          base::Field{"comments", &GoalDialogue::comments},
                          base::Field{"may_comment", &GoalDialogue::may_comment},
                          base::Field{"mentionable", &GoalDialogue::mentionable},
                          base::Field{"followers", &GoalDialogue::followers},
                          base::Field{"is_following", &GoalDialogue::is_following},
                          base::Field{"may_follow", &GoalDialogue::may_follow},
                          base::Field{"note", &GoalDialogue::note}};
    }
};
GoalDialogue goal_dialogue(plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                           std::optional<domain::PersonId> reader, base::Date today);

// Each a <section> with its heading, or nothing where there is nothing to show and nothing the reader may do.
void write_behaviours(Html& h, Context const& context, BehavioursView const& view); // "Det här gör vi"
void write_activities(Html& h, Context const& context, GoalDialogue const& view);
void write_proposals(Html& h, Context const& context, GoalDialogue const& view);
void write_comments(Html& h, Context const& context, GoalDialogue const& view); // with the form
void write_private_note(Html& h, Context const& context, GoalDialogue const& view);
// A line: who follows, and the button.
void write_followers(Html& h, Context const& context, GoalDialogue const& view);

// That a check-in has been missed, who sees it and who has been reminded, with the button for who may remind. Nothing
// where none has been missed.
void write_missed_check_in(Html& h, Context const& context, GoalDialogue const& view);
// What stands within an entry of the goal's time line: <li> is the caller's.
void write_check_in_entry(Html& h, Context const& context, CheckInView const& check_in);
// The chart of confidence with the table behind it; nothing where there are fewer than two check-ins.
void write_confidence(Html& h, Context const& context, std::span<CheckInView const> newest_first);

} // namespace rodtrad::view::pages
