#pragma once

#include "web/http.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::web {

// A file as a browser sends it. Its bytes are a part of the request's body, which must outlive them.
struct UploadedFile {
    std::string field;        // of the form
    std::string name;         // its last part alone, without control characters; empty where nothing is left of it
    std::string content_type; // as the browser believes, and no more
    std::string_view bytes;
};

struct MultipartForm {
    Pairs fields;
    std::vector<UploadedFile> files; // those that were chosen: a field left empty sends a file without name or bytes
};

// The boundary that a Content-Type of multipart/form-data states (RFC 2046, 5.1.1: 1 to 70 of its characters); nothing
// where it is of another type, or states none or two.
std::optional<std::string> boundary_of(std::string_view content_type);

constexpr std::size_t most_parts = 100;
constexpr std::size_t longest_part_head = 8 * 1024; // bytes, all headers of one part together

// What a form with files sends in the body (RFC 7578). Nothing where it is not such a text: it is cut off, a limit
// above is passed, a part has no name of its own, a name or a field is not UTF-8, or has a transfer encoding. What
// stands before the first boundary and after the last is passed over.
std::optional<MultipartForm> to_multipart(std::string_view content_type, std::string_view body);

} // namespace rodtrad::web
