#include "web/routes.hpp"

#include "web/dialogue_resources.hpp"
#include "web/goal_resources.hpp"
#include "web/people_resources.hpp"
#include "web/red_thread_resources.hpp"
#include "web/resources.hpp"
#include "web/scorecard_resources.hpp"
#include "web/todo_resources.hpp"
#include "web/tree_resources.hpp"

#include <algorithm>
#include <array>

namespace rodtrad::web {

namespace {

// Every address there is. The first that fits is taken.
constexpr auto routes = std::to_array<Route>({
    {"/", Needs::signed_in, go_to_todo},
    // What one is to do
    {"/att-gora", Needs::signed_in, show_todo},
    {"/att-gora/klar", Needs::take_part, tick_off, Takes::forms},
    {"/att-gora/kalender", Needs::signed_in, show_own_calendar},
    {"/att-gora/kalender", Needs::signed_in, make_own_calendar, Takes::forms},
    {"/att-gora/kalender/sluta", Needs::signed_in, end_own_calendar, Takes::forms},
    {"/kalender/{secret}.ics", Needs::nothing, send_calendar},
    // Figures
    {"/avvikelser", Needs::signed_in, show_deviations},
    {"/matt", Needs::signed_in, show_measures},
    {"/matt/{measure}/{unit}.csv", Needs::signed_in, download_measure},
    {"/matt/{measure}/{unit}/anmarkningar", Needs::annotate, add_mark, Takes::forms},
    {"/matt/{measure}/{unit}/jamforelsegrupper", Needs::annotate, save_peers, Takes::forms},
    {"/matt/{measure}/{unit}", Needs::signed_in, show_measure},
    {"/jamfor", Needs::signed_in, show_comparison},
    {"/jamfor.csv", Needs::signed_in, download_comparison},
    {"/enhet", Needs::signed_in, show_units},
    {"/enhet/{unit}", Needs::signed_in, show_unit},
    {"/sok", Needs::signed_in, show_search},
    {"/om", Needs::signed_in, show_about},
    // People and rights
    {"/logga-in", Needs::nothing, show_sign_in},
    {"/logga-in", Needs::nothing, take_sign_in, Takes::forms},
    {"/logga-ut", Needs::signed_in, take_sign_out, Takes::forms},
    {"/logga-ut/overallt", Needs::signed_in, take_sign_out_elsewhere, Takes::forms},
    {"/engangslank/{secret}", Needs::nothing, show_link},
    {"/engangslank/{secret}", Needs::nothing, take_link, Takes::forms},
    {"/kom-igang", Needs::nothing, show_set_up},
    {"/kom-igang", Needs::nothing, take_set_up, Takes::forms},
    {"/mitt-konto", Needs::signed_in, show_own},
    {"/mitt-konto", Needs::signed_in, take_own, Takes::forms},
    {"/mitt-konto/losenord", Needs::signed_in, take_own_password, Takes::forms},
    {"/manniskor", Needs::signed_in, show_people},
    {"/manniskor", Needs::administer, take_new_person, Takes::forms},
    {"/manniskor/ny", Needs::administer, show_new_person},
    {"/manniskor/{person}", Needs::signed_in, show_person},
    {"/manniskor/{person}", Needs::administer, take_person, Takes::forms},
    {"/manniskor/{person}/platser", Needs::administer, take_membership, Takes::forms},
    {"/manniskor/{person}/platser/{membership}/avsluta", Needs::administer, take_membership_end, Takes::forms},
    {"/manniskor/{person}/roller", Needs::administer, take_role, Takes::forms},
    {"/manniskor/{person}/roller/{grant}/avsluta", Needs::administer, take_role_end, Takes::forms},
    {"/manniskor/{person}/lank", Needs::administer, take_new_link, Takes::forms},
    {"/manniskor/{person}/inaktivera", Needs::administer, take_deactivation, Takes::forms},
    {"/manniskor/{person}/aktivera", Needs::administer, take_activation, Takes::forms},
    {"/granskning", Needs::administer, show_journal},
    // Steering documents, profiles, perspectives and scorecards
    {"/enhet/{unit}/styrdokument", Needs::signed_in, show_documents},
    {"/enhet/{unit}/styrdokument", Needs::steer, write_document, Takes::forms},
    {"/enhet/{unit}/styrdokument/ny", Needs::steer, show_new_document},
    {"/styrdokument/{document}", Needs::steer, show_document},
    {"/styrdokument/{document}", Needs::steer, revise_document, Takes::forms},
    {"/styrdokument/{document}/avsluta", Needs::steer, end_document, Takes::forms},
    {"/enhet/{unit}/beskrivning", Needs::signed_in, show_profile},
    {"/enhet/{unit}/beskrivning/andra", Needs::steer, show_profile_form},
    {"/enhet/{unit}/beskrivning/andra", Needs::steer, describe_unit, Takes::forms},
    {"/enhet/{unit}/perspektiv", Needs::signed_in, show_perspectives},
    {"/enhet/{unit}/perspektiv", Needs::define, set_perspectives, Takes::forms},
    {"/enhet/{unit}/perspektiv/folj", Needs::define, drop_perspectives, Takes::forms},
    {"/styrkort", Needs::signed_in, show_scorecards},
    {"/styrkort/{unit}", Needs::signed_in, show_scorecard},
    {"/styrkort/{unit}/karta", Needs::signed_in, show_strategy_map},
    {"/styrkortsmallar", Needs::signed_in, show_templates},
    {"/styrkortsmallar", Needs::define, begin_template, Takes::forms},
    {"/styrkortsmallar/ny", Needs::define, show_new_template},
    {"/styrkortsmallar/{card}", Needs::signed_in, show_template},
    {"/styrkortsmallar/{card}/jamfor", Needs::signed_in, compare_template},
    {"/styrkortsmallar/{card}/andra", Needs::define, change_template, Takes::forms},
    {"/styrkortsmallar/{card}/faktorer", Needs::define, place_new_factor, Takes::forms},
    {"/styrkortsmallar/{card}/namn", Needs::define, rename_template, Takes::forms},
    {"/styrkortsmallar/{card}/utgava", Needs::define, begin_edition, Takes::forms},
    {"/styrkortsmallar/{card}/anvand", Needs::define, use_template, Takes::forms},
    {"/styrkortsmallar/{card}/avsluta", Needs::define, retire_template, Takes::forms},
    {"/framgangsfaktorer/{factor}", Needs::define, show_factor},
    {"/framgangsfaktorer/{factor}", Needs::define, revise_factor, Takes::forms},
    // Goals
    {"/mal", Needs::signed_in, show_goals},
    {"/mal/ny", Needs::take_part, show_new_goal},
    {"/mal/ny", Needs::take_part, create_goal, Takes::forms},
    {"/mal/importera", Needs::take_part, show_plan_import},
    {"/mal/importera", Needs::take_part, preview_plan, Takes::forms, Holds::until_a_delivery, Sends::files},
    {"/mal/importera/spara", Needs::take_part, save_plan, Takes::forms},
    {"/mal/mall.xlsx", Needs::take_part, download_plan_template},
    {"/mal/{goal}", Needs::signed_in, show_goal},
    {"/mal/{goal}/redigera", Needs::take_part, show_goal_form},
    {"/mal/{goal}/redigera", Needs::take_part, save_goal, Takes::forms},
    {"/mal/{goal}/steg/{step}", Needs::take_part, show_goal_step},
    {"/mal/{goal}/steg/{step}", Needs::take_part, take_goal_step, Takes::forms},
    {"/mal/{goal}/bedom", Needs::signed_in, show_judge}, // its owner may, whatever else one may
    {"/mal/{goal}/bedom", Needs::signed_in, judge_goal, Takes::forms},
    {"/mal/{goal}/nyckelresultat", Needs::take_part, show_new_key_result},
    {"/mal/{goal}/nyckelresultat", Needs::take_part, add_key_result, Takes::forms},
    {"/mal/{goal}/nyckelresultat/{key_result}", Needs::take_part, show_key_result},
    {"/mal/{goal}/nyckelresultat/{key_result}", Needs::take_part, save_key_result, Takes::forms},
    {"/mal/{goal}/nyckelresultat/{key_result}/ta-bort", Needs::take_part, show_withdraw_key_result},
    {"/mal/{goal}/nyckelresultat/{key_result}/ta-bort", Needs::take_part, withdraw_key_result, Takes::forms},
    {"/mal/{goal}/nyckelresultat/{key_result}/klar", Needs::check_in, mark_milestone, Takes::forms},
    // The red thread, and advice on the plan
    {"/rod-trad", Needs::signed_in, show_red_thread},
    {"/rod-trad/mal/{goal}", Needs::signed_in, show_red_thread_of_goal},
    {"/rod-trad/dokument/{document}", Needs::signed_in, show_red_thread_of_document},
    {"/rod-trad/avbrott/{kind}", Needs::signed_in, show_thread_breaks},
    {"/rod-trad/{unit}", Needs::signed_in, show_red_thread_of_unit},
    {"/rad", Needs::signed_in, show_advice},
    // How a goal is lived and talked about
    {"/mal/{goal}/beteenden", Needs::steer, show_behaviours},
    {"/mal/{goal}/beteenden", Needs::steer, save_behaviours, Takes::forms},
    {"/mal/{goal}/beteenden/{behaviour}", Needs::signed_in, show_behaviour},
    {"/mal/{goal}/aktiviteter", Needs::check_in, show_new_activity},
    {"/mal/{goal}/aktiviteter", Needs::check_in, add_activity, Takes::forms},
    {"/mal/{goal}/aktiviteter/{activity}", Needs::check_in, show_activity},
    {"/mal/{goal}/aktiviteter/{activity}", Needs::check_in, change_activity, Takes::forms},
    {"/mal/{goal}/stam-av", Needs::check_in, show_check_in_form},
    {"/mal/{goal}/stam-av", Needs::check_in, check_in, Takes::forms},
    {"/mal/{goal}/avstamningar", Needs::signed_in, show_check_ins},
    {"/mal/{goal}/avstamningar/{check_in}", Needs::signed_in, show_check_in},
    {"/mal/{goal}/avstamningar/{check_in}/ratta", Needs::check_in, show_check_in_correction},
    {"/mal/{goal}/avstamningar/{check_in}/ratta", Needs::check_in, correct_check_in, Takes::forms},
    {"/mal/{goal}/avstamningar/{check_in}/last", Needs::steer, acknowledge_check_in, Takes::forms},
    {"/mal/{goal}/paminn", Needs::steer, remind_of_check_in, Takes::forms},
    {"/mal/{goal}/forslag", Needs::take_part, show_proposal_form},
    {"/mal/{goal}/forslag", Needs::take_part, propose, Takes::forms},
    {"/mal/{goal}/forslag/{proposal}", Needs::signed_in, show_proposal},
    {"/mal/{goal}/forslag/{proposal}", Needs::steer, answer_proposal, Takes::forms},
    {"/mal/{goal}/kommentarer", Needs::take_part, show_comment_form},
    {"/mal/{goal}/kommentarer", Needs::take_part, write_comment, Takes::forms},
    {"/mal/{goal}/kommentarer/{comment}", Needs::take_part, show_own_comment},
    {"/mal/{goal}/kommentarer/{comment}", Needs::take_part, rewrite_comment, Takes::forms},
    {"/mal/{goal}/kommentarer/{comment}/ta-tillbaka", Needs::take_part, withdraw_comment, Takes::forms},
    {"/mal/{goal}/anteckning", Needs::take_part, show_note},
    {"/mal/{goal}/anteckning", Needs::take_part, save_note, Takes::forms},
    {"/mal/{goal}/folj", Needs::take_part, follow_goal, Takes::forms},
    {"/installningar/fragor", Needs::signed_in, show_questions},
    {"/installningar/fragor", Needs::define, save_questions, Takes::forms},
    // The tree of units, and deliveries
    {"/organisation", Needs::signed_in, show_tree},
    {"/organisation.csv", Needs::signed_in, download_tree_csv},
    {"/organisation.xlsx", Needs::signed_in, download_tree_xlsx},
    {"/organisation/{unit}", Needs::signed_in, show_unit_in_tree},
    {"/organisation/{unit}/{step}", Needs::define, show_tree_step},
    {"/organisation/{unit}/{step}", Needs::define, take_tree_step, Takes::forms},
    {"/ny-enhet", Needs::define, show_new_unit},
    {"/ny-enhet", Needs::define, add_unit, Takes::forms},
    {"/leverera", Needs::deliver, show_deliveries},
    {"/leverera", Needs::deliver, preview_delivery, Takes::forms, Holds::until_a_delivery, Sends::files},
    {"/leverera/spara", Needs::deliver, save_delivery, Takes::forms},
    {"/leverera/{delivery}", Needs::deliver, show_delivery},
    {"/leverera/{delivery}/angra", Needs::define, undo_delivery, Takes::forms},
    {"/assets/{name}", Needs::nothing, serve_asset, Takes::questions, Holds::for_ever},
});

// The next segment of a pattern, taken off it.
std::string_view next_segment(std::string_view& pattern) {
    pattern.remove_prefix(1);
    auto const segment = pattern.substr(0, pattern.find('/'));
    pattern.remove_prefix(segment.size());
    return segment;
}

std::optional<Pairs> match(std::string_view pattern, std::vector<std::string> const& path) {
    if (pattern == "/") return path.empty() ? std::optional{Pairs{}} : std::nullopt;
    Pairs captured;
    for (auto const& segment : path) {
        if (pattern.empty()) return {};
        auto const expected = next_segment(pattern);
        if (expected.starts_with('{')) {
            auto const brace = expected.find('}');
            auto const ending = expected.substr(brace + 1);
            if (!segment.ends_with(ending) || segment.size() == ending.size()) return {};
            captured.emplace_back(expected.substr(1, brace - 1), segment.substr(0, segment.size() - ending.size()));
        } else if (segment != expected) {
            return {};
        }
    }
    return pattern.empty() ? std::optional{std::move(captured)} : std::nullopt;
}

} // namespace

std::span<Route const> all_routes() { return routes; }

std::optional<RouteMatch> find_route(std::vector<std::string> const& path, Takes takes) {
    for (auto const& route : routes)
        if (route.takes == takes)
            if (auto captured = match(route.pattern, path)) return RouteMatch{route, std::move(*captured)};
    return {};
}

bool is_route(std::vector<std::string> const& path) {
    return std::ranges::any_of(routes, [&](Route const& route) { return match(route.pattern, path).has_value(); });
}

std::size_t body_limit_at(std::vector<std::string> const& path) {
    auto const match = find_route(path, Takes::forms);
    return match && match->route.sends == Sends::files ? largest_upload : largest_form;
}

} // namespace rodtrad::web
