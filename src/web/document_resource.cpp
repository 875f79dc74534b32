#include "steering/document_history.hpp"
#include "steering/documents.hpp"
#include "steering/typed.hpp"
#include "steering/work.hpp"
#include "view/pages/document_page.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/form.hpp"
#include "web/number_in.hpp"
#include "web/page_answer.hpp"
#include "web/scorecard_resources.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

std::string name_of_unit(Visit const& visit, std::string_view code) {
    auto const unit = visit.data().find_unit(code);
    return unit ? visit.data().units[*unit].unit.name : std::string{code};
}

domain::SteeringDocument const* asked_document(Visit const& visit) {
    return visit.plan().documents.find(domain::DocumentId{number_in(visit.captured_as("document"))});
}

steering::DocumentText text_of(Visit const& visit) {
    return {.title = std::string{visit.filled_in("title")},
            .text = std::string{visit.filled_in("text")},
            .source = std::string{visit.filled_in("source")},
            .valid_from = steering::typed_date("valid_from", visit.filled_in("valid_from"))};
}

Response form_response(Visit const& visit, pages::DocumentForm const& form) {
    return page_or_json(visit, pages::form_view(form.filled),
                        [&] { return pages::document_form_page(form, visit.context()); });
}

Response new_form(Visit const& visit, domain::DocumentKind kind, pages::Filled filled) {
    auto const& unit = visit.captured_as("unit");
    return form_response(visit, {.unit = unit,
                                 .unit_name = name_of_unit(visit, unit),
                                 .kind = kind,
                                 .filled = std::move(filled),
                                 .ending = {}});
}

Response standing_form(Visit const& visit, domain::SteeringDocument const& document, pages::Filled filled,
                       pages::Filled ending) {
    return form_response(visit, {.unit = document.unit,
                                 .unit_name = name_of_unit(visit, document.unit),
                                 .kind = document.kind,
                                 .standing = &document,
                                 .filled = std::move(filled),
                                 .ending = std::move(ending)});
}

void fill_in_earlier(Visit const& visit, std::vector<pages::DocumentView>& documents) {
    for (auto& document : documents) {
        if (!document.is_changed) continue;
        for (auto& wording : steering::earlier_wordings(visit.organisation, document.id))
            document.earlier.push_back({.title = std::move(wording.document.title),
                                        .text = std::move(wording.document.text),
                                        .source = std::move(wording.document.source),
                                        .changed_at = wording.changed_at,
                                        .changed_by = std::move(wording.changed_by),
                                        .reason = std::move(wording.reason)});
    }
}

} // namespace

Response show_documents(Visit const& visit) {
    auto const unit = visit.data().find_unit(visit.captured_as("unit"));
    if (!unit) return unit_not_found(visit, visit.captured_as("unit"));
    auto view = pages::documents_view(visit.plan(), visit.data(), *unit, visit.today());
    for (auto& section : view.sections) {
        section.may_write = visit.may(steering::right_to_write(section.kind), view.unit);
        fill_in_earlier(visit, section.documents);
    }
    fill_in_earlier(visit, view.coming);
    fill_in_earlier(visit, view.ended);
    return page_or_json(visit, view, [&] { return pages::documents_page(view, visit.context()); });
}

Response show_new_document(Visit const& visit) {
    if (!visit.data().find_unit(visit.captured_as("unit"))) return unit_not_found(visit, visit.captured_as("unit"));
    auto const kind = pages::to_document_kind(visit.request.parameter("slag"));
    if (!kind) return see_other(pages::documents_url(visit.captured_as("unit")));
    auto const right = steering::right_to_write(*kind);
    if (!visit.may(right, visit.captured_as("unit")))
        return not_allowed(visit, steering::Forbidden{right, visit.captured_as("unit")});
    return new_form(visit, *kind, pages::Filled::standing({{"valid_from", base::to_text(visit.today())}}));
}

Response write_document(Visit const& visit) {
    auto const& unit = visit.captured_as("unit");
    if (!visit.data().find_unit(unit)) return unit_not_found(visit, unit);
    auto const kind = pages::to_document_kind(visit.filled_in("slag"));
    if (!kind) return see_other(pages::documents_url(unit));
    return answer_form(
        visit,
        [&] {
            auto const text = text_of(visit);
            visit.organisation.carry_out(
                visit.by(), [&](steering::Work& work) { steering::write_document(work, unit, *kind, text); });
            return see_other(pages::documents_url(unit));
        },
        [&](pages::Filled const& filled) { return new_form(visit, *kind, filled); });
}

Response show_document(Visit const& visit) {
    auto const* document = asked_document(visit);
    if (document == nullptr) return page_not_found(visit);
    if (!visit.may(steering::right_to_write(document->kind), document->unit))
        return see_other(pages::documents_url(document->unit));
    return standing_form(visit, *document, pages::filled_from(*document), {});
}

Response revise_document(Visit const& visit) {
    auto const* document = asked_document(visit);
    if (document == nullptr) return page_not_found(visit);
    return answer_form(
        visit,
        [&] {
            auto const text = text_of(visit);
            visit.organisation.carry_out(visit.by(), [&](steering::Work& work) {
                steering::revise_document(work, document->id, number_in(visit.filled_in("version")), text,
                                          visit.filled_in("reason"));
            });
            return see_other(pages::documents_url(document->unit));
        },
        [&](pages::Filled const& filled) { return standing_form(visit, *document, filled, {}); });
}

Response end_document(Visit const& visit) {
    auto const* document = asked_document(visit);
    if (document == nullptr) return page_not_found(visit);
    return answer_form(
        visit,
        [&] {
            auto const last_day = steering::typed_date("last_day", visit.filled_in("last_day"));
            if (!last_day) throw steering::Refused{"last_day", base::message("Give the last day.")};
            visit.organisation.carry_out(visit.by(), [&](steering::Work& work) {
                steering::end_document(work, document->id, *last_day, visit.filled_in("reason"));
            });
            return see_other(pages::documents_url(document->unit));
        },
        [&](pages::Filled const& filled) {
            return standing_form(visit, *document, pages::filled_from(*document), filled);
        });
}

} // namespace rodtrad::web
