#include "view/format.hpp"
#include "view/pages/dialogue_addresses.hpp"
#include "view/pages/dialogue_parts.hpp"
#include "view/pages/goal_dialogue.hpp"

namespace rodtrad::view::pages {

namespace {

void write_list(Html& h, Context const& context, BehavioursView const& view, std::string_view heading,
                std::vector<BehaviourView> const& behaviours) {
    if (behaviours.empty()) return;
    auto const& language = context.language;
    h.h3(heading);
    h.ul(class_("behaviours"), [&] {
        for (auto const& behaviour : behaviours)
            h.li([&] {
                h.span(behaviour.text);
                h.a(href(behaviour_url(view.goal, behaviour.id)), [&] {
                    if (behaviour.notes == 0)
                        h.text(language.tr("Talk about it"));
                    else
                        h.text(
                            language.trn("{0} note", "{0} notes", behaviour.notes, whole(language, behaviour.notes)));
                    h.span(class_("out-of-sight"), ": " + behaviour.text);
                });
            });
    });
}

void write_practice(Html& h, std::string_view term, std::string_view text) {
    if (text.empty()) return;
    h.dt(term);
    h.dd(class_("words"), text);
}

} // namespace

void write_behaviours(Html& h, Context const& context, BehavioursView const& view) {
    auto const& language = context.language;
    bool const has_practice = !view.raised.empty() || !view.followed_up.empty() || !view.rewarded.empty();
    bool const has_behaviours = !view.everyone.empty() || !view.leaders.empty();
    bool const is_empty = !has_behaviours && !has_practice && view.deprioritised.empty();
    if (is_empty && !view.may_edit) return;
    h.section(class_("panel lived"), id("beteenden"), [&] {
        h.h2(language.tr("What we do"));
        if (is_empty) h.p(language.tr("Nobody has said yet how the goal shows on an ordinary day."));
        write_list(h, context, view, language.tr("All of us"), view.everyone);
        write_list(h, context, view, language.tr("Those who lead"), view.leaders);
        if (has_practice)
            h.dl(class_("practice"), [&] {
                write_practice(h, language.tr("We bring up"), view.raised);
                write_practice(h, language.tr("We follow up"), view.followed_up);
                write_practice(h, language.tr("We encourage"), view.rewarded);
            });
        if (!view.deprioritised.empty()) {
            h.h3(language.tr("What we put aside"));
            write_words(h, view.deprioritised);
        }
        if (view.may_edit)
            h.p([&] {
                h.a(href(behaviours_url(view.goal)),
                    is_empty ? language.tr("Describe how it shows") : language.tr("Change"));
                if (!is_empty) h.span(class_("out-of-sight"), ": " + std::string{language.tr("What we do")});
            });
    });
}

} // namespace rodtrad::view::pages
