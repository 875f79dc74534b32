#include "view/pages/form.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/goal_view.hpp"
#include "view/pages/goal_words.hpp"
#include "view/pages/parts.hpp"
#include "view/svg.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace rodtrad::view::pages {

namespace {

using plan::Standing;

constexpr double width = 400;
constexpr double height = 18;

// How far it has come, with a stroke where it should be. The words beside it say the same.
Raw bar_of(KeyResultView const& view) {
    Svg svg{width, height, "way"};
    svg.rect({0, 4, width, 10}, "way-whole", 5);
    auto const gone = std::clamp(view.status.progress.value_or(0), 0.0, 1.0) * width;
    bool const is_worse = view.status.standing == Standing::behind || view.status.standing == Standing::not_reached;
    bool const is_reached = view.status.standing == Standing::reached;
    if (gone > 0)
        svg.rect({0, 4, std::max(gone, 5.0), 10},
                 is_worse     ? "way-gone worse"
                 : is_reached ? "way-gone better"
                              : "way-gone",
                 5);
    if (view.status.expected) {
        auto const x = std::clamp(*view.status.expected * width, 1.0, width - 1);
        svg.line({x, 0}, {x, height}, "way-stroke");
    }
    return std::move(svg).take();
}

// One that need only be kept has no way to go.
bool has_way(KeyResultView const& view) { return view.status.progress || view.status.expected; }

std::string_view rung_name(plan::Rung rung, Language const& language) {
    switch (rung) {
    case plan::Rung::none:
        return language.tr("not yet what was promised");
    case plan::Rung::commit:
        return language.tr("what was promised is reached");
    case plan::Rung::target:
        return language.tr("the target is reached");
    case plan::Rung::stretch:
        break;
    }
    return language.tr("what was hoped for is reached");
}

void write_told(Html& h, KeyResultView const& view, Language const& language) {
    h.p(class_("told"), [&] {
        h.text(view.told);
        if (view.status.expected && view.status.reading)
            h.text(std::string{" · "}.append(language.tr("the stroke: where we should have been by then")));
        else if (view.status.expected)
            h.text(std::string{" · "}.append(language.tr("the stroke: where we should be now")));
        if (view.key_result.kind == domain::KeyResultKind::ordinal && view.status.reading)
            h.text(std::string{" · "}.append(rung_name(view.status.rung, language)));
    });
}

void write_choices(Html& h, KeyResultView const& view, Context const& context) {
    auto const& language = context.language;
    if (!view.may_mark && !view.may_change) return;
    h.div(class_("kr-choices"), [&] {
        auto const& key_result = view.key_result;
        if (view.may_mark)
            post_button(h, context, milestone_url(key_result.goal, key_result.id),
                        key_result.is_done ? language.tr("Not done after all") : language.tr("Mark as done"),
                        Weight::quiet, {{"done", key_result.is_done ? "" : "ja"}}, key_result.title);
        if (view.may_change)
            h.a(href(key_result_url(key_result.goal, key_result.id)),
                aria_label(language.tr("Change “{0}”", key_result.title)), language.tr("Change"));
    });
}

void write_key_result(Html& h, KeyResultView const& view, Context const& context) {
    auto const& language = context.language;
    h.li(class_("kr"), [&] {
        h.p(class_("kr-title"), [&] {
            if (view.measure)
                h.a(href(*view.measure), view.sentence);
            else
                h.text(view.sentence);
        });
        if (has_way(view)) h.raw(bar_of(view));
        h.div(class_("kr-line"), [&] {
            if (view.status.standing != Standing::not_begun) write_tag(h, standing_tag(view.status.standing, language));
            write_told(h, view, language);
        });
        write_choices(h, view, context);
    });
}

} // namespace

void write_key_results(Html& h, GoalView const& view, Context const& context) {
    auto const& language = context.language;
    h.section(class_("panel"), id("key-results"), [&] {
        h.h2(language.tr("Key results"));
        if (view.key_results.empty())
            h.p(language.tr("None yet: nothing tells when the goal is reached, unless its measures have targets."));
        else
            h.ul(class_("krs"), [&] {
                for (auto const& one : view.key_results) write_key_result(h, one, context);
            });
        if (view.may_add_key_result)
            h.p([&] { h.a(href(new_key_result_url(view.goal.id)), language.tr("Add a key result")); });
    });
}

} // namespace rodtrad::view::pages
