// The vision, the strategies, and what the assembly and the boards have decided to reach this year.

#include "demo/plan_builder.hpp"

namespace rodtrad::demo {

using namespace domain;

KeyResultTold satisfied_parents() {
    return {
        .title = "Vårdnadshavare som är mycket nöjda", .measure = "FSK-1", .unit = "%", .baseline = 61.6, .target = 66};
}
KeyResultTold faces_in_a_fortnight() {
    return {.title = "Medarbetare som en brukare möter på 14 dagar",
            .aim = Aim::stay_below,
            .measure = "HTJ-2",
            .unit = "medarbetare",
            .baseline = 12.6,
            .target = 11};
}
KeyResultTold falls() {
    return {.title = "Fallolyckor per 1 000 boendedygn",
            .aim = Aim::stay_below,
            .measure = "SBO-3",
            .unit = "per 1 000",
            .baseline = 9.2,
            .target = 8,
            .bound = Bound::exclusive};
}
KeyResultTold investigated_in_time() {
    return {.title = "Utredningar klara inom fyra månader",
            .aim = Aim::stay_above,
            .measure = "IFO-1",
            .unit = "%",
            .baseline = 63.9,
            .target = 67};
}
KeyResultTold visits_in_an_evening() {
    return {.title = "Besök per öppen kväll på fritidsgårdarna",
            .measure = "KOF-2",
            .unit = "besök",
            .baseline = 37.3,
            .target = 40};
}

PoliticalGoals tell_political_goals(PlanBuilder& plan) {
    using namespace std::chrono_literals;
    constexpr base::Date first_day{2025y, std::chrono::January, std::chrono::day{1}};
    constexpr base::Date second_half{2025y, std::chrono::July, std::chrono::day{1}};
    constexpr base::Date next_year{2026y, std::chrono::January, std::chrono::day{1}};
    plan.document("LH", DocumentKind::vision, "Ett Lindhamra där alla hör hemma",
                  "I Lindhamra växer barn upp och tror på sin framtid, äldre lever sina egna liv och den som behöver "
                  "stöd får det i tid. Vi möter varandra, i skolan, på torget och i naturen.",
                  "KF 2024-11-18 § 201", first_day);
    auto const vision = DocumentId{1};
    plan.document("LH", DocumentKind::business_idea, "Vi gör vardagen möjlig",
                  "Kommunen finns till för dem som bor, arbetar och vistas här. Vi gör det som behövs för att vardagen "
                  "ska fungera, tillsammans med dem det gäller.",
                  "KF 2024-11-18 § 201", first_day);
    plan.document("LH", DocumentKind::values, "Nära, kunnig, modig",
                  "Nära: vi lyssnar innan vi föreslår. Kunnig: vi prövar det vi tror oss veta. Modig: vi slutar med "
                  "det som inte hjälper.",
                  "KF 2024-11-18 § 201", first_day);
    auto const early =
        plan.document("LH", DocumentKind::strategy, "Tidigt stöd",
                      "Vi lägger kraften på att förebygga i stället för att laga.", "KF 2025-06-16 § 112", second_half);
    auto const own_life = plan.document("LH", DocumentKind::strategy, "Eget liv hela livet",
                                        "Den som får vård, stöd eller omsorg bestämmer över sin egen dag.",
                                        "KF 2025-06-16 § 112", second_half);
    auto const employer =
        plan.document("LH", DocumentKind::strategy, "Här vill man arbeta",
                      "Vi satsar på nära ledarskap, hälsa och fasta tjänster.", "KF 2025-06-16 § 112", second_half);
    // No goal has taken this up: the thread breaks here.
    plan.document("LH", DocumentKind::strategy, "Klimatneutralt 2035",
                  "Kommunens egna utsläpp ska vara nära noll år 2035.", "KF 2025-06-16 § 113", second_half);
    auto const school_plan =
        plan.document("BUN", DocumentKind::strategy, "Varje barn blir sett",
                      "Ingen elev ska behöva misslyckas för att få hjälp.", "BUN 2025-12-09 § 98", next_year);

    PoliticalGoals goals{};
    goals.support_in_time =
        plan.goal({.title = "Fler elever når gymnasiet",
                   .description = "Varje elev ska ha betyg som räcker till ett gymnasieprogram.",
                   .units = {"BUN"},
                   .owner = "bun.dir",
                   .decided_by = "bun.ordf",
                   .documents = {early, school_plan},
                   .factor = "Kunskap för livet",
                   .measures = {"GSK-1", "GSK-5"},
                   .kind = GoalKind::scorecard,
                   .level = GoalLevel::political,
                   .raised = "Hur det går för de elever som ligger efter står först på varje nämndmöte.",
                   .followed_up = "Närvaro och stöd i tid varje månad, betyg två gånger om året.",
                   .rewarded = "Skolor som tidigt ber om hjälp.",
                   .deprioritised = "Nya projekt under läsåret."});
    plan.key_result({.title = "Elever som är godkända i alla ämnen",
                     .measure = "GSK-1",
                     .unit = "%",
                     .baseline = 66,
                     .target = 70})
        .key_result({.title = "Elever med minst E i matematik i årskurs 6",
                     .measure = "GSK-5",
                     .unit = "%",
                     .baseline = 77.5,
                     .target = 80})
        .behaviour("Vi tar upp oro för en elev samma dag")
        .behaviour("Vi prövar stödet i klassrummet innan vi utreder")
        .behaviour("Chefer frågar vad skolan behöver, inte varför det gick fel", {}, Whose::leaders)
        .check_in({.days_ago = 66,
                   .confidence = 3,
                   .progress = "Betygen är bättre på tio skolor av sexton, men i snitt står vi still.",
                   .obstacle = "Två skolor saknar speciallärare.",
                   .unblocked_when = "Rekryteringen är klar.",
                   .next_step = "Norrskolan och Söderskolan berättar hur de gör."})
        .acknowledged("kommundirektor", "Bra att det sprids. Vad gör att just de tio lyckas?")
        .check_in({.days_ago = 37,
                   .confidence = 2,
                   .progress = "Frånvaron har stigit i årskurs 8. Där finns de elever som ligger efter.",
                   .obstacle = "Frånvaron syns först när terminen är slut.",
                   .unblocked_when = "Skolorna ser den varje vecka i sitt eget system.",
                   .next_step = "Nämnden får ett förslag om tidig samordning."})
        .check_in({.days_ago = 8,
                   .confidence = 3,
                   .progress = "Tidig samordning är igång på tolv skolor.",
                   .next_step = "Beslut i nämnden om fler speciallärare."})
        .judged(8, Verdict::partly, "Indikatorerna står still, men de skolor som börjat med tidig samordning har vänt.")
        .comment(30, "bun.ordf",
                 "Vi vill se skillnaden mellan skolorna. @Stefan Åkerman, går det att få till nästa nämndmöte?")
        .comment(25, "bun.dir",
                 "Ja, @Anders Nyström. Välj grundskola under Styrkort, så står alla skolor bredvid varandra. Jag visar "
                 "det på nästa möte.")
        .followed_by("bun.ordf")
        .followed_by("kommunalrad");

    goals.safe_preschools = plan.goal({.title = "Trygga förskolor nära hemmet",
                                       .description = "Varje barn har en plats i tid, i en grupp där det blir sett.",
                                       .units = {"BUN"},
                                       .owner = "forskolechef",
                                       .decided_by = "bun.ordf",
                                       .documents = {early},
                                       .factor = "Trygghet och delaktighet",
                                       .measures = {"FSK-1", "FSK-2"},
                                       .kind = GoalKind::scorecard,
                                       .level = GoalLevel::political});
    plan.key_result({.title = "Plats på önskat datum",
                     .aim = Aim::stay_above,
                     .measure = "FSK-2",
                     .unit = "%",
                     .baseline = 68.6,
                     .target = 72})
        .key_result(satisfied_parents())
        .behaviour("Vi möter varje barn i dörren med namn")
        .behaviour("Samma vuxna öppnar och stänger en hel vecka")
        .behaviour("Vi berättar en sak ur dagen för varje förälder")
        .check_in({.days_ago = 45,
                   .confidence = 4,
                   .progress = "Vi når målet i snitt, men i Centrum och Väster får färre barn den plats de sökt.",
                   .next_step = "Två nya avdelningar öppnar i Väster."})
        .check_in({.days_ago = 16,
                   .confidence = 4,
                   .progress = "Föräldraenkäten är ute. Svaren hittills är bättre än i fjol.",
                   .next_step = "Vi läser svaren tillsammans med rektorerna."})
        .acknowledged("kommundirektor");

    goals.known_faces = plan.goal({.title = "Äldre möts av kända ansikten",
                                   .description = "Den som har hemtjänst ska veta vem som kommer.",
                                   .units = {"ALN"},
                                   .owner = "aldrechef",
                                   .decided_by = "aln.ordf",
                                   .documents = {own_life},
                                   .factor = "Kända ansikten",
                                   .measures = {"HTJ-2", "HTJ-1"},
                                   .kind = GoalKind::scorecard,
                                   .level = GoalLevel::political,
                                   .deprioritised = "Gemensamma möten för alla områden på förmiddagarna."});
    plan.key_result(faces_in_a_fortnight())
        .adjusted(75, "target", "10", "11", "Tio gick bara att nå genom att låta samma person arbeta sex dagar i rad.")
        .key_result({.title = "Brukare som är mycket nöjda",
                     .aim = Aim::stay_above,
                     .measure = "HTJ-1",
                     .unit = "%",
                     .baseline = 63.9,
                     .target = 66,
                     .bound = Bound::exclusive})
        .behaviour("Vi planerar besöken efter person, inte efter karta")
        .behaviour("Den fasta omsorgskontakten ringer när något ändras")
        .behaviour("Vi frågar vad som vore en bra dag")
        .check_in({.days_ago = 52,
                   .confidence = 3,
                   .progress = "Tio av arton grupper planerar nu efter person.",
                   .obstacle = "Korta vikariat drar upp antalet.",
                   .next_step = "Fasta vikariepooler prövas i Norr och Söder."})
        .acknowledged("kommundirektor", "Hur tänker ni om semestrarna?")
        .check_in(
            {.days_ago = 21,
             .confidence = 3,
             .progress = "Snittet står på tretton. Hemtjänst Centrum, som planerar efter person, är nere på elva.",
             .next_step = "Centrum visar de andra hur."})
        .followed_by("aln.ordf");

    goals.good_homes = plan.goal({.title = "Ett boende att trivas i",
                                  .description = "Ingen ska falla i onödan, och dagen ska ha ett innehåll.",
                                  .units = {"ALN"},
                                  .owner = "boendechef",
                                  .decided_by = "aln.ordf",
                                  .documents = {own_life},
                                  .factor = "Ett hem att trivas i",
                                  .measures = {"SBO-1", "SBO-3", "SBO-2"},
                                  .kind = GoalKind::scorecard,
                                  .level = GoalLevel::political});
    plan.key_result(
            {.title = "Boende som är mycket nöjda", .measure = "SBO-1", .unit = "%", .baseline = 52.3, .target = 56})
        .key_result(falls())
        .behaviour("Vi går en trygghetsrunda vid varje skiftbyte")
        .behaviour("Varje boende har en planerad stund om dagen")
        .behaviour("Vi pratar om fallet samma dag, utan att leta fel")
        .check_in({.days_ago = 40,
                   .confidence = 3,
                   .progress = "Trygghetsrundor går på nio av sexton boenden.",
                   .next_step = "Almgården visar hur de gör."})
        .check_in({.days_ago = 12,
                   .confidence = 3,
                   .progress = "Rundorna går på tolv boenden. Fallen minskar där, inte på de andra.",
                   .obstacle = "Nattbemanningen räcker inte till rundor på två boenden.",
                   .unblocked_when = "Nämnden har svarat om nattbemanningen.",
                   .next_step = "Underlag till nämnden."})
        .followed_by("aln.ordf");

    goals.attractive_employer = plan.goal({.title = "Fler vill och orkar stanna",
                                           .units = {"LH"},
                                           .owner = "hrchef",
                                           .decided_by = "kommunalrad",
                                           .documents = {employer},
                                           .factor = "Hälsa",
                                           .measures = {"MED-1", "MED-6", "MED-2"},
                                           .kind = GoalKind::scorecard,
                                           .level = GoalLevel::political});
    plan.key_result({.title = "Sjukfrånvaro",
                     .aim = Aim::stay_below,
                     .measure = "MED-1",
                     .unit = "%",
                     .baseline = 6.5,
                     .target = 6.2,
                     .bound = Bound::exclusive})
        .key_result({.title = "Externa avgångar",
                     .aim = Aim::stay_below,
                     .measure = "MED-6",
                     .unit = "%",
                     .baseline = 9.7,
                     .target = 9})
        .key_result({.title = "Hållbart medarbetarengagemang", .measure = "MED-2", .baseline = 79, .target = 80})
        .behaviour("Chefen är ute i verksamheten en halv dag i veckan",
                   "Hur ofta har din närmaste chef varit med dig i arbetet den senaste månaden?", Whose::leaders)
        .behaviour("Vi stämmer av arbetsbelastningen på varje arbetsplatsträff",
                   "Har ni talat om hur ni har det på senaste mötet?")
        .behaviour("Vi hör av oss första sjukdagen, av omtanke", {}, Whose::leaders)
        .check_in({.days_ago = 34,
                   .confidence = 3,
                   .progress = "Sjukfrånvaron är lägre än i fjol, men inte i äldreomsorgen.",
                   .next_step = "Chefsstöd till de sju enheter som ligger högst."})
        .judged(34, Verdict::partly, "Vi går åt rätt håll i tre förvaltningar av fem.");

    goals.balanced_economy = plan.goal({.title = "Ett resultat på två procent av skatter och statsbidrag",
                                        .units = {"LH"},
                                        .owner = "kommundirektor",
                                        .decided_by = "kommunalrad",
                                        .documents = {vision},
                                        .factor = "Budget i balans",
                                        .measures = {"EKO-9"},
                                        .kind = GoalKind::scorecard,
                                        .level = GoalLevel::political,
                                        .rhythm = Rhythm::quarterly});
    plan.key_result({.title = "Årets resultat",
                     .aim = Aim::within,
                     .measure = "EKO-9",
                     .unit = "%",
                     .baseline = 1.8,
                     .target = 1,
                     .upper = 4})
        .check_in({.days_ago = 50,
                   .confidence = 4,
                   .progress = "Den senaste prognosen säger 1,9 procent.",
                   .next_step = "Ny prognos nästa månad."});

    goals.own_lives = plan.goal({.title = "Mitt liv, mina val",
                                 .description = "Den som har stöd av oss bestämmer om det som är viktigt.",
                                 .units = {"SON"},
                                 .owner = "stodchef",
                                 .decided_by = "son.ordf",
                                 .documents = {own_life},
                                 .measures = {"FST-1", "IFO-1"},
                                 .kind = GoalKind::scorecard,
                                 .level = GoalLevel::political});
    plan.key_result({.title = "Deltagare som får bestämma om det som är viktigt",
                     .measure = "FST-1",
                     .unit = "%",
                     .baseline = 69,
                     .target = 74})
        .key_result(investigated_in_time())
        .check_in({.days_ago = 29,
                   .confidence = 2,
                   .progress = "Två enheter av tre utreder i tid. I Familj slutade fyra av nio, och köerna finns kvar.",
                   .next_step = "Mottagningen lånar ut två handläggare till Familj."});

    goals.meeting_places = plan.goal({.title = "Mötesplatser för alla åldrar",
                                      .units = {"KFN"},
                                      .owner = "fritidschef",
                                      .decided_by = "kfn.ordf",
                                      .documents = {vision},
                                      .measures = {"KOF-1", "KOF-2"},
                                      .kind = GoalKind::scorecard,
                                      .level = GoalLevel::political});
    plan.key_result(visits_in_an_evening())
        .check_in({.days_ago = 19,
                   .confidence = 4,
                   .progress = "Kvällsöppet på torsdagar har slagit väl ut.",
                   .next_step = "Lovöppet planeras ihop med biblioteken."});

    goals.easy_to_reach = plan.goal({.title = "Lätt att nå kommunen",
                                     .units = {"KS", "TSN"},
                                     .owner = "kontaktchef",
                                     .decided_by = "kommunalrad",
                                     .documents = {vision},
                                     .measures = {"KCE-1", "KCE-2", "SBY-1"},
                                     .kind = GoalKind::scorecard,
                                     .level = GoalLevel::political});
    plan.key_result({.title = "Ärenden som löses vid första kontakten",
                     .measure = "KCE-1",
                     .unit = "%",
                     .baseline = 60.5,
                     .target = 66})
        .key_result({.title = "Väntetid i telefon",
                     .aim = Aim::stay_below,
                     .measure = "KCE-2",
                     .unit = "minuter",
                     .baseline = 3,
                     .target = 2.5})
        .check_in({.days_ago = 78,
                   .confidence = 3,
                   .progress = "Köerna är kortare. Färre ärenden löses direkt sedan bygglov och förskoleplacering "
                               "kom över till kontaktcenter.",
                   .next_step = "Utbildning i de nya frågorna."}); // silent since

    // The share of whole threads has risen for a quarter.
    for (auto const& [days_ago, units, whole, people, reached] :
         {std::tuple{90, 265, 34, 44, 31}, {60, 265, 38, 44, 34}, {30, 265, 41, 44, 36}})
        plan.thread_share(days_ago, units, whole, people, reached);
    return goals;
}

} // namespace rodtrad::demo
