#include "view/format.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/search_view.hpp"

namespace rodtrad::view::pages {

namespace {

void write_hits(Html& h, std::string_view title, std::vector<SearchHit> const& hits, std::size_t found,
                Language const& language) {
    if (hits.empty()) return;
    h.section([&] {
        h.h2(title);
        h.ul(class_("results"), [&] {
            for (auto const& [link, place] : hits)
                h.li([&] {
                    write_link(h, link);
                    h.small(place);
                });
        });
        if (found > hits.size())
            h.p(class_("of"), language.tr("The first {0} of {1}. Add a word to find fewer.",
                                          whole(language, static_cast<std::int64_t>(hits.size())),
                                          whole(language, static_cast<std::int64_t>(found))));
    });
}

std::string found_text(SearchView const& view, Language const& language) {
    auto const units = static_cast<std::int64_t>(view.units_found);
    auto const measures = static_cast<std::int64_t>(view.measures_found);
    if (view.question.empty())
        return std::string{language.tr("Write the beginning of a word, or several. Codes can be searched for too.")};
    if (units + measures == 0)
        return std::string{language.tr("No unit and no measure has that in its name. Try fewer words, or only the "
                                       "beginning of one.")};
    return language.tr("{0} and {1}.", language.trn("{0} unit", "{0} units", units, whole(language, units)),
                       language.trn("{0} measure", "{0} measures", measures, whole(language, measures)));
}

} // namespace

std::string search_page(SearchView const& view, Context const& context) {
    auto const& language = context.language;
    auto const title =
        view.question.empty() ? std::string{language.tr("Search")} : language.tr("Search for “{0}”", view.question);
    Frame const frame{title, Section::none, search_url(view.question), view.question};
    return whole_page(frame, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"), found_text(view, language));
        write_hits(h, language.tr("Units"), view.units, view.units_found, language);
        write_hits(h, language.tr("Measures"), view.measures, view.measures_found, language);
        if (view.units.empty() && view.measures.empty())
            h.ul(class_("results"), [&] {
                h.li([&] { h.a(href(measures_url()), language.tr("All measures, A to Ö")); });
                h.li([&] { h.a(href(units_url()), language.tr("The organisation and its units")); });
            });
    });
}

} // namespace rodtrad::view::pages
