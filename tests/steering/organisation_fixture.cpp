#include "steering/organisation_fixture.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>

namespace rodtrad::steering::test {

namespace {

using Out = std::string;

// The bits, so that one unlike another in its last place, or of another kind of nothing, is seen.
std::string exact(double value) { return fmt::format("{:x}", std::bit_cast<std::uint64_t>(value)); }
std::string exact(std::optional<double> value) { return value ? exact(*value) : "-"; }

void write_unit(Out& out, study::UnitNode const& node) {
    out += fmt::format("unit {} {} {} {}\n", node.unit.code, node.unit.name, node.depth, node.branch_end.value());
}

void write_measure(Out& out, study::MeasureData const& data) {
    out += fmt::format("measure {} {} {} {} {}\n", data.measure.code, data.version, data.measure.title,
                       domain::to_text(data.measure.polarity), fmt::join(data.measure.conditions, "+"));
    for (auto const& target : data.targets)
        out +=
            fmt::format("target {} {} {} {}\n", target.unit, target.group, target.period.text(), exact(target.target));
    for (auto const& mark : data.marks)
        out += fmt::format("mark {} {} {} {} {}\n", mark.unit, mark.group, mark.period.text(),
                           domain::to_text(mark.kind), mark.text);
    if (!data.cube) return;
    auto const& cube = *data.cube;
    for (std::size_t slot = 0; slot < cube.groups().size(); ++slot) {
        for (std::size_t t = 0; t < cube.periods(); ++t) {
            out += fmt::format("{} {}:", cube.groups()[slot].value(), cube.period(t).text());
            for (std::size_t u = 0; u < cube.units(); ++u) {
                auto const at = cube.at(slot, t, study::UnitIndex{u});
                out += fmt::format(" {}", static_cast<int>(cube.cell(at)));
                if (!study::has_value(cube.cell(at))) continue;
                auto const counts = cube.counts(at);
                out +=
                    fmt::format("/{}/{}/{}", exact(cube.value(at)), exact(counts.numerator), exact(counts.denominator));
                if (cube.cell(at) == study::Cell::aggregated)
                    out += fmt::format("/{}/{}", (*data.coverage)[at].reporting, (*data.coverage)[at].expected);
            }
            out += '\n';
        }
    }
}

void write_finding(Out& out, study::Finding const& finding) {
    out += fmt::format("  {} {} {} {} {} {} {} {} {} {} p{} q{} n{} {} {} {} {} {} {} {} {} {} {} {} {} {}\n",
                       study::to_text(finding.kind), study::to_text(finding.judgement),
                       static_cast<int>(finding.certainty), finding.measure.value(), finding.unit.value(),
                       finding.group.value(), finding.period.text(), exact(finding.value), exact(finding.reference),
                       exact(finding.effect), exact(finding.p), exact(finding.q), finding.n, exact(finding.people),
                       finding.since ? finding.since->text() : "-", finding.lowest ? finding.lowest->value() : 0,
                       finding.highest ? finding.highest->value() : 0, exact(finding.low), exact(finding.high),
                       finding.peer_group.value_or(99), finding.rank, finding.is_tested_against_all,
                       finding.is_season_adjusted, exact(finding.common_change), exact(finding.explained),
                       exact(finding.min_effect));
}

void write_published(Out& out, domain::PublishedFinding const& finding) {
    out +=
        fmt::format("{} {} {} {} {} {} {} {} {} {} {} {}\n", finding.measure, finding.unit, finding.group, finding.kind,
                    finding.judgement, finding.period.text(), exact(finding.value), exact(finding.reference),
                    exact(finding.q), base::to_text(finding.first_seen), finding.publications_above, finding.is_solved);
}

} // namespace

std::string written(Snapshot const& snapshot) {
    Out out = fmt::format("{} {}\n", snapshot.name, snapshot.revision);
    for (auto const& node : snapshot.data.units) write_unit(out, node);
    for (auto const& group : snapshot.data.groups) out += fmt::format("group {} {}\n", group.code, group.name);
    for (auto const& entry : snapshot.data.peer_groups)
        out += fmt::format("peers {} {}\n", entry.group.code, fmt::join(entry.group.members, ","));
    for (auto const& data : snapshot.data.measures) write_measure(out, data);
    auto const& list = snapshot.list;
    out += fmt::format("{} {} {} {} {}\n", list.series_checked, list.series_too_short, list.series_not_current,
                       list.confirmed, list.newest ? list.newest->text() : "-");
    for (auto const& card : list.cards) {
        out += fmt::format("card {} {} {} {} {}\n", static_cast<int>(card.tier), exact(card.priority),
                           card.measure.value(), card.unit.value(), card.folded);
        for (auto const& finding : card.findings) write_finding(out, finding);
    }
    for (auto const& state : snapshot.states.of_cards) out += state ? fmt::format("{}", static_cast<int>(*state)) : "-";
    for (auto const& kept : snapshot.states.kept) {
        out += fmt::format("\nkept {} ", exact(kept.q));
        write_published(out, kept.published);
    }
    for (auto const& solved : snapshot.states.solved) {
        out += "\nsolved ";
        write_published(out, solved);
    }
    return out;
}

std::string difference(std::string_view one, std::string_view other) {
    auto const [at, there] = std::ranges::mismatch(one, other);
    if (at == one.end() && there == other.end()) return {};
    auto const line_of = [](std::string_view text, auto position) {
        auto const offset = static_cast<std::size_t>(position - text.begin());
        auto const begin = text.substr(0, offset).rfind('\n') + 1; // npos + 1 = 0
        return text.substr(begin, std::min(text.find('\n', offset), text.size()) - begin);
    };
    return fmt::format("{}\nand\n{}", line_of(one, at), line_of(other, there));
}

} // namespace rodtrad::steering::test
