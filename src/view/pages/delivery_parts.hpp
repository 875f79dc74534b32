#pragma once

#include "domain/delivery.hpp"
#include "view/html.hpp"
#include "view/pages/deliveries_page.hpp"

#include <span>

namespace rodtrad::view::pages {

// What came of a delivery, number by number; what is 0 is not told.
void write_counts(Html& h, domain::DeliveryCounts const& counts, Language const& language);

// Row by row; `in_all` where there are more than these.
void write_complaints(Html& h, std::span<domain::Complaint const> complaints, std::int64_t in_all,
                      Language const& language);

// Which units are new, renamed, moved or ended.
void write_unit_changes(Html& h, std::vector<DeliveryPreview::DescribedUnit> const& units, Language const& language);

} // namespace rodtrad::view::pages
