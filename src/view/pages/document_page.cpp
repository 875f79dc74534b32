#include "view/pages/document_page.hpp"

#include "plan/documents_in_force.hpp"
#include "plan/valid.hpp"
#include "view/format.hpp"
#include "view/letter_case.hpp"
#include "view/pages/changed_meanwhile.hpp"
#include "view/pages/dialogue_parts.hpp"
#include "view/pages/document_words.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/scorecard_addresses.hpp"

#include <algorithm>
#include <array>

namespace rodtrad::view::pages {

namespace {

using domain::DocumentKind;

DocumentView shown(domain::SteeringDocument const& document, plan::Plan const& plan) {
    return {.id = document.id,
            .kind = document.kind,
            .title = document.title,
            .text = document.text,
            .source = document.source,
            .unit = document.unit,
            .valid_from = document.valid_from,
            .valid_to = document.valid_to,
            .goals = plan.supporters_of(document.id).size(),
            .is_changed = document.version > 1,
            .earlier = {}};
}

std::string_view heading(DocumentKind kind, Language const& language) {
    return kind == DocumentKind::strategy ? language.tr("Strategies") : document_kind_name(kind, language);
}

std::string_view none_yet(DocumentKind kind, Language const& language) {
    switch (kind) {
    case DocumentKind::vision:
        return language.tr("Neither the unit nor any above it has a vision: there the red thread begins.");
    case DocumentKind::business_idea:
        return language.tr("Nobody has written down why the operation is there, and for whom.");
    case DocumentKind::values:
        return language.tr("Nobody has written down how people are to each other here.");
    case DocumentKind::strategy:
        break;
    }
    return language.tr("There are no strategies: ways to the vision that goals can contribute to.");
}

std::string when(DocumentView const& document, Language const& language) {
    if (document.valid_from && document.valid_to)
        return language.tr("In force {0} to {1}", date(language, *document.valid_from),
                           date(language, *document.valid_to));
    if (document.valid_from) return language.tr("In force from {0}", date(language, *document.valid_from));
    if (document.valid_to) return language.tr("In force until {0}", date(language, *document.valid_to));
    return {};
}

void write_earlier(Html& h, std::vector<EarlierWordingView> const& earlier, Context const& context) {
    if (earlier.empty()) return;
    auto const& language = context.language;
    auto const many = static_cast<std::int64_t>(earlier.size());
    h.details(class_("earlier"), [&] {
        h.summary(language.trn("{0} earlier wording", "{0} earlier wordings", many, whole(language, many)));
        h.ol(class_("talk"), [&] {
            for (auto const& wording : earlier)
                h.li([&] {
                    write_who(h, context, wording.changed_at, wording.changed_by, language.tr("changed it"));
                    if (!wording.reason.empty()) write_words(h, language.tr("“{0}”", wording.reason));
                    h.p([&] {
                        h.b(language.tr("Before that it said:"));
                        h.text(" ");
                        h.text(wording.title);
                    });
                    write_paragraphs(h, wording.text);
                    if (!wording.source.empty()) h.p(class_("of"), wording.source);
                });
        });
    });
}

void write_document(Html& h, DocumentView const& document, bool may_write, Context const& context) {
    auto const& language = context.language;
    h.article(class_("steering-document"), [&] {
        h.h3(document.title);
        write_paragraphs(h, document.text);
        h.p(class_("of"), [&] {
            std::string_view between;
            auto const say = [&](std::string_view text) {
                if (text.empty()) return;
                h.text(between);
                h.text(text);
                between = " · ";
            };
            say(when(document, language));
            say(document.source);
            if (document.goals > 0)
                say(language.trn("{0} goal contributes to it", "{0} goals contribute to it",
                                 static_cast<std::int64_t>(document.goals),
                                 whole(language, static_cast<std::int64_t>(document.goals))));
            if (!may_write) return;
            h.text(between);
            h.a(href(document_url(document.id)), language.tr("Revise or end"));
        });
        write_earlier(h, document.earlier, context);
    });
}

void write_section(Html& h, DocumentSection const& section, std::string_view unit, Context const& context) {
    auto const& language = context.language;
    h.section([&] {
        h.h2(heading(section.kind, language));
        if (section.documents.empty()) h.p(class_("of"), none_yet(section.kind, language));
        if (!section.from.empty())
            h.p(class_("of"), [&] {
                h.text(language.tr("From the nearest unit above that has any:"));
                h.text(" ");
                h.a(href(documents_url(section.from)), section.from_name);
            });
        for (auto const& document : section.documents)
            write_document(h, document, section.may_write && section.from.empty(), context);
        bool const is_full = section.kind != DocumentKind::strategy && section.kind != DocumentKind::values &&
                             section.from.empty() && !section.documents.empty();
        if (section.may_write && !is_full)
            h.p([&] {
                h.a(class_("btn quiet"), href(new_document_url(unit, section.kind)),
                    language.tr("Add: {0}", after_colon(document_kind_name(section.kind, language))));
            });
    });
}

void write_others(Html& h, std::vector<DocumentView> const& documents, std::string_view title,
                  DocumentsView const& view, Context const& context) {
    if (documents.empty()) return;
    h.details([&] {
        h.summary(title);
        for (auto const& document : documents) {
            auto const section = std::ranges::find(view.sections, document.kind, &DocumentSection::kind);
            write_document(h, document, section != view.sections.end() && section->may_write, context);
        }
    });
}

void write_end_form(Html& h, DocumentForm const& form, Context const& context) {
    auto const& language = context.language;
    h.section([&] {
        h.h2(language.tr("End it"));
        h.p(class_("of"),
            language.tr("It can still be read afterwards, and goals that contributed to it keep the link."));
        write_problems(h, context, form.ending);
        write_form(h, context, document_end_url(form.standing->id), {}, [&] {
            date_field(h, form.ending,
                       {.name = "last_day", .label = language.tr("Last day"), .required = Required::yes});
            text_field(h, form.ending, {.name = "reason", .label = language.tr("Why (may be left out)")});
            submit_button(h, language.tr("End it"), Weight::quiet);
        });
    });
}

} // namespace

DocumentsView documents_view(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit,
                             base::Date day) {
    auto const& about = data.units[unit].unit;
    DocumentsView view{.unit = about.code,
                       .unit_name = about.name,
                       .way = way_to(unit, data),
                       .sections = {},
                       .coming = {},
                       .ended = {}};
    for (auto const& [kind, word] : names_of(DocumentKind{})) {
        DocumentSection section{.kind = kind, .documents = {}, .from = {}, .from_name = {}};
        auto const found = plan::documents_in_force(plan, data, unit, kind, day);
        for (auto const* document : found.documents) section.documents.push_back(shown(*document, plan));
        if (found.unit && *found.unit != unit) {
            section.from = data.units[*found.unit].unit.code;
            section.from_name = data.units[*found.unit].unit.name;
        }
        view.sections.push_back(std::move(section));
    }
    for (auto const* document : plan.documents_of(about.code)) {
        if (document->valid_from && day < *document->valid_from)
            view.coming.push_back(shown(*document, plan));
        else if (!plan::is_valid(*document, day))
            view.ended.push_back(shown(*document, plan));
    }
    std::ranges::stable_sort(view.ended, std::ranges::greater{}, &DocumentView::valid_to);
    return view;
}

std::string documents_page(DocumentsView const& view, Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("Steering documents: {0}", view.unit_name);
    Frame const frame{title, Section::units, documents_url(view.unit), {}};
    return whole_page(frame, context, [&](Html& h) {
        write_thread(h, view.way, LastStep::is_link, language);
        h.h1(title);
        h.p(class_("lede"), language.tr("Where we are going, why we are there, how we are to each other, and the ways "
                                        "there. Goals contribute to what stands here."));
        h.div(class_("prose"), [&] {
            for (auto const& section : view.sections) write_section(h, section, view.unit, context);
            write_others(h, view.coming, language.tr("Not yet in force"), view, context);
            write_others(h, view.ended, language.tr("No longer in force"), view, context);
        });
    });
}

Filled filled_from(domain::SteeringDocument const& document) {
    return Filled::standing({{"version", std::to_string(document.version)},
                             {"title", document.title},
                             {"text", document.text},
                             {"source", document.source},
                             {"valid_from", document.valid_from ? base::to_text(*document.valid_from) : ""}});
}

std::string document_form_page(DocumentForm const& form, Context const& context) {
    auto const& language = context.language;
    auto const kind = document_kind_name(form.kind, language);
    bool const is_new = form.standing == nullptr;
    auto const title =
        is_new ? language.tr("Add: {0}", after_colon(kind)) : language.tr("Revise: {0}", form.standing->title);
    auto const here = is_new ? new_document_url(form.unit, form.kind) : document_url(form.standing->id);
    auto const draft = is_new ? "document-" + form.unit + "-" + std::string{word_of(form.kind)}
                              : "document-" + std::to_string(form.standing->id.value());
    return whole_page({title, Section::units, here, {}}, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"), [&] {
            h.text(std::string{kind} + " · ");
            h.a(href(documents_url(form.unit)), form.unit_name);
        });
        write_problems(h, context, form.filled);
        if (!is_new) {
            auto const labels = std::to_array<FieldLabel>({{"title", language.tr("In one sentence")},
                                                           {"text", language.tr("The text")},
                                                           {"source", language.tr("Where it was decided")},
                                                           {"valid_from", language.tr("In force from")}});
            write_differences(h, changed_meanwhile(filled_from(*form.standing), form.filled, labels), context);
        }
        write_form(h, context, is_new ? documents_url(form.unit) : here, {.draft = draft}, [&] {
            hidden_field(h, "slag", word_of(form.kind));
            // Of what stands now: who has seen what differs may write over it.
            if (!is_new) hidden_field(h, "version", std::to_string(form.standing->version));
            text_field(
                h, form.filled,
                {.name = "title", .label = language.tr("In one sentence"), .required = Required::yes, .longest = 300});
            area_field(h, form.filled, {.name = "text", .label = language.tr("The text")}, 8);
            text_field(h, form.filled,
                       {.name = "source",
                        .label = language.tr("Where it was decided"),
                        .hint = language.tr("Such as KF 2025-11-17 § 214")});
            date_field(h, form.filled, {.name = "valid_from", .label = language.tr("In force from")});
            if (!is_new)
                text_field(h, form.filled,
                           {.name = "reason",
                            .label = language.tr("Why it is changed (may be left out)"),
                            .hint = language.tr("The earlier wording is kept.")});
            submit_button(h, language.tr("Save"));
        });
        if (!is_new && !form.standing->valid_to) write_end_form(h, form, context);
    });
}

} // namespace rodtrad::view::pages
