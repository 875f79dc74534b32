#include "steering/plan_rows.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "import/shown.hpp"
#include "plan/valid.hpp"
#include "steering/behaviours.hpp"
#include "steering/goal_wording.hpp"
#include "steering/goals.hpp"
#include "steering/key_results.hpp"
#include "steering/plan_names.hpp"
#include "steering/typed.hpp"
#include "steering/written_text.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace rodtrad::steering {

namespace {

using base::message;
using domain::Goal;
using domain::KeyResult;
using domain::PlanField;

// A row, in its table.
struct Row {
    PlanTable const& table;
    PlanRow const& row;
    std::string_view operator[](PlanField field) const { return table.cell(row, field); }
};

// A goal on its way in, with all that belongs to it.
struct Draft {
    Row row;
    Goal goal{};
    std::vector<std::size_t> supports{}; // others of the file
    std::vector<KeyResult> key_results{};
    std::vector<BehaviourWish> behaviours{};
    std::optional<domain::GoalId> standing{}; // it is already there
    bool is_wrong = false;
};

// What the fields of a use case are called in a file.
struct FieldName {
    std::string_view name;
    PlanField field;
};
constexpr auto field_names = std::to_array<FieldName>({
    {"title", PlanField::title},       {"description", PlanField::description},
    {"units", PlanField::unit},        {"owner", PlanField::owner},
    {"begins", PlanField::begins},     {"ends", PlanField::ends},
    {"supports", PlanField::supports}, {"measures", PlanField::measures},
    {"baseline", PlanField::baseline}, {"target", PlanField::target},
    {"upper", PlanField::upper},       {"unit_of_measure", PlanField::unit_of_measure},
    {"measure", PlanField::measure},   {"due", PlanField::due},
    {"text", PlanField::text},         {"pulse_question", PlanField::pulse_question},
    {"goal", PlanField::goal},         {"kind", PlanField::kind},
    {"rhythm", PlanField::rhythm},     {"form", PlanField::form},
    {"whose", PlanField::whose},       {"shared", PlanField::shared_with},
    {"level", PlanField::level},       {"perspective", PlanField::perspective},
    {"factor", PlanField::factor},
});
std::string_view name_of(PlanField field) { return std::ranges::find(field_names, field, &FieldName::field)->name; }

bool is_same_time(Goal const& a, Goal const& b) { return a.begins <= b.ends && b.begins <= a.ends; }

// "A; B" as A and B; nothing of what is empty.
std::vector<std::string_view> parts_of(std::string_view text) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        auto const end = std::min(text.find(';'), text.size());
        if (auto const part = base::trimmed(text.substr(0, end)); !part.empty()) parts.push_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

// What the forms on the pages call some of the template's words.
struct OtherWord {
    std::string_view on_pages;
    std::string_view in_template;
};
constexpr auto other_words = std::to_array<OtherWord>({
    {"SMART-mål", "SMART"},
    {"SMART goal", "SMART"},
    {"styrkortsmål", "styrkort"},
    {"scorecard goal", "scorecard"},
    {"mål och nyckelresultat", "OKR"},
    {"milstolpe", "delmål"},
    {"politiskt mål", "politisk"},
    {"political goal", "political"},
    {"verksamhetsmål", "verksamhet"},
    {"operational goal", "operational"},
});
std::string_view in_template(std::string_view written) {
    auto const* const other =
        std::ranges::find_if(other_words, [&](OtherWord const& word) { return is_same(word.on_pages, written); });
    return other == other_words.end() ? written : other->in_template;
}

class Intake {
public:
    Intake(Work& work, PlanTables const& file) : m_work{work}, m_file{file}, m_names{work} {
        m_report.complaints = file.complaints;
        for (auto const& goal : work.tables().goals) m_goals.emplace(plain(goal.title), &goal);
    }

    PlanReport take_in() {
        for_each_row(domain::PlanSheetKind::goals, [this](Row row) { read_goal(row); });
        for (auto& draft : m_drafts)
            if (!draft.standing) read_links(draft);
        for_each_row(domain::PlanSheetKind::key_results, [this](Row row) { read_key_result(row); });
        for_each_row(domain::PlanSheetKind::behaviours, [this](Row row) { read_behaviour(row); });
        auto const order = in_order_of_support();
        for (auto const at : order) put(m_drafts[at]);
        tell_the_rest();
        return std::move(m_report);
    }

private:
    void for_each_row(domain::PlanSheetKind kind, std::function<void(Row)> const& read) {
        for (auto const& table : m_file.tables)
            if (table.kind == kind)
                for (auto const& row : table.rows) read({table, row});
    }

    void complain(Row row, std::optional<PlanField> field, std::string_view problem,
                  std::vector<std::string> values = {}) {
        m_report.complaints.push_back({.place = row.table.place,
                                       .row = row.row.number,
                                       .column = field ? row.table.heading(*field) : std::string{},
                                       .text = field ? import::shown(row[*field]) : std::string{},
                                       .problem = problem,
                                       .values = std::move(values)});
    }
    void complain(Row row, PlanRowFault const& fault) {
        m_report.complaints.push_back({.place = row.table.place,
                                       .row = row.row.number,
                                       .column = fault.cell && *fault.cell < row.table.headings.size()
                                                     ? row.table.headings[*fault.cell]
                                                     : std::string{},
                                       .text = fault.text,
                                       .problem = fault.problem.problem,
                                       .remedy = fault.problem.remedy});
    }

    // Whether what is read or checked of the row is right; where it is not, it is complained about.
    bool is_right(Row row, std::function<void()> const& check) {
        try {
            check();
            return true;
        } catch (Refused const& refused) {
            auto const* const named = std::ranges::find(field_names, refused.field(), &FieldName::name);
            complain(row, named == field_names.end() ? std::nullopt : std::optional{named->field}, refused.message(),
                     refused.values());
        } catch (Forbidden const& forbidden) {
            complain(row, {},
                     forbidden.right() == plan::Right::steer
                         ? message("You may not write behaviours at {0}: whoever leads the unit does.")
                         : message("You may not write goals at {0}. Ask someone who works there."),
                     {unit_name(forbidden.unit())});
        }
        return false;
    }

    std::string unit_name(std::string const& code) const {
        auto const unit = m_work.data().find_unit(code);
        return unit ? m_work.data().units[*unit].unit.name : code;
    }

    // One of the words that can stand in a cell.
    template <class Value, std::size_t Count>
    static Value chosen(std::array<domain::PlanWord<Value>, Count> const& words, Row row, PlanField field,
                        Value otherwise) {
        auto const written = in_template(row[field]);
        if (written.empty()) return otherwise;
        for (auto const& word : words)
            if (is_same(word.swedish, written) || is_same(word.english, written)) return word.value;
        throw Refused{std::string{name_of(field)},
                      message("“{0}” cannot stand here. Choose one of the words in the template’s list."),
                      {std::string{written}}};
    }

    void read_goal(Row row) {
        Draft draft{.row = row};
        auto& goal = draft.goal;
        if (row.row.fault) {
            complain(row, *row.row.fault);
            draft.is_wrong = true;
            keep(std::move(draft));
            return;
        }
        goal.cycle = domain::Cycle::own;
        auto const read = [&](std::function<void()> const& what) {
            if (!is_right(row, what)) draft.is_wrong = true;
        };
        read([&] { goal.title = written_line("title", row[PlanField::title], Empty::is_refused); });
        read([&] {
            for (auto const field : {PlanField::unit, PlanField::shared_with})
                for (auto const part : parts_of(row[field])) goal.units.push_back(m_names.unit(name_of(field), part));
            if (goal.units.empty()) throw Refused{"units", message("Choose whose goal it is: at least one unit.")};
        });
        read([&] { goal.begins = typed_date("begins", row[PlanField::begins]).value_or(base::Date{}); });
        read([&] { goal.ends = typed_date("ends", row[PlanField::ends]).value_or(base::Date{}); });
        if (!draft.is_wrong) {
            draft.standing = standing_goal(goal);
            if (is_told_before(goal)) {
                complain(row, PlanField::title,
                         message("The goal stands twice in the file, for the same unit. Leave out one of the rows."));
                draft.is_wrong = true;
                keep(std::move(draft));
                return;
            }
        }
        if (!draft.standing) {
            read([&] {
                goal.kind = chosen(domain::goal_kind_words, row, PlanField::kind, domain::GoalKind::scorecard);
            });
            read([&] { goal.rhythm = chosen(domain::rhythm_words, row, PlanField::rhythm, domain::Rhythm::monthly); });
            read([&] {
                goal.level = chosen(domain::level_words, row, PlanField::level, domain::GoalLevel::operational);
            });
            read([&] { goal.owner = m_names.person(row[PlanField::owner]); });
            if (!goal.units.empty()) {
                read([&] { goal.perspective = m_names.perspective(goal, row[PlanField::perspective]); });
                read([&] { goal.factor = m_names.factor(goal, row[PlanField::factor]); });
            }
            read([&] {
                for (auto const part : parts_of(row[PlanField::measures]))
                    goal.measures.push_back(m_names.measure("measures", part));
            });
            goal.description = row[PlanField::description];
            if (!draft.is_wrong)
                read([&] {
                    goal = reworded(m_work, {}, goal);
                    m_work.require_in_any(plan::Right::take_part, goal.units);
                });
        }
        keep(std::move(draft));
    }

    std::optional<domain::GoalId> standing_goal(Goal const& goal) const {
        auto const [first, last] = m_goals.equal_range(plain(goal.title));
        for (auto at = first; at != last; ++at) {
            auto const& standing = *at->second;
            bool const is_of_unit = !standing.units.empty() && standing.units.front() == goal.units.front();
            if (is_of_unit && is_same_time(standing, goal)) return standing.id;
        }
        return {};
    }
    bool is_told_before(Goal const& goal) const {
        return std::ranges::any_of(drafts_called(goal.title, goal.units.front()),
                                   [&](std::size_t at) { return is_same_time(m_drafts[at].goal, goal); });
    }

    void keep(Draft draft) {
        m_called[plain(draft.row[PlanField::title])].push_back(m_drafts.size());
        m_drafts.push_back(std::move(draft));
    }

    // The goals of the file with that title; at that unit, where one is named.
    std::vector<std::size_t> drafts_called(std::string_view title, std::string const& unit = {}) const {
        auto const found = m_called.find(plain(title));
        auto called = found == m_called.end() ? std::vector<std::size_t>{} : found->second;
        std::erase_if(called, [&](std::size_t at) {
            auto const& units = m_drafts[at].goal.units;
            return !unit.empty() && (units.empty() || units.front() != unit);
        });
        return called;
    }

    void read_links(Draft& draft) {
        auto const written = base::trimmed(draft.row[PlanField::supports]);
        bool const is_right_so = is_right(draft.row, [&] {
            if (written.empty() || link(draft, written)) return; // a title may hold a semicolon
            for (auto const part : parts_of(written))
                if (!link(draft, part))
                    throw Refused{"supports",
                                  message("There is no goal and no steering document called “{0}”, neither in the file "
                                          "nor here. Write its title as it stands."),
                                  {std::string{part}}};
        });
        if (!is_right_so ||
            (!draft.is_wrong && !is_right(draft.row, [&] { draft.goal = reworded(m_work, {}, draft.goal); })))
            draft.is_wrong = true;
    }

    // False where there is nothing of that title.
    bool link(Draft& draft, std::string_view title) {
        auto const refuse_several = [&] {
            throw Refused{"supports",
                          message("Several goals are called “{0}”. Leave the cell empty, and choose the right one on "
                                  "the page of the goal."),
                          {std::string{title}}};
        };
        auto const called = drafts_called(title);
        if (called.size() > 1) refuse_several();
        if (called.size() == 1) {
            auto const& other = m_drafts[called.front()];
            if (&other == &draft) throw Refused{"supports", message("A goal cannot support itself.")};
            if (other.standing)
                draft.goal.supports.push_back(*other.standing);
            else
                draft.supports.push_back(called.front());
            return true;
        }
        domain::GoalId found;
        auto const [first, last] = m_goals.equal_range(plain(title));
        for (auto at = first; at != last; ++at) {
            if (!is_same_time(*at->second, draft.goal)) continue;
            if (found.value() != 0) refuse_several();
            found = at->second->id;
        }
        if (found.value() != 0) {
            draft.goal.supports.push_back(found);
            return true;
        }
        for (auto const& document : m_work.tables().documents)
            if (plan::is_valid(document, m_work.today()) && is_same(document.title, title)) {
                draft.goal.supports_documents.push_back(document.id);
                return true;
            }
        return false;
    }

    // Whose key result or behaviour it is; null where that is wrong, which is then told.
    Draft* draft_of(Row row) {
        if (row.row.fault) complain(row, *row.row.fault);
        Draft* draft = nullptr;
        static_cast<void>(is_right(row, [&] {
            auto const title = row[PlanField::goal];
            if (title.empty()) throw Refused{"goal", message("Write the title of the goal.")};
            auto const unit = row[PlanField::unit];
            auto const called =
                drafts_called(title, unit.empty() ? std::string{} : m_names.unit(name_of(PlanField::unit), unit));
            if (called.empty())
                throw Refused{"goal",
                              message("No row in the table of goals is called “{0}”. Write the title as it stands "
                                      "there."),
                              {std::string{title}}};
            if (called.size() > 1)
                throw Refused{"goal",
                              message("Several goals are called “{0}”. Write whose it is in the column “enhet” or "
                                      "“unit”."),
                              {std::string{title}}};
            draft = &m_drafts[called.front()];
        }));
        if (draft != nullptr && row.row.fault && !draft->standing) draft->is_wrong = true;
        return draft == nullptr || row.row.fault || draft->standing ? nullptr : draft;
    }

    void read_key_result(Row row) {
        auto* const draft = draft_of(row);
        if (draft == nullptr) return;
        KeyResult key_result;
        auto const number = [&](PlanField field) { return typed_number(name_of(field), row[field]); };
        bool const is_right_so = is_right(row, [&] {
            key_result.title = row[PlanField::title];
            auto const form = chosen(domain::form_words, row, PlanField::form, domain::KeyResultForm{});
            std::tie(key_result.kind, key_result.aim, key_result.bound) = std::tie(form.kind, form.aim, form.bound);
            key_result.baseline = number(PlanField::baseline);
            key_result.target = number(PlanField::target);
            key_result.upper = number(PlanField::upper);
            key_result.unit_of_measure = row[PlanField::unit_of_measure];
            if (auto const measure = row[PlanField::measure]; !measure.empty())
                key_result.measure = m_names.measure("measure", measure);
            key_result.due = typed_date("due", row[PlanField::due]);
            auto of = draft->goal;
            // What is wrong with the days of the goal is told at its own row.
            if (!of.begins.ok() || !of.ends.ok() || of.ends < of.begins) key_result.due.reset();
            key_result = reworded(m_work, of, {}, key_result);
        });
        if (is_right_so)
            draft->key_results.push_back(std::move(key_result));
        else
            draft->is_wrong = true;
    }

    void read_behaviour(Row row) {
        auto* const draft = draft_of(row);
        if (draft == nullptr) return;
        BehaviourWish wish{.id = {}, .place = static_cast<int>(draft->behaviours.size())};
        bool const is_right_so = is_right(row, [&] {
            wish.text = written_line("text", row[PlanField::text], Empty::is_refused);
            wish.whose = chosen(domain::whose_words, row, PlanField::whose, domain::Whose::everyone);
            wish.pulse_question = written_line("pulse_question", row[PlanField::pulse_question], Empty::is_fine);
            if (!draft->is_wrong) m_work.require_in_any(plan::Right::steer, draft->goal.units);
        });
        if (is_right_so)
            draft->behaviours.push_back(std::move(wish));
        else
            draft->is_wrong = true;
    }

    // Those that can come in, each after what it supports.
    std::vector<std::size_t> in_order_of_support() {
        std::vector<std::size_t> order;
        std::vector<bool> is_placed(m_drafts.size(), false);
        for (bool is_moving = true; is_moving;) {
            is_moving = false;
            for (std::size_t at = 0; at < m_drafts.size(); ++at) {
                auto const& draft = m_drafts[at];
                bool const is_ready = std::ranges::all_of(draft.supports, [&](auto other) { return is_placed[other]; });
                if (is_placed[at] || draft.standing || draft.is_wrong || !is_ready) continue;
                is_placed[at] = true;
                is_moving = true;
                order.push_back(at);
            }
        }
        for (std::size_t at = 0; at < m_drafts.size(); ++at) {
            auto& draft = m_drafts[at];
            if (is_placed[at] || draft.standing || draft.is_wrong) continue;
            complain(draft.row, PlanField::supports,
                     message("The goal that it supports is left out, or leads up to this one. Mend that first."));
        }
        for (std::size_t at = 0; at < m_drafts.size(); ++at)
            if (!is_placed[at]) m_drafts[at].is_wrong = m_drafts[at].is_wrong || !m_drafts[at].standing;
        return order;
    }

    void put(Draft& draft) {
        for (auto const other : draft.supports) draft.goal.supports.push_back(*m_drafts[other].standing);
        auto const id = create_goal(m_work, draft.goal);
        for (auto const& key_result : draft.key_results) add_key_result(m_work, id, key_result, {});
        if (!draft.behaviours.empty()) save_behaviours(m_work, id, {}, draft.behaviours);
        draft.standing = id;
        m_report.drafts.push_back(told(draft));
    }

    PlanReport::Goal told(Draft const& draft) const {
        auto const& perspectives = m_work.tables().perspectives;
        auto const* perspective = draft.goal.perspective ? perspectives.find(*draft.goal.perspective) : nullptr;
        return {.id = *draft.standing,
                .title = draft.goal.title,
                .unit = unit_name(draft.goal.units.front()),
                .perspective = perspective != nullptr ? perspective->name : std::string{},
                .key_results = draft.key_results.size(),
                .behaviours = draft.behaviours.size()};
    }

    void tell_the_rest() {
        for (auto const& draft : m_drafts) {
            if (draft.is_wrong) {
                ++m_report.left_out;
                auto const is_of_it = [&](PlanComplaint const& complaint) {
                    return complaint.place == draft.row.table.place && complaint.row == draft.row.row.number;
                };
                if (std::ranges::none_of(m_report.complaints, is_of_it))
                    complain(draft.row, PlanField::title,
                             message("The goal is left out, for one of its key results or behaviours is wrong. Mend "
                                     "that, and send the file again."));
            } else if (std::ranges::none_of(m_report.drafts, [&](auto const& one) { return one.id == draft.standing; }))
                m_report.already_there.push_back(told(draft));
        }
    }

    Work& m_work;
    PlanTables const& m_file;
    PlanNames m_names;
    std::vector<Draft> m_drafts;
    base::TextMap<std::vector<std::size_t>> m_called;             // drafts, by title
    std::multimap<std::string, Goal const*, std::less<>> m_goals; // that stand already, by title
    PlanReport m_report;
};

} // namespace

PlanReport take_in_plan(Work& work, PlanTables const& file) { return Intake{work, file}.take_in(); }

} // namespace rodtrad::steering
