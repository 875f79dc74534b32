#include "steering/documents.hpp"

#include "steering/known_unit.hpp"
#include "steering/written_text.hpp"

#include <algorithm>

namespace rodtrad::steering {

namespace {

using domain::DocumentKind;
using domain::SteeringDocument;

bool is_one_at_a_time(DocumentKind kind) { return kind == DocumentKind::vision || kind == DocumentKind::business_idea; }

// Whether there is a day on which both hold.
bool overlap(SteeringDocument const& a, SteeringDocument const& b) {
    auto const ends_before = [](SteeringDocument const& first, SteeringDocument const& second) {
        return first.valid_to && second.valid_from && *first.valid_to < *second.valid_from;
    };
    return !ends_before(a, b) && !ends_before(b, a);
}

void refuse_second(Work const& work, SteeringDocument const& document) {
    if (!is_one_at_a_time(document.kind)) return;
    for (auto const& other : work.tables().documents) {
        if (other.id == document.id || other.unit != document.unit || other.kind != document.kind) continue;
        if (!overlap(other, document)) continue;
        if (document.kind == DocumentKind::vision)
            throw Refused{{}, base::message("The unit has a vision already: revise it, or end it first.")};
        throw Refused{{}, base::message("The unit has a business idea already: revise it, or end it first.")};
    }
}

void fill_in(SteeringDocument& document, DocumentText const& text) {
    document.title = written_line("title", text.title, Empty::is_refused);
    document.text = written_text("text", text.text, Empty::is_fine);
    document.source = written_line("source", text.source, Empty::is_fine);
    document.valid_from = text.valid_from;
    if (document.valid_from && document.valid_to && *document.valid_to < *document.valid_from)
        throw Refused{"valid_from",
                      base::message("It would begin after its last day, {0}."),
                      {base::to_text(*document.valid_to)}};
}

} // namespace

plan::Right right_to_write(DocumentKind kind) {
    return kind == DocumentKind::strategy ? plan::Right::steer : plan::Right::define;
}

domain::DocumentId write_document(Work& work, std::string const& unit, DocumentKind kind, DocumentText const& text) {
    work.require(right_to_write(kind), unit);
    known_unit(work, "unit", unit);
    SteeringDocument document;
    document.unit = unit;
    document.kind = kind;
    fill_in(document, text);
    refuse_second(work, document);
    return work.put(std::move(document), "document.write");
}

void revise_document(Work& work, domain::DocumentId id, std::int64_t version_read, DocumentText const& text,
                     std::string_view reason) {
    auto document = work.must_find<SteeringDocument>(id);
    work.require(right_to_write(document.kind), document.unit);
    document = work.must_find<SteeringDocument>(id, version_read);
    bool const has_begun = !document.valid_from || *document.valid_from <= work.today();
    fill_in(document, text);
    if (has_begun && document.valid_from && *document.valid_from > work.today())
        throw Refused{"valid_from",
                      base::message("What holds now cannot begin later: end it, and write what comes after it.")};
    refuse_second(work, document);
    work.put(std::move(document), "document.revise", written_line("reason", reason, Empty::is_fine));
}

void end_document(Work& work, domain::DocumentId id, base::Date last_day, std::string_view reason) {
    auto document = work.must_find<SteeringDocument>(id);
    work.require(right_to_write(document.kind), document.unit);
    if (document.valid_from && last_day < *document.valid_from)
        throw Refused{"last_day",
                      base::message("It begins on {0}: its last day cannot be earlier."),
                      {base::to_text(*document.valid_from)}};
    document.valid_to = last_day;
    refuse_second(work, document);
    work.put(std::move(document), "document.end", written_line("reason", reason, Empty::is_fine));
}

} // namespace rodtrad::steering
