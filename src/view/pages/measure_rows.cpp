#include "view/pages/measure_rows.hpp"

#include "study/methods/numbers.hpp"
#include "study/targets_in_force.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/parts.hpp"

#include <algorithm>
#include <cmath>

namespace rodtrad::view::pages {

namespace {

std::optional<study::Judgement> comparison_judgement(study::Card const* card, study::GroupIndex group) {
    if (card)
        for (auto const& finding : card->findings)
            if (finding.kind == study::FindingKind::comparison && finding.group == group) return finding.judgement;
    return {};
}

void write_measure_row(Html& h, MeasureRow const& row, bool has_peers, Language const& language) {
    h.tr([&] {
        h.th(scope("row"), [&] { write_link(h, row.measure); });
        h.td(row.period);
        h.td(class_("figure"), row.value);
        if (has_peers) {
            h.td(class_("figure"), row.median);
            h.td([&] {
                if (row.spine) h.raw(spine_cell(*row.spine, language));
            });
        }
        h.td([&] {
            for (auto const& tag : row.tags) write_tag(h, tag);
        });
    });
}

} // namespace

MeasureRowWriter::MeasureRowWriter(study::Dataset const& data, study::FollowUp const& list, study::UnitIndex unit,
                                   Language const& language, std::vector<study::UnitIndex> among)
    : m_data{data}, m_unit{unit}, m_language{language}, m_among{std::move(among)}, m_peers{data} {
    for (auto const& card : list.cards)
        if (card.unit == unit) m_cards[card.measure] = &card;
}

MeasureRow MeasureRowWriter::row(NewestFigure const& newest) const {
    auto const& measure_data = m_data.measures[newest.measure];
    auto const& measure = measure_data.measure;
    auto const group = measure_data.cube->groups()[newest.slot];
    auto const& group_code = m_data.groups[group].code;
    auto const format = value_format(measure, std::span{&newest.value, 1});
    auto const period = measure_data.cube->period(newest.t);
    MeasureRow row{.measure = {std::string{measure_title(measure, m_language)},
                               measure_url(measure.code, m_data.units[m_unit].unit.code, group_code)},
                   .period = period_text(m_language, period, PeriodStyle::brief),
                   .value = with_unit(m_language, format, newest.value),
                   .median = {},
                   .spine = {},
                   .tags = {}};
    bool const is_everyone = group_code == domain::total_group;
    if (!is_everyone)
        row.measure.text = m_language.tr("{0}, {1}", row.measure.text, group_name(m_data.groups[group], m_language));
    study::Card const* card = nullptr;
    if (auto const found = m_cards.find(newest.measure); found != m_cards.end()) card = found->second;
    if (card)
        for (auto const* finding : told_findings(*card, m_data))
            if (is_everyone || finding->group == group) row.tags.push_back(tag(*finding, m_data, m_language));

    auto peers = peer_values(newest, measure.area);
    if (peers.size() < 2) return row;
    SpineView spine;
    spine.title = row.measure.text;
    spine.name = m_data.units[m_unit].unit.name;
    spine.format = format;
    spine.value = newest.value;
    spine.judgement = comparison_judgement(card, group);
    spine.peers = peers;
    spine.polarity = measure.polarity;
    if (auto const* target = study::TargetsInForce{measure_data, m_data}.find(m_unit, group, period))
        spine.target = target->target;
    row.spine = std::move(spine);
    row.median = with_unit(m_language, {format.unit == "%" ? "%" : "", format.decimals}, study::median_of(peers));
    return row;
}

std::vector<double> MeasureRowWriter::peer_values(NewestFigure const& newest, std::string_view area) const {
    auto const all = m_data.measures[newest.measure].cube->values(newest.slot, newest.t);
    std::vector<double> values;
    auto const take = [&](study::UnitIndex peer) {
        if (peer != m_unit && std::isfinite(all[peer.value()])) values.push_back(all[peer.value()]);
    };
    if (!m_among.empty())
        for (auto const peer : m_among) take(peer);
    else if (auto const group = m_peers.group_of(m_unit, area))
        for (auto const peer : m_peers.members(*group, m_unit)) take(peer);
    else
        for (auto const peer : m_peers.cohort(m_unit)) take(peer);
    return values;
}

bool is_compared(std::vector<MeasureGroup> const& groups) {
    return std::ranges::any_of(groups, [](MeasureGroup const& group) {
        return std::ranges::any_of(group.measures, [](MeasureRow const& row) { return row.spine.has_value(); });
    });
}

std::string_view spine_legend(Language const& language) {
    return language.tr("The unit is the large dot, those it is compared with are small. The line is "
                       "their median, the dotted one the target. Better is to the right; of measures that "
                       "take no side, higher.");
}

void write_measure_rows(Html& h, MeasureGroup const& group, bool has_peers, Language const& language) {
    h.div(class_("scroll"), role("region"), tabindex(0), aria_label(group.name), [&] {
        h.table(class_("tt measures", has_peers ? "compared" : ""), [&] {
            h.caption(group.name);
            h.thead([&] {
                h.tr([&] {
                    auto const column = [&](std::string_view heading) { h.th(scope("col"), language.tr(heading)); };
                    column(message("Measure"));
                    column(message("Period"));
                    column(message("Value"));
                    if (has_peers) column(message("Median of others"));
                    if (has_peers) column(message("Among others"));
                    column(message("What stands out"));
                });
            });
            h.tbody([&] {
                for (auto const& row : group.measures) write_measure_row(h, row, has_peers, language);
            });
        });
    });
}

} // namespace rodtrad::view::pages
