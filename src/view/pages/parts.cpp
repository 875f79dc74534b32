#include "view/pages/parts.hpp"

#include "view/format.hpp"
#include "view/pages/addresses.hpp"

#include <algorithm>

namespace rodtrad::view::pages {

std::vector<Link> way_to(study::UnitIndex unit, study::Dataset const& data) {
    std::vector<Link> way;
    for (std::optional<study::UnitIndex> step = unit; step; step = data.units[*step].parent)
        way.push_back({data.units[*step].unit.name, unit_url(data.units[*step].unit.code)});
    std::ranges::reverse(way);
    return way;
}

void write_thread(Html& h, std::vector<Link> const& way, LastStep last, Language const& language) {
    h.nav(aria_label(language.tr("Place in the organisation")), [&] {
        h.ol(class_("thread"), [&] {
            for (std::size_t i = 0; i < way.size(); ++i) {
                bool const is_here = last == LastStep::is_here && i + 1 == way.size();
                h.li([&] {
                    if (is_here)
                        h.span(aria_current(), way[i].text);
                    else
                        write_link(h, way[i]);
                });
            }
        });
    });
}

void write_tag(Html& h, Tag const& tag) { h.span(class_("tag", to_text(tag.tone)), icon(tag.sign), tag.text); }

void write_link(Html& h, Link const& link) { h.a(href(link.url), link.text); }

void write_pager(Html& h, std::size_t page, std::size_t pages, Language const& language,
                 std::function<Url(std::size_t page)> const& url) {
    if (pages < 2) return;
    auto const counted = [&](std::size_t number) { return whole(language, static_cast<std::int64_t>(number)); };
    h.nav(class_("pager"), aria_label(language.tr("Pages")), [&] {
        if (page > 1) h.a(class_("btn quiet"), href(url(page - 1)), rel("prev"), language.tr("Previous"));
        h.span(language.tr("Page {0} of {1}", counted(page), counted(pages)));
        if (page < pages) h.a(class_("btn quiet"), href(url(page + 1)), rel("next"), language.tr("Next"));
    });
}

} // namespace rodtrad::view::pages
