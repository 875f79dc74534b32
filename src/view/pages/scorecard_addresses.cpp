#include "view/pages/scorecard_addresses.hpp"

#include <array>
#include <string>
#include <utility>

namespace rodtrad::view::pages {

using domain::DocumentKind;

namespace {

constexpr auto kinds = std::to_array<std::pair<DocumentKind, std::string_view>>({
    {DocumentKind::vision, "vision"},
    {DocumentKind::business_idea, "verksamhetside"},
    {DocumentKind::values, "varderingar"},
    {DocumentKind::strategy, "strategi"},
});

Url of_unit(std::string_view unit, std::string_view what) { return Url{"/enhet"}.segment(unit).segment(what); }

Url of_record(std::string_view path, std::int64_t id) { return Url{path}.segment(std::to_string(id)); }

} // namespace

std::string_view word_of(DocumentKind kind) {
    for (auto const& [enumerator, word] : kinds)
        if (enumerator == kind) return word;
    return {};
}

std::optional<DocumentKind> to_document_kind(std::string_view word) {
    for (auto const& [enumerator, known] : kinds)
        if (known == word) return enumerator;
    return {};
}

Url documents_url(std::string_view unit) { return of_unit(unit, "styrdokument"); }
Url new_document_url(std::string_view unit, DocumentKind kind) {
    return documents_url(unit).segment("ny").query("slag", word_of(kind));
}
Url document_url(domain::DocumentId document) { return of_record("/styrdokument", document.value()); }
Url document_end_url(domain::DocumentId document) { return document_url(document).segment("avsluta"); }

Url profile_url(std::string_view unit) { return of_unit(unit, "beskrivning"); }
Url profile_form_url(std::string_view unit) { return profile_url(unit).segment("andra"); }
Url perspectives_url(std::string_view unit) { return of_unit(unit, "perspektiv"); }
Url perspectives_drop_url(std::string_view unit) { return perspectives_url(unit).segment("folj"); }

Url scorecard_url(std::string_view unit, std::string_view operation) {
    auto const url = Url{"/styrkort"}.segment(unit);
    return operation.empty() ? url : url.query("verksamhet", operation);
}
Url strategy_map_url(std::string_view unit) { return Url{"/styrkort"}.segment(unit).segment("karta"); }
Url scorecards_url() { return Url{"/styrkort"}; }
Url side_by_side_url(std::string_view operation, std::string_view unit) {
    auto const url = scorecards_url().query("verksamhet", operation);
    return unit.empty() ? url : url.query("enhet", unit);
}

Url templates_url() { return Url{"/styrkortsmallar"}; }
Url new_template_url(std::string_view unit) {
    auto const url = templates_url().segment("ny");
    return unit.empty() ? url : url.query("enhet", unit);
}
Url template_url(domain::ScorecardId card) { return of_record("/styrkortsmallar", card.value()); }
Url template_compare_url(domain::ScorecardId card) { return template_url(card).segment("jamfor"); }
Url template_use_url(domain::ScorecardId card) { return template_url(card).segment("anvand"); }
Url template_retire_url(domain::ScorecardId card) { return template_url(card).segment("avsluta"); }
Url template_edition_url(domain::ScorecardId card) { return template_url(card).segment("utgava"); }
Url template_name_url(domain::ScorecardId card) { return template_url(card).segment("namn"); }
Url template_factors_url(domain::ScorecardId card) { return template_url(card).segment("faktorer"); }
Url template_change_url(domain::ScorecardId card) { return template_url(card).segment("andra"); }
Url factor_url(domain::SuccessFactorId factor) { return of_record("/framgangsfaktorer", factor.value()); }

} // namespace rodtrad::view::pages
