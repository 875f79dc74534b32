#include "web/gzip.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <new>
#include <zlib.h>

namespace rodtrad::web {

namespace {

// "gzip;q=0.5" → gzip, and whether it is wanted at all
struct Coding {
    std::string name;
    bool is_wanted;
};

Coding to_coding(std::string_view text) {
    auto const semicolon = text.find(';');
    auto name = base::lower(base::trimmed(text.substr(0, semicolon)));
    if (semicolon == std::string_view::npos) return {std::move(name), true};
    auto const weight = base::trimmed(text.substr(semicolon + 1));
    if (!weight.starts_with("q=")) return {std::move(name), true};
    return {std::move(name), base::to_double(weight.substr(2)).value_or(0) > 0};
}

} // namespace

bool accepts_gzip(std::string_view accept_encoding) {
    bool is_accepted = false;
    while (!accept_encoding.empty()) {
        auto const comma = std::min(accept_encoding.find(','), accept_encoding.size());
        auto const coding = to_coding(accept_encoding.substr(0, comma));
        if (coding.name == "gzip") return coding.is_wanted;
        if (coding.name == "*") is_accepted = coding.is_wanted;
        accept_encoding.remove_prefix(std::min(comma + 1, accept_encoding.size()));
    }
    return is_accepted;
}

bool is_worth_gzip(std::string_view content_type) {
    constexpr std::array packed{std::string_view{"font/woff2"}, std::string_view{"image/png"}};
    return std::ranges::find(packed, content_type) == packed.end();
}

std::string gzipped(std::string_view bytes, Effort effort) {
    constexpr int gzip_format = 15 + 16; // the largest window, and a gzip header around it
    constexpr int memory = 8;
    z_stream stream{};
    auto const level = effort == Effort::best ? Z_BEST_COMPRESSION : Z_BEST_SPEED;
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_format, memory, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc{};

    std::string result(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): zlib only reads it
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<Bytef const*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH); // always finishes: the bound is kept
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

} // namespace rodtrad::web
