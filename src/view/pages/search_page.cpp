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
    if (view.question.empty())
        return std::string{language.tr("Write the beginning of a word, or several. Codes can be searched for too.")};
    std::vector<std::string> found;
    auto const add = [&](std::int64_t n, std::string text) {
        if (n > 0) found.push_back(std::move(text));
    };
    auto const units = static_cast<std::int64_t>(view.units_found);
    auto const goals = static_cast<std::int64_t>(view.goals_found);
    auto const people = static_cast<std::int64_t>(view.people_found);
    auto const documents = static_cast<std::int64_t>(view.documents_found);
    auto const measures = static_cast<std::int64_t>(view.measures_found);
    add(units, language.trn("{0} unit", "{0} units", units, whole(language, units)));
    add(goals, language.trn("{0} goal", "{0} goals", goals, whole(language, goals)));
    add(people, language.trn("{0} person", "{0} people", people, whole(language, people)));
    add(documents,
        language.trn("{0} steering document", "{0} steering documents", documents, whole(language, documents)));
    add(measures, language.trn("{0} measure", "{0} measures", measures, whole(language, measures)));
    if (found.empty())
        return std::string{
            language.tr("Nothing here has that in its name. Try fewer words, or only the beginning of one.")};
    return in_a_row(language, found) + ".";
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
        write_hits(h, language.tr("Goals"), view.goals, view.goals_found, language);
        write_hits(h, language.tr("People"), view.people, view.people_found, language);
        write_hits(h, language.tr("Steering documents"), view.documents, view.documents_found, language);
        write_hits(h, language.tr("Measures"), view.measures, view.measures_found, language);
        bool const is_nothing = view.units.empty() && view.goals.empty() && view.people.empty() &&
                                view.documents.empty() && view.measures.empty();
        if (is_nothing)
            h.ul(class_("results"), [&] {
                h.li([&] { h.a(href(measures_url()), language.tr("All measures, A to Ö")); });
                h.li([&] { h.a(href(units_url()), language.tr("The organisation and its units")); });
            });
    });
}

} // namespace rodtrad::view::pages
