#include "app/study_methods.hpp"
#include "base/error.hpp"
#include "domain/outcome.hpp"
#include "study/methods/countable.hpp"
#include "study/methods/funnel.hpp"
#include "study/methods/heterogeneity.hpp"
#include "study/methods/moderated_variance.hpp"
#include "study/methods/modified_z.hpp"
#include "study/methods/multiple_testing.hpp"
#include "study/methods/numbers.hpp"
#include "study/methods/quartile.hpp"
#include "study/methods/summary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace rodtrad::app {

namespace {

using Row = StudyTable::Row;
using Rows = std::vector<Row>;

struct Family {
    std::string id;
    Rows rows;
};
std::vector<Family> families(StudyTable const& table) {
    auto const column = table.column("family_id");
    std::vector<Family> result;
    for (auto& rows : table.grouped_by(column)) {
        auto id = table.text(rows.front(), column);
        result.push_back({std::move(id), std::move(rows)});
    }
    return result;
}

// The units with somebody in them; counts that contradict themselves stop the work.
struct Counted {
    std::vector<domain::Counts> counts;
    std::vector<std::optional<std::size_t>> place; // of each row among them
};
Counted counted(StudyTable const& table, Rows const& rows, std::optional<study::NoAnswer> (*fault_in)(domain::Counts)) {
    auto const x = table.column("x");
    auto const n = table.column("n");
    Counted result;
    for (auto const row : rows) {
        domain::Counts const counts{table.number(row, x), table.number(row, n)};
        auto const fault = fault_in(counts);
        if (fault && *fault != study::NoAnswer::zero_denominator)
            throw base::Error(table.place(row, x) + std::string{study::to_text(*fault)});
        result.place.push_back(fault ? std::nullopt : std::optional{result.counts.size()});
        if (!fault) result.counts.push_back(counts);
    }
    return result;
}

// --- modvar ---

study::Answer<study::VariancePrior> prior_of(StudyTable const& table, Rows const& rows) {
    return study::variance_prior(table.numbers(rows, table.column("s2")), table.numbers(rows, table.column("df")));
}

void print_moderated(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"family_id", "unit", "var_post"});
    auto const s2 = table.column("s2");
    auto const df = table.column("df");
    auto const unit = table.column("unit");
    for (auto const& [id, rows] : families(table)) {
        auto const prior = prior_of(table, rows);
        for (auto const row : rows) {
            std::optional<double> post;
            if (prior) post = study::moderated_variance(table.number(row, s2), table.number(row, df), *prior);
            out.row({id, table.text(row, unit), study_cell(post)});
        }
    }
}

void print_moderated_family(StudyInput const& input, base::CsvWriter& out) {
    out.row({"family_id", "df_prior", "var_prior"});
    for (auto const& [id, rows] : families(input.table)) {
        auto const prior = prior_of(input.table, rows);
        out.row({id, prior ? study_cell(prior->df) : "", prior ? study_cell(prior->variance) : ""});
    }
}

// --- bh ---

void print_adjusted(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"family_id", "i", "bh", "by", "holm", "bonferroni"});
    auto const i = table.column("i");
    for (auto const& [id, rows] : families(table)) {
        auto const p = table.numbers_if_any(rows, table.column("p"));
        auto const bh = study::benjamini_hochberg(p);
        auto const by = study::benjamini_yekutieli(p);
        auto const holm = study::holm(p);
        auto const bonferroni = study::bonferroni(p);
        for (std::size_t at = 0; at < rows.size(); ++at)
            out.row({id, table.text(rows[at], i), study_cell(bh[at]), study_cell(by[at]), study_cell(holm[at]),
                     study_cell(bonferroni[at])});
    }
}

// --- modz ---

void print_modified_z(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"family_id", "i", "median", "mad", "modified_z_dhis2", "modified_z", "outlier_3_5", "z_pop"});
    auto const i = table.column("i");
    for (auto const& [id, rows] : families(table)) {
        auto const values = table.numbers(rows, table.column("value"));
        auto const scale = study::peer_scale(values);
        auto const mean = study::mean_of(values);
        auto const n = static_cast<double>(values.size());
        auto const deviation = values.size() > 1 ? std::sqrt(study::variance_of(values) * (n - 1) / n) : 0;
        for (std::size_t at = 0; at < rows.size(); ++at) {
            auto const z = study::modified_z(values[at], scale);
            out.row({id, table.text(rows[at], i), study_cell(scale.median), study_cell(scale.mad),
                     study_cell(scale.mad > 0 ? z : 0.0), study_cell(z),
                     study_cell(std::abs(z) > study::odd_modified_z),
                     study_cell(deviation > 0 ? (values[at] - mean) / deviation : 0.0)});
        }
    }
}

// --- quartile ---

void print_quartiles(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"family_id", "unit", "quartile", "colour"});
    auto const unit = table.column("unit");
    auto const higher_is_better = table.column("higher_is_better");
    for (auto const& [id, rows] : families(table)) {
        auto const better =
            table.is_true(rows.front(), higher_is_better) ? study::Better::higher : study::Better::lower;
        auto const places = study::quartiles(table.numbers_if_any(rows, table.column("value")), better);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            auto const& place = places[at];
            out.row({id, table.text(rows[at], unit), place.quartile ? std::to_string(*place.quartile) : "",
                     study::to_text(place.colour)});
        }
    }
}

// --- wmean ---

void print_summary(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"family_id", "n", "weighted_mean", "unweighted_mean", "p10", "p25", "p50", "p75", "p90", "sd"});
    auto const value = table.column("value");
    auto const weight = table.column("weight");
    for (auto const& [id, rows] : families(table)) {
        Rows known; // a unit without a value has no weight either
        std::ranges::copy_if(rows, std::back_inserter(known),
                             [&](Row row) { return table.number_if_any(row, value).has_value(); });
        auto const found = study::summary_of(table.numbers(known, value), table.numbers(known, weight));
        if (!found) {
            out.row({id, "0", "", "", "", "", "", "", "", ""});
            continue;
        }
        out.row({id, study_cell(found->n), study_cell(found->weighted_mean), study_cell(found->unweighted_mean),
                 study_cell(found->p10), study_cell(found->p25), study_cell(found->p50), study_cell(found->p75),
                 study_cell(found->p90), study_cell(found->deviation)});
    }
}

// --- funnelprop, funnelrate, funnelod ---

std::string_view place_text(study::FunnelPlace place) {
    switch (place) {
    case study::FunnelPlace::low_998:
        return "Low (0.001)";
    case study::FunnelPlace::low_95:
        return "Low (0.025)";
    case study::FunnelPlace::inside:
        return "Not significant";
    case study::FunnelPlace::high_95:
        return "High (0.025)";
    case study::FunnelPlace::high_998:
        return "High (0.001)";
    }
    return "";
}

void print_funnel(StudyTable const& table, base::CsvWriter& out,
                  std::optional<study::NoAnswer> (*fault_in)(domain::Counts),
                  study::Answer<study::Funnel> (*funnel_of)(std::span<domain::Counts const>)) {
    auto const unit = table.column("unit");
    for (auto const& [id, rows] : families(table)) {
        auto const [counts, place] = counted(table, rows, fault_in);
        auto const funnel = funnel_of(counts);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            auto const& name = table.text(rows[at], unit);
            if (!funnel || !place[at]) {
                out.row({id, name, "", "", "", "", "", ""});
                continue;
            }
            auto const& point = funnel->points[*place[at]];
            out.row({id, name, study_cell(funnel->average), study_cell(point.limits_95.lower),
                     study_cell(point.limits_95.upper), study_cell(point.limits_998.lower),
                     study_cell(point.limits_998.upper), place_text(point.place)});
        }
    }
}

void print_proportion_funnel(StudyInput const& input, base::CsvWriter& out) {
    out.row({"family_id", "unit", "average", "lower95", "upper95", "lower998", "upper998", "significance"});
    print_funnel(input.table, out, study::fault_in_share, study::proportion_funnel);
}

void print_rate_funnel(StudyInput const& input, base::CsvWriter& out) {
    out.row({"family_id", "unit", "average", "ci95_lower", "ci95_upper", "ci998_lower", "ci998_upper", "significance"});
    print_funnel(input.table, out, study::fault_in_rate, study::rate_funnel);
}

void print_adjusted_funnel(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"family_id", "unit", "z_unadjusted", "z_winsorised", "od_lower95", "od_upper95", "od_lower998",
             "od_upper998", "outlier998"});
    auto const unit = table.column("unit");
    for (auto const& [id, rows] : families(table)) {
        auto const [counts, place] = counted(table, rows, study::fault_in_share);
        auto const funnel = study::overdispersed_funnel(counts);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            auto const& name = table.text(rows[at], unit);
            if (!funnel || !place[at]) {
                out.row({id, name, "", "", "", "", "", "", ""});
                continue;
            }
            auto const& point = funnel->points[*place[at]];
            auto const share = counts[*place[at]].numerator / counts[*place[at]].denominator;
            out.row({id, name, study_cell(point.z), study_cell(point.z_winsorised), study_cell(point.limits_95.lower),
                     study_cell(point.limits_95.upper), study_cell(point.limits_998.lower),
                     study_cell(point.limits_998.upper),
                     study_cell(share < point.limits_998.lower || share > point.limits_998.upper)});
        }
    }
}

void print_adjusted_funnel_family(StudyInput const& input, base::CsvWriter& out) {
    out.row({"family_id", "k", "target", "phi", "tau2"});
    for (auto const& [id, rows] : families(input.table)) {
        auto const counts = counted(input.table, rows, study::fault_in_share).counts;
        auto const funnel = study::overdispersed_funnel(counts);
        if (funnel)
            out.row({id, study_cell(counts.size()), study_cell(funnel->average), study_cell(funnel->phi),
                     study_cell(funnel->tau2)});
        else
            out.row({id, study_cell(counts.size()), "", "", ""});
    }
}

// --- hetprop, hetmean ---

void print_proportion_heterogeneity(StudyInput const& input, base::CsvWriter& out) {
    out.row({"family_id", "k", "pooled", "q", "df", "p_value", "i2"});
    for (auto const& [id, rows] : families(input.table)) {
        auto const counts = counted(input.table, rows, study::fault_in_share).counts;
        auto const found = study::proportion_heterogeneity(counts);
        if (found)
            out.row({id, study_cell(counts.size()), study_cell(found->pooled), study_cell(found->q),
                     study_cell(found->df), study_cell(found->p), study_cell(found->i2)});
        else
            out.row({id, study_cell(counts.size()), "", "", "", "", ""});
    }
}

void print_mean_heterogeneity(StudyInput const& input, base::CsvWriter& out) {
    auto const& table = input.table;
    out.row({"family_id", "k", "q", "df", "p_value", "i2", "tau2_dl", "mu_re", "se_mu_re"});
    for (auto const& [id, rows] : families(table)) {
        auto const found = study::mean_heterogeneity(table.numbers(rows, table.column("mean")),
                                                     table.numbers(rows, table.column("se")));
        if (found)
            out.row({id, study_cell(rows.size()), study_cell(found->q), study_cell(found->df), study_cell(found->p),
                     study_cell(found->i2), study_cell(found->tau2), study_cell(found->centre),
                     study_cell(found->centre_se)});
        else
            out.row({id, study_cell(rows.size()), "", "", "", "", "", "", ""});
    }
}

constexpr std::array methods{
    StudyMethod{"modvar", "", print_moderated},
    StudyMethod{"modvar", "family", print_moderated_family},
    StudyMethod{"bh", "", print_adjusted},
    StudyMethod{"modz", "", print_modified_z},
    StudyMethod{"quartile", "", print_quartiles},
    StudyMethod{"wmean", "", print_summary},
    StudyMethod{"funnelprop", "", print_proportion_funnel},
    StudyMethod{"funnelrate", "", print_rate_funnel},
    StudyMethod{"funnelod", "", print_adjusted_funnel},
    StudyMethod{"funnelod", "family", print_adjusted_funnel_family},
    StudyMethod{"hetprop", "", print_proportion_heterogeneity},
    StudyMethod{"hetmean", "", print_mean_heterogeneity},
};

} // namespace

std::span<StudyMethod const> family_methods() { return methods; }

} // namespace rodtrad::app
