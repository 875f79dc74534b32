#include "view/pages/red_thread_words.hpp"

#include "view/format.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/red_thread_addresses.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "view/sentences.hpp"

namespace rodtrad::view::pages {

namespace {

using plan::BreakKind;

constexpr int few = 20; // up to so many are counted one by one

std::string named(std::optional<study::UnitIndex> unit, plan::RedThread const& thread) {
    return unit ? thread.data().units[*unit].unit.name : std::string{};
}

} // namespace

std::string share_text(int part, int all, Language const& language) {
    if (all <= few) return language.tr("{0} of {1}", whole(language, part), whole(language, all));
    if (part > 0 && part * 100 < all) return std::string{language.tr("less than 1%")};
    int const percent = part * 100 / all;
    return with_unit(language, {.unit = "%", .decimals = 0}, percent);
}

std::string unit_share_sentence(domain::ThreadShare const& share, Language const& language) {
    auto const text = share_text(share.units_with_thread, share.units, language);
    if (share.units == 1)
        return std::string{share.units_with_thread == 1
                               ? language.tr("There is a whole thread from here to the vision.")
                               : language.tr("There is no whole thread from here to the vision.")};
    if (share.units <= few) return language.tr("{0} units have a whole thread to the vision.", text);
    return language.tr("{0} of the units have a whole thread to the vision.", text);
}

std::string people_share_sentence(domain::ThreadShare const& share, Language const& language) {
    auto const text = share_text(share.people_with_thread, share.people, language);
    if (share.people <= few)
        return language.trn("{0} person works in such a unit.", "{0} people work in such a unit.", share.people, text);
    return language.tr("{0} of the people work in such a unit.", text);
}

std::string break_count(BreakKind kind, std::size_t count, Language const& language) {
    auto const n = static_cast<std::int64_t>(count);
    auto const number = whole(language, n);
    switch (kind) {
    case BreakKind::no_vision:
        return std::string{language.tr("There is no vision in force")};
    case BreakKind::strategy_alone:
        return language.trn("{0} strategy leads to no vision", "{0} strategies lead to no vision", n, number);
    case BreakKind::strategy_without_goal:
        return language.trn("{0} strategy is supported by no goal", "{0} strategies are supported by no goal", n,
                            number);
    case BreakKind::goal_alone:
        return language.trn("{0} goal supports nothing", "{0} goals support nothing", n, number);
    case BreakKind::goal_outlived:
        return language.trn("{0} goal supports only what has ended", "{0} goals support only what has ended", n,
                            number);
    case BreakKind::goal_without_owner:
        return language.trn("{0} goal has no owner", "{0} goals have no owner", n, number);
    case BreakKind::owner_gone:
        return language.trn("{0} goal has an owner who is no longer here",
                            "{0} goals have an owner who is no longer here", n, number);
    case BreakKind::unit_without_goal:
        return language.trn("{0} unit has no goal", "{0} units have no goal", n, number);
    case BreakKind::measure_without_owner:
        return language.trn("{0} measure in use has no owner", "{0} measures in use have no owner", n, number);
    case BreakKind::person_without_goal:
        break;
    }
    return language.trn("{0} person works in no unit with a goal", "{0} people work in no unit with a goal", n, number);
}

BreakText text_of(plan::ThreadBreak const& found, plan::RedThread const& thread, Language const& language) {
    auto where = named(found.unit, thread);
    auto const& data = thread.data();
    if (auto const* const* goal = std::get_if<domain::Goal const*>(&found.about))
        return {{(*goal)->title, goal_url((*goal)->id)}, where};
    if (auto const* const* document = std::get_if<domain::SteeringDocument const*>(&found.about))
        return {{(*document)->title, documents_url((*document)->unit)}, where};
    if (auto const* unit = std::get_if<study::UnitIndex>(&found.about)) {
        auto const& node = data.units[*unit];
        return {{node.unit.name, red_thread_url(node.unit.code)}, named(node.parent, thread)};
    }
    if (auto const* measure = std::get_if<study::MeasureIndex>(&found.about)) {
        auto const& definition = data.measures[*measure].measure;
        return {{std::string{measure_title(definition, language)},
                 found.unit ? measure_url(definition.code, data.units[*found.unit].unit.code)
                            : measures_url({.unit = {}, .area = definition.area, .perspective = {}})},
                where};
    }
    if (auto const* const* person = std::get_if<domain::Person const*>(&found.about))
        return {{(*person)->name, person_url((*person)->id)}, where};
    // Of the whole: the steering documents are written at the top.
    auto const top = data.units.empty() ? units_url() : documents_url(data.units[study::UnitIndex{}].unit.code);
    return {{std::string{language.tr("Steering documents")}, top}, where};
}

std::string stale_text(int days, Language const& language) {
    auto const weeks = days / 7;
    if (weeks >= 2) return language.tr("Gone silent: not checked in on for {0} weeks", whole(language, weeks));
    return language.trn("Gone silent: not checked in on for {0} day", "Gone silent: not checked in on for {0} days",
                        days, whole(language, days));
}

} // namespace rodtrad::view::pages
