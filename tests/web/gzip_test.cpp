#include "web/gzip.hpp"

#include <doctest/doctest.h>

#include <zlib.h>

using namespace rodtrad::web;

namespace {

std::string unpacked(std::string packed, std::size_t size) {
    std::string result(size + 1, '\0');
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    result.resize(stream.total_out);
    inflateEnd(&stream);
    return result;
}

} // namespace

TEST_CASE("what is packed unpacks to itself, also what does not shrink") {
    std::string noise;
    for (unsigned i = 0, x = 1; i < 100'000; ++i, x = x * 1664525 + 1013904223) noise += static_cast<char>(x >> 24);
    for (auto const& text : {std::string{}, std::string{"x"}, std::string(1'000'000, 'a'), noise})
        for (auto const effort : {Effort::quick, Effort::best})
            CHECK((unpacked(gzipped(text, effort), text.size()) == text));
}

TEST_CASE("gzip is sent to those who take it") {
    for (auto const* header : {"gzip", "GZIP", "br, gzip;q=0.5", "gzip, deflate, br, zstd", "*", "br;q=1, *;q=0.1"}) {
        CAPTURE(header);
        CHECK(accepts_gzip(header));
    }
    for (auto const* header : {"", "br", "gzip;q=0", "gzip; q=0.0", "*;q=0", "*, gzip;q=0", "xgzip", "identity"}) {
        CAPTURE(header);
        CHECK(!accepts_gzip(header));
    }
}
