#include "view/format.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/goals_view.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/plan_import_page.hpp"

#include <string_view>

namespace rodtrad::view::pages {

namespace {

using plan::Standing;

std::string counted(std::size_t count, Language const& language) {
    return whole(language, static_cast<std::int64_t>(count));
}

std::string heading_of(GoalsView const& view, Language const& language) {
    bool const is_political = view.question.level == domain::GoalLevel::political;
    if (view.unit.empty()) return std::string{is_political ? language.tr("Political goals") : language.tr("Goals")};
    return is_political ? language.tr("Political goals of {0}", view.unit) : language.tr("Goals of {0}", view.unit);
}

// "12 mål: 3 uppnådda, 5 på väg, 1 ligger efter."
void write_summary(Html& h, GoalsView const& view, Language const& language) {
    std::size_t all = 0;
    std::vector<std::string> parts;
    for (auto const& count : view.counts) {
        all += count.goals;
        parts.push_back(standing_count(count.standing, count.goals, language));
    }
    h.p(class_("lede"), [&] {
        if (all == 0) {
            h.text(language.tr("There is no goal here."));
            return;
        }
        auto const goals =
            language.trn("{0} goal", "{0} goals", static_cast<std::int64_t>(all), counted(all, language));
        h.text(language.tr("{0}: {1}.", goals, in_a_row(language, parts)));
        if (view.silent > 0)
            h.text(" " + language.trn("{0} has not been checked in on in time.",
                                      "{0} have not been checked in on in time.",
                                      static_cast<std::int64_t>(view.silent), counted(view.silent, language)));
    });
}

void write_option(Html& h, std::string_view value_of_it, std::string_view text, bool is_chosen) {
    h.option(value(value_of_it), selected(is_chosen), text);
}

void write_select(Html& h, std::string_view field, std::string_view label_of_it, auto const& options) {
    h.label([&] {
        h.text(label_of_it);
        h.select(name(field), options);
    });
}

template <class T>
void write_choice_of(Html& h, std::string_view field, std::string_view label_of_it, std::optional<T> chosen,
                     auto const& name_of_one, Language const& language) {
    write_select(h, field, label_of_it, [&] {
        write_option(h, {}, language.tr("All"), !chosen);
        for (auto const& [value_of_it, unused] : names_of(T{}))
            write_option(h, word_of(value_of_it), name_of_one(value_of_it, language), chosen == value_of_it);
    });
}

void write_filters(Html& h, GoalsView const& view, Language const& language) {
    auto const& question = view.question;
    h.form(class_("filters"), action(goals_url()), method("get"), aria_label(language.tr("Which goals")), [&] {
        write_select(h, "enhet", language.tr("Unit"), [&] {
            write_option(h, {}, language.tr("The whole organisation"), question.unit.empty());
            for (auto const& unit : view.units) write_option(h, unit.value, unit.text, unit.value == question.unit);
        });
        write_choice_of<domain::GoalLevel>(h, "niva", language.tr("Level"), question.level, level_name, language);
        write_choice_of<domain::GoalKind>(h, "slag", language.tr("Kind"), question.kind, kind_name, language);
        write_select(h, "lage", language.tr("State"), [&] {
            write_option(h, {}, language.tr("Not over"), !question.state && !question.is_all);
            write_option(h, "alla", language.tr("All"), question.is_all);
            for (auto const& [state, unused] : names_of(domain::GoalState{}))
                write_option(h, word_of(state), state_name(state, language), question.state == state);
        });
        write_choice_of<Standing>(h, "status", language.tr("Computed"), question.standing, standing_name, language);
        h.label(class_("tick"), [&] {
            h.input(type("checkbox"), name("ansvarig"), value("saknas"), checked(question.is_without_owner));
            h.text(language.tr("Only without an owner ({0})", counted(view.without_owner, language)));
        });
        h.label(class_("tick"), [&] {
            h.input(type("checkbox"), name("avstamning"), value("missad"), checked(question.is_silent));
            h.text(language.tr("Only not checked in on in time ({0})", counted(view.silent, language)));
        });
        h.button(class_("btn quiet"), type("submit"), language.tr("Show"));
    });
}

void write_about(Html& h, GoalRow const& row, Language const& language) {
    h.p(class_("of"), [&] {
        h.text(row.unit);
        if (row.shared > 0)
            h.text(" " + language.trn("and {0} more unit", "and {0} more units", static_cast<std::int64_t>(row.shared),
                                      counted(row.shared, language)));
        h.text(" · " + row.cycle);
        if (!row.owner.empty()) h.text(" · " + row.owner);
        if (row.counted > 0)
            h.text(" · " + language.trn("{0} of {1} key result reached", "{0} of {1} key results and measures reached",
                                        row.counted, whole(language, row.met), whole(language, row.counted)));
    });
}

void write_row(Html& h, GoalRow const& row, Language const& language) {
    h.li([&] {
        h.div([&] {
            h.h2(class_("goal-title"), [&] { h.a(href(row.address), row.title); });
            write_about(h, row, language);
            if (!row.reason.empty()) h.p(class_("goal-reason"), language.tr("“{0}”", row.reason));
        });
        h.div(class_("goal-status"), [&] {
            bool const is_told_below = row.is_silent && row.standing == Standing::stale;
            if (row.standing == Standing::not_begun)
                write_tag(h, {Sign::watch, Tone::normal, std::string{state_name(row.state, language)}});
            else if (!is_told_below)
                write_tag(h, standing_tag(row.standing, language));
            if (row.is_silent) write_tag(h, {Sign::silent, Tone::worse, std::string{language.tr("gone silent")}});
            if (row.verdict) {
                auto tag = verdict_tag(*row.verdict, language);
                tag.text = language.tr("Judged: {0}", tag.text);
                write_tag(h, tag);
            }
            if (row.owner.empty()) write_tag(h, {Sign::gap, Tone::worse, std::string{language.tr("no owner")}});
        });
    });
}

} // namespace

std::string goals_page(GoalsView const& view, Context const& context) {
    auto const& language = context.language;
    auto const heading = heading_of(view, language);
    Frame const frame{heading, Section::goals, goals_url(view.question), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.div(class_("goals-top"), [&] {
            h.h1(heading);
            if (view.may_write)
                h.div(class_("ways-to-goals"), [&] {
                    h.a(class_("btn"), href(new_goal_url(view.question.unit)), language.tr("New goal"));
                    h.a(href(plan_import_url()), language.tr("Goals from Excel"));
                });
        });
        write_summary(h, view, language);
        write_filters(h, view, language);
        if (view.rows.empty())
            h.p(class_("empty"), language.tr("No goal fits all of that. Choose less."));
        else
            h.ol(class_("goal-rows"), [&] {
                for (auto const& row : view.rows) write_row(h, row, language);
            });
        write_pager(h, view.question.page, view.pages, language, [&](std::size_t page) {
            auto question = view.question;
            question.page = page;
            return goals_url(question);
        });
    });
}

} // namespace rodtrad::view::pages
