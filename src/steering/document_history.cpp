#include "steering/document_history.hpp"

#include "base/json_of.hpp"
#include "steering/organisation.hpp"
#include "store/journal.hpp"

#include <algorithm>
#include <tuple>

namespace rodtrad::steering {

namespace {

using domain::SteeringDocument;

SteeringDocument document_in(std::string_view json) {
    SteeringDocument document;
    base::read_json(base::to_json(json), document, "the journal");
    return document;
}

auto wording_of(SteeringDocument const& document) { return std::tie(document.title, document.text, document.source); }

} // namespace

std::vector<EarlierWording> earlier_wordings(Organisation const& organisation, domain::DocumentId document) {
    std::vector<EarlierWording> wordings;
    organisation.read([&](store::Connection& connection) {
        for (auto const& entry : store::entries_of(connection, SteeringDocument::table, document.value())) {
            if (entry.before.empty() || entry.after.empty()) continue;
            auto before = document_in(entry.before);
            if (wording_of(before) == wording_of(document_in(entry.after))) continue;
            wordings.push_back({std::move(before), entry.at, entry.actor, entry.reason});
        }
    });
    std::ranges::reverse(wordings);
    return wordings;
}

} // namespace rodtrad::steering
