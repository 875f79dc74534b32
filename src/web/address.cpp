#include "web/address.hpp"

namespace rodtrad::web {

view::Url address_of(Request const& request) {
    view::Url url{"/"};
    for (auto const& segment : request.path) url = url.segment(segment);
    for (auto const& [name, value] : request.query) url = url.also(name, value);
    return url;
}

Response see_other(view::Url const& url) {
    Response response{.status = 303, .content_type = ""};
    response.add_header("Location", url.text());
    return response;
}

} // namespace rodtrad::web
