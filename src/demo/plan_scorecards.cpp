// Steering documents, profiles, perspectives, success factors, and cards for four kinds of operation.

#include "demo/plan_builder.hpp"

namespace rodtrad::demo {

using namespace domain;

namespace {

constexpr std::string_view users = "Den vi finns till för";
constexpr std::string_view staff = "Medarbetare och utveckling";
constexpr std::string_view processes = "Verksamhet och processer";
constexpr std::string_view economy = "Uppdrag och ekonomi";

// A row that every card has.
ScorecardRow row(SuccessFactorId factor, std::vector<std::string> measures) { return {factor, std::move(measures)}; }

struct CommonFactors {
    SuccessFactorId health;
    SuccessFactorId leadership;
    SuccessFactorId dialogue;
    SuccessFactorId budget;
};

CommonFactors tell_common_factors(PlanBuilder& plan) {
    return {.health = plan.factor(staff, "Hälsa", "Ledning", "Vi orkar och vill, i dag och om tio år."),
            .leadership = plan.factor(staff, "Nära ledarskap", "Ledning", "Chefen finns där arbetet görs."),
            .dialogue = plan.factor(staff, "Mål i vardagen", "Ledning", "Vi talar om våra mål när vi ses."),
            .budget = plan.factor(economy, "Budget i balans", "Planering", "Pengarna räcker till det vi har lovat.")};
}

void tell_preschool_card(PlanBuilder& plan, CommonFactors const& common) {
    auto const safety = plan.factor(users, "Trygghet och delaktighet", "Barnets dag",
                                    "Barn och föräldrar vet att de är "
                                    "väntade.");
    auto const group = plan.factor(processes, "Barngruppens storlek", "Barnets dag");
    auto const place = plan.factor(processes, "Plats i tid", "Inskolning");
    auto const teachers = plan.factor(staff, "Förskollärare i varje grupp", "Bemanning");
    auto const cost = plan.factor(economy, "Kostnad per barn", "Planering");
    std::vector<ScorecardRow> rows{row(safety, {"FSK-1"}),        row(group, {"FSK-3"}),
                                   row(place, {"FSK-2"}),         row(teachers, {"FSK-4"}),
                                   row(common.health, {"MED-1"}), row(common.leadership, {"MED-4"}),
                                   row(common.budget, {"EKO-1"}), row(cost, {"EKO-2"})};
    plan.scorecard("Styrkort förskola", "förskola", rows);
    rows.push_back(row(common.dialogue, {"MED-11"}));
    plan.scorecard("Styrkort förskola", "förskola", std::move(rows), ScorecardState::in_development, 2);
}

void tell_school_card(PlanBuilder& plan, CommonFactors const& common) {
    auto const safe = plan.factor(users, "Trygga elever", "Elevens dag");
    auto const knowledge = plan.factor(users, "Kunskap för livet", "Undervisning");
    auto const support = plan.factor(processes, "Stöd i tid", "Elevhälsa", "Oro blir stöd inom en vecka.");
    auto const present = plan.factor(processes, "Närvaro", "Elevens dag");
    auto const qualified = plan.factor(staff, "Behöriga lärare", "Bemanning");
    auto const cost = plan.factor(economy, "Kostnad per elev", "Planering");
    plan.scorecard("Styrkort grundskola", "grundskola",
                   {row(safe, {"GSK-4"}), row(knowledge, {"GSK-1", "GSK-3", "GSK-5"}), row(support, {"GSK-7"}),
                    row(present, {"GSK-6"}), row(qualified, {"GSK-9"}), row(common.health, {"MED-1"}),
                    row(common.leadership, {"MED-4"}), row(common.budget, {"EKO-1"}), row(cost, {"EKO-3"})});
}

void tell_home_care_card(PlanBuilder& plan, CommonFactors const& common) {
    auto const known = plan.factor(users, "Kända ansikten", "Besöket", "Den som får hjälp vet vem som kommer.");
    auto const satisfied = plan.factor(users, "Hjälp som känns bra", "Besöket");
    auto const medicine = plan.factor(processes, "Säkra läkemedel", "Hälso- och sjukvård");
    auto const time = plan.factor(processes, "Tid hos den enskilde", "Planering");
    auto const cost = plan.factor(economy, "Kostnad per timme", "Planering");
    plan.scorecard("Styrkort hemtjänst", "hemtjänst",
                   {row(known, {"HTJ-2"}), row(satisfied, {"HTJ-1"}), row(medicine, {"HTJ-5"}),
                    row(time, {"HTJ-3", "HTJ-4"}), row(common.health, {"MED-1", "MED-10"}),
                    row(common.dialogue, {"MED-11"}), row(common.budget, {"EKO-1"}), row(cost, {"EKO-4"})});
}

void tell_care_home_card(PlanBuilder& plan, CommonFactors const& common) {
    auto const home = plan.factor(users, "Ett hem att trivas i", "Vardagen");
    auto const prevention = plan.factor(processes, "Förebygga fall och skador", "Hälso- och sjukvård");
    auto const waiting = plan.factor(processes, "Kort väntan", "Inflyttning");
    auto const day_cost = plan.factor(economy, "Kostnad per dygn", "Planering");
    plan.scorecard("Styrkort särskilt boende", "särskilt boende",
                   {row(home, {"SBO-1"}), row(prevention, {"SBO-3", "SBO-4"}), row(waiting, {"SBO-2"}),
                    row(common.health, {"MED-1"}), row(common.leadership, {"MED-4"}), row(common.budget, {"EKO-1"}),
                    row(day_cost, {"EKO-5"})});
}

void tell_profiles(PlanBuilder& plan) {
    plan.profile(
        {.unit = "GSK13",
         .commissioner = "Barn- och utbildningsnämnden",
         .laws_and_documents = "Skollagen, läroplanen Lgr22, barnkonventionen som lag, nämndens verksamhetsplan.",
         .core_operation = "Vi undervisar 420 elever från förskoleklass till årskurs 9.",
         .customers = "Eleverna. Deras vårdnadshavare är våra närmaste samarbetspartner.",
         .needs = "Att bli sedda varje dag, att förstå vad man ska lära sig och få hjälp innan det blivit för "
                  "svårt.",
         .processes = "Undervisning\nElevhälsa\nElevens dag\nBemanning",
         .competence = "Legitimerade lärare i alla ämnen utom slöjd. Två speciallärare, en skolkurator på "
                       "heltid.",
         .partners = "Centrala elevhälsan, socialtjänstens familjeenhet, Norrhallen och fritidsgården "
                     "Mötesplats Norr."});
    plan.profile(
        {.unit = "HTJ01",
         .commissioner = "Äldrenämnden",
         .laws_and_documents = "Socialtjänstlagen, hälso- och sjukvårdslagen, nämndens värdighetsgarantier.",
         .core_operation = "Vi ger hjälp, vård och sällskap hemma hos 80 personer, alla dagar om året.",
         .customers = "Den som har beviljats hemtjänst, och de anhöriga som bär en del av vardagen.",
         .needs = "Att veta vem som kommer och när. Att få bestämma över sin egen dag.",
         .processes = "Planering\nBesöket\nHälso- och sjukvård",
         .competence = "18 undersköterskor, 8 vårdbiträden, en samordnare. Fyra av tio talar mer än två språk.",
         .partners = "Hemsjukvården, biståndshandläggarna, vårdcentralen Lindhamra Norr."});
    plan.profile({.unit = "FSK01",
                  .commissioner = "Barn- och utbildningsnämnden",
                  .laws_and_documents = "Skollagen, läroplanen Lpfö 18, barnkonventionen som lag.",
                  .core_operation = "Omsorg, lek och lärande för 80 barn mellan ett och fem år.",
                  .customers = "Barnen, och deras vårdnadshavare.",
                  .needs = "Att vara trygg när mamma eller pappa går, att få leka färdigt och att bli förstådd.",
                  .processes = "Inskolning\nBarnets dag\nBemanning",
                  .competence = "Nio förskollärare, fjorton barnskötare, en kock.",
                  .partners = "Barnavårdscentralen, Almskolans förskoleklass, biblioteket."});
}

} // namespace

void tell_scorecards(PlanBuilder& plan) {
    plan.perspective(std::string{users}, "Those we are here for", "elever, brukare, besökare och deras närmaste");
    plan.perspective(std::string{staff}, "Employees and development", "de som gör arbetet, och de som leder det");
    plan.perspective(std::string{processes}, "Operations and processes", "hur det går till");
    plan.perspective(std::string{economy}, "Mission and economy", "det vi ska göra, och vad det får kosta");
    auto const common = tell_common_factors(plan);
    tell_preschool_card(plan, common);
    tell_school_card(plan, common);
    tell_home_care_card(plan, common);
    tell_care_home_card(plan, common);
    tell_profiles(plan);
}

} // namespace rodtrad::demo
