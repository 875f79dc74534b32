// Any bytes at all, read as a form with files: it may be refused, but what is handed over is within its bounds. The
// first byte says how long the Content-Type is that stands before the body; 0 chooses a sound one.

#include "base/text.hpp"
#include "web/multipart.hpp"

#include <algorithm>
#include <cstdlib>

using namespace rodtrad;

namespace {

void require(bool is_so) {
    if (!is_so) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view body{reinterpret_cast<char const*>(data) + 1, size - 1};
    std::string_view content_type = "multipart/form-data; boundary=x";
    if (data[0] != 0) {
        content_type = body.substr(0, data[0]);
        body.remove_prefix(content_type.size());
    }
    auto const form = web::to_multipart(content_type, body);
    if (!form) return 0;
    require(web::boundary_of(content_type).has_value());
    require(form->fields.size() + form->files.size() <= web::most_parts);
    for (auto const& [name, value] : form->fields) require(base::is_utf8(name) && base::is_utf8(value));
    for (auto const& file : form->files) {
        require(base::is_utf8(file.field) && base::is_utf8(file.name) && base::is_utf8(file.content_type));
        require(file.name != "." && file.name != ".." && file.name.find_first_of("/\\") == std::string::npos);
        require(std::ranges::none_of(file.name, web::is_control));
        require(file.bytes.data() >= body.data() && file.bytes.end() <= body.end());
    }
    return 0;
}
