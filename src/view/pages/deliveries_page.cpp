#include "view/pages/deliveries_page.hpp"

#include "base/message.hpp"
#include "view/format.hpp"
#include "view/pages/delivery_parts.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/tree_addresses.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t deliveries_a_page = 50;

// What steering calls a change of the tree; the code of the unit follows.
constexpr auto tree_changes = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"unit.add ", message("New unit: {0}")},
    {"unit.describe ", message("Name and kind of unit: {0}")},
    {"unit.move ", message("Moved unit: {0}")},
    {"unit.end ", message("Ended unit: {0}")},
    {"unit.split ", message("Split of a unit: {0}")},
    {"unit.merge ", message("Merger into: {0}")},
});

std::string what_of(std::string_view source, Language const& language) {
    for (auto const& [action, text] : tree_changes)
        if (source.starts_with(action))
            return base::filled_in(language.tr(text), std::array{source.substr(action.size())});
    return std::string{source};
}

DeliveryRow row_of(domain::Delivery const& delivery, Language const& language) {
    return {.id = delivery.id,
            .received = delivery.received,
            .is_undone = delivery.undone.has_value(),
            .what = what_of(delivery.source, language),
            .counts = delivery.counts};
}

void write_row(Html& h, DeliveryRow const& row, Language const& language) {
    h.li([&] {
        h.a(href(delivery_url(row.id)), row.what);
        if (row.is_undone) h.span(class_("tag normal"), language.tr("Undone"));
        h.small([&] {
            h.text(date_and_time(language, row.received));
            auto const changed = row.counts.added + row.counts.revised;
            h.text(" · " + language.trn("{0} new or changed", "{0} new or changed", changed, whole(language, changed)));
            if (row.counts.complaints > 0)
                h.text(" · " + language.trn("{0} complaint", "{0} complaints", row.counts.complaints,
                                            whole(language, row.counts.complaints)));
        });
    });
}

void write_upload(Html& h, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    write_problems(h, context, filled);
    write_form(h, context, deliveries_url(), {.is_upload = true}, [&] {
        file_field(
            h, filled,
            {.name = "file",
             .label = language.tr("File"),
             .hint = language.tr("Excel (.xlsx) or CSV, at most 32 MB: figures, targets, units, measures. You see "
                                 "what it would change before anything is stored."),
             .required = Required::yes},
            ".xlsx,.csv,.txt,.json,.gz,.xz");
        submit_button(h, language.tr("See what it changes"));
    });
}

} // namespace

DeliveriesView deliveries_view(std::vector<domain::Delivery> const& deliveries, std::size_t page,
                               Language const& language) {
    DeliveriesView view{.rows = {}};
    view.pages = std::max<std::size_t>(1, (deliveries.size() + deliveries_a_page - 1) / deliveries_a_page);
    view.page = std::clamp<std::size_t>(page, 1, view.pages);
    auto const first = (view.page - 1) * deliveries_a_page;
    for (auto at = first; at < std::min(first + deliveries_a_page, deliveries.size()); ++at)
        view.rows.push_back(row_of(deliveries[at], language));
    return view;
}

std::string deliveries_page(DeliveriesView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const title = std::string{language.tr("Deliver figures")};
    return whole_page({title, Section::none, deliveries_url(), {}}, context, [&](Html& h) {
        h.h1(title);
        write_upload(h, filled, context);
        if (view.rows.empty()) return;
        h.section([&] {
            h.h2(language.tr("Deliveries"));
            h.ul(class_("results deliveries"), [&] {
                for (auto const& row : view.rows) write_row(h, row, language);
            });
            write_pager(h, view.page, view.pages, language,
                        [&](std::size_t page) { return deliveries_url().query("sida", std::to_string(page)); });
        });
    });
}

DeliveryView delivery_view(domain::Delivery const& delivery, std::vector<domain::Complaint> complaints,
                           Language const& language) {
    return {.delivery = row_of(delivery, language), .complaints = std::move(complaints)};
}

std::string delivery_page(DeliveryView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const& delivery = view.delivery;
    auto const here = delivery_url(delivery.id);
    return whole_page({delivery.what, Section::none, here, {}}, context, [&](Html& h) {
        h.p([&] { h.a(href(deliveries_url()), language.tr("All deliveries")); });
        h.h1(delivery.what);
        h.p(class_("lede"), [&] {
            h.text(language.tr("Stored {0}.", date_and_time(language, delivery.received)));
            if (delivery.is_undone)
                h.text(" " + std::string{language.tr("It is undone: everything reads as if it had "
                                                     "never come.")});
        });
        write_problems(h, context, filled);
        write_counts(h, delivery.counts, language);
        if (view.may_undo && !delivery.is_undone)
            post_button(h, context, delivery_undo_url(delivery.id), language.tr("Undo the delivery"), Weight::quiet);
        write_complaints(h, view.complaints, delivery.counts.complaints, language);
    });
}

std::string delivery_preview_page(DeliveryPreview const& preview, Context const& context) {
    auto const& language = context.language;
    auto const title = std::string{language.tr("What would change")};
    return whole_page({title, Section::none, deliveries_url(), {}}, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"), preview.is_news()
                                ? language.tr("Nothing is stored yet. Look through it, and store it if it is right.")
                                : language.tr("Nothing: all that could be read is known already."));
        for (auto const& file : preview.files)
            h.p([&] {
                h.strong(file.name);
                h.span(class_("of"), " " + language.trn("{0} row, {1}", "{0} rows, {1}", file.counts.rows,
                                                        whole(language, file.counts.rows), file.format));
            });
        write_counts(h, preview.counts, language);
        if (preview.is_news())
            write_form(h, context, delivery_save_url(), {.classes = "confirm"}, [&] {
                hidden_field(h, "nyckel", preview.token);
                submit_button(h, language.tr("Store it"));
            });
        h.p([&] { h.a(href(deliveries_url()), language.tr("Choose another file")); });
        write_unit_changes(h, preview.units, language);
        write_complaints(h, preview.complaints, preview.counts.complaints, language);
    });
}

} // namespace rodtrad::view::pages
