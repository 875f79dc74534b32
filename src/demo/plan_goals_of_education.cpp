// What preschools and schools want to reach, and how it has gone.

#include "demo/plan_builder.hpp"

namespace rodtrad::demo {

using namespace domain;

namespace {

// Norrskolan carries the thread all the way to the team: the example's own story.
void tell_norrskolan(PlanBuilder& plan, GoalId support_in_time) {
    auto const school = plan.goal({.title = "Varje elev får stöd i tid",
                                   .description = "Ingen elev på Norrskolan ska vänta på hjälp.",
                                   .units = {"GSK13", "GSK21"},
                                   .owner = "rektor",
                                   .supports = {support_in_time},
                                   .factor = "Stöd i tid",
                                   .measures = {"GSK-7"},
                                   .rhythm = Rhythm::fortnightly,
                                   .cycle = Cycle::own,
                                   .raised = "En elevs väg, berättad av arbetslaget, på varje möte.",
                                   .followed_up = "Dagar från oro till stöd, varannan vecka.",
                                   .rewarded = "Den som ber om hjälp tidigt.",
                                   .deprioritised = "Onsdagens informationsmöte. Det ersätts av ett brev."});
    plan.key_result({.title = "Godkända i alla ämnen", .measure = "GSK-1", .unit = "%", .baseline = 65.5, .target = 72})
        .key_result(
            {.title = "Dagar från oro till stöd", .aim = Aim::stay_below, .unit = "dagar", .baseline = 13, .target = 5})
        .adjusted(46, "target", "3", "5", "Tre gick bara att nå genom att hoppa över samtalet hemma.")
        .key_result({.title = "Mattestöd finns i alla årskurser 7–9", .is_milestone = true})
        .behaviour("Vi stämmer av varje elev varje vecka",
                   "Har vi i arbetslaget gått igenom varje elev den här veckan?")
        .behaviour("Vi tar upp oro samma dag", "Togs den senaste oron upp samma dag?")
        .behaviour("Chefen frågar ”vad behöver du?” på varje möte", "Fick du frågan på det senaste mötet?",
                   Whose::leaders)
        .activity("Mattestöd i årskurs 7–9", "larare", 25, ActivityState::under_way)
        .activity("Lokal för studiestöd på onsdagar", "rektor", 10, ActivityState::blocked,
                  "Salen är uthyrd en månad till.")
        .check_in({.days_ago = 75,
                   .confidence = 3,
                   .progress = "Vi har kartlagt vägen från oro till stöd. Den tar 13 dagar.",
                   .next_step = "Ta bort två av stegen.",
                   .values = {13}})
        .acknowledged("bun.dir", "Modigt att räkna på det. Vilket steg gör mest skada?")
        .check_in({.days_ago = 61,
                   .confidence = 3,
                   .progress = "Nio dagar nu. Mötet med elevhälsan är varje vecka i stället för varannan.",
                   .next_step = "Mattestöd i årskurs 7.",
                   .question = "Vad är det minsta ni kan pröva till nästa gång?",
                   .answer = "Att ringa hem samma dag i stället för att mejla.",
                   .values = {9}})
        .check_in({.days_ago = 47,
                   .confidence = 2,
                   .progress = "Nio dagar fortfarande. Två sjukskrivna i arbetslaget.",
                   .obstacle = "Ingen kan ta studiestödet på onsdagar.",
                   .unblocked_when = "Vikarien börjar den 15:e.",
                   .next_step = "Specialpedagogen tar två grupper så länge.",
                   .values = {9}})
        .acknowledged("bun.dir")
        .check_in({.days_ago = 31,
                   .confidence = 3,
                   .progress = "Mattestödet är igång i åk 8.",
                   .obstacle = "Lokalen på onsdagar.",
                   .unblocked_when = "Schemat för nästa period är lagt.",
                   .next_step = "Åk 9.",
                   .question = "Vad lärde ni er av de elever det gick bra för?",
                   .answer = "Att samma vuxen möter dem varje gång.",
                   .values = {7}})
        .check_in({.days_ago = 17,
                   .confidence = 4,
                   .progress = "Sju dagar. Fyra elever har kommit ifatt i matematik.",
                   .obstacle = "Vi väntar på lokalen.",
                   .unblocked_when = "Uthyrningen är slut.",
                   .next_step = "Åk 9 börjar i nästa vecka.",
                   .values = {7}})
        .judged(17, Verdict::partly, "Stödet kom igång senare än vi hade tänkt.")
        .comment(16, "specialpedagog",
                 "Det märks att ni tar upp oron tidigare. @Anna Ek, ska vi pröva samma sak i årskurs 6?")
        .proposal(3, "larare", ProposalKind::behaviour, "Vi ringer hem samma dag när någon saknas på matten")
        .proposal(40, "larare.f6", ProposalKind::activity, "Läxhjälp på biblioteket även för årskurs 3",
                  "Bra tanke. Vi börjar om en månad, tillsammans med Stadsbiblioteket.")
        .followed_by("bun.ordf")
        .followed_by("larare");

    plan.goal({.title = "Vi ser eleven varje vecka",
               .description = "Arbetslag 7–9 har koll på varje elev, så att ingen försvinner.",
               .units = {"GSK13A"},
               .owner = "larare",
               .supports = {school},
               .rhythm = Rhythm::weekly,
               .cycle = Cycle::quarter});
    plan.key_result({.title = "Elever som har stämts av i veckan", .unit = "%", .baseline = 40, .target = 95})
        .behaviour("Måndag 8.10 går vi igenom klasslistan")
        .behaviour("Den som är orolig säger det, även om det är lite")
        .behaviour("Vi skriver upp en sak som gick bra för varje elev")
        .check_in({.days_ago = 26,
                   .confidence = 3,
                   .progress = "Det blir av i två klasser av tre.",
                   .next_step = "Flytta 9B till tisdagen.",
                   .values = {62}})
        .acknowledged("rektor")
        .check_in({.days_ago = 19,
                   .confidence = 4,
                   .progress = "Det blir av i alla tre klasserna, om än kort.",
                   .next_step = "Börja med dem som var borta i fredags.",
                   .values = {71}})
        .check_in({.days_ago = 12,
                   .confidence = 4,
                   .progress = "Det tar tolv minuter nu.",
                   .next_step = "Visa laget F–6.",
                   .values = {80}})
        .check_in({.days_ago = 5,
                   .confidence = 4,
                   .progress = "Vi hittade två elever som ingen hade pratat med på en vecka.",
                   .next_step = "De har fått var sin vuxen.",
                   .question = "Vad gjorde att det gick?",
                   .answer = "Att vi gör det stående.",
                   .values = {86}});

    plan.goal({.title = "Alla i trean läser med flyt",
               .units = {"GSK13B"},
               .owner = "larare.f6",
               .supports = {school},
               .kind = GoalKind::smart,
               .rhythm = Rhythm::fortnightly,
               .cycle = Cycle::own});
    plan.key_result({.title = "Elever i trean som läser med flyt", .unit = "elever", .baseline = 15, .target = 24})
        .behaviour("Vi läser tyst tjugo minuter varje dag, vuxna också")
        .behaviour("Varje barn läser högt för en vuxen varje vecka")
        .behaviour("Vi lånar hem en bok varje fredag")
        .check_in({.days_ago = 20,
                   .confidence = 4,
                   .progress = "Tysta läsningen är en vana. Sju barn behöver mer.",
                   .next_step = "Läskompisar i sexan.",
                   .values = {17}})
        .check_in({.days_ago = 6,
                   .confidence = 4,
                   .progress = "Läskompisarna är igång, och två till läser med flyt. Barnen frågar efter dem.",
                   .next_step = "Vi lyssnar på alla igen om tre veckor.",
                   .values = {19}});
}

void tell_other_schools(PlanBuilder& plan, GoalId support_in_time) {
    plan.goal({.title = "Språk i alla ämnen",
               .units = {"GSK21"},
               .owner = "rektor.soder",
               .supports = {support_in_time},
               .factor = "Kunskap för livet",
               .measures = {"GSK-1"},
               .cycle = Cycle::own});
    plan.key_result({.title = "Godkända i alla ämnen", .measure = "GSK-1", .unit = "%", .baseline = 68.5, .target = 75})
        .behaviour("Vi börjar varje lektion med dagens tre ord")
        .behaviour("Eleven säger det, skriver det och ritar det")
        .behaviour("Vi rättar innehållet först och språket sedan")
        .behaviour("Vi lånar varandras lektioner en gång i månaden")
        .check_in({.days_ago = 48,
                   .confidence = 4,
                   .progress = "Alla ämneslag har prövat. NO-lärarna gillar det mest.",
                   .next_step = "Berätta för Norrskolan hur."})
        .check_in({.days_ago = 18,
                   .confidence = 5,
                   .progress = "Eleverna använder orden utan att vi ber om det.",
                   .next_step = "Slöjden och idrotten också."})
        .acknowledged("bun.dir");
    plan.goal({.title = "Lugn start på dagen",
               .units = {"GSK21"},
               .owner = "rektor.soder",
               .supports = {support_in_time},
               .factor = "Trygga elever",
               .measures = {"GSK-4"},
               .kind = GoalKind::smart,
               .cycle = Cycle::own,
               .state = GoalState::adopted});
    plan.key_result({.title = "Elever i årskurs 5 som känner sig trygga",
                     .measure = "GSK-4",
                     .unit = "%",
                     .baseline = 88,
                     .target = 93});

    plan.goal({.title = "Genomföra utbildning i lågaffektivt bemötande", // an activity, told as a goal
               .units = {"GSK05"},
               .owner = "rektor.ek",
               .cycle = Cycle::own});
    plan.check_in({.days_ago = 80,
                   .confidence = 3,
                   .progress = "Två tillfällen av fyra är hållna.",
                   .next_step = "Boka de två sista."});

    plan.goal({.title = "Skolorna delar med sig av det som fungerar",
               .units = {"GSO1", "GSO2", "GSO3"},
               .owner = "bun.dir",
               .supports = {support_in_time},
               .factor = "Kunskap för livet",
               .rhythm = Rhythm::monthly});
    plan.key_result({.title = "Skolor som har besökt en annan skola", .unit = "skolor", .baseline = 4, .target = 15})
        .behaviour("Vi bjuder in innan vi är färdiga")
        .behaviour("Vi frågar hur, inte hur mycket")
        .behaviour("Rektorer besöker en skola i månaden", {}, Whose::leaders)
        .check_in({.days_ago = 55,
                   .confidence = 3,
                   .progress = "Nio skolor har varit hos någon annan.",
                   .next_step = "Besöken läggs i årshjulet.",
                   .values = {9}})
        .check_in({.days_ago = 24,
                   .confidence = 4,
                   .progress = "Fjorton skolor.",
                   .next_step = "Två rektorer skriver ner vad de tog med sig hem.",
                   .values = {14}})
        .acknowledged("kommundirektor");

    plan.goal({.title = "Elevhälsan svarar inom en vecka",
               .units = {"EHT"},
               .owner = "specialpedagog",
               .supports = {support_in_time},
               .factor = "Stöd i tid",
               .rhythm = Rhythm::fortnightly,
               .cycle = Cycle::tertial});
    plan.key_result({.title = "Ärenden med svar inom fem arbetsdagar",
                     .aim = Aim::stay_above,
                     .unit = "%",
                     .baseline = 48,
                     .target = 90})
        .behaviour("Den som har ärendet ringer upp, inte bara mejlar")
        .behaviour("Vi fördelar nya ärenden varje morgon")
        .behaviour("Vi säger vad vi inte hinner")
        .check_in({.days_ago = 23,
                   .confidence = 3,
                   .progress = "72 procent de senaste fyra veckorna.",
                   .obstacle = "En vakant kuratorstjänst.",
                   .unblocked_when = "Tjänsten är tillsatt.",
                   .next_step = "Intervjuer nästa vecka.",
                   .values = {72}})
        .check_in({.days_ago = 9,
                   .confidence = 4,
                   .progress = "79 procent, och kuratorn är anställd.",
                   .next_step = "Pröva jourtelefon.",
                   .values = {79}})
        .acknowledged("bun.dir");

    plan.goal({.title = "Elever kommer och stannar",
               .units = {"GRF"},
               .owner = "bun.dir",
               .supports = {support_in_time},
               .factor = "Närvaro",
               .measures = {"GSK-6", "GSK-7"},
               .kind = GoalKind::scorecard});
    plan.key_result({.title = "Elevfrånvaro",
                     .aim = Aim::stay_below,
                     .measure = "GSK-6",
                     .unit = "%",
                     .baseline = 7.4,
                     .target = 7,
                     .bound = Bound::exclusive})
        .check_in({.days_ago = 14,
                   .confidence = 2,
                   .progress = "Frånvaron är högre än i fjol på åtta skolor.",
                   .obstacle = "Vi ser den för sent.",
                   .unblocked_when = "Veckosiffror finns på skolornas egen sida.",
                   .next_step = "Varje skola väljer tre elever att ringa."});

    plan.goal({.title = "Fler klarar gymnasiet på tre år",
               .units = {"GYF"},
               .owner = "gymnasiechef",
               .supports = {support_in_time},
               .measures = {"GYM-1", "GYM-2"},
               .kind = GoalKind::scorecard});
    plan.key_result({.title = "Examen inom tre år", .measure = "GYM-1", .unit = "%", .baseline = 72, .target = 76})
        .check_in({.days_ago = 33,
                   .confidence = 3,
                   .progress = "Mentorstiden är dubblad i ettan.",
                   .next_step = "Uppföljning av F-varningarna."});
    plan.goal({.title = "Från sfi till jobb på ett år",
               .units = {"SFI", "AME"},
               .owner = "gymnasiechef",
               .supports = {support_in_time},
               .measures = {"VUX-1"},
               .state = GoalState::proposed});
    plan.key_result({.title = "Elever som klarat sin kurs inom ett år",
                     .measure = "VUX-1",
                     .unit = "%",
                     .baseline = 57,
                     .target = 65});
}

void tell_preschools(PlanBuilder& plan, GoalId safe_preschools) {
    auto const area = plan.goal({.title = "Samma trygghet i alla områden",
                                 .units = {"FSF"},
                                 .owner = "forskolechef",
                                 .supports = {safe_preschools},
                                 .factor = "Trygghet och delaktighet",
                                 .measures = {"FSK-1"},
                                 .kind = GoalKind::scorecard});
    plan.key_result(satisfied_parents())
        .check_in({.days_ago = 27,
                   .confidence = 4,
                   .progress = "Områdena Norr och Öster har närmat sig Centrum.",
                   .next_step = "Samma introduktion för nyanställda i hela kommunen."})
        .acknowledged("kommundirektor");
    auto const almens = plan.goal({.title = "Alla barn blir mötta i dörren",
                                   .units = {"FSK01"},
                                   .owner = "rektor.almens",
                                   .supports = {area},
                                   .factor = "Trygghet och delaktighet",
                                   .measures = {"FSK-1"},
                                   .rhythm = Rhythm::fortnightly,
                                   .cycle = Cycle::own,
                                   .deprioritised = "Fotodokumentation under lämningen."});
    plan.key_result({.title = "Lämningar där barnet möts med namn", .unit = "%", .baseline = 55, .target = 95})
        .behaviour("Vi går barnet till mötes, i ögonhöjd", "Blev barnen mötta i ögonhöjd i morse?")
        .behaviour("Vi säger barnets namn först och förälderns sedan", "Hörde du barnens namn i dörren?")
        .behaviour("Vi säger vem som är här i dag", {})
        .check_in({.days_ago = 38,
                   .confidence = 3,
                   .progress = "Vi har räknat: 70 av 100 lämningar.",
                   .next_step = "En vuxen är alltid fri mellan sju och åtta.",
                   .values = {70}},
                  "forskollarare")
        .acknowledged("rektor.almens")
        .check_in({.days_ago = 22,
                   .confidence = 4,
                   .progress = "82 av 100. Föräldrar säger att det märks.",
                   .next_step = "Berätta på föräldramötet.",
                   .values = {82}},
                  "forskollarare")
        .check_in({.days_ago = 7,
                   .confidence = 4,
                   .progress = "88 av 100.",
                   .obstacle = "Måndagar med vikarie.",
                   .unblocked_when = "Vikarien är med en vecka innan.",
                   .next_step = "Pröva det nästa månad.",
                   .values = {88}},
                  "forskollarare")
        .proposal(5, "forskollarare", ProposalKind::wording, "Alla barn och föräldrar blir mötta i dörren");
    plan.goal({.title = "Leken får ta tid",
               .units = {"FSK01A"},
               .owner = "forskollarare",
               .supports = {almens},
               .rhythm = Rhythm::monthly,
               .cycle = Cycle::quarter});
    plan.behaviour("Vi avbryter inte en lek utan att ha sagt till fem minuter innan")
        .behaviour("Vi sitter kvar")
        .check_in({.days_ago = 13,
                   .confidence = 4,
                   .progress = "Samlingen ligger senare, och leken före lunch är längre.",
                   .next_step = "Samma sak på eftermiddagen."});
    plan.goal({.title = "Alla vikarier är kända",
               .units = {"FSK29"},
               .owner = "rektor.lunden",
               .supports = {area},
               .factor = "Barngruppens storlek"});
    plan.key_result({.title = "Vikariepass med känd vikarie", .unit = "%", .baseline = 50, .target = 90})
        .behaviour("Vi ringer samma tre först")
        .check_in({.days_ago = 79,
                   .confidence = 3,
                   .progress = "Vi har fyra fasta timvikarier nu.",
                   .next_step = "De får gå bredvid en dag.",
                   .values = {64}}); // nobody has spoken of it since
    plan.goal({.title = "Behöriga förskollärare i varje grupp",
               .units = {"FSF"},
               .owner = "forskolechef",
               .supports = {safe_preschools},
               .factor = "Förskollärare i varje grupp",
               .measures = {"FSK-4"},
               .kind = GoalKind::scorecard,
               .rhythm = Rhythm::quarterly});
    plan.key_result({.title = "Tjänster med förskollärarlegitimation",
                     .measure = "FSK-4",
                     .unit = "%",
                     .baseline = 40,
                     .target = 42})
        .ended(60, StepKind::paused,
               "Fyra av fem platser på utbildningen är fyllda. Vi väntar tills de som går den är klara.");
    plan.goal({.title = "Öppen förskola i Väster",
               .units = {"FSO5"},
               .supports = {safe_preschools}, // nobody carries it
               .cycle = Cycle::own});
    plan.key_result({.title = "Den öppna förskolan har tagit emot de första familjerna", .is_milestone = true});
}

} // namespace

void tell_goals_of_education(PlanBuilder& plan, PoliticalGoals const& political) {
    tell_norrskolan(plan, political.support_in_time);
    tell_other_schools(plan, political.support_in_time);
    tell_preschools(plan, political.safe_preschools);
}

} // namespace rodtrad::demo
