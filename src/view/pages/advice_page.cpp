#include "view/pages/advice_page.hpp"

#include "base/date.hpp"
#include "view/format.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_advice.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/red_thread_addresses.hpp"
#include "view/sentences.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t told = 5;     // of each rule, where all rules are shown
constexpr std::size_t a_page = 100; // where one is

// A day as it is spoken of; a title as it is.
std::string spoken(std::string const& value, Language const& language) {
    auto const day = base::to_date(value);
    return day ? date(language, *day) : value;
}

AdviceRow row_of(plan::Advice const& advice, study::Dataset const& data, Language const& language) {
    AdviceRow row{.about = {{}, advice_url()}, .what = advice_sentence(advice, language)};
    if (auto const* const* goal = std::get_if<domain::Goal const*>(&advice.about)) {
        row.about = {(*goal)->title, goal_url((*goal)->id)};
        if (auto const unit = plan::unit_of(advice, data)) row.where = data.units[*unit].unit.name;
    } else if (auto const* unit = std::get_if<study::UnitIndex>(&advice.about)) {
        auto const& node = data.units[*unit].unit;
        row.about = {node.name, red_thread_url(node.code)};
    } else {
        auto const& measure = data.measures[std::get<study::MeasureIndex>(advice.about)].measure;
        row.about = {std::string{measure_title(measure, language)},
                     measures_url({.unit = {}, .area = measure.area, .perspective = measure.perspective})};
    }
    return row;
}

void write_rows(Html& h, AdviceGroup const& group) {
    h.ul(class_("results advice"), [&] {
        for (auto const& row : group.rows)
            h.li([&] {
                write_link(h, row.about);
                if (!row.where.empty()) h.span(class_("of"), " " + row.where);
                h.small(row.what);
            });
    });
}

void write_words(Html& h, plan::AdviceRule rule, Language const& language) {
    auto const& words = plan::words_of(rule);
    h.p(class_("why"), std::string{language.tr(words.why)} + " " + std::string{language.tr(words.mend)});
}

std::string counted(std::size_t count, Language const& language) {
    return whole(language, static_cast<std::int64_t>(count));
}

void write_group(Html& h, AdviceView const& view, AdviceGroup const& group, Language const& language) {
    h.section([&] {
        h.h2([&] {
            h.text(language.tr(plan::words_of(group.rule).title));
            h.span(class_("of"), " " + counted(group.count, language));
        });
        write_words(h, group.rule, language);
        write_rows(h, group);
        if (group.count > group.rows.size() && !view.question.rule) {
            auto all = view.question;
            all.rule = group.rule;
            h.p(class_("onward"),
                [&] { h.a(href(advice_url(all)), language.tr("All {0}", counted(group.count, language))); });
        }
    });
}

} // namespace

Url advice_url(AdviceQuestion const& question) {
    auto url = advice_url(std::string_view{question.unit});
    if (question.rule) url = url.query("regel", base::name_of(*question.rule));
    return question.page > 1 ? url.query("sida", std::to_string(question.page)) : url;
}

std::string advice_sentence(plan::Advice const& advice, Language const& language) {
    auto const value = [&](std::size_t i) {
        return i < advice.values.size() ? spoken(advice.values[i], language) : std::string{};
    };
    return language.tr(advice.what, value(0), value(1));
}

AdviceView advice_view(plan::Plan const& plan, study::Dataset const& data, base::Date day, AdviceQuestion question,
                       Language const& language) {
    AdviceView view{.question = std::move(question)};
    auto const branch = view.question.unit.empty() ? std::nullopt : data.find_unit(view.question.unit);
    if (branch) view.unit_name = data.units[*branch].unit.name;
    auto advice = plan::advice_on_plan(plan, data, day, branch);
    if (view.question.rule)
        std::erase_if(advice, [&](plan::Advice const& piece) { return piece.rule != *view.question.rule; });
    view.count = advice.size();
    view.has_goals = std::ranges::any_of(plan.goals, [](domain::Goal const& goal) { return plan::is_standing(goal); });
    if (view.question.rule) view.pages = std::max<std::size_t>(1, (advice.size() + a_page - 1) / a_page);
    view.question.page = std::clamp<std::size_t>(view.question.page, 1, view.pages);
    auto const first = view.question.rule ? (view.question.page - 1) * a_page : 0;
    auto const most = view.question.rule ? a_page : told;
    for (auto const& piece : advice) {
        if (view.groups.empty() || view.groups.back().rule != piece.rule) view.groups.push_back({.rule = piece.rule});
        auto& group = view.groups.back();
        ++group.count;
        if (group.count > first && group.rows.size() < most) group.rows.push_back(row_of(piece, data, language));
    }
    return view;
}

std::string advice_page(AdviceView const& view, Context const& context) {
    auto const& language = context.language;
    std::string const title{language.tr("Advice on the plan")};
    return whole_page({title, Section::thread, advice_url(view.question), {}}, context, [&](Html& h) {
        h.p(class_("back"), [&] {
            auto const& unit = view.question.unit;
            h.a(href(unit.empty() ? red_thread_url() : red_thread_url(unit)),
                unit.empty() ? std::string{language.tr("The red thread of the whole")}
                             : language.tr("The red thread of {0}", view.unit_name));
        });
        h.h1(title);
        h.p(class_("lede"), [&] {
            if (!view.unit_name.empty()) h.text(view.unit_name + ". ");
            if (view.count == 0 && !view.has_goals)
                h.text(language.tr("No goals have been adopted yet, so there is nothing to advise on."));
            else if (view.count == 0)
                h.text(language.tr("There is nothing to advise: few goals, clearly worded, lived by behaviours."));
            else
                h.text(language.trn("{0} thing could be made better. Advice never stops anyone: you decide.",
                                    "{0} things could be made better. Advice never stops anyone: you decide.",
                                    static_cast<std::int64_t>(view.count), counted(view.count, language)));
        });
        for (auto const& group : view.groups) write_group(h, view, group, language);
        write_pager(h, view.question.page, view.pages, language, [&](std::size_t page) {
            auto other = view.question;
            other.page = page;
            return advice_url(other);
        });
    });
}

void write_advice_of_goal(Html& h, plan::Plan const& plan, study::Dataset const& data, domain::Goal const& goal,
                          base::Date day, Context const& context) {
    auto const& language = context.language;
    auto const advice = plan::advice_on_goal(plan, data, goal, day);
    if (advice.empty()) return;
    h.section(class_("goal-advice"), [&] {
        h.h2(language.tr("Advice"));
        for (auto const& piece : advice)
            h.details([&] {
                h.summary(advice_sentence(piece, language));
                write_words(h, piece.rule, language);
            });
    });
}

} // namespace rodtrad::view::pages
