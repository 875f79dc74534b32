#include "demo/organisation.hpp"

#include <fmt/format.h>

#include <array>
#include <span>

namespace rodtrad::demo {

namespace {

using domain::UnitKind;
using Names = std::span<std::string_view const>;

constexpr std::array<std::string_view, 48> preschools{
    "Almens",      "Aspens",       "Backsippans", "Björkens",     "Blåklockans",  "Blåsippans",   "Bäckens",
    "Dungens",     "Ekorrens",     "Ekollonets",  "Fjärilens",    "Furans",       "Fyrens",       "Gläntans",
    "Granens",     "Grankottens",  "Gullvivans",  "Gärdets",      "Hagens",       "Hasselns",     "Humlans",
    "Igelkottens", "Jordgubbens",  "Kastanjens",  "Klövervägens", "Kvarnens",     "Lingonets",    "Linnéans",
    "Lundens",     "Lärkans",      "Lönnens",     "Myrstackens",  "Nyckelpigans", "Näktergalens", "Pilens",
    "Rönnbärets",  "Sippans",      "Skatans",     "Skogsbrynets", "Smultronets",  "Solgläntans",  "Sparvens",
    "Tallens",     "Trollbackens", "Tussilagons", "Videungens",   "Vitsippans",   "Ängens",
};
constexpr std::array<std::string_view, 24> schools{
    "Almskolan",    "Björkskolan",  "Brunnsskolan",  "Bäckaskolan",  "Ekskolan",     "Fjällboskolan",
    "Gärdesskolan", "Hamraskolan",  "Kvarnskolan",   "Källskolan",   "Lillåskolan",  "Lindskolan",
    "Norrskolan",   "Mariaskolan",  "Nytorpsskolan", "Parkskolan",   "Rönnskolan",   "Sjöskolan",
    "Skogsskolan",  "Stenbyskolan", "Söderskolan",   "Tallboskolan", "Västerskolan", "Åsaskolan",
};
constexpr std::array<std::string_view, 18> home_care{
    "Norr",     "Centrum",  "Söder",  "Väst",   "Öst",       "Kvarnby", "Sjötorp",    "Åsen",   "Stenby",
    "Ekbacken", "Hagalund", "Nytorp", "Lillån", "Björkhaga", "Fjällbo", "Brunnsborg", "Parken", "Hamra",
};
constexpr std::array<std::string_view, 16> care_homes{
    "Almgården",  "Aspgården",  "Björkgården", "Ekgården",   "Furugården", "Granliden",    "Hagalid",    "Kvarngården",
    "Norrgården", "Lindgården", "Rönngården",  "Sjögläntan", "Solhem",     "Stenbygården", "Tallhöjden", "Åsgården",
};
constexpr std::array<std::string_view, 20> group_homes{
    "Almvägen",     "Bokvägen",   "Dalgatan",  "Ekstigen",  "Fabriksgatan",  "Gärdesvägen", "Höstvägen",
    "Idrottsvägen", "Kvarngatan", "Lindallén", "Lärkvägen", "Marknadsgatan", "Nygatan",     "Parkvägen",
    "Rosengatan",   "Sjövägen",   "Skolgatan", "Solvägen",  "Vintergatan",   "Ängsvägen",
};
constexpr std::array<std::string_view, 6> daily_activities{
    "Ateljén", "Café Linden", "Hantverket", "Mediahuset", "Naturlaget", "Återbruket",
};
constexpr std::array<std::string_view, 4> upper_secondary{
    "Lindhamragymnasiet",
    "Tegelbruksgymnasiet",
    "Yrkesgymnasiet Verkstan",
    "Estetgymnasiet Scenen",
};
constexpr std::array<std::string_view, 9> libraries{
    "Stadsbiblioteket",      "Kvarnby bibliotek", "Norra biblioteket",   "Stenby bibliotek", "Sjötorps bibliotek",
    "Brunnsborgs bibliotek", "Fjällbo bibliotek", "Hagalunds bibliotek", "Åsens bibliotek",
};
constexpr std::array<std::string_view, 6> youth_centres{"Fabriken", "Kvarnen", "Mötesplats Norr",
                                                        "Stenby",   "Tuben",   "Åsen"};
constexpr std::array<std::string_view, 8> sports_venues{
    "Lindhallen", "Norrhallen",  "Kvarnbyhallen", "Stenbyhallen",
    "Åsahallen",  "Söderhallen", "Ishallen",      "Sim- och badhuset",
};
constexpr std::array<std::string_view, 8> kitchens{
    "Centralköket",     "Köket Ekskolan",    "Köket Kvarnby",    "Köket Norrskolan",
    "Köket Sjögläntan", "Köket Söderskolan", "Köket Tallhöjden", "Köket Åsa",
};

class Builder {
public:
    // Adds a unit under `parent`; users and staff stay 0 for units that only hold others together.
    void add(std::string code, std::string name, std::string_view parent, UnitKind kind,
             std::string_view operation = {}, int users = 0, int staff = 0, double women = 0.5) {
        Place place;
        place.unit.code = std::move(code);
        place.unit.name = std::move(name);
        if (!parent.empty()) place.unit.parent = parent;
        place.unit.kind = kind;
        place.unit.operation = operation;
        place.users = users;
        place.staff = staff;
        place.women = women;
        m_places.push_back(std::move(place));
    }

    struct Row {
        std::string_view prefix; // of the codes: FSK → FSK01, FSK02 …
        std::string_view name;   // "{} förskola"
        std::string_view operation;
        int users;
        int staff;
        double women;
    };

    // Adds one unit a name, spread over the parents in turn. Sizes differ by a tenth either way: enough to look
    // real, little enough that neighbours are equally uncertain.
    void add_row(Names names, std::span<std::string_view const> parents, Row const& row) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            auto const tenth = (static_cast<int>(i) * 7 % 5) - 2; // −2 … 2
            add(fmt::format("{}{:02}", row.prefix, i + 1), fmt::format(fmt::runtime(row.name), names[i]),
                parents[i % parents.size()], UnitKind::unit, row.operation, row.users + row.users * tenth / 20,
                row.staff + row.staff * tenth / 20, row.women);
        }
    }

    Place& last() { return m_places.back(); }
    std::vector<Place> take() { return std::move(m_places); }

private:
    std::vector<Place> m_places;
};

void add_politics(Builder& to) {
    to.add(std::string{municipality_code}, "Lindhamra kommun", {}, UnitKind::municipality);
    to.add("KF", "Kommunfullmäktige", municipality_code, UnitKind::assembly);
    to.add("KS", "Kommunstyrelsen", municipality_code, UnitKind::board);
    to.add("BUN", "Barn- och utbildningsnämnden", municipality_code, UnitKind::board);
    to.add("SON", "Socialnämnden", municipality_code, UnitKind::board);
    to.add("ALN", "Äldrenämnden", municipality_code, UnitKind::board);
    to.add("KFN", "Kultur- och fritidsnämnden", municipality_code, UnitKind::board);
    to.add("TSN", "Teknik- och samhällsbyggnadsnämnden", municipality_code, UnitKind::board);
    to.add("OFN", "Överförmyndarnämnden", municipality_code, UnitKind::board);
}

void add_central_offices(Builder& to) {
    to.add("KLK", "Kommunledningskontoret", "KS", UnitKind::administration);
    constexpr std::string_view office = "stab";
    to.add("EKO", "Ekonomiavdelningen", "KLK", UnitKind::unit, office, 0, 34, 0.68);
    to.add("HRA", "HR-avdelningen", "KLK", UnitKind::unit, office, 0, 32, 0.76);
    to.add("KOM", "Kommunikationsavdelningen", "KLK", UnitKind::unit, office, 0, 30, 0.70);
    to.add("ITD", "IT och digitalisering", "KLK", UnitKind::unit, office, 0, 38, 0.34);
    to.add("KCE", "Lindhamra kontaktcenter", "KLK", UnitKind::unit, "kontaktcenter", 2800, 32, 0.72);
    to.add("SAK", "Trygghet och säkerhet", "KLK", UnitKind::team, office);
    to.add("NAF", "Näringslivs- och arbetsmarknadsförvaltningen", "KS", UnitKind::administration);
    to.add("AME", "Arbetsmarknadsenheten", "NAF", UnitKind::unit, "arbetsmarknad", 120, 36, 0.64);
    to.add("NLE", "Näringslivsenheten", "NAF", UnitKind::team, "näringsliv");
    to.add("OFE", "Överförmyndarenheten", "OFN", UnitKind::unit, office, 0, 30, 0.78);
}

void add_education(Builder& to) {
    to.add("FSF", "Förskoleförvaltningen", "BUN", UnitKind::administration);
    constexpr std::array<std::string_view, 5> preschool_areas{"FSO1", "FSO2", "FSO3", "FSO4", "FSO5"};
    constexpr std::array<std::string_view, 5> parts{"Centrum", "Norr", "Öster", "Söder", "Väster"};
    for (std::size_t i = 0; i < parts.size(); ++i)
        to.add(std::string{preschool_areas[i]}, fmt::format("Förskoleområde {}", parts[i]), "FSF", UnitKind::unit,
               "förskoleområde", 90);
    to.add_row(preschools, preschool_areas, {"FSK", "{} förskola", "förskola", 84, 24, 0.92});

    to.add("GRF", "Grundskoleförvaltningen", "BUN", UnitKind::administration);
    constexpr std::array<std::string_view, 3> school_areas{"GSO1", "GSO2", "GSO3"};
    to.add("GSO1", "Skolområde Norr", "GRF", UnitKind::unit);
    to.add("GSO2", "Skolområde Centrum", "GRF", UnitKind::unit);
    to.add("GSO3", "Skolområde Söder", "GRF", UnitKind::unit);
    to.add_row(schools, school_areas, {"GSK", "{}", "grundskola", 420, 52, 0.75});
    to.add("EHT", "Centrala elevhälsan", "GRF", UnitKind::unit, "elevhälsa", 0, 34, 0.82);
    to.add("AGS1", "Anpassade grundskolan Linden", "GRF", UnitKind::unit, "anpassad grundskola", 46, 40, 0.78);
    to.add("AGS2", "Anpassade grundskolan Åsen", "GRF", UnitKind::unit, "anpassad grundskola", 38, 36, 0.78);

    to.add("GYF", "Gymnasie- och vuxenutbildningsförvaltningen", "BUN", UnitKind::administration);
    constexpr std::array<std::string_view, 1> itself{"GYF"};
    to.add_row(upper_secondary, itself, {"GYM", "{}", "gymnasieskola", 640, 62, 0.56});
    to.add("AGY", "Anpassade gymnasieskolan", "GYF", UnitKind::unit, "anpassad gymnasieskola", 52, 38, 0.70);
    to.add("KVX", "Komvux Lindhamra", "GYF", UnitKind::unit, "vuxenutbildning", 0, 42, 0.66);
    to.add("SFI", "Svenska för invandrare", "GYF", UnitKind::unit, "sfi", 240, 32, 0.74);
}

void add_social_services(Builder& to) {
    to.add("IFF", "Individ- och familjeomsorgen", "SON", UnitKind::administration);
    constexpr std::array<std::string_view, 3> families{"Mottagning", "Familj", "Ungdom"};
    constexpr std::array<std::string_view, 1> ifo{"IFF"};
    to.add_row(families, ifo, {"BUT", "Barn och unga, {}", "barn och unga", 80, 32, 0.84});
    constexpr std::array<std::string_view, 2> income{"Nybesök", "Uppföljning"};
    to.add_row(income, ifo, {"EKB", "Ekonomiskt bistånd, {}", "ekonomiskt bistånd", 210, 30, 0.80});
    to.add("BER", "Beroendeenheten", "IFF", UnitKind::unit, "vuxna", 0, 30, 0.68);
    to.add("FAM", "Familjehem och kontaktpersoner", "IFF", UnitKind::unit, "familjehem", 0, 30, 0.80);
    to.add("FRI", "Relationsvåld och stöd", "IFF", UnitKind::team, "vuxna");

    to.add("FSS", "Funktionsstödsförvaltningen", "SON", UnitKind::administration);
    constexpr std::array<std::string_view, 2> housing{"LBO1", "LBO2"};
    to.add("LBO1", "Bostad med särskild service Norr", "FSS", UnitKind::unit);
    to.add("LBO2", "Bostad med särskild service Söder", "FSS", UnitKind::unit);
    to.add_row(group_homes, housing, {"LSS", "Gruppbostaden {}", "gruppbostad", 6, 24, 0.70});
    to.add("LDV", "Daglig verksamhet", "FSS", UnitKind::unit);
    constexpr std::array<std::string_view, 1> daily{"LDV"};
    to.add_row(daily_activities, daily, {"DVH", "Daglig verksamhet {}", "daglig verksamhet", 36, 24, 0.66});
    to.add("PAS", "Personlig assistans", "FSS", UnitKind::unit, "personlig assistans", 0, 60, 0.68);
}

void add_elderly_care(Builder& to) {
    to.add("HTF", "Hemtjänst och hemsjukvård", "ALN", UnitKind::administration);
    constexpr std::array<std::string_view, 3> areas{"HTO1", "HTO2", "HTO3"};
    to.add("HTO1", "Hemtjänstområde Norr", "HTF", UnitKind::unit);
    to.add("HTO2", "Hemtjänstområde Centrum", "HTF", UnitKind::unit);
    to.add("HTO3", "Hemtjänstområde Söder", "HTF", UnitKind::unit);
    to.add_row(home_care, areas, {"HTJ", "Hemtjänst {}", "hemtjänst", 80, 30, 0.82});
    constexpr std::array<std::string_view, 4> nursing{"Norr", "Centrum", "Söder", "Rehab"};
    constexpr std::array<std::string_view, 1> home{"HTF"};
    to.add_row(nursing, home, {"HSV", "Hemsjukvård {}", "hemsjukvård", 0, 30, 0.86});
    to.add("NAT", "Nattpatrullen", "HTF", UnitKind::unit, "nattpatrull", 0, 32, 0.80);

    to.add("SBF", "Särskilda boenden", "ALN", UnitKind::administration, "boendeförvaltning", 40);
    constexpr std::array<std::string_view, 2> housing{"SBO1", "SBO2"};
    to.add("SBO1", "Boendeområde Norr", "SBF", UnitKind::unit);
    to.add("SBO2", "Boendeområde Söder", "SBF", UnitKind::unit);
    to.add_row(care_homes, housing, {"VOB", "{}", "särskilt boende", 48, 44, 0.85});
}

void add_culture_and_leisure(Builder& to) {
    to.add("KUF", "Kulturförvaltningen", "KFN", UnitKind::administration);
    to.add("BIB", "Lindhamra bibliotek", "KUF", UnitKind::unit);
    constexpr std::array<std::string_view, 1> library{"BIB"};
    to.add_row(libraries, library, {"BIB", "{}", "bibliotek", 30, 0, 0.5});
    to.add("KUS", "Kulturskolan", "KUF", UnitKind::unit, "kulturskola", 0, 34, 0.56);
    to.add("KON", "Lindhamra konsthall", "KUF", UnitKind::team, "konsthall");
    to.add("FRF", "Fritidsförvaltningen", "KFN", UnitKind::administration);
    to.add("FGO", "Fritidsgårdar", "FRF", UnitKind::unit);
    constexpr std::array<std::string_view, 1> youth{"FGO"};
    to.add_row(youth_centres, youth, {"FGD", "Fritidsgården {}", "fritidsgård", 20, 0, 0.5});
    to.add("ANL", "Idrottsanläggningar", "FRF", UnitKind::unit);
    constexpr std::array<std::string_view, 1> venues{"ANL"};
    to.add_row(sports_venues, venues, {"IDR", "{}", "idrottsanläggning", 60, 0, 0.5});
}

void add_technical_services(Builder& to) {
    to.add("TEF", "Tekniska förvaltningen", "TSN", UnitKind::administration);
    constexpr std::array<std::string_view, 1> itself{"TEF"};
    constexpr std::array<std::string_view, 3> districts{"Norr", "Centrum", "Söder"};
    to.add_row(districts, itself, {"GAT", "Gata och park {}", "gata och park", 150, 32, 0.25});
    to.add("VAV", "Vatten och avlopp", "TEF", UnitKind::unit, "vatten och avlopp", 0, 36, 0.28);
    to.add("AVF", "Avfall och återvinning", "TEF", UnitKind::unit, "avfall", 0, 34, 0.24);
    to.add_row(districts, itself, {"FAS", "Fastighet {}", "fastighet", 60, 30, 0.24});
    to.add("MAL", "Måltid", "TEF", UnitKind::unit);
    constexpr std::array<std::string_view, 1> meals{"MAL"};
    to.add_row(kitchens, meals, {"KOK", "{}", "kök", 60, 24, 0.82});
    to.add("LVD", "Lokalvård", "TEF", UnitKind::unit);
    constexpr std::array<std::string_view, 1> cleaning{"LVD"};
    constexpr std::array<std::string_view, 4> rounds{"Norr", "Centrum", "Söder", "Vård"};
    to.add_row(rounds, cleaning, {"LOK", "Lokalvård {}", "lokalvård", 90, 32, 0.78});
    to.add("SBY", "Samhällsbyggnadsförvaltningen", "TSN", UnitKind::administration);
    to.add("BYG", "Bygglovsenheten", "SBY", UnitKind::unit, "bygglov", 60, 30, 0.62);
    to.add("PLA", "Planenheten", "SBY", UnitKind::team, "plan");
    to.add("MIL", "Miljö- och hälsoskydd", "SBY", UnitKind::unit, "miljö", 0, 30, 0.66);
    to.add("LMT", "Kart och mark", "SBY", UnitKind::team, "kart och mark");
    to.add("RTJ", "Räddningstjänsten", "TSN", UnitKind::administration);
    constexpr std::array<std::string_view, 1> rescue{"RTJ"};
    constexpr std::array<std::string_view, 3> stations{"Lindhamra", "Stenby", "Åsen"};
    to.add_row(stations, rescue, {"BRA", "Brandstation {}", "räddningstjänst", 40, 30, 0.5});
}

// Some units have teams, which carry goals of their own and report no figures.
void add_teams(Builder& to) {
    to.add("GSK13A", "Arbetslag 7–9", "GSK13", UnitKind::team);
    to.add("GSK13B", "Arbetslag F–6", "GSK13", UnitKind::team);
    to.add("FSK01A", "Avdelning Lärkan", "FSK01", UnitKind::team);
    to.add("HTJ01A", "Grupp Älven", "HTJ01", UnitKind::team);
    to.add("VOB01A", "Avdelning Björken", "VOB01", UnitKind::team);
}

// Three schools in five go on to year 9, and so does the one whose plan is told most fully.
void mark_senior_level(std::vector<Place>& places) {
    std::size_t number = 0;
    for (auto& place : places) {
        if (place.unit.operation != "grundskola") continue;
        place.has_senior_level = number % 5 == 0 || number % 5 == 1 || number % 5 == 3 || place.unit.code == "GSK13";
        ++number;
    }
}

// A preschool opened and another closed: an organisation is never quite the same for long.
void open_and_close(std::vector<Place>& places) {
    using namespace std::chrono;
    for (auto& place : places) {
        if (place.unit.name == "Fyrens förskola") place.unit.valid_from = August / 1 / 2024;
        if (place.unit.name == "Skatans förskola") place.unit.valid_to = June / 30 / 2025;
    }
}

} // namespace

std::vector<Place> organisation() {
    Builder builder;
    add_politics(builder);
    add_central_offices(builder);
    add_education(builder);
    add_social_services(builder);
    add_elderly_care(builder);
    add_culture_and_leisure(builder);
    add_technical_services(builder);
    add_teams(builder);
    auto places = builder.take();
    mark_senior_level(places);
    open_and_close(places);
    return places;
}

namespace {

using Codes = std::vector<std::string>;

template <class Wanted>
Codes codes_where(std::vector<Place> const& places, Wanted const& is_wanted) {
    Codes codes;
    for (auto const& place : places)
        if (is_wanted(place)) codes.push_back(place.unit.code);
    return codes;
}

} // namespace

std::vector<domain::PeerGroup> peer_groups(std::vector<Place> const& places) {
    constexpr int year = 2025;
    std::vector<domain::PeerGroup> groups;
    groups.push_back({"skolor-7-9",
                      "Skolor med årskurs 7–9",
                      {},
                      "grundskola 7–9",
                      year,
                      codes_where(places, [](Place const& place) { return place.has_senior_level; })});

    Codes short_ways;
    Codes long_ways;
    for (auto const& code : codes_where(places, [](Place const& place) { return place.unit.operation == "hemtjänst"; }))
        ((short_ways.size() + long_ways.size()) % 3 == 2 ? long_ways : short_ways).push_back(code);
    groups.push_back({"hemtjanst-korta-vagar", "Hemtjänst med korta resvägar", {}, "hemtjänst", year, short_ways});
    groups.push_back({"hemtjanst-langa-vagar", "Hemtjänst med långa resvägar", {}, "hemtjänst", year, long_ways});

    // Each school also has its own likes: the ten whose pupils' parents have the education most like its own.
    auto const school_units = codes_where(places, [](Place const& p) { return p.unit.operation == "grundskola"; });
    for (std::size_t school = 0; school < school_units.size(); ++school) {
        domain::PeerGroup group{"lika-" + school_units[school],
                                "Skolor med liknande utbildningsbakgrund",
                                school_units[school],
                                "grundskola",
                                year,
                                {}};
        for (std::size_t step = 1; step <= 10; ++step)
            group.members.push_back(school_units[(school + step * 5) % school_units.size()]);
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace rodtrad::demo
