#include "view/assets.hpp"
#include "web/errors.hpp"
#include "web/gzip.hpp"
#include "web/resources.hpp"

#include <map>

namespace rodtrad::web {

namespace {

using Packed = std::map<std::string_view, std::string>; // by the name it is served as

// Packed as well as can be, once, since they are sent as they are from then on.
Packed const& packed_assets() {
    static Packed const packed = [] {
        Packed made;
        for (auto const& asset : view::assets())
            if (is_worth_gzip(asset.content_type)) made.emplace(asset.served_as, gzipped(asset.bytes, Effort::best));
        return made;
    }();
    return packed;
}

} // namespace

void pack_assets() { packed_assets(); }

Response serve_asset(Visit const& visit) {
    auto const* asset = view::find_asset(visit.captured_as("name"));
    if (!asset) return page_not_found(visit);

    Response response{.content_type = std::string{asset->content_type}};
    auto const found = packed_assets().find(asset->served_as);
    if (found != packed_assets().end() && accepts_gzip(visit.request.header("accept-encoding"))) {
        response.add_header("Content-Encoding", "gzip");
        response.body = found->second;
    } else {
        response.body = asset->bytes;
    }
    return response;
}

} // namespace rodtrad::web
