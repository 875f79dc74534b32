#include "web/small_organisation.hpp"

#include <fstream>

namespace rodtrad::tests {

namespace {

std::string figures() {
    std::string csv = "mått;enhet;period;värde\n";
    for (int year = 2013; year <= 2024; ++year)
        for (auto const* school : {"norr", "soder"})
            csv += "BETYG/9;" + std::string{school} + ";" + std::to_string(year) + ";" + std::to_string(80 + year % 3) +
                   (year == 2024 && school[0] == 'n' ? ",5\n" : ",1\n");
    return csv;
}

} // namespace

SmallOrganisation::SmallOrganisation() : m_organisation{steering::Organisation::open_or_create(folder() / "data")} {
    deliver(*m_organisation, folder(), "units.csv",
            "code,name,parent,kind,operation\n"
            "lill,Lillköpings kommun,,municipality,\n"
            "norr,Norrskolan,lill,unit,grundskola\n"
            "soder,Söderskolan,lill,unit,grundskola\n");
    deliver(*m_organisation, folder(), "measures.csv",
            "code,title,unit_of_measure,kind,polarity\n"
            "BETYG/9,Behöriga till gymnasiet,%,proportion,higher\n");
    deliver(*m_organisation, folder(), "figures.csv", figures());
}

void deliver(steering::Organisation& organisation, std::filesystem::path const& folder, std::string const& name,
             std::string const& content) {
    auto const file = folder / name;
    std::ofstream{file} << content;
    organisation.deliver({file}, {.is_strict = true},
                         steering::by_command_line("a test", base::to_instant("2025-02-01T08:00:00Z")));
}

} // namespace rodtrad::tests
