#include "view/pages/tree_addresses.hpp"

#include <string>

namespace rodtrad::view::pages {

Url tree_url(std::string_view question) {
    Url const url{"/organisation"};
    return question.empty() ? url : url.query("sok", question);
}
Url tree_with_ended_url() { return tree_url().query("upphorda", "ja"); }
Url tree_csv_url() { return Url{"/organisation.csv"}; }
Url tree_xlsx_url() { return Url{"/organisation.xlsx"}; }
Url unit_in_tree_url(std::string_view unit) { return tree_url().segment(unit); }
Url tree_step_url(std::string_view unit, std::string_view step) { return unit_in_tree_url(unit).segment(step); }
Url new_unit_url(std::string_view parent) {
    Url const url{"/ny-enhet"};
    return parent.empty() ? url : url.query("under", parent);
}

Url deliveries_url() { return Url{"/leverera"}; }
Url delivery_save_url() { return deliveries_url().segment("spara"); }
Url delivery_url(domain::DeliveryId delivery) { return deliveries_url().segment(std::to_string(delivery.value())); }
Url delivery_undo_url(domain::DeliveryId delivery) { return delivery_url(delivery).segment("angra"); }

} // namespace rodtrad::view::pages
