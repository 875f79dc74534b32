#include "steering/receive.hpp"

#include "store/changes.hpp"
#include "store/deliveries.hpp"

#include <algorithm>

namespace rodtrad::steering {

namespace {

std::string formats_of(std::vector<FileOutcome> const& files) {
    std::string formats;
    for (auto const& file : files)
        if (formats.find(file.format) == std::string::npos) formats += (formats.empty() ? "" : "; ") + file.format;
    return formats;
}

Allowed allowed(Work const& work) {
    return {.to_define = work.may(plan::Right::define, {}),
            .to_deliver_at = [&work](std::string_view unit) { return work.may(plan::Right::deliver, unit); }};
}

} // namespace

DeliveryReport receive(Work& work, DeliveryOptions const& options, std::string const& source, Rights rights,
                       std::function<void(Receiver&, DeliveryReport&)> const& fill, Receiver::Progress progress) {
    DeliveryReport report;
    auto& connection = work.connection();
    auto const delivery = store::begin_delivery(connection, work.now(), source);
    if (!progress) progress = [](std::uint64_t, std::uint64_t) {};
    Receiver receiver{connection, delivery, std::move(progress),
                      rights == Rights::by_contents ? allowed(work) : Allowed{}};
    fill(receiver, report);
    for (auto const& [file, counts] : receiver.finish()) {
        report.counts += counts;
        if (auto const read = std::ranges::find(report.files, file, &FileOutcome::file); read != report.files.end())
            read->counts += counts;
    }
    if (rights == Rights::by_contents) require_contents(work, receiver.spoken());
    report.complaints = receiver.complaints();
    report.units = receiver.unit_changes();

    auto const is_refused = options.is_strict && report.counts.complaints > 0;
    auto const is_news = report.counts.added + report.counts.revised > 0;
    if (options.is_dry_run || is_refused || !is_news) {
        work.take_back();
        return report;
    }
    store::end_delivery(connection, delivery, formats_of(report.files), report.counts);
    store::write_touched(connection, delivery, receiver.touched());
    store::count_change(connection, delivery);
    work.tell({.kind = "delivery", .record = delivery.value(), .after = source}, "delivery.receive");
    report.delivery = delivery;
    return report;
}

void require_contents(Work const& work, Spoken const& spoken) {
    if (spoken.has_definitions) work.require(plan::Right::define, {});
    for (auto const& unit : spoken.delivered_at) work.require(plan::Right::deliver, unit);
    for (auto const& unit : spoken.marked_at) work.require(plan::Right::annotate, unit);
}

} // namespace rodtrad::steering
