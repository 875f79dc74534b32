#include "import/table_form.hpp"

#include <array>
#include <utility>

namespace rodtrad::import {

namespace {

constexpr std::array<std::pair<TableKind, std::string_view>, 7> names{{
    {TableKind::observations, "observations"},
    {TableKind::targets, "targets"},
    {TableKind::units, "units"},
    {TableKind::measures, "measures"},
    {TableKind::groups, "groups"},
    {TableKind::peer_groups, "peer_groups"},
    {TableKind::marks, "marks"},
}};

constexpr TableField measure{"measure", "measure|mått|mätetal|nyckeltal|indikator|indicator|kpi"};
constexpr TableField unit{"unit", "unit|enhet|geo|municipality|municipality_id|kommun|ou"};
constexpr TableField group{"group", "group|grupp|gender|kön"};
constexpr TableField period{"period", "period|year|år|tid"};

constexpr auto observation_fields = std::to_array<TableField>({
    measure,
    unit,
    group,
    period,
    {"value", "value|värde|utfall|mätvärde"},
    {"numerator", "numerator|täljare"},
    {"denominator", "denominator|nämnare"},
    {"status", "status"},
});

constexpr auto target_fields = std::to_array<TableField>({
    measure,
    unit,
    group,
    period,
    {"floor", "floor|golv|lägsta_nivå"},
    {"target", "target|målvärde|mål"},
    {"stretch", "stretch|ambition"},
    {"inherited", "inherited|is_inherited|ärvs"},
});

constexpr auto unit_fields = std::to_array<TableField>({
    {"code", "code|kod|enhetskod"},
    {"name", "name|namn|enhetsnamn"},
    {"parent", "parent|överordnad"},
    {"kind", "kind|slag|typ"},
    {"operation", "operation|verksamhet"},
    {"valid_from", "valid_from|gäller_från"},
    {"valid_to", "valid_to|gäller_till"},
    {"predecessors", "predecessors|föregångare"},
});

constexpr auto measure_fields = std::to_array<TableField>({
    {"code", "code|kod|measure|mått|nyckeltal|kpi"},
    {"title", "title|titel|benämning"},
    {"title_en", "title_en"},
    {"definition", "definition|beskrivning|description"},
    {"unit_of_measure", "unit_of_measure|måttenhet"},
    {"kind", "kind|slag"},
    {"multiplier", "multiplier|multiplikator"},
    {"polarity", "polarity|riktning|polaritet"},
    {"aggregation", "aggregation|sammanvägning"},
    {"periodicity", "periodicity|periodicitet|frekvens"},
    {"level", "level|nivå"},
    {"perspective", "perspective|perspektiv"},
    {"area", "area|område"},
    {"source", "source|källa"},
    {"owner", "owner|ägare|ansvarig"},
    {"people", "people|personer"},
    {"min_effect", "min_effect|minsta_skillnad"},
    {"decimals", "decimals|decimaler"},
    {"weight", "weight|vikt"},
    {"conditions", "conditions|förutsättningar"},
});

constexpr auto group_fields = std::to_array<TableField>({
    {"code", "code|kod|group|grupp"},
    {"name", "name|namn"},
    {"name_en", "name_en|namn_en"},
    {"kind", "kind|slag"},
});

constexpr auto peer_group_fields = std::to_array<TableField>({
    {"code", "code|kod|group|grupp|peer_group|jämförelsegrupp"},
    {"name", "name|namn"},
    {"owner", "owner|ägare"},
    {"area", "area|område"},
    {"year", "year|år"},
    {"member", "member|medlem"},
});

constexpr auto mark_fields = std::to_array<TableField>({
    measure,
    unit,
    group,
    period,
    {"kind", "kind|slag"},
    {"text", "text|reason|skäl|orsak"},
});

} // namespace

std::string_view to_text(TableKind kind) {
    for (auto const& [known, name] : names)
        if (known == kind) return name;
    return {};
}

std::optional<TableKind> to_table_kind(std::string_view text) {
    for (auto const& [kind, name] : names)
        if (name == text) return kind;
    return {};
}

bool TableField::is_called(std::string_view heading) const {
    for (auto rest = headings; !rest.empty();) {
        auto const bar = rest.find('|');
        if (rest.substr(0, bar) == heading) return true;
        if (bar == std::string_view::npos) return false;
        rest.remove_prefix(bar + 1);
    }
    return false;
}

std::span<TableField const> fields_of(TableKind kind) {
    switch (kind) {
    case TableKind::observations:
        return observation_fields;
    case TableKind::targets:
        return target_fields;
    case TableKind::units:
        return unit_fields;
    case TableKind::measures:
        return measure_fields;
    case TableKind::groups:
        return group_fields;
    case TableKind::peer_groups:
        return peer_group_fields;
    case TableKind::marks:
        return mark_fields;
    }
    return {};
}

} // namespace rodtrad::import
