#include "view/pages/delivery_parts.hpp"

#include "base/message.hpp"
#include "view/format.hpp"

#include <algorithm>
#include <array>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_shown = 200; // units or complaints on a page

std::string or_top(std::optional<std::string> const& parent, Language const& language) {
    return parent.value_or(std::string{language.tr("the top")});
}

std::vector<std::string> words_of(DeliveryPreview::DescribedUnit const& unit, Language const& language) {
    auto const& after = unit.after;
    if (!unit.before) return {language.tr("New, below {0}", or_top(after.parent, language))};
    auto const& before = *unit.before;
    std::vector<std::string> words;
    if (before.name != after.name) words.push_back(language.tr("Renamed, was {0}", before.name));
    if (before.parent != after.parent)
        words.push_back(
            language.tr("Moved from {0} to {1}", or_top(before.parent, language), or_top(after.parent, language)));
    if (before.valid_to != after.valid_to)
        words.push_back(after.valid_to ? language.tr("Ended on {0}", date(language, *after.valid_to))
                                       : std::string{language.tr("Goes on without a last day")});
    bool const has_other = before.kind != after.kind || before.operation != after.operation ||
                           before.valid_from != after.valid_from || before.external_codes != after.external_codes ||
                           before.predecessors != after.predecessors;
    if (has_other) words.emplace_back(language.tr("Kind, operation, first day or codes change"));
    return words;
}

std::string place_of(domain::Complaint const& complaint, Language const& language) {
    if (complaint.row == 0) return complaint.file;
    return language.tr("{0}, row {1}", complaint.file, whole(language, complaint.row));
}

void write_rest(Html& h, std::int64_t more, Language const& language) {
    if (more <= 0) return;
    h.p(class_("of"), language.trn("and {0} more", "and {0} more", more, whole(language, more)));
}

} // namespace

void write_counts(Html& h, domain::DeliveryCounts const& counts, Language const& language) {
    h.ul(class_("counts"), [&] {
        auto const say = [&](std::int64_t n, std::string_view text) {
            auto const number = whole(language, n);
            if (n > 0) h.li(base::filled_in(text, std::to_array<std::string_view>({number})));
        };
        say(counts.added, language.trn("{0} is new", "{0} are new", counts.added));
        say(counts.revised, language.trn("{0} is changed", "{0} are changed", counts.revised));
        say(counts.unchanged, language.trn("{0} is as before", "{0} are as before", counts.unchanged));
        say(counts.without_value, language.trn("{0} has no value", "{0} have no value", counts.without_value));
        say(counts.left_out, language.trn("{0} row is left out", "{0} rows are left out", counts.left_out));
        say(counts.complaints, language.trn("{0} complaint", "{0} complaints", counts.complaints));
    });
}

void write_complaints(Html& h, std::span<domain::Complaint const> complaints, std::int64_t in_all,
                      Language const& language) {
    if (complaints.empty()) return;
    h.section([&] {
        h.h2(language.tr("Complaints, row by row"));
        h.div(class_("scroll"), role("region"), tabindex(0), aria_label(language.tr("Complaints, row by row")), [&] {
            h.table(class_("tt"), [&] {
                h.thead([&] {
                    h.tr([&] {
                        h.th(scope("col"), language.tr("Where"));
                        h.th(scope("col"), language.tr("What stands there"));
                        h.th(scope("col"), language.tr("What is wrong, and what to do"));
                    });
                });
                h.tbody([&] {
                    for (auto const& complaint : complaints.first(std::min(complaints.size(), most_shown)))
                        h.tr([&] {
                            h.th(scope("row"), place_of(complaint, language));
                            h.td([&] {
                                if (!complaint.column.empty()) h.strong(complaint.column + ": ");
                                h.text(complaint.text);
                            });
                            h.td([&] {
                                bool const is_left_out = complaint.outcome == domain::Complaint::Outcome::left_out;
                                h.strong(is_left_out ? language.tr("The row is left out.")
                                                     : language.tr("The row is taken."));
                                h.text(" ");
                                h.text(language.tr(complaint.problem));
                                h.text(" ");
                                h.text(language.tr(complaint.remedy));
                            });
                        });
                });
            });
        });
        write_rest(h, in_all - static_cast<std::int64_t>(std::min(complaints.size(), most_shown)), language);
    });
}

void write_unit_changes(Html& h, std::vector<DeliveryPreview::DescribedUnit> const& units, Language const& language) {
    if (units.empty()) return;
    h.section([&] {
        auto const count = static_cast<std::int64_t>(units.size());
        h.h2(language.trn("{0} unit in the tree", "{0} units in the tree", count, whole(language, count)));
        h.ul(class_("results unit-changes"), [&] {
            for (std::size_t at = 0; at < units.size() && at < most_shown; ++at)
                h.li([&] {
                    h.strong(units[at].after.name);
                    h.span(class_("of"), " " + units[at].after.code);
                    h.small([&] {
                        auto const words = words_of(units[at], language);
                        for (std::size_t word = 0; word < words.size(); ++word)
                            h.text((word == 0 ? "" : " · ") + words[word]);
                    });
                });
        });
        write_rest(h, count - static_cast<std::int64_t>(most_shown), language);
    });
}

} // namespace rodtrad::view::pages
