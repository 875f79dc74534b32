#include "view/pages/strategy_map_page.hpp"

#include "plan/strategy_map.hpp"
#include "view/charts/strategy_map.hpp"
#include "view/format.hpp"
#include "view/pages/document_words.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/parts.hpp"
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
        entry.status =
            node.factor->process.empty() ? language.tr("success factor") : std::string_view{node.factor->process};
    } else if (node.document != nullptr) {
        entry.kind = "document";
        entry.id = node.document->id.value();
        entry.text = node.document->title;
        entry.status = document_kind_name(node.document->kind, language);
        if (auto const unit = data.find_unit(node.document->unit); unit && node.document->unit != here)
            entry.unit_name = data.units[*unit].unit.name;
    } else if (node.goal != nullptr) {
        auto const goal = card_goal(*node.goal, here, plan, data, day, language);
        entry.kind = "goal";
        entry.id = goal.id.value();
        entry.text = goal.title;
        entry.unit_name = goal.unit_name;
        entry.status = goal.status;
        entry.tone = goal.tone;
        entry.sign = goal.sign;
        entry.is_stale = goal.is_stale;
        bool const is_behind = goal.standing == Standing::behind || goal.standing == Standing::not_reached;
        if (goal.is_stale && !node.is_from_above) ++page.stale;
        if (is_behind && !node.is_from_above) ++page.behind;
        if (!node.is_from_above) ++page.goals;
    }
    return entry;
}

MapNodeView drawn(MapEntry const& entry) {
    MapNodeView node{.text = entry.text, .tone = entry.tone, .status = entry.status};
    if (!entry.unit_name.empty()) node.status += " · " + entry.unit_name;
    if (entry.kind == "factor") node.shape = MapShape::factor;
    if (entry.kind == "document") node.shape = MapShape::document;
    if (entry.kind != "goal") return node;
    if (entry.sign == Sign::target_met)
        node.sign = MapSign::met;
    else if (entry.sign == Sign::target_missed)
        node.sign = MapSign::missed;
    else
        node.sign = entry.is_stale ? MapSign::stale : MapSign::under_way;
    return node;
}

std::string drift(StrategyMapPage const& view, Language const& language) {
    auto const number = [](std::size_t count) { return static_cast<std::int64_t>(count); };
    std::string text = language.trn("{0} goal.", "{0} goals.", number(view.goals), counted(view.goals, language));
    if (view.goals == 0) return std::string{language.tr("The unit has no goals yet.")};
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
    if (view.behind + view.stale + view.loose == 0) text += " " + std::string{language.tr("All hold together.")};
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

void write_entry(Html& h, MapEntry const& entry, StrategyMapPage const& view, Language const& language) {
    h.li([&] {
        if (entry.kind == "goal")
            h.a(href(goal_url(domain::GoalId{entry.id})), entry.text);
        else
            h.span(entry.text);
        h.small([&] {
            h.span(class_("said", entry.tone), entry.status);
            if (!entry.unit_name.empty()) h.text(" · " + entry.unit_name);
            std::vector<std::string> served;
            for (auto const place : entry.serves) served.push_back(view.entries[place].text);
            if (!served.empty()) h.text(" · " + language.tr("contributes to {0}", in_a_row(language, served)));
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
        bool const is_own_goal = map.nodes[i].goal != nullptr && !map.nodes[i].is_from_above;
        bool const leads_on = std::ranges::any_of(
            view.entries[i].serves, [&](std::size_t served) { return map.nodes[served].factor == nullptr; });
        if (is_own_goal && !leads_on) ++view.loose;
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
        h.section(class_("map-words"), [&] {
            h.h2(language.tr("The map in words"));
            for (auto const& section : view.sections) {
                if (section.entries.empty()) continue;
                h.h3(section.name);
                h.ul(class_("results"), [&] {
                    for (auto const place : section.entries) write_entry(h, view.entries[place], view, language);
                });
            }
        });
        h.p([&] { h.a(href(scorecard_url(view.unit)), language.tr("The scorecard with its figures")); });
    });
}

} // namespace rodtrad::view::pages
