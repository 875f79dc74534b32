#include "demo/story.hpp"

// Every deviation that is planted, and the only ones that are there. A change of level is four to ten times the noise
// and lasts for the latest four periods (two for yearly figures), so that it is found every time and not by luck.

namespace rodtrad::demo {

namespace {

using domain::Period;
using domain::Periodicity;

Period month(int year, int number) { return Period::make(Periodicity::month, year, number); }
Period quarter(int year, int number) { return Period::make(Periodicity::quarter, year, number); }
Period tertial(int year, int number) { return Period::make(Periodicity::tertial, year, number); }
Period term(int year, int half) { return Period::make(Periodicity::half_year, year, half); }
Period year(int number) { return Period::make(Periodicity::year, number); }

// The story's own measure and unit, from a period on.
Story with_change(Story story, double by, Period from) {
    story.shifts.push_back({.measure = story.measure, .unit = story.unit, .by = by, .from = from});
    return story;
}

// As long as anyone remembers.
Story with_level(Story story, double by) {
    story.shifts.push_back({.measure = story.measure, .unit = story.unit, .by = by});
    return story;
}

Story with_gap(Story story, double women, double men) {
    story.shifts.push_back({.measure = story.measure, .unit = story.unit, .group = "K", .by = women});
    story.shifts.push_back({.measure = story.measure, .unit = story.unit, .group = "M", .by = men});
    return story;
}

// Half of the units so much above, half as much below.
Story with_spread(Story story, double by, std::vector<std::string_view> const& above,
                  std::vector<std::string_view> const& below) {
    for (auto const unit : above) story.shifts.push_back({.measure = story.measure, .unit = unit, .by = by});
    for (auto const unit : below) story.shifts.push_back({.measure = story.measure, .unit = unit, .by = -by});
    return story;
}

// Too little to be sure of: a slight change, kept up for so long that the chart notices.
Story with_drift(Story story, double by, Period from) {
    story.shifts.push_back(
        {.measure = story.measure, .unit = story.unit, .by = by, .from = from, .noise = Shift::Noise::none});
    return story;
}

std::vector<Story> stories_to_act_on() {
    return {
        with_change({.id = "gator-norr",
                     .kinds = "target change",
                     .measure = "TEK-1",
                     .unit = "GAT01",
                     .judgement = "worse",
                     .tiers = "act",
                     .text = "Sedan entreprenören för norra distriktet gick i konkurs i juli blir bara var tredje "
                             "felanmälan åtgärdad inom fem dagar."},
                    -27, month(2026, 7)),
        with_change({.id = "utredningar-familj",
                     .kinds = "target change",
                     .measure = "IFO-1",
                     .unit = "BUT02",
                     .judgement = "worse",
                     .tiers = "act",
                     .text =
                         "Fyra av nio socialsekreterare i familjegruppen slutade hösten 2025 och utredningarna drar "
                         "över fyra månader."},
                    -40, quarter(2025, 4)),
        with_change({.id = "kontaktcenter",
                     .kinds = "target change",
                     .measure = "KCE-1",
                     .unit = "KCE",
                     .judgement = "worse",
                     .tiers = "act",
                     .text =
                         "När bygglov och förskoleplacering lades över på kontaktcenter i juli utan utbildning löses "
                         "färre ärenden vid första kontakten."},
                    -11, month(2026, 7)),
        with_level({.id = "skogsskolan-betyg",
                    .kinds = "target comparison",
                    .measure = "GSK-1",
                    .unit = "GSK19",
                    .judgement = "worse",
                    .tiers = "act",
                    .text =
                        "I Skogsskolan når färre än var tredje elev godkänt i alla ämnen, långt under målet och under "
                        "alla andra skolor med årskurs 9."},
                   -45),
        with_level(
            {.id = "stenbygarden-nojdhet",
             .kinds = "target comparison",
             .measure = "SBO-1",
             .unit = "VOB14",
             .judgement = "worse",
             .tiers = "act",
             .text = "På Stenbygården är färre än en av fyra mycket nöjda, mot mer än hälften på de andra boendena."},
            -42),
        with_change(
            {.id = "lindgarden-fall",
             .kinds = "target change",
             .measure = "SBO-3",
             .unit = "VOB10",
             .judgement = "worse",
             .tiers = "act",
             .text = "På Lindgården har fallen fördubblats sedan flytten till tillfälliga lokaler hösten 2025."},
            11, quarter(2025, 4)),
    };
}

// What is a good month for one of the three is good for all: this one did not come along.
Story left_behind() {
    Story story{.id = "hemtjanst-centrum-kundtid",
                .kinds = "neighbour",
                .measure = "HTJ-4",
                .unit = "HTJ02",
                .judgement = "worse",
                .tiers = "look_into",
                .text =
                    "Sedan Hemtjänst Centrum i juli började planera för fasta kontakter möter brukarna tre medarbetare "
                    "färre och får mer av sin beviljade tid, men tiden hos brukarna, som brukar följa med, har "
                    "stått still."};
    story.shifts.push_back({.measure = "HTJ-2", .unit = "HTJ02", .by = -3, .from = month(2026, 7)});
    story.shifts.push_back({.measure = "HTJ-3", .unit = "HTJ02", .by = 5, .from = month(2026, 7)});
    return story;
}

std::vector<Story> stories_to_look_into() {
    return {
        with_change({.id = "hemtjanst-vast-kontinuitet",
                     .kinds = "change",
                     .measure = "HTJ-2",
                     .unit = "HTJ04",
                     .judgement = "worse",
                     .tiers = "act look_into",
                     .text =
                         "Efter sammanslagningen av två turer i juli möter brukarna i Hemtjänst Väst fyra medarbetare "
                         "fler på två veckor."},
                    4, month(2026, 7)),
        with_change(
            {.id = "bjorkgarden-sjukfranvaro",
             .kinds = "change",
             .measure = "MED-1",
             .unit = "VOB03",
             .judgement = "worse",
             .tiers = "act look_into",
             .text = "Sjukfrånvaron på Björkgården steg med fem procentenheter när nattbemanningen drogs ned i juli."},
            5, month(2026, 7)),
        with_change({.id = "norrskolan-franvaro",
                     .kinds = "change",
                     .measure = "GSK-6",
                     .unit = "GSK13",
                     .judgement = "worse",
                     .tiers = "act look_into",
                     .text = "Frånvaron i Norrskolan ökade tydligt i juni, när den sociala insatsgruppen lades ned."},
                    3, month(2026, 6)),
        with_change({.id = "soderkoket-matsvinn",
                     .kinds = "change",
                     .measure = "TEK-2",
                     .unit = "KOK06",
                     .judgement = "worse",
                     .tiers = "act look_into",
                     .text = "Matsvinnet i Söderskolans kök växte med tretton gram per portion när schemat för lunchen "
                             "lades om i juli."},
                    13, month(2026, 7)),
        with_change({.id = "brandstation-asen",
                     .kinds = "change",
                     .measure = "RTJ-1",
                     .unit = "BRA03",
                     .judgement = "worse",
                     .tiers = "act look_into",
                     .text =
                         "Brandstationen i Åsen kommer fram drygt två minuter senare sedan bron över Lillån stängdes "
                         "i juli."},
                    2.4, month(2026, 7)),
        with_change({.id = "hemtjanst-timavlonade",
                     .kinds = "change",
                     .measure = "MED-10",
                     .unit = "HTF",
                     .judgement = "worse",
                     .tiers = "act look_into",
                     .text = "I hela hemtjänsten och i varje grupp har timavlönade tagit över mer av arbetet sedan "
                             "anställningsstoppet i juli."},
                    6, month(2026, 7)),
        with_change({.id = "kvarnskolan-budget",
                     .kinds = "change",
                     .measure = "EKO-1",
                     .unit = "GSK09",
                     .judgement = "worse",
                     .tiers = "act look_into",
                     .text = "Kvarnskolan har lämnat sin budget sedan hösten 2025, då två klasser slogs upp till tre."},
                    4.5, tertial(2025, 3)),
        with_change({.id = "lokalvard-ledarskap",
                     .kinds = "change",
                     .measure = "MED-4",
                     .unit = "LOK04",
                     .judgement = "worse",
                     .tiers = "act look_into",
                     .text =
                         "Efter tre chefsbyten på ett år har medarbetarna i Lokalvård Vård gett ledarskapet ett mycket "
                         "lägre betyg sedan 2024."},
                    -13, year(2024)),
        with_level(
            {.id = "granens-nojdhet",
             .kinds = "comparison",
             .measure = "FSK-1",
             .unit = "FSK15",
             .judgement = "worse",
             .tiers = "look_into",
             .text = "På Granens förskola är hälften så många vårdnadshavare mycket nöjda som på andra förskolor."},
            -36),
        with_gap(
            {.id = "tegelbruket-examen",
             .kinds = "gap",
             .measure = "GYM-1",
             .unit = "GYM02",
             .group = "K",
             .judgement = "worse",
             .tiers = "look_into",
             .text = "På Tegelbruksgymnasiet tar nästan nio av tio kvinnor examen i tid, men bara hälften av männen."},
            17, -17),
        with_gap({.id = "sfi-kvinnor",
                  .kinds = "gap",
                  .measure = "VUX-1",
                  .unit = "SFI",
                  .group = "K",
                  .judgement = "worse",
                  .tiers = "look_into",
                  .text = "I sfi klarar dubbelt så många män som kvinnor sin kurs inom ett år: lektionerna ges när "
                          "förskolan är stängd."},
                 -21, 21),
        with_spread({.id = "soder-trygghet",
                     .kinds = "spread",
                     .measure = "GSK-4",
                     .unit = "GSO3",
                     .judgement = "worse",
                     .tiers = "look_into",
                     .text =
                         "Skolområde Söder når trygghetsmålet i snitt, men snittet döljer att eleverna är trygga på "
                         "fyra skolor och otrygga på fyra."},
                    15, {"GSK03", "GSK09", "GSK15", "GSK21"}, {"GSK06", "GSK12", "GSK18", "GSK24"}),
        with_spread({.id = "forskola-onskat-datum",
                     .kinds = "spread",
                     .measure = "FSK-2",
                     .unit = "FSF",
                     .judgement = "worse",
                     .tiers = "look_into",
                     .text = "Förskolan når målet för plats på önskat datum, men i Centrum och Väster får betydligt "
                             "färre barn det än i Norr och Söder."},
                    13, {"FSO2", "FSO4"}, {"FSO1", "FSO5"}),
        left_behind(),
    };
}

std::vector<Story> stories_to_watch() {
    return {
        with_change(
            {.id = "ronnskolan-larare",
             .kinds = "change",
             .measure = "GSK-8",
             .unit = "GSK17",
             .judgement = "neutral",
             .tiers = "watch",
             .text = "Rönnskolan har tre elever fler per lärare sedan hösten 2024, då en friskola i närheten stängde."},
            3, term(2024, 2)),
        with_change(
            {.id = "orosanmalningar",
             .kinds = "change",
             .measure = "IFO-2",
             .unit = "BUT01",
             .judgement = "neutral",
             .tiers = "watch",
             .text = "Orosanmälningarna till mottagningen ökade med nästan hälften i juli, när polisen ändrade sitt "
                     "arbetssätt: mer oro, eller mer som syns?"},
            34, month(2026, 7)),
        with_change(
            {.id = "tekniska-tillbud",
             .kinds = "change",
             .measure = "MED-9",
             .unit = "TEF",
             .judgement = "neutral",
             .tiers = "watch",
             .text =
                 "Tekniska förvaltningen rapporterar nästan dubbelt så många tillbud sedan appen infördes våren 2025."},
            12, tertial(2025, 2)),
        with_level({.id = "angens-kostnad",
                    .kinds = "comparison",
                    .measure = "EKO-2",
                    .unit = "FSK48",
                    .judgement = "neutral",
                    .tiers = "watch",
                    .text = "Ängens förskola kostar mer per barn än andra: huset är byggt för dubbelt så många."},
                   40),
        with_drift({.id = "kvarnbykoket-matsvinn",
                    .kinds = "change",
                    .measure = "TEK-2",
                    .unit = "KOK03",
                    .judgement = "worse",
                    .tiers = "watch",
                    .text = "Matsvinnet i Kvarnbys kök har legat något högre i åtta månader i rad, för lite för att "
                            "vara säkert."},
                   3.3, month(2026, 3)),
        with_drift({.id = "tuben-besok",
                    .kinds = "change",
                    .measure = "KOF-2",
                    .unit = "FGD05",
                    .judgement = "worse",
                    .tiers = "watch",
                    .text = "Besöken på fritidsgården Tuben har legat något lägre sedan i våras."},
                   -3.6, month(2026, 3)),
    };
}

std::vector<Story> stories_to_learn_from() {
    auto weekly_goals =
        with_change({.id = "solglantan-engagemang",
                     .kinds = "change",
                     .measure = "MED-2",
                     .unit = "FSK41",
                     .judgement = "better",
                     .tiers = "learn_from",
                     .text = "Solgläntans förskola började följa upp sina mål i arbetslaget varje vecka, och "
                             "engagemanget har stigit med tretton enheter sedan 2024."},
                    13, year(2024));
    weekly_goals.shifts.push_back({.measure = "MED-5", .unit = "FSK41", .by = 15, .from = year(2024)});
    Story narrowing{.id = "vasterskolan-pojkar",
                    .kinds = "gap",
                    .measure = "GSK-7",
                    .unit = "GSK23",
                    .group = "K",
                    .judgement = "better",
                    .tiers = "learn_from",
                    .text = "I Västerskolan var pojkarnas höga frånvaro mycket vanligare än flickornas, till "
                            "närvaroteamet började hösten 2024: nu är gapet borta."};
    narrowing.shifts.push_back({.measure = "GSK-7", .unit = "GSK23", .group = "M", .by = 20, .until = term(2024, 1)});
    return {
        std::move(weekly_goals),
        std::move(narrowing),
        with_change({.id = "tallens-sjukfranvaro",
                     .kinds = "change",
                     .measure = "MED-1",
                     .unit = "FSK43",
                     .judgement = "better",
                     .tiers = "learn_from",
                     .text = "Tallens förskola delade barngrupperna i mindre lag i juli, och sjukfrånvaron sjönk till "
                             "en tredjedel."},
                    -4.2, month(2026, 7)),
        with_change(
            {.id = "bygglov",
             .kinds = "change",
             .measure = "SBY-1",
             .unit = "BYG",
             .judgement = "better",
             .tiers = "learn_from",
             .text =
                 "Bygglovsenheten fattar beslut tolv dagar tidigare sedan enkla ärenden fick ett eget spår i juli."},
            -12, month(2026, 7)),
        with_change({.id = "meroppet",
                     .kinds = "change",
                     .measure = "KOF-1",
                     .unit = "BIB03",
                     .judgement = "better",
                     .tiers = "learn_from",
                     .text = "Norra biblioteket blev meröppet i juli och har fått en tredjedel fler besök."},
                    1900, month(2026, 7)),
        with_change(
            {.id = "ost-kundtid",
             .kinds = "change",
             .measure = "HTJ-4",
             .unit = "HTJ05",
             .judgement = "better",
             .tiers = "learn_from",
             .text = "Hemtjänst Öst ritade om sina turer efter kartan i juli och hinner vara mer hos brukarna."},
            8, month(2026, 7)),
        with_change({.id = "energi-centrum",
                     .kinds = "change",
                     .measure = "EKO-8",
                     .unit = "FAS02",
                     .judgement = "better",
                     .tiers = "learn_from",
                     .text = "Fastighet Centrum styr ventilationen efter när lokalerna används sedan i juli och köper "
                             "mindre energi."},
                    -2.8, month(2026, 7)),
        with_level({.id = "almskolan-lasning",
                    .kinds = "comparison",
                    .measure = "GSK-3",
                    .unit = "GSK01",
                    .judgement = "better",
                    .tiers = "learn_from",
                    .text = "I Almskolan, där två lärare delar på varje klass i årskurs 1–3, klarar nästan alla elever "
                            "läsproven."},
                   30),
        with_level(
            {.id = "sjotorp-nojdhet",
             .kinds = "comparison",
             .measure = "HTJ-1",
             .unit = "HTJ07",
             .judgement = "better",
             .tiers = "learn_from",
             .text = "I Hemtjänst Sjötorp, som arbetar i små självstyrande lag, är nästan alla brukare mycket nöjda."},
            33),
        with_level({.id = "rosengatan-personal",
                    .kinds = "comparison",
                    .measure = "FST-2",
                    .unit = "LSS15",
                    .judgement = "better",
                    .tiers = "learn_from",
                    .text = "Gruppbostaden Rosengatan bemannar nästan alla pass med ordinarie personal: de lägger "
                            "schemat själva."},
                   14),
    };
}

} // namespace

std::vector<Story> planted_stories() {
    auto stories = stories_to_act_on();
    for (auto const& more : {stories_to_look_into(), stories_to_watch(), stories_to_learn_from()})
        stories.insert(stories.end(), more.begin(), more.end());
    return stories;
}

} // namespace rodtrad::demo
