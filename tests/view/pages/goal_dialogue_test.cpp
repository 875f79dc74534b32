#include "study/dataset_builder.hpp"
#include "view/charts/confidence.hpp"
#include "view/pages/activity_page.hpp"
#include "view/pages/behaviours_page.hpp"
#include "view/pages/check_in_page.hpp"
#include "view/pages/coaching_page.hpp"
#include "view/pages/comment_page.hpp"
#include "view/pages/goal_dialogue.hpp"
#include "view/pages/proposal_page.hpp"
#include "view/well_formed.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace rodtrad::view::pages {

namespace {

base::Date const today = *base::to_date("2026-10-20");
domain::PersonId const head{1};
domain::PersonId const teacher{2};
domain::PersonId const reader{3};
domain::GoalId const goal_id{1};

std::string const hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\n& javascript:alert(1)";

// A goal with one of each thing, all of whose texts are the same.
struct Lived {
    std::shared_ptr<plan::Plan const> plan;
    study::Dataset data;

    explicit Lived(std::string const& text, int check_ins = 2) {
        data.units = study::in_tree_order({{domain::UnitId{1}, {.code = "skola", .name = text}}});
        plan::Tables tables;
        tables.people = plan::Table<domain::Person>{{{.id = head, .user_name = "bo", .name = text},
                                                     {.id = teacher, .user_name = "anna", .name = "Anna Ek"},
                                                     {.id = reader, .user_name = "ola", .name = "Ola Berg"}}};
        tables.grants = plan::Table<domain::Grant>{
            {{.id = domain::GrantId{1}, .person = head, .role = domain::Role::manager, .unit = "skola"},
             {.id = domain::GrantId{2}, .person = teacher, .role = domain::Role::member, .unit = "skola"},
             {.id = domain::GrantId{3}, .person = reader, .role = domain::Role::reader}}};
        tables.goals = plan::Table<domain::Goal>{{{.id = goal_id,
                                                   .version = 1,
                                                   .title = text,
                                                   .units = {"skola"},
                                                   .owner = teacher,
                                                   .begins = *base::to_date("2026-01-01"),
                                                   .ends = *base::to_date("2026-12-31"),
                                                   .rhythm = domain::Rhythm::weekly,
                                                   .state = domain::GoalState::active,
                                                   .raised = text,
                                                   .followed_up = text,
                                                   .rewarded = text,
                                                   .deprioritised = text}}};
        tables.key_results = plan::Table<domain::KeyResult>{
            {{.id = domain::KeyResultId{1}, .goal = goal_id, .title = text, .unit_of_measure = text},
             {.id = domain::KeyResultId{2}, .goal = goal_id, .kind = domain::KeyResultKind::milestone, .title = text}}};
        tables.behaviours = plan::Table<domain::Behaviour>{
            {{.id = domain::BehaviourId{1}, .version = 1, .goal = goal_id, .text = text, .pulse_question = text},
             {.id = domain::BehaviourId{2},
              .version = 1,
              .goal = goal_id,
              .text = text,
              .whose = domain::Whose::leaders}}};
        tables.activities = plan::Table<domain::Activity>{{{.id = domain::ActivityId{1},
                                                            .version = 1,
                                                            .goal = goal_id,
                                                            .unit = "skola",
                                                            .title = text,
                                                            .owner = head,
                                                            .due = base::plus_days(today, -1),
                                                            .state = domain::ActivityState::blocked,
                                                            .obstacle = text}}};
        std::vector<domain::CheckIn> told;
        for (int number = 1; number <= check_ins; ++number)
            told.push_back({.id = domain::CheckInId{number},
                            .goal = goal_id,
                            .by = teacher,
                            .at = base::to_instant("2026-09-0" + std::to_string(number) + "T08:00:00Z"),
                            .progress = text,
                            .confidence = 1 + number,
                            .obstacle = text,
                            .unblocked_when = text,
                            .next_step = text,
                            .question = text,
                            .answer = text,
                            .values = {{domain::KeyResultId{1}, 7.5, false}, {domain::KeyResultId{2}, {}, true}}});
        tables.check_ins = plan::Table<domain::CheckIn>{told};
        tables.questions = plan::Table<domain::CoachingQuestion>{
            {{.id = domain::CoachingQuestionId{1}, .version = 1, .text = text, .text_en = text}}};
        auto const at = base::to_instant("2026-10-01T08:00:00Z");
        std::vector<domain::Comment> comments;
        for (auto const kind : {domain::SubjectKind::goal, domain::SubjectKind::behaviour,
                                domain::SubjectKind::check_in, domain::SubjectKind::proposal})
            comments.push_back({.id = domain::CommentId{static_cast<std::int64_t>(comments.size()) + 1},
                                .version = 1,
                                .goal = goal_id,
                                .about = kind,
                                .subject = kind == domain::SubjectKind::goal ? 0 : 1,
                                .by = head,
                                .at = at,
                                .text = text});
        tables.comments = plan::Table<domain::Comment>{comments};
        tables.proposals = plan::Table<domain::Proposal>{{{.id = domain::ProposalId{1},
                                                           .version = 1,
                                                           .goal = goal_id,
                                                           .by = teacher,
                                                           .at = at,
                                                           .text = text,
                                                           .state = domain::ProposalState::accepted,
                                                           .answer = text,
                                                           .answered_by = head,
                                                           .answered_at = at}}};
        tables.followings = plan::Table<domain::Following>{
            {{.id = domain::FollowingId{1}, .person = head, .goal = goal_id},
             {.id = domain::FollowingId{2}, .person = reader, .goal = goal_id, .is_ended = true}}};
        plan = std::make_shared<plan::Plan const>(std::move(tables), 1);
    }

    domain::Goal const& goal() const { return *plan->goals.find(goal_id); }
    GoalDialogue dialogue(domain::PersonId who) const { return goal_dialogue(*plan, data, goal(), who, today); }
};

Context context_of(domain::PersonId who, Language const& language = Language::english()) {
    return {.language = language, .organisation = "Lillköping", .version = "1", .person = who, .csrf = "secret"};
}

std::string sections(GoalDialogue const& view, Context const& context) {
    Html h;
    h.div([&] {
        write_behaviours(h, context, view.behaviours);
        write_activities(h, context, view);
        write_proposals(h, context, view);
        write_comments(h, context, view);
        write_private_note(h, context, view);
        write_followers(h, context, view);
        write_missed_check_in(h, context, view);
        write_confidence(h, context, view.check_ins);
        for (auto const& check_in : view.check_ins) write_check_in_entry(h, context, check_in);
    });
    return std::move(h).take();
}

std::vector<std::string> pages_for(Lived const& lived, domain::PersonId who, Filled const& typed,
                                   Language const& language) {
    auto const context = context_of(who, language);
    auto const place = goal_place(lived.goal(), lived.data);
    auto const dialogue = lived.dialogue(who);
    auto const check_in = check_in_form(*lived.plan, lived.data, lived.goal(), who, today, language);
    return {
        behaviours_page(behaviours_form(*lived.plan, lived.data, lived.goal()), typed, context),
        behaviour_page(behaviour_talk(*lived.plan, lived.data, lived.goal(), lived.plan->behaviours[0], who, today),
                       context),
        activity_page(activity_form(*lived.plan, lived.data, lived.goal(), &lived.plan->activities[0], who, today),
                      typed, context),
        check_in_page(check_in, typed, context),
        check_in_history_page({place, dialogue.check_ins, dialogue.may_check_in}, context),
        check_in_talk_page({place, dialogue.check_ins.front(), dialogue.may_comment, dialogue.mentionable}, context),
        proposal_form_page(place, typed, context),
        proposal_page({place, dialogue.proposals.front(), 1, dialogue.may_comment, dialogue.mentionable}, typed,
                      context),
        comment_again_page(place, {.goal = goal_id, .label = "Comment", .button = "Comment"}, dialogue.mentionable,
                           typed, context),
        own_comment_page(place, lived.plan->comments[0], typed, context),
        note_page(place, typed, context),
        coaching_page(coaching_form(*lived.plan, true), typed, context)};
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

} // namespace

TEST_CASE("whatever people write about a goal is text on every page of it, in every field, and to everyone") {
    Lived const lived{hostile};
    std::vector<std::string> fields{"text",           "to",        "answer", "state",       "kind",     "unit",
                                    "title",          "owner",     "due",    "obstacle",    "progress", "confidence",
                                    "unblocked_when", "next_step", "raised", "followed_up", "rewarded", "deprioritised",
                                    "version",        "value.1",   "value.2"};
    for (auto const* field : {"text", "text_en", "whose", "pulse", "place", "end", "id", "version"})
        fields.push_back(row_field(field, 0));
    Filled::Values values;
    for (auto const& field : fields) values.emplace_back(field, hostile);
    auto const typed = Filled::typed(values, {{"text", hostile}, {"", hostile}});
    for (auto const* language : {&Language::swedish(), &Language::english()})
        for (auto const who : {head, teacher, reader}) {
            auto dialogue = lived.dialogue(who);
            dialogue.note = hostile;
            auto all = pages_for(lived, who, typed, *language);
            all.push_back(sections(dialogue, context_of(who, *language)));
            for (auto const& page : all) {
                CHECK_FALSE(has(page, "<script>alert"));
                CHECK_FALSE(has(page, "<img"));
                CHECK_FALSE(has(page, "href=\"javascript"));
            }
        }
}

TEST_CASE("a reader is shown everything and offered nothing") {
    Lived const lived{"Ord"};
    auto const dialogue = lived.dialogue(reader);
    CHECK(dialogue.check_ins.size() == 2);
    auto const written = sections(dialogue, context_of(reader));
    CHECK_FALSE(has(written, "<form"));
    CHECK_FALSE(has(written, "/anteckning"));
    CHECK(has(sections(lived.dialogue(teacher), context_of(teacher)), "<form"));
}

TEST_CASE("a member checks in and proposes; a manager answers, acknowledges and says how the goal is lived") {
    Lived const lived{"Ord"};
    auto const member = lived.dialogue(teacher);
    CHECK(member.may_check_in);
    CHECK(member.may_propose);
    CHECK_FALSE(member.behaviours.may_edit);
    CHECK_FALSE(member.check_ins.front().may_acknowledge);
    CHECK_FALSE(member.proposals.front().may_answer);
    auto const manager = lived.dialogue(head);
    CHECK(manager.behaviours.may_edit);
    CHECK(manager.check_ins.front().may_acknowledge);
    CHECK(manager.proposals.front().may_answer);
}

TEST_CASE("a missed check-in says who has been told: those who lead the unit, and not who owed it") {
    Lived const lived{"Ord"};
    auto const dialogue = lived.dialogue(teacher);
    CHECK(dialogue.check_in_day.is_missed);
    CHECK(dialogue.told_of_missed == std::vector<std::string>{"Ord"});
    CHECK(has(sections(dialogue, context_of(teacher)), "The check-in has been missed."));
    CHECK_FALSE(has(sections(dialogue, context_of(teacher)), "/paminn"));
    CHECK(has(sections(lived.dialogue(head), context_of(head)), "/paminn"));
}

TEST_CASE("a check-in shows how sure they are beside how sure they were, and the chart has its table") {
    Lived const lived{"Ord"};
    auto const written = sections(lived.dialogue(teacher), context_of(teacher));
    CHECK(has(written, "confidence 3 of 5 (before 2)"));
    CHECK(has(written, "confidence 2 of 5<"));
    CHECK(has(written, "From 2 of 5 (1 September 2026) to 3 of 5 (2 September 2026)."));
    CHECK(has(written, "<table"));
    Lived const one{"Ord", 1};
    CHECK_FALSE(has(sections(one.dialogue(teacher), context_of(teacher)), "<svg class=\"wide\""));
}

TEST_CASE("the chart of confidence is well formed whoever told what, also where all was told on one day") {
    ConfidenceView view{.title = hostile, .points = {{today, 1, hostile}, {today, 5, hostile}}};
    for (auto const* language : {&Language::swedish(), &Language::english()}) {
        auto const chart = confidence_chart(view, *language);
        CHECK(tests::fault_in(chart.markup()) == "");
        CHECK_FALSE(has(chart.markup(), "<script>alert"));
    }
}

TEST_CASE("what someone withdrew is shown to nobody, but that it was said is") {
    Lived lived{"Ord"};
    plan::Tables tables{*lived.plan};
    auto comment = *tables.comments.find(domain::CommentId{1});
    comment.text = "Hemligt";
    comment.is_withdrawn = true;
    tables.comments.put(comment);
    lived.plan = std::make_shared<plan::Plan const>(std::move(tables), 2);
    auto const dialogue = lived.dialogue(head);
    CHECK(dialogue.comments.front().text.empty());
    CHECK(has(sections(dialogue, context_of(head)), "Withdrawn by its author."));
}

TEST_CASE("a form typed on an earlier reading shows what stands now, and can then be sent") {
    Lived const lived{"Så står det"};
    auto const form = behaviours_form(*lived.plan, lived.data, lived.goal());
    auto standing = standing_of(form);
    auto const same = behaviours_page(form, standing, context_of(head));
    CHECK_FALSE(has(same, "Now it says:"));
    auto const typed = Filled::typed({{"version", "0"},
                                      {"raised", "Så skrev jag"},
                                      {"id.0", "1"},
                                      {"version.0", "0"},
                                      {"text.0", "Så skrev jag om beteendet"}},
                                     {});
    auto const page = behaviours_page(form, typed, context_of(head));
    CHECK(has(page, "Så skrev jag om beteendet"));
    CHECK(has(page, "Now it says:"));
    CHECK(has(page, "name=\"version.0\" value=\"1\""));
}

TEST_CASE("the names that are offered can be mentioned: one that two people have is given as a user name") {
    Lived lived{"Anna Ek"}; // so the manager is called that too
    auto const dialogue = lived.dialogue(head);
    CHECK(dialogue.mentionable == std::vector<std::string>{"Ola Berg", "anna"});
}

} // namespace rodtrad::view::pages
