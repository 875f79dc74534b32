// What culture, technical services and the central offices want to reach. Here some threads are broken.

#include "demo/plan_builder.hpp"

namespace rodtrad::demo {

using namespace domain;

namespace {

void tell_culture_and_leisure(PlanBuilder& plan, GoalId meeting_places) {
    auto const library = plan.goal({.title = "Biblioteket är vardagsrummet",
                                    .units = {"BIB", "FGO"},
                                    .owner = "kulturchef",
                                    .supports = {meeting_places},
                                    .measures = {"KOF-1"},
                                    .rhythm = Rhythm::monthly});
    plan.key_result({.title = "Kvällar med något på gång", .unit = "kvällar i månaden", .baseline = 18, .target = 33})
        .behaviour("Vi går ut på golvet en gång i timmen")
        .behaviour("Vi frågar vad någon letar efter innan vi visar")
        .behaviour("Vi bjuder in den som dröjer sig kvar")
        .check_in({.days_ago = 22,
                   .confidence = 4,
                   .progress = "31 kvällar förra månaden, de flesta ordnade av andra.",
                   .next_step = "En sida där vem som helst kan boka rummet.",
                   .values = {31}})
        .acknowledged("kommundirektor");
    plan.goal({.title = "Läxhjälp alla vardagar",
               .units = {"BIB01"},
               .owner = "bibliotekarie",
               .supports = {library},
               .rhythm = Rhythm::weekly,
               .cycle = Cycle::quarter});
    plan.key_result({.title = "Elever som får hjälp i veckan", .unit = "elever", .baseline = 12, .target = 40})
        .behaviour("Vi hälsar med namn andra gången")
        .behaviour("Vi frågar läraren vad som är svårt just nu")
        .behaviour("Vi har alltid en ledig stol")
        .check_in({.days_ago = 16,
                   .confidence = 4,
                   .progress = "27 elever. Norrskolans åttor kommer i grupp.",
                   .next_step = "Fråga gymnasiet om fler läxhjälpare.",
                   .values = {27}})
        .check_in({.days_ago = 6,
                   .confidence = 5,
                   .progress = "33 elever.",
                   .next_step = "Torsdagar behöver en till.",
                   .values = {33}});
    plan.goal({.title = "Fler hittar till fritidsgården",
               .units = {"FRF"},
               .owner = "fritidschef",
               .supports = {meeting_places},
               .measures = {"KOF-2"},
               .kind = GoalKind::scorecard});
    plan.key_result(visits_in_an_evening())
        .check_in({.days_ago = 12,
                   .confidence = 4,
                   .progress = "Flickorna är fler på torsdagar.",
                   .next_step = "Samma sak på Åsen."});
    plan.goal({.title = "Alla kan simma",
               .units = {"ANL"},
               .owner = "fritidschef",
               .supports = {meeting_places},
               .kind = GoalKind::smart,
               .cycle = Cycle::own,
               .state = GoalState::draft});
}

void tell_technical_services(PlanBuilder& plan, GoalId easy_to_reach) {
    plan.goal({.title = "Felanmält i dag, lagat inom en vecka",
               .units = {"TEF"},
               .owner = "teknikchef",
               .supports = {easy_to_reach},
               .measures = {"TEK-1"},
               .kind = GoalKind::scorecard});
    plan.key_result({.title = "Åtgärdat inom fem dagar",
                     .aim = Aim::stay_above,
                     .measure = "TEK-1",
                     .unit = "%",
                     .baseline = 61.4,
                     .target = 66})
        .behaviour("Vi svarar den som anmält, även när vi inte kan laga")
        .behaviour("Vi lagar det vi ser på vägen")
        .behaviour("Vi turas om att läsa veckans anmälningar högt")
        .check_in({.days_ago = 15,
                   .confidence = 2,
                   .progress = "53 procent förra månaden. Norr drar ner, sedan entreprenören där gick i konkurs.",
                   .obstacle = "Ingen kör på kvällarna i Norr.",
                   .unblocked_when = "Den nya upphandlingen är klar.",
                   .next_step = "Centrum tar det som är farligt så länge."});
    plan.goal({.title = "Mindre mat i soporna",
               .units = {"MAL", "GRF", "SBF"},
               .owner = "teknikchef",
               .supports = {easy_to_reach},
               .measures = {"TEK-2"},
               .rhythm = Rhythm::monthly});
    plan.key_result({.title = "Matsvinn per portion",
                     .aim = Aim::stay_below,
                     .measure = "TEK-2",
                     .unit = "gram",
                     .baseline = 42,
                     .target = 38})
        .behaviour("Vi lagar efter närvaron i dag, inte efter listan")
        .behaviour("Eleverna väger svinnet på fredagar")
        .behaviour("Vi serverar resterna med stolthet")
        .check_in({.days_ago = 58,
                   .confidence = 3,
                   .progress = "43 gram i snitt, men stor skillnad mellan köken.",
                   .next_step = "Kocken i Åsa visar hur."})
        .check_in({.days_ago = 26,
                   .confidence = 3,
                   .progress = "Fortfarande 43 gram.",
                   .next_step = "Samma veckoblad i alla kök."});
    plan.goal({.title = "Bygglov på tjugo dagar",
               .units = {"BYG"},
               .owner = "byggchef",
               .supports = {easy_to_reach},
               .measures = {"SBY-1"},
               .kind = GoalKind::smart});
    plan.key_result({.title = "Handläggningstid",
                     .aim = Aim::stay_below,
                     .measure = "SBY-1",
                     .unit = "dagar",
                     .baseline = 37.7,
                     .target = 20})
        .check_in({.days_ago = 68,
                   .confidence = 4,
                   .progress = "De enkla ärendena har fått ett eget spår och är klara på två veckor.",
                   .next_step = "Se vad som drar ut på de svåra."}) // silent since
        .judged(68, Verdict::unknown, "De svåra ärendena har inte hunnit bli klara, så snittet säger för lite än.");
    plan.goal({.title = "Minska energikostnaderna med två miljoner", // purely about money, and supports nothing
               .units = {"FAS01", "FAS02", "FAS03"},
               .owner = "teknikchef",
               .measures = {"EKO-8"},
               .rhythm = Rhythm::quarterly});
    plan.key_result(
            {.title = "Energianvändning", .aim = Aim::stay_below, .measure = "EKO-8", .unit = "kWh/m²", .target = 12})
        .check_in({.days_ago = 77,
                   .confidence = 3,
                   .progress = "Halva beståndet är genomgånget.",
                   .next_step = "Resten nästa kvartal."});
}

void tell_central_offices(PlanBuilder& plan, PoliticalGoals const& political) {
    plan.goal({.title = "Chefer har tid att leda",
               .units = {"HRA", "EKO"},
               .owner = "hrchef",
               .supports = {political.attractive_employer},
               .factor = "Nära ledarskap",
               .measures = {"MED-4"},
               .rhythm = Rhythm::monthly,
               .deprioritised = "Två rapporter i kvartalet som ingen längre frågar efter."});
    plan.key_result({.title = "Timmar i veckan på administration",
                     .aim = Aim::stay_below,
                     .unit = "timmar",
                     .baseline = 17,
                     .target = 10})
        .key_result(
            {.title = "Hållbart medarbetarengagemang, ledarskap", .measure = "MED-4", .baseline = 79, .target = 82})
        .behaviour("Vi tar bort en blankett innan vi lägger till en", {}, Whose::leaders)
        .behaviour("Stödet svarar samma dag")
        .behaviour("Vi frågar chefen vad som stjäl mest tid", {}, Whose::leaders)
        .check_in({.days_ago = 36,
                   .confidence = 3,
                   .progress = "Tretton timmar i snitt. Rekrytering är det som tar mest.",
                   .next_step = "Rekryteringsstöd till de tio största enheterna.",
                   .values = {13}})
        .check_in({.days_ago = 7,
                   .confidence = 4,
                   .progress = "Tolv timmar.",
                   .next_step = "Fråga cheferna igen om två månader.",
                   .values = {12}})
        .acknowledged("kommundirektor", "Vilken rapport ska bort härnäst?");
    plan.goal({.title = "Målen tas upp på varje arbetsplatsträff",
               .units = {"LH"},
               .owner = "kommundirektor",
               .supports = {political.attractive_employer},
               .factor = "Mål i vardagen",
               .measures = {"MED-11"},
               .kind = GoalKind::scorecard});
    plan.key_result({.title = "Medarbetare som följer upp sina mål på träffen",
                     .measure = "MED-11",
                     .unit = "%",
                     .baseline = 57,
                     .target = 60})
        .check_in({.days_ago = 24,
                   .confidence = 4,
                   .progress = "Halva kommunen använder avstämningarna i Rödtråd på träffen.",
                   .next_step = "Berätta varför på chefsdagen."});
    plan.goal({.title = "Svar vid första samtalet",
               .units = {"KCE"},
               .owner = "kontaktchef",
               .supports = {political.easy_to_reach},
               .measures = {"KCE-1", "KCE-2"},
               .rhythm = Rhythm::weekly,
               .cycle = Cycle::quarter});
    plan.key_result(
            {.title = "Lösta vid första kontakten", .measure = "KCE-1", .unit = "%", .baseline = 50.3, .target = 54})
        .behaviour("Vi sitter kvar i samtalet tills det är klart")
        .behaviour("Vi skriver ner frågan vi inte kunde svara på")
        .behaviour("Vi ringer tillbaka när vi har lovat det")
        .check_in({.days_ago = 17,
                   .confidence = 3,
                   .progress = "52 procent förra månaden. Bygglovsfrågorna är de svåra.",
                   .next_step = "Bygglov sitter med oss på tisdagar."})
        .acknowledged("kommundirektor")
        .check_in({.days_ago = 3,
                   .confidence = 4,
                   .progress = "På tisdagar löser vi sex av tio.",
                   .next_step = "Samma sak med VA."});
    plan.goal({.title = "Vi köper av dem vi har avtal med",
               .units = {"LH"},
               .owner = "controller",
               .supports = {political.balanced_economy},
               .measures = {"EKO-6", "EKO-7"},
               .kind = GoalKind::scorecard,
               .rhythm = Rhythm::quarterly});
    plan.key_result({.title = "Inköp från leverantörer med avtal",
                     .measure = "EKO-6",
                     .unit = "%",
                     .baseline = 86,
                     .target = 90})
        .closed(
            15, Verdict::partly,
            "Vi stannade på 86,5 procent. De stora inköpen sitter, de små gör det inte: där är avtalen för svåra att "
            "hitta. Nästa år börjar vi i den änden.");
    plan.goal({.title = "E-tjänster som går att förstå",
               .units = {"ITD"},
               .owner = "kommundirektor",
               .supports = {political.easy_to_reach}});
    plan.key_result(
            {.title = "E-tjänster som prövats av fem invånare", .unit = "tjänster", .baseline = 2, .target = 12})
        .check_in({.days_ago = 76,
                   .confidence = 3,
                   .progress = "Fyra är prövade.",
                   .next_step = "Tre till.",
                   .values = {4}}); // silent since
    plan.goal({.title = "Räddningstjänsten framme i tid",
               .units = {"RTJ"},
               .measures = {"RTJ-1"}, // nobody carries it, and it supports nothing
               .kind = GoalKind::scorecard,
               .rhythm = Rhythm::quarterly});
    plan.key_result({.title = "Tid till första resurs på plats",
                     .aim = Aim::stay_below,
                     .measure = "RTJ-1",
                     .unit = "minuter",
                     .baseline = 9.4,
                     .target = 9});
    plan.goal({.title = "Samma bemötande i hela kommunen",
               .units = {"KLK"},
               .owner = "strateg",
               .supports = {political.easy_to_reach},
               .cycle = Cycle::quarter,
               .state = GoalState::proposed});
    plan.proposal(9, "kontaktchef", ProposalKind::behaviour, "Vi presenterar oss med namn när vi svarar");
}

} // namespace

void tell_goals_of_others(PlanBuilder& plan, PoliticalGoals const& political) {
    tell_culture_and_leisure(plan, political.meeting_places);
    tell_technical_services(plan, political.easy_to_reach);
    tell_central_offices(plan, political);
}

} // namespace rodtrad::demo
