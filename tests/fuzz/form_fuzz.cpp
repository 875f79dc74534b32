// Any bytes at all, read as what a form sends, as an address, and as somewhere to go back to: each may be refused, but
// what is handed over is UTF-8, and no address leads to another site.

#include "base/text.hpp"
#include "web/address.hpp"
#include "web/target.hpp"

#include <algorithm>
#include <cstdlib>

using namespace rodtrad;

namespace {

void require(bool is_so) {
    if (!is_so) std::abort();
}

void judge(web::Pairs const& pairs) {
    for (auto const& [name, value] : pairs) require(base::is_utf8(name) && base::is_utf8(value));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    if (auto const form = web::to_form(text)) judge(*form);
    if (auto const target = web::to_target(text)) {
        judge(target->query);
        for (auto const& segment : target->path)
            require(base::is_utf8(segment) && std::ranges::none_of(segment, web::is_control));
    }
    if (auto const url = web::within_site(text)) {
        auto const written = url->text();
        require(written.starts_with('/') && !written.starts_with("//"));
        require(written.find_first_of("\\\r\n\t :") == std::string::npos);
        require(web::within_site(written) == url); // what we have written ourselves is read as the same
    }
    return 0;
}
