#pragma once

#include "base/fields.hpp"
#include "domain/delivery.hpp"
#include "domain/unit.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

// Deliveries on the web: a file is sent, what it would change is shown, and only then is it stored.
namespace rodtrad::view::pages {

struct DeliveryRow {
    domain::DeliveryId id;
    base::Instant received{};
    bool is_undone = false;
    std::string what; // the files' names, or what was changed in the tree
    domain::DeliveryCounts counts;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &DeliveryRow::id}, base::Field{"received", &DeliveryRow::received},
                          base::Field{"is_undone", &DeliveryRow::is_undone}, base::Field{"what", &DeliveryRow::what},
                          base::Field{"counts", &DeliveryRow::counts}};
    }
};

// The newest first, a page at a time.
struct DeliveriesView {
    std::vector<DeliveryRow> rows;
    std::size_t page = 1;
    std::size_t pages = 1;

    static constexpr auto fields() {
        return std::tuple{base::Field{"rows", &DeliveriesView::rows}, base::Field{"page", &DeliveriesView::page},
                          base::Field{"pages", &DeliveriesView::pages}};
    }
};
DeliveriesView deliveries_view(std::vector<domain::Delivery> const& deliveries, std::size_t page,
                               Language const& language);
// The list, and the form to send a file in.
std::string deliveries_page(DeliveriesView const& view, Filled const& filled, Context const& context);

struct DeliveryView {
    DeliveryRow delivery;
    std::vector<domain::Complaint> complaints;
    bool may_undo = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"delivery", &DeliveryView::delivery},
                          base::Field{"complaints", &DeliveryView::complaints},
                          base::Field{"may_undo", &DeliveryView::may_undo}};
    }
};
DeliveryView delivery_view(domain::Delivery const& delivery, std::vector<domain::Complaint> complaints,
                           Language const& language);
// `filled`: why it could not be undone.
std::string delivery_page(DeliveryView const& view, Filled const& filled, Context const& context);

// What a file would change, before it is stored.
struct DeliveryPreview {
    struct File {
        std::string name;
        std::string format;
        domain::DeliveryCounts counts;
    };
    struct DescribedUnit {
        std::optional<domain::Unit> before;
        domain::Unit after;
    };
    std::string token; // by which it is stored
    std::vector<File> files;
    domain::DeliveryCounts counts;
    std::vector<DescribedUnit> units; // that read otherwise than before
    std::vector<domain::Complaint> complaints;

    bool is_news() const { return counts.added + counts.revised > 0; }
};
std::string delivery_preview_page(DeliveryPreview const& preview, Context const& context);

} // namespace rodtrad::view::pages
