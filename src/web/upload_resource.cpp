// Figures and definitions come by file: what a file would change is shown first, and stored when the one who sent it
// says so.

#include "view/pages/deliveries_page.hpp"
#include "view/pages/tree_addresses.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/form.hpp"
#include "web/number_in.hpp"
#include "web/page_answer.hpp"
#include "web/sent_file.hpp"
#include "web/tree_resources.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

Response list_page(Visit const& visit, pages::Filled const& filled) {
    auto const page = number_in(visit.request.parameter("sida"));
    auto const view = pages::deliveries_view(
        visit.organisation.deliveries(), static_cast<std::size_t>(std::max<std::int64_t>(page, 1)), visit.language());
    return page_or_json(visit, view, [&] { return pages::deliveries_page(view, filled, visit.context()); });
}

steering::DeliveryReport deliver(Visit const& visit, UploadDesk::Files const& files, bool is_dry_run) {
    std::vector<steering::DeliveredFile> delivered;
    for (auto const& file : files) delivered.push_back({file.name, file.bytes});
    return visit.organisation.deliver_bytes(delivered, {.is_dry_run = is_dry_run}, visit.by());
}

Response answer_delivery(Visit const& visit, std::function<Response()> const& use_case) {
    return answer_file(visit, use_case, [&](pages::Filled const& filled) { return list_page(visit, filled); });
}

pages::DeliveryPreview preview_of(steering::DeliveryReport report, std::string token) {
    pages::DeliveryPreview preview{.token = std::move(token),
                                   .files = {},
                                   .counts = report.counts,
                                   .units = {},
                                   .complaints = std::move(report.complaints)};
    for (auto& file : report.files)
        preview.files.push_back({std::move(file.file), std::move(file.format), file.counts});
    for (auto& unit : report.units) preview.units.push_back({std::move(unit.before), std::move(unit.after)});
    return preview;
}

std::optional<domain::Delivery> asked_delivery(Visit const& visit) {
    auto const deliveries = visit.organisation.deliveries();
    domain::DeliveryId const id{number_in(visit.captured_as("delivery"))};
    auto const found = std::ranges::find(deliveries, id, &domain::Delivery::id);
    return found == deliveries.end() ? std::nullopt : std::optional{*found};
}

Response one_page(Visit const& visit, domain::Delivery const& delivery, pages::Filled const& filled) {
    auto view = pages::delivery_view(delivery, visit.organisation.complaints(delivery.id), visit.language());
    view.may_undo = visit.may(plan::Right::define, {});
    return page_or_json(visit, view, [&] { return pages::delivery_page(view, filled, visit.context()); });
}

} // namespace

Response show_deliveries(Visit const& visit) { return list_page(visit, {}); }

Response preview_delivery(Visit const& visit) {
    return answer_delivery(visit, [&] {
        auto files = sent_file(visit);
        auto report = deliver(visit, files, true);
        auto token = visit.upload_desk.keep(visit.person().id, std::move(files), visit.now());
        return Response{
            .body = pages::delivery_preview_page(preview_of(std::move(report), std::move(token)), visit.context())};
    });
}

Response save_delivery(Visit const& visit) {
    return answer_delivery(visit, [&] {
        auto const files = kept_files(visit);
        auto const report = deliver(visit, *files, false);
        visit.upload_desk.drop(visit.person().id);
        return see_other(report.delivery ? pages::delivery_url(*report.delivery) : pages::deliveries_url());
    });
}

Response show_delivery(Visit const& visit) {
    auto const delivery = asked_delivery(visit);
    if (!delivery) return page_not_found(visit);
    return one_page(visit, *delivery, {});
}

Response undo_delivery(Visit const& visit) {
    auto const delivery = asked_delivery(visit);
    if (!delivery) return page_not_found(visit);
    return answer_form(
        visit,
        [&] {
            visit.organisation.undo(delivery->id, visit.by());
            return see_other(pages::delivery_url(delivery->id));
        },
        [&](pages::Filled const& filled) { return one_page(visit, *delivery, filled); });
}

} // namespace rodtrad::web
