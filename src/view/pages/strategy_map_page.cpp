#include "view/pages/strategy_map_page.hpp"

#include "plan/strategy_map.hpp"
#include "view/charts/strategy_map.hpp"
#include "view/format.hpp"
#include "view/pages/document_words.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/red_thread_addresses.hpp"
#include "view/pages/scorecard_addresses.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

namespace {

using plan::Standing;

std::string counted(std::size_t count, Language const& language) {
    return whole(language, static_cast<std::int64_t>(count));
}

MapEntry entry_of(plan::MapNode const& node, std::string_view here, plan::Plan const& plan, study::Dataset const& data,
                  base::Date day, Language const& language, StrategyMapPage& page) {
    MapEntry entry;
    if (node.factor != nullptr) {
        entry.kind = "factor";
        entry.id = node.factor->id.value();
        entry.text = node.factor->name;
        ++page.factors;
        entry.status =
            node.factor->process.empty() ? language.tr("success factor") : std::string_view{node.factor->process};
    } else if (node.document != nullptr) {
        entry.kind = "document";
        entry.id = node.document->id.value();
        entry.text = node.document->title;
        entry.address = red_thread_url(node.document->id);
        entry.status = document_kind_name(node.document->kind, language);
        if (auto const unit = data.find_unit(node.document->unit); unit && node.document->unit != here)
            entry.unit_name = data.units[*unit].unit.name;
    } else if (node.goal != nullptr) {
        auto const goal = card_goal(*node.goal, here, plan, data, day, language);
        entry.kind = "goal";
        entry.id = goal.id.value();
        entry.text = goal.title;
        entry.address = goal_url(goal.id);
        entry.unit_name = goal.unit_name;
        entry.status = goal.status;
        entry.tone = goal.tone;
        entry.sign = goal.sign;
        entry.is_stale = goal.is_stale;
        bool const is_behind = goal.standing == Standing::behind || goal.standing == Standing::not_reached;
        bool const is_own = !node.is_from_above && !node.is_from_below;
        if (node.is_from_below) ++page.below;
        if (goal.is_stale && is_own) ++page.stale;
        if (is_behind && is_own) ++page.behind;
        if (is_own) ++page.goals;
    }
    return entry;
}

MapNodeView drawn(MapEntry const& entry) {
    MapNodeView node{.text = entry.text,
                     .tone = entry.tone,
                     .status = entry.status,
                     .is_stale = entry.is_stale,
                     .address = entry.address};
    if (!entry.unit_name.empty()) node.status += " · " + entry.unit_name;
    if (entry.kind == "factor") node.shape = MapShape::factor;
    if (entry.kind == "document") node.shape = MapShape::document;
    if (entry.kind == "goal") node.sign = entry.sign;
    return node;
}

std::string drift(StrategyMapPage const& view, Language const& language) {
    auto const number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
    std::string text = language.trn("{0} goal.", "{0} goals.", number(view.goals), counted(view.goals, language));
    if (view.goals == 0)
        return std::string{view.below > 0
                               ? language.tr("The unit has no goals of its own. Shown are those of the units below.")
                               : language.tr("The unit has no goals yet.")};
    if (view.behind > 0)
        text += " " + language.trn("{0} is behind or not reached.", "{0} are behind or not reached.",
                                   number(view.behind), counted(view.behind, language));
    if (view.stale > 0)
        text += " " + language.trn("Of {0} nothing has been heard for long.", "Of {0} nothing has been heard for long.",
                                   number(view.stale), counted(view.stale, language));
    if (view.loose > 0)
        text += " " + language.trn("{0} contributes to nothing above: there the thread breaks.",
                                   "{0} contribute to nothing above: there the thread breaks.", number(view.loose),
                                   counted(view.loose, language));
    if (view.factors_without_goal > 0)
        text += " " + language.trn("{0} of {1} success factor has no goal.", "{0} of {1} success factors have no goal.",
                                   number(view.factors), counted(view.factors_without_goal, language),
                                   counted(view.factors, language));
    if (view.behind + view.stale + view.loose + view.factors_without_goal == 0)
        text += " " + std::string{language.tr("All hold together.")};
    return text;
}

StrategyMapView picture(StrategyMapPage const& view, Language const& language) {
    StrategyMapView map{.title = language.tr("Strategy map: {0}", view.unit_name),
                        .description = drift(view, language),
                        .nodes = {},
                        .rows = {},
                        .links = {}};
    for (std::size_t i = 0; i < view.entries.size(); ++i) {
        map.nodes.push_back(drawn(view.entries[i]));
        for (auto const served : view.entries[i].serves) map.links.push_back({i, served});
    }
    for (auto const& section : view.sections) map.rows.push_back({section.name, section.entries});
    return map;
}

// "2 mål": how many lead to a success factor or a document.
std::string goals_for(StrategyMapPage const& view, MapEntry const& entry, Language const& language) {
    auto const place = static_cast<std::size_t>(&entry - view.entries.data());
    auto const goals = std::ranges::count_if(view.entries, [&](MapEntry const& other) {
        return std::ranges::find(other.serves, place) != other.serves.end();
    });
    if (goals == 0) return std::string{language.tr("no goal")};
    return language.trn("{0} goal", "{0} goals", goals, counted(static_cast<std::size_t>(goals), language));
}

void write_row(Html& h, MapEntry const& entry, std::string_view section, StrategyMapPage const& view,
               Language const& language) {
    h.tr([&] {
        h.th(scope("row"), [&] {
            if (entry.address)
                h.a(href(*entry.address), entry.text);
            else
                h.text(entry.text);
            if (auto const& about = entry.kind == "factor" ? entry.status : entry.unit_name; !about.empty())
                h.span(class_("of"), " " + about);
        });
        if (entry.kind == "goal")
            h.td([&] { h.span(class_("said", entry.tone), entry.status); });
        else
            h.td(goals_for(view, entry, language));
        std::vector<std::string> served;
        for (auto const place : entry.serves) served.push_back(view.entries[place].text);
        h.td(in_a_row(language, served));
        h.td(section);
    });
}

void write_table(Html& h, StrategyMapPage const& view, Language const& language) {
    auto const title = language.tr("The map as a table");
    h.div(class_("scroll"), role("region"), tabindex(0), aria_label(title), [&] {
        h.table(class_("tt"), [&] {
            h.caption(title);
            h.thead([&] {
                h.tr([&] {
                    h.th(scope("col"), language.tr("Success factor or goal"));
                    h.th(scope("col"), language.tr("How it goes"));
                    h.th(scope("col"), language.tr("Contributes to"));
                    h.th(scope("col"), language.tr("Perspective"));
                });
            });
            h.tbody([&] {
                for (auto const& section : view.sections)
                    for (auto const place : section.entries)
                        write_row(h, view.entries[place], section.name, view, language);
            });
        });
    });
}

} // namespace

StrategyMapPage strategy_map_view(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                                  base::Date day, Language const& language) {
    auto const& about = data.units[unit].unit;
    auto const map = plan::strategy_map(plan, data, unit, day);
    StrategyMapPage view;
    view.unit = about.code;
    view.unit_name = about.name;
    view.way = way_to(unit, data);
    for (auto const& node : map.nodes)
        view.entries.push_back(entry_of(node, about.code, plan, data, day, language, view));
    for (auto const& [from, to] : map.links) view.entries[from].serves.push_back(to);
    for (auto const& row : map.rows) {
        auto name = perspective_name(row.perspective, language);
        if (name.empty())
            name = row.is_from_above ? language.tr("What they contribute to") : language.tr("Without a perspective");
        view.sections.push_back({std::move(name), row.nodes});
        std::ranges::stable_partition(view.sections.back().entries,
                                      [&](std::size_t node) { return view.entries[node].kind == "factor"; });
    }
    // The thread goes on where a goal serves another goal or a document; to be for a factor is not enough.
    for (std::size_t i = 0; i < map.nodes.size(); ++i) {
        bool const is_own_goal =
            map.nodes[i].goal != nullptr && !map.nodes[i].is_from_above && !map.nodes[i].is_from_below;
        bool const leads_on = std::ranges::any_of(
            view.entries[i].serves, [&](std::size_t served) { return map.nodes[served].factor == nullptr; });
        if (is_own_goal && !leads_on) ++view.loose;
        bool const is_factor_without_goal =
            map.nodes[i].factor != nullptr && std::ranges::find(map.links, i, &plan::MapLink::to) == map.links.end();
        if (is_factor_without_goal) ++view.factors_without_goal;
    }
    return view;
}

std::string strategy_map_page(StrategyMapPage const& view, Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("Strategy map: {0}", view.unit_name);
    Frame const frame{title, Section::units, strategy_map_url(view.unit), {}};
    return whole_page(frame, context, [&](Html& h) {
        write_thread(h, view.way, LastStep::is_link, language);
        h.h1(title);
        h.p(class_("lede"), drift(view, language));
        if (view.entries.empty()) {
            h.p(language.tr("The map is drawn from the scorecard and the goals of the unit. There are none yet."));
            return;
        }
        h.div(class_("map-room"), strategy_map_chart(picture(view, language)));
        write_table(h, view, language);
        h.p([&] { h.a(href(scorecard_url(view.unit)), language.tr("The scorecard with its figures")); });
    });
}

} // namespace rodtrad::view::pages
