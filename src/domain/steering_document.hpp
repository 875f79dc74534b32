#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "base/instant.hpp"
#include "domain/ids.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace rodtrad::domain {

enum class DocumentKind : std::uint8_t {
    vision,        // where the organisation is going
    business_idea, // why it is there, and for whom
    values,        // how people are to each other
    strategy,      // a way to the vision; goals support it
};
constexpr auto names_of(DocumentKind) {
    return std::to_array<std::pair<DocumentKind, std::string_view>>({
        {DocumentKind::vision, "vision"},
        {DocumentKind::business_idea, "business_idea"},
        {DocumentKind::values, "values"},
        {DocumentKind::strategy, "strategy"},
    });
}

// What the organisation has said that it wants.
struct SteeringDocument {
    static constexpr std::string_view table = "steering_document";
    DocumentId id;
    std::int64_t version = 0; // how many times it has been written
    std::string unit;         // code: whose it is
    DocumentKind kind = DocumentKind::strategy;
    std::string title;
    std::string text;
    std::string source; // where it was decided: "KF 2025-11-17 § 214"
    std::optional<base::Date> valid_from;
    std::optional<base::Date> valid_to; // last day

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &SteeringDocument::id},
                          base::Field{"version", &SteeringDocument::version},
                          base::Field{"unit", &SteeringDocument::unit},
                          base::Field{"kind", &SteeringDocument::kind},
                          base::Field{"title", &SteeringDocument::title},
                          base::Field{"text", &SteeringDocument::text},
                          base::Field{"source", &SteeringDocument::source},
                          base::Field{"valid_from", &SteeringDocument::valid_from},
                          base::Field{"valid_to", &SteeringDocument::valid_to}};
    }
    bool operator==(SteeringDocument const&) const = default;
};

// A unit's own description (Balansen: from mission to measure). Its success factors are records of their own.
// `processes` holds one process a line.
struct Profile {
    static constexpr std::string_view table = "profile";
    ProfileId id;
    std::int64_t version = 0; // how many times it has been written
    std::string unit;         // code; one profile each
    std::string commissioner;
    std::string laws_and_documents;
    std::string core_operation;
    std::string customers;
    std::string needs;
    std::string processes;
    std::string competence;
    std::string partners;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &Profile::id},
                          base::Field{"version", &Profile::version},
                          base::Field{"unit", &Profile::unit},
                          base::Field{"commissioner", &Profile::commissioner},
                          base::Field{"laws_and_documents", &Profile::laws_and_documents},
                          base::Field{"core_operation", &Profile::core_operation},
                          base::Field{"customers", &Profile::customers},
                          base::Field{"needs", &Profile::needs},
                          base::Field{"processes", &Profile::processes},
                          base::Field{"competence", &Profile::competence},
                          base::Field{"partners", &Profile::partners}};
    }
    bool operator==(Profile const&) const = default;
};

} // namespace rodtrad::domain
