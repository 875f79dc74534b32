#include "view/pages/plan_import_page.hpp"

#include "view/format.hpp"
#include "view/pages/delivery_parts.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/goal_addresses.hpp"

#include <cstdint>
#include <span>

namespace rodtrad::view::pages {

namespace {

void write_goal(Html& h, PlanPreview::Goal const& goal, Language const& language) {
    if (goal.id.value() != 0)
        h.a(href(goal_url(goal.id)), goal.title);
    else
        h.strong(goal.title);
    h.small([&] {
        h.text(goal.unit);
        if (!goal.perspective.empty()) h.text(" · " + goal.perspective);
        auto const key_results = static_cast<std::int64_t>(goal.key_results);
        auto const behaviours = static_cast<std::int64_t>(goal.behaviours);
        if (key_results > 0)
            h.text(" · " +
                   language.trn("{0} key result", "{0} key results", key_results, whole(language, key_results)));
        if (behaviours > 0)
            h.text(" · " + language.trn("{0} behaviour", "{0} behaviours", behaviours, whole(language, behaviours)));
    });
}

void write_goals(Html& h, std::string_view heading, std::span<PlanPreview::Goal const> goals,
                 Language const& language) {
    if (goals.empty()) return;
    h.section([&] {
        h.h2(heading);
        h.ul(class_("results"), [&] {
            for (auto const& goal : goals) h.li([&] { write_goal(h, goal, language); });
        });
    });
}

std::string lede_of(PlanPreview const& preview, Language const& language) {
    auto const count = static_cast<std::int64_t>(preview.drafts.size());
    if (count == 0)
        return std::string{preview.left_out > 0
                               ? language.tr("No goal can be taken as it stands. Mend what is told below, and send the "
                                             "file again.")
                               : language.tr("Nothing is new: the goals of the file are here already.")};
    return language.trn("{0} goal would come in as a draft. Nothing is stored yet.",
                        "{0} goals would come in as drafts. Nothing is stored yet.", count, whole(language, count));
}

} // namespace

Url plan_import_url() { return Url{"/mal/importera"}; }
Url plan_save_url() { return Url{"/mal/importera/spara"}; }
Url plan_template_url() { return Url{"/mal/mall.xlsx"}; }

std::string plan_import_page(Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const title = std::string{language.tr("Goals from Excel")};
    return whole_page({title, Section::goals, plan_import_url(), {}}, context, [&](Html& h) {
        h.p([&] { h.a(href(goals_url()), language.tr("All goals")); });
        h.h1(title);
        h.p([&] { h.a(href(plan_template_url()), language.tr("Fetch the template (Excel)")); });
        write_problems(h, context, filled);
        write_form(h, context, plan_import_url(), {.is_upload = true}, [&] {
            file_field(h, filled,
                       {.name = "file",
                        .label = language.tr("File"),
                        .hint = language.tr("The template filled in (.xlsx), or goals as CSV. You see what would come "
                                            "in before anything is stored."),
                        .required = Required::yes},
                       ".xlsx,.csv,.txt");
            submit_button(h, language.tr("See what would come in"));
        });
    });
}

std::string plan_preview_page(PlanPreview const& preview, Context const& context) {
    auto const& language = context.language;
    auto const title = std::string{language.tr("What would come in")};
    return whole_page({title, Section::goals, plan_import_url(), {}}, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"), lede_of(preview, language));
        h.p([&] { h.strong(preview.file); });
        if (auto const left_out = static_cast<std::int64_t>(preview.left_out); left_out > 0 && !preview.drafts.empty())
            h.p(language.trn("{0} goal is left out, with all that belongs to it. Mend it, and send the file again "
                             "afterwards.",
                             "{0} goals are left out, with all that belongs to them. Mend them, and send the file "
                             "again afterwards.",
                             left_out, whole(language, left_out)));
        if (!preview.drafts.empty())
            write_form(h, context, plan_save_url(), {.classes = "confirm"}, [&] {
                hidden_field(h, "nyckel", preview.token);
                submit_button(h, language.tr("Store as drafts"));
            });
        h.p([&] { h.a(href(plan_import_url()), language.tr("Choose another file")); });
        write_complaints(h, preview.complaints, static_cast<std::int64_t>(preview.complaints.size()), language);
        write_goals(h, language.tr("New drafts"), preview.drafts, language);
        write_goals(h, language.tr("Already here, and left alone"), preview.already_there, language);
    });
}

} // namespace rodtrad::view::pages
