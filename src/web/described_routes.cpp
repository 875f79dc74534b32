#include "web/described_routes.hpp"

#include "view/pages/advice_page.hpp"
#include "view/pages/behaviours_page.hpp"
#include "view/pages/check_in_page.hpp"
#include "view/pages/coaching_page.hpp"
#include "view/pages/compare_view.hpp"
#include "view/pages/deliveries_page.hpp"
#include "view/pages/document_page.hpp"
#include "view/pages/goal_view.hpp"
#include "view/pages/goals_view.hpp"
#include "view/pages/journal_page.hpp"
#include "view/pages/list_view.hpp"
#include "view/pages/measure_view.hpp"
#include "view/pages/measures_view.hpp"
#include "view/pages/own_page.hpp"
#include "view/pages/people_page.hpp"
#include "view/pages/perspective_page.hpp"
#include "view/pages/plain_pages.hpp"
#include "view/pages/profile_page.hpp"
#include "view/pages/proposal_page.hpp"
#include "view/pages/red_thread_view.hpp"
#include "view/pages/scorecard_table.hpp"
#include "view/pages/scorecard_template.hpp"
#include "view/pages/scorecard_view.hpp"
#include "view/pages/search_view.hpp"
#include "view/pages/sign_in_page.hpp"
#include "view/pages/strategy_map_page.hpp"
#include "view/pages/todo_page.hpp"
#include "view/pages/tree_view.hpp"
#include "view/pages/unit_view.hpp"

#include <array>

namespace rodtrad::web {

namespace {

using namespace view::pages;
using base::Json;
using base::Schemas;

template <class View>
Json page(Schemas& schemas) {
    return schemas.of<View>();
}
template <class One, class Other>
Json either(Schemas& schemas) {
    return Json::Object{{"oneOf", Json::Array{schemas.of<One>(), schemas.of<Other>()}}};
}

constexpr std::string_view csv = "text/csv";
constexpr std::string_view xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

constexpr auto described = std::to_array<DescribedRoute>({
    {"/", "Leads to what one is to do"},
    // What one is to do
    {"/att-gora", "What one owes, and what waits for one", page<TodoView>},
    {"/att-gora/kalender", "Whether one has a calendar address", page<OwnCalendarView>},
    {"/kalender/{secret}.ics", "What one is to do, as a calendar", nullptr, "text/calendar"},
    // Figures
    {"/avvikelser", "What stands out", page<ListView>},
    {"/matt", "The measures, A to Ö", page<MeasuresView>},
    {"/matt/{measure}/{unit}.csv", "All figures of a measure in a unit", nullptr, csv},
    {"/matt/{measure}/{unit}", "A measure in a unit", page<MeasureView>},
    {"/jamfor", "Measures, units and groups beside each other", page<CompareView>},
    {"/jamfor.csv", "The figures that are compared", nullptr, csv},
    {"/enhet", "The topmost units; where there is one, it leads to that", page<UnitsView>},
    {"/enhet/{unit}", "A unit and all its measures", page<UnitView>},
    {"/sok", "Units and measures by name", page<SearchView>},
    {"/om", "What the program is", page<AboutView>},
    // People and rights
    {"/logga-in", "The form to sign in", page<SignInView>},
    {"/engangslank/{secret}", "The form to choose a password", page<FormView>},
    {"/kom-igang", "The form to get started; leads to the sign-in once somebody can sign in", page<FormView>},
    {"/mitt-konto", "One’s own account", page<OwnView>},
    {"/manniskor", "The people of the organisation", page<PeopleView>},
    {"/manniskor/ny", "The form to add a person", page<FormView>},
    {"/manniskor/{person}", "A person, with places and roles", page<PersonView>},
    {"/granskning", "The journal: who did what, when and why", page<JournalView>},
    // Steering documents, profiles, perspectives and scorecards
    {"/enhet/{unit}/styrdokument", "The steering documents of a unit", page<DocumentsView>},
    {"/enhet/{unit}/styrdokument/ny", "The form for a new steering document", page<FormView>},
    {"/styrdokument/{document}", "The form of a steering document", page<FormView>},
    {"/enhet/{unit}/beskrivning", "How a unit describes itself", page<ProfileView>},
    {"/enhet/{unit}/beskrivning/andra", "The form in which it does", page<FormView>},
    {"/enhet/{unit}/perspektiv", "The perspectives of a unit", page<PerspectivesView>},
    {"/styrkort", "The scorecards; those of one kind of operation beside each other, with “verksamhet”",
     either<ScorecardsView, ScorecardTable>},
    {"/styrkort/{unit}", "The scorecard of a unit", page<ScorecardView>},
    {"/styrkort/{unit}/karta", "The strategy map of a unit", page<StrategyMapPage>},
    {"/styrkortsmallar", "The scorecard templates", page<TemplatesView>},
    {"/styrkortsmallar/ny", "The form for a new template", page<FormView>},
    {"/styrkortsmallar/{card}", "A scorecard template", page<TemplateView>},
    {"/styrkortsmallar/{card}/jamfor", "What differs from the edition before", page<TemplateDifference>},
    {"/framgangsfaktorer/{factor}", "The form of a success factor", page<FormView>},
    // Goals
    {"/mal", "The goals", page<GoalsView>},
    {"/mal/ny", "The form for a new goal", page<FormView>},
    {"/mal/importera", "The form to send goals in by file", page<FormView>},
    {"/mal/mall.xlsx", "A workbook to write goals in", nullptr, xlsx},
    {"/mal/{goal}", "A goal, how it goes, and what has been said and done about it", page<GoalView>},
    {"/mal/{goal}/redigera", "The form of a goal", page<FormView>},
    {"/mal/{goal}/steg/{step}", "The form for a step in a goal’s life", page<FormView>},
    {"/mal/{goal}/bedom", "The form to judge how a goal goes", page<FormView>},
    {"/mal/{goal}/nyckelresultat", "The form for a new key result", page<FormView>},
    {"/mal/{goal}/nyckelresultat/{key_result}", "The form of a key result", page<FormView>},
    {"/mal/{goal}/nyckelresultat/{key_result}/ta-bort", "The form to withdraw a key result", page<FormView>},
    // The red thread, and advice on the plan
    {"/rod-trad", "The red thread of the organisation", page<RedThreadView>},
    {"/rod-trad/mal/{goal}", "The thread up and down from a goal", page<RedThreadView>},
    {"/rod-trad/dokument/{document}", "The thread from a steering document", page<RedThreadView>},
    {"/rod-trad/avbrott/{kind}", "Where the thread breaks in one way", page<ThreadBreaksView>},
    {"/rod-trad/{unit}", "The thread of a unit", page<RedThreadView>},
    {"/rad", "Advice on how the plan is made", page<AdviceView>},
    // How a goal is lived and talked about
    {"/mal/{goal}/beteenden", "The behaviours of a goal, to edit", page<BehavioursForm>},
    {"/mal/{goal}/beteenden/{behaviour}", "A behaviour, and what has been noted about it", page<BehaviourTalk>},
    {"/mal/{goal}/aktiviteter", "The form for a new activity", page<FormView>},
    {"/mal/{goal}/aktiviteter/{activity}", "The form of an activity", page<FormView>},
    {"/mal/{goal}/stam-av", "What a check-in asks for", page<CheckInForm>},
    {"/mal/{goal}/avstamningar", "The check-ins of a goal", page<CheckInHistory>},
    {"/mal/{goal}/avstamningar/{check_in}", "A check-in and the conversation about it", page<CheckInTalk>},
    {"/mal/{goal}/avstamningar/{check_in}/ratta", "What the form of a check-in that is corrected holds",
     page<CheckInForm>},
    {"/mal/{goal}/forslag", "The form for a proposal", page<FormView>},
    {"/mal/{goal}/forslag/{proposal}", "A proposal and its answer", page<ProposalPage>},
    {"/mal/{goal}/kommentarer", "The form for a comment", page<FormView>},
    {"/mal/{goal}/kommentarer/{comment}", "The form of one’s own comment", page<FormView>},
    {"/mal/{goal}/anteckning", "One’s own note about a goal", page<FormView>},
    {"/installningar/fragor", "The coaching questions", page<CoachingForm>},
    // The tree of units, and deliveries
    {"/organisation", "The tree of units", page<TreeView>},
    {"/organisation.csv", "All units", nullptr, csv},
    {"/organisation.xlsx", "All units", nullptr, xlsx},
    {"/organisation/{unit}", "A unit as a place in the tree", page<UnitInTreeView>},
    {"/organisation/{unit}/{step}", "The form for a change of the tree", page<FormView>},
    {"/ny-enhet", "The form for a new unit", page<FormView>},
    {"/leverera", "The deliveries", page<DeliveriesView>},
    {"/leverera/{delivery}", "A delivery, with its complaints", page<DeliveryView>},
    {"/assets/{name}", "What pages are dressed in", nullptr, "*/*"},
});

} // namespace

std::span<DescribedRoute const> described_routes() { return described; }

} // namespace rodtrad::web
