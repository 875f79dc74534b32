// What elderly care and social services want to reach, and how it has gone.

#include "demo/plan_builder.hpp"

namespace rodtrad::demo {

using namespace domain;

namespace {

void tell_home_care(PlanBuilder& plan, GoalId known_faces) {
    auto const whole = plan.goal({.title = "Högst elva olika på två veckor",
                                  .units = {"HTF"},
                                  .owner = "aldrechef",
                                  .supports = {known_faces},
                                  .factor = "Kända ansikten",
                                  .measures = {"HTJ-2", "HTJ-4"},
                                  .kind = GoalKind::smart,
                                  .rhythm = Rhythm::fortnightly});
    plan.key_result(faces_in_a_fortnight())
        .key_result({.title = "Tid hos brukare av arbetad tid",
                     .aim = Aim::stay_above,
                     .measure = "HTJ-4",
                     .unit = "%",
                     .baseline = 68.1,
                     .target = 70})
        .behaviour("Vi byter pass med den som känner samma personer")
        .behaviour("Samordnaren ringer innan en ny kommer")
        .behaviour("Enhetschefen går bredvid en dag i månaden", {}, Whose::leaders)
        .check_in({.days_ago = 25,
                   .confidence = 4,
                   .progress = "Centrum är nere på elva. De andra står still.",
                   .next_step = "Centrums samordnare hjälper Norr i två veckor."})
        .acknowledged("kommundirektor")
        .check_in({.days_ago = 10,
                   .confidence = 3,
                   .progress = "Norr har lagt om hälften av slingorna.",
                   .next_step = "Resten inom en månad."})
        .followed_by("aln.ordf");
    auto const north = plan.goal({.title = "Hos oss vet man vem som kommer",
                                  .units = {"HTJ01"},
                                  .owner = "chef.norr",
                                  .supports = {whole},
                                  .factor = "Kända ansikten",
                                  .measures = {"HTJ-2"},
                                  .rhythm = Rhythm::fortnightly,
                                  .cycle = Cycle::tertial,
                                  .deprioritised = "Dubbelbemanning på rutin: bara där det behövs."});
    plan.key_result({.title = "Medarbetare som en brukare möter på 14 dagar",
                     .aim = Aim::stay_below,
                     .measure = "HTJ-2",
                     .unit = "medarbetare",
                     .baseline = 13.7,
                     .target = 12})
        .key_result({.title = "Besök där namnet har sagts i förväg",
                     .aim = Aim::reach,
                     .unit = "%",
                     .baseline = 35,
                     .target = 90})
        .behaviour("Vi säger vem som kommer i morgon innan vi går", "Sade du vem som kommer i morgon?")
        .behaviour("Vi ringer om det blir någon annan", "Ringde vi när det blev någon annan?")
        .behaviour("Vi frågar vad som blev bra i dag", "Frågade du vad som blev bra i dag?")
        .activity("Ny slinga för kvällarna", "samordnare", -4, ActivityState::under_way)
        .check_in({.days_ago = 41,
                   .confidence = 3,
                   .progress = "Hälften av besöken. Lapparna på kylskåpet fungerar bättre än appen.",
                   .next_step = "Lappar till alla.",
                   .values = {52}},
                  "samordnare")
        .acknowledged("chef.norr", "Fint att ni provade båda. Vad säger de som har svårt att läsa?")
        .check_in({.days_ago = 28,
                   .confidence = 4,
                   .progress = "68 procent. Bilder i stället för namn hos sex personer.",
                   .next_step = "Ta med nattpatrullen.",
                   .values = {68}},
                  "underskoterska")
        .acknowledged("chef.norr")
        .check_in({.days_ago = 13,
                   .confidence = 4,
                   .progress = "74 procent.",
                   .obstacle = "Helgerna, då är halva gruppen timanställd.",
                   .unblocked_when = "Nästa schema är lagt med fasta par.",
                   .next_step = "Pröva fasta par en helg.",
                   .question = "Vem kan hjälpa er, som ni inte har frågat?",
                   .answer = "Hemsjukvården. De är där varje lördag.",
                   .values = {74}},
                  "underskoterska")
        .comment(12, "underskoterska", "Anhöriga har börjat hälsa med namn. Det gör något med en.")
        .comment(11, "aldrechef", "Vilken mening. Får jag läsa upp den i nämnden, @Linda Kvist?");
    plan.goal({.title = "Tre fasta hos var och en",
               .units = {"HTJ01A"},
               .owner = "samordnare",
               .supports = {north},
               .rhythm = Rhythm::weekly,
               .cycle = Cycle::quarter});
    plan.key_result({.title = "Personer som har tre fasta", .unit = "personer", .baseline = 6, .target = 24})
        .behaviour("Vi planerar ledighet i samma trio")
        .behaviour("Trion träffas tio minuter på fredagar")
        .behaviour("Vi skriver i pärmen som om vi själva skulle läsa den")
        .check_in({.days_ago = 18,
                   .confidence = 3,
                   .progress = "Elva personer har sin trio.",
                   .next_step = "Fyra till i veckan.",
                   .values = {11}})
        .acknowledged("chef.norr")
        .check_in({.days_ago = 4,
                   .confidence = 4,
                   .progress = "Sexton.",
                   .next_step = "Nästa är de med mest nattbesök.",
                   .values = {16}});
    plan.goal({.title = "Hela Centrum planerar efter person",
               .units = {"HTJ02"},
               .owner = "chef.centrum",
               .supports = {whole},
               .factor = "Tid hos den enskilde",
               .measures = {"HTJ-2", "HTJ-4"}});
    plan.key_result({.title = "Slingor som är omlagda", .unit = "slingor", .baseline = 0, .target = 12})
        .check_in({.days_ago = 30,
                   .confidence = 2,
                   .progress = "Fyra av tolv. Planeringen tar längre tid än vi trodde.",
                   .obstacle = "Planeringssystemet kan inte låsa par.",
                   .unblocked_when = "Leverantören har rättat det.",
                   .next_step = "Vi gör det för hand så länge.",
                   .values = {4}})
        .check_in({.days_ago = 11,
                   .confidence = 3,
                   .progress = "Sex av tolv. Brukarna möter färre, men tiden hos dem har inte ökat.",
                   .next_step = "Två till före månadsskiftet.",
                   .values = {6}});
    plan.goal({.title = "Säker läkemedelshantering i hemmet",
               .units = {"HTF"},
               .owner = "aldrechef",
               .supports = {known_faces},
               .factor = "Säkra läkemedel",
               .measures = {"HTJ-5"},
               .kind = GoalKind::scorecard});
    plan.key_result({.title = "Läkemedelsavvikelser per 1 000 insatser",
                     .aim = Aim::stay_below,
                     .measure = "HTJ-5",
                     .unit = "per 1 000",
                     .baseline = 3.7,
                     .target = 3,
                     .bound = Bound::exclusive})
        .check_in({.days_ago = 64,
                   .confidence = 3,
                   .progress = "Avvikelserna rapporteras oftare, så talet stiger. Det är bra.",
                   .next_step = "Skilj rapporterade från allvarliga."}); // silent since
}

void tell_care_homes(PlanBuilder& plan, GoalId good_homes) {
    auto const whole = plan.goal({.title = "Färre fall, utan att någon sitter still",
                                  .units = {"SBF"},
                                  .owner = "boendechef",
                                  .supports = {good_homes},
                                  .factor = "Förebygga fall och skador",
                                  .measures = {"SBO-3", "SBO-4"},
                                  .kind = GoalKind::scorecard,
                                  .rhythm = Rhythm::monthly});
    plan.key_result(falls())
        .key_result({.title = "Aktuell bedömning av fall, trycksår och undernäring",
                     .aim = Aim::stay_above,
                     .measure = "SBO-4",
                     .unit = "%",
                     .baseline = 66.8,
                     .target = 72})
        .behaviour("Vi går en trygghetsrunda vid varje skiftbyte")
        .behaviour("Vi bedömer risken inom en vecka efter inflyttning")
        .behaviour("Vi talar om varje fall samma dag")
        .check_in({.days_ago = 32,
                   .confidence = 3,
                   .progress = "Rundorna går på tolv av sexton.",
                   .next_step = "Besök på de fyra sista."})
        .acknowledged("kommundirektor");
    auto const home = plan.goal({.title = "Trygg natt på Almgården",
                                 .units = {"VOB01"},
                                 .owner = "chef.almgarden",
                                 .supports = {whole},
                                 .factor = "Förebygga fall och skador",
                                 .measures = {"SBO-3"},
                                 .rhythm = Rhythm::fortnightly,
                                 .cycle = Cycle::own});
    plan.key_result(
            {.title = "Fall på natten", .aim = Aim::stay_below, .unit = "fall i månaden", .baseline = 9, .target = 4})
        .behaviour("Vi tittar till klockan tre hos dem som har fallit")
        .behaviour("Vi låter lampan i hallen lysa")
        .behaviour("Vi skriver vad personen ville upp för att göra")
        .check_in({.days_ago = 44,
                   .confidence = 3,
                   .progress = "Sju fall förra månaden, de flesta på väg till toaletten.",
                   .next_step = "Hjälp dit klockan två.",
                   .values = {7}},
                  "sjukskoterska")
        .acknowledged("chef.almgarden")
        .check_in({.days_ago = 29,
                   .confidence = 4,
                   .progress = "Fem fall de senaste fyra veckorna.",
                   .next_step = "Samma sak på avdelning Eken.",
                   .values = {5}},
                  "sjukskoterska")
        .check_in({.days_ago = 15,
                   .confidence = 4,
                   .progress = "Två fall på fyra veckor.",
                   .next_step = "Berätta för Solhem.",
                   .question = "Vad slutade ni med?",
                   .answer = "Att väcka alla klockan sex.",
                   .values = {2}},
                  "sjukskoterska")
        .judged(15, Verdict::reached, "Vi är där, och nattpersonalen säger att det är lugnare.")
        .proposal(20, "sjukskoterska", ProposalKind::key_result, "Mät också hur många som sover hela natten",
                  "Tack, det börjar vi mäta nästa månad.");
    plan.goal({.title = "En egen stund varje dag",
               .units = {"VOB01A"},
               .owner = "sjukskoterska",
               .supports = {home, good_homes},
               .rhythm = Rhythm::monthly,
               .cycle = Cycle::quarter});
    plan.key_result({.title = "Boende som haft en planerad stund i dag", .unit = "%", .baseline = 30, .target = 80})
        .behaviour("Vi frågar på morgonen vad dagen ska innehålla")
        .behaviour("Vi ställer in rapporten före stunden, inte tvärtom")
        .behaviour("Vi tar med den som inte brukar säga ja")
        .check_in({.days_ago = 21,
                   .confidence = 3,
                   .progress = "Hälften, de flesta på förmiddagen.",
                   .next_step = "Kvällen prövas.",
                   .values = {51}});
    plan.goal({.title = "Kortare väntan till särskilt boende",
               .units = {"SBF"},
               .owner = "boendechef",
               .supports = {good_homes},
               .factor = "Kort väntan",
               .measures = {"SBO-2"},
               .kind = GoalKind::scorecard});
    plan.key_result({.title = "Väntetid",
                     .aim = Aim::stay_below,
                     .measure = "SBO-2",
                     .unit = "dagar",
                     .baseline = 47,
                     .target = 45})
        .closed(26, Verdict::reached,
                "Väntetiden är nere i fyrtiofyra dagar. Det som hjälpte var att erbjuda plats samma dag som den "
                "blev ledig. Vi borde ha prövat det ett år tidigare.");
}

void tell_social_services(PlanBuilder& plan, PoliticalGoals const& political) {
    auto const families = plan.goal({.title = "Barn väntar inte på besked",
                                     .units = {"IFF"},
                                     .owner = "ifochef",
                                     .supports = {political.own_lives, political.support_in_time},
                                     .measures = {"IFO-1", "IFO-3"},
                                     .kind = GoalKind::scorecard});
    plan.key_result(investigated_in_time())
        .check_in({.days_ago = 23,
                   .confidence = 3,
                   .progress = "66 procent. Vi tar igen det som blev liggande, men anmälningarna ökar.",
                   .next_step = "Familj prövar två handläggare per utredning."})
        .acknowledged("kommundirektor");
    plan.goal({.title = "Två som känner familjen",
               .units = {"BUT02"},
               .owner = "chef.familj",
               .supports = {families},
               .rhythm = Rhythm::fortnightly,
               .cycle = Cycle::tertial});
    plan.key_result({.title = "Utredningar med två handläggare", .unit = "%", .baseline = 20, .target = 70})
        .behaviour("Vi är två på det första hembesöket")
        .behaviour("Vi ringer barnets skola samma vecka")
        .behaviour("Vi berättar för barnet vad som händer nu")
        .check_in({.days_ago = 24,
                   .confidence = 4,
                   .progress = "44 procent, och färre byten.",
                   .next_step = "Nya ärenden delas alltid på två.",
                   .values = {44}},
                  "socialsekreterare")
        .acknowledged("chef.familj")
        .check_in({.days_ago = 2,
                   .confidence = 4,
                   .progress = "58 procent.",
                   .next_step = "Se över de äldre ärendena också.",
                   .values = {58}},
                  "socialsekreterare");
    plan.goal({.title = "Snabb väg till egen försörjning",
               .units = {"EKB01", "AME"},
               .owner = "ifochef",
               .supports = {political.own_lives}});
    plan.key_result({.title = "Hushåll som gått från försörjningsstöd till arbete",
                     .unit = "hushåll",
                     .baseline = 60,
                     .target = 90})
        .key_result(
            {.title = "Praktikplatser hos kommunens egna enheter", .unit = "platser", .baseline = 20, .target = 60})
        .key_result({.title = "Möte inom fem dagar", .unit = "%", .baseline = 40, .target = 95})
        .key_result({.title = "Samtal på det egna språket", .unit = "%", .baseline = 50, .target = 90})
        .key_result({.title = "Besök hos arbetsgivare", .unit = "besök", .baseline = 10, .target = 40}) // five are many
        .check_in({.days_ago = 18,
                   .confidence = 2,
                   .progress = "Svårt att hinna med alla fem.",
                   .obstacle = "För många saker på en gång.",
                   .unblocked_when = "Vi har valt två.",
                   .next_step = "Välj två på nästa möte.",
                   .values = {66, 28, 71, 64, 14}});
    plan.goal({.title = "Fasta ansikten i gruppbostaden",
               .units = {"FSS"},
               .owner = "stodchef",
               .supports = {political.own_lives},
               .measures = {"FST-2"},
               .kind = GoalKind::scorecard});
    plan.key_result({.title = "Arbetspass med ordinarie personal",
                     .aim = Aim::stay_above,
                     .measure = "FST-2",
                     .unit = "%",
                     .baseline = 83.5,
                     .target = 86})
        .behaviour("Vi lägger schemat tillsammans med dem som bor här")
        .behaviour("Vikarien presenteras innan första passet")
        .behaviour("Vi berättar i god tid när något ändras")
        .check_in({.days_ago = 20,
                   .confidence = 4,
                   .progress = "Sexton av tjugo gruppbostäder har egna scheman.",
                   .next_step = "Besök hos de fyra sista."});
    plan.goal({.title = "Bättre samverkan", // vague, and supports nothing
               .units = {"BER", "FRI"},
               .owner = "ifochef",
               .kind = GoalKind::smart,
               .rhythm = Rhythm::quarterly,
               .state = GoalState::draft});
    plan.goal({.title = "Färre placeringar utanför hemmet",
               .units = {"FAM"},
               .owner = "ifochef",
               .supports = {political.own_lives}});
    plan.ended(70, StepKind::abandoned,
               "Målet drev fram beslut som inte var barnets bästa. Vi följer i stället hur barnen har det.");
}

} // namespace

void tell_goals_of_care(PlanBuilder& plan, PoliticalGoals const& political) {
    tell_home_care(plan, political.known_faces);
    tell_care_homes(plan, political.good_homes);
    tell_social_services(plan, political);
}

} // namespace rodtrad::demo
