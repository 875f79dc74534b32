#include "view/pages/addresses.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/scorecard_view.hpp"
#include "view/pages/tree_addresses.hpp"
#include "view/pages/tree_parts.hpp"
#include "view/pages/unit_view.hpp"

namespace rodtrad::view::pages {

namespace {

std::string counted(std::size_t count, Language const& language) {
    return whole(language, static_cast<std::int64_t>(count));
}

void write_children(Html& h, std::vector<ChildRow> const& children, Language const& language) {
    h.ul(class_("branches"), [&] {
        for (auto const& child : children)
            h.li([&] {
                write_link(h, child.unit);
                if (child.cards > 0)
                    h.span(class_("of"),
                           " " + language.trn("{0} stands out", "{0} stand out", static_cast<std::int64_t>(child.cards),
                                              counted(child.cards, language)));
            });
    });
}

void write_lede(Html& h, UnitView const& view, Language const& language) {
    h.p(class_("lede"), [&] {
        h.text(view.kind + ". ");
        h.text(language.trn("{0} measure has a figure.", "{0} measures have a figure.",
                            static_cast<std::int64_t>(view.measures), counted(view.measures, language)));
        h.text(" ");
        if (view.own_cards == 0)
            h.text(language.tr("Nothing stands out here."));
        else
            h.text(language.trn("{0} of them stands out.", "{0} of them stand out.",
                                static_cast<std::int64_t>(view.own_cards), counted(view.own_cards, language)));
        if (view.measures == 0) return;
        h.text(" ");
        h.a(href(view.compare), language.tr("Compare"));
    });
}

void write_cards(Html& h, UnitView const& view, Language const& language) {
    if (view.cards_in_branch == 0) return;
    h.section([&] {
        if (!view.cards.empty()) {
            h.h2(language.tr("What stands out"));
            h.ol(class_("cards"), [&] {
                for (auto const& card : view.cards) h.li([&] { write_card(h, card, language); });
            });
        }
        if (view.cards_in_branch > view.cards.size())
            h.p([&] {
                h.a(href(view.all_cards.url),
                    language.trn("{0} card, with the units below", "All {0} cards, with the units below",
                                 static_cast<std::int64_t>(view.cards_in_branch),
                                 counted(view.cards_in_branch, language)));
            });
    });
}

void write_areas(Html& h, std::vector<AreaLink> const& areas, Language const& language) {
    if (areas.empty()) return;
    h.nav(class_("areas"), aria_label(language.tr("Area")), [&] {
        h.ul([&] {
            for (auto const& of_one : areas)
                h.li([&] {
                    h.a(href(of_one.area.url.anchor("measures")), aria_current("true").when(of_one.is_shown),
                        of_one.area.text);
                    h.span(class_("of"), " " + counted(of_one.measures, language));
                });
        });
    });
}

} // namespace

std::string unit_page(UnitView const& view, Context const& context) {
    auto const& language = context.language;
    Frame const frame{view.name, Section::units, view.here, {}};
    return whole_page(frame, context, [&](Html& h) {
        write_thread(h, view.way, LastStep::is_here, language);
        h.h1(view.name);
        write_lede(h, view, language);
        if (!view.ended.empty()) h.p(view.ended);
        write_kin(h, language.tr("Predecessors:"), view.predecessors);
        write_kin(h, language.tr("Successors:"), view.successors);
        write_steering_links(h, view.code, language);
        if (!view.children.empty()) {
            h.section([&] {
                h.h2(language.tr("Units below"));
                write_children(h, view.children, language);
            });
        }
        h.p(class_("of"),
            [&] { h.a(href(unit_in_tree_url(view.code)), language.tr("Its place in the organisation")); });
        write_cards(h, view, language);
        if (view.measures == 0) return;
        h.section(id("measures"), [&] {
            h.h2(language.tr("All measures"));
            bool const has_peers = is_compared(view.groups);
            if (has_peers) h.p(class_("order"), spine_legend(language));
            write_areas(h, view.areas, language);
            for (auto const& group : view.groups) write_measure_rows(h, group, has_peers, language);
        });
    });
}

std::string units_page(UnitsView const& view, Context const& context) {
    auto const& language = context.language;
    Frame const frame{std::string{language.tr("Units")}, Section::units, units_url(), {}};
    return whole_page(frame, context, [&](Html& h) {
        h.h1(language.tr("Units"));
        if (view.roots.empty())
            h.p(class_("lede"), [&] {
                h.text(language.tr("There are no units yet."));
                h.text(" ");
                h.a(href(tree_url()), language.tr("Build the organisation"));
            });
        write_children(h, view.roots, language);
    });
}

} // namespace rodtrad::view::pages
