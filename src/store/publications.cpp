#include "store/publications.hpp"

#include "store/versions.hpp"

#include <fmt/format.h>

namespace rodtrad::store {

namespace {

constexpr std::string_view columns = "measure, unit, subgroup, kind, judgement, period, value, reference, effect, q, "
                                     "first_seen, publications_above, is_solved";

std::vector<domain::PublishedFinding> findings_in(Statement& row) {
    std::vector<domain::PublishedFinding> findings;
    while (row.step()) {
        auto const period = domain::Period::from_code(static_cast<std::int32_t>(row.integer(5)));
        if (!period)
            throw DatabaseError(Problem::damaged, "the database holds a published finding for a period that does not "
                                                  "exist");
        findings.push_back({.measure = std::string{row.text(0)},
                            .unit = std::string{row.text(1)},
                            .group = std::string{row.text(2)},
                            .kind = std::string{row.text(3)},
                            .judgement = std::string{row.text(4)},
                            .period = *period,
                            .value = row.real(6),
                            .reference = row.real(7),
                            .effect = row.real(8),
                            .q = optional_real(row, 9),
                            .first_seen = base::to_instant(row.text(10)),
                            .publications_above = static_cast<int>(row.integer(11)),
                            .is_solved = row.integer(12) != 0});
    }
    return findings;
}

} // namespace

std::vector<domain::Publication> all_publications(Connection& connection) {
    auto const row = connection.prepare("select id, name, made, revision from publication order by id desc");
    std::vector<domain::Publication> publications;
    while (row->step())
        publications.push_back({.id = domain::PublicationId{row->integer(0)},
                                .name = std::string{row->text(1)},
                                .made = base::to_instant(row->text(2)),
                                .revision = row->integer(3),
                                .findings = {}});
    return publications;
}

std::vector<domain::PublishedFinding> findings_of(Connection& connection, domain::PublicationId publication) {
    auto const row = connection.prepare(fmt::format("select {} from published_finding where publication = ? "
                                                    "order by measure, unit, subgroup, kind, judgement",
                                                    columns));
    row->bind(1, publication.value());
    return findings_in(*row);
}

domain::Published published(Connection& connection) {
    domain::Published result;
    auto publications = all_publications(connection);
    if (publications.empty()) return result;
    result.latest = std::move(publications.front());
    result.latest->findings = findings_of(connection, result.latest->id);
    auto const row = connection.prepare(fmt::format("select {} from published_finding where is_solved = 1 and "
                                                    "publication < ? order by publication desc, measure, unit, "
                                                    "subgroup, kind, judgement",
                                                    columns));
    row->bind(1, result.latest->id.value());
    result.solved_before = findings_in(*row);
    return result;
}

domain::PublicationId write_publication(Connection& connection, domain::Publication const& publication) {
    auto const made = base::to_text(publication.made);
    connection.prepare("insert into publication (name, made, revision) values (?, ?, ?)")
        ->bind(1, publication.name)
        .bind(2, made)
        .bind(3, publication.revision)
        .run();
    domain::PublicationId const id{connection.last_id()};
    auto const write = connection.prepare(fmt::format(
        "insert into published_finding (publication, {}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", columns));
    for (auto const& finding : publication.findings) {
        auto const first_seen = base::to_text(finding.first_seen);
        write->bind(1, id.value()).bind(2, finding.measure).bind(3, finding.unit).bind(4, finding.group);
        write->bind(5, finding.kind).bind(6, finding.judgement).bind(7, std::int64_t{finding.period.code()});
        write->bind(8, finding.value).bind(9, finding.reference).bind(10, finding.effect);
        bind_optional(*write, 11, finding.q);
        write->bind(12, first_seen).bind(13, std::int64_t{finding.publications_above});
        write->bind(14, std::int64_t{finding.is_solved}).run();
    }
    return id;
}

} // namespace rodtrad::store
