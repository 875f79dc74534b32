#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "base/instant.hpp"
#include "domain/steering_document.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

// Steering documents: what a unit has said that it wants, and the forms to say it in.
namespace rodtrad::view::pages {

// How a document read before it was given another wording.
struct EarlierWordingView {
    std::string title;
    std::string text;
    std::string source;
    base::Instant changed_at{}; // when it was
    std::string changed_by;     // name
    std::string reason;         // may be empty

    static constexpr auto fields() {
        return std::tuple{base::Field{"title", &EarlierWordingView::title},
                          base::Field{"text", &EarlierWordingView::text},
                          base::Field{"source", &EarlierWordingView::source},
                          base::Field{"changed_at", &EarlierWordingView::changed_at},
                          base::Field{"changed_by", &EarlierWordingView::changed_by},
                          base::Field{"reason", &EarlierWordingView::reason}};
    }
};

struct DocumentView {
    domain::DocumentId id;
    domain::DocumentKind kind = domain::DocumentKind::strategy;
    std::string title;
    std::string text;
    std::string source;
    std::string unit; // code: whose it is
    std::optional<base::Date> valid_from;
    std::optional<base::Date> valid_to;
    std::size_t goals = 0;                   // that support it directly
    bool is_changed = false;                 // since it was written
    std::vector<EarlierWordingView> earlier; // the latest first; filled in by whoever may read the journal

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &DocumentView::id},
                          base::Field{"kind", &DocumentView::kind},
                          base::Field{"title", &DocumentView::title},
                          base::Field{"text", &DocumentView::text},
                          base::Field{"source", &DocumentView::source},
                          base::Field{"unit", &DocumentView::unit},
                          base::Field{"valid_from", &DocumentView::valid_from},
                          base::Field{"valid_to", &DocumentView::valid_to},
                          base::Field{"goals", &DocumentView::goals},
                          base::Field{"earlier", &DocumentView::earlier}};
    }
};

// What holds of one kind: the unit's own, or where it has none that of the nearest unit above.
struct DocumentSection {
    domain::DocumentKind kind = domain::DocumentKind::strategy;
    std::vector<DocumentView> documents;
    std::string from;      // code of the unit above; empty: its own
    std::string from_name; //
    bool may_write = false;

    static constexpr auto fields() {
        return std::tuple{
            base::Field{"kind", &DocumentSection::kind}, base::Field{"documents", &DocumentSection::documents},
            base::Field{"from", &DocumentSection::from}, base::Field{"from_name", &DocumentSection::from_name},
            base::Field{"may_write", &DocumentSection::may_write}};
    }
};

struct DocumentsView {
    std::string unit; // code
    std::string unit_name;
    std::vector<Link> way;
    std::vector<DocumentSection> sections; // in the order of the kinds
    std::vector<DocumentView> coming;      // the unit's own, not begun
    std::vector<DocumentView> ended;       // the unit's own, the latest first

    static constexpr auto fields() {
        return std::tuple{
            base::Field{"unit", &DocumentsView::unit},     base::Field{"unit_name", &DocumentsView::unit_name},
            base::Field{"way", &DocumentsView::way},       base::Field{"sections", &DocumentsView::sections},
            base::Field{"coming", &DocumentsView::coming}, base::Field{"ended", &DocumentsView::ended}};
    }
};

DocumentsView documents_view(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit, base::Date day);
std::string documents_page(DocumentsView const& view, Context const& context);

// The form for a document: a new one, or another wording of one there is.
struct DocumentForm {
    std::string unit;
    std::string unit_name;
    domain::DocumentKind kind = domain::DocumentKind::strategy;
    domain::SteeringDocument const* standing = nullptr; // null: a new one
    Filled filled;
    Filled ending; // the form below it, to end one
};
Filled filled_from(domain::SteeringDocument const& document);
std::string document_form_page(DocumentForm const& form, Context const& context);

} // namespace rodtrad::view::pages
