#include "base/log.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <thread>
#include <vector>

using rodtrad::base::Log;

namespace {

auto const noon = [] { return rodtrad::base::to_instant("2026-10-03T12:00:00Z"); };

} // namespace

TEST_CASE("an event is one line of JSON, whatever its texts hold") {
    std::ostringstream out;
    Log log{out, noon};
    log.error("page failed",
              {{"address", "/mått"}, {"what", "a \"b\"\\\n{\"level\":\"info\"}\t\x7F"}, {"raw", "\xFF\xE5"}});
    CHECK(out.str() == R"({"time":"2026-10-03T12:00:00Z","level":"error","event":"page failed","address":"/mått",)"
                       R"("what":"a \"b\"\\\u000a{\"level\":\"info\"}\u0009\u007f","raw":"\u00ff\u00e5"})"
                       "\n");
}

TEST_CASE("lines from several threads are not mixed") {
    std::ostringstream out;
    Log log{out, noon};
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int n = 0; n < 250; ++n) log.error("x", {{"y", "z"}});
        });
    for (auto& thread : threads) thread.join();
    std::istringstream lines{out.str()};
    std::string line;
    int count = 0;
    for (; std::getline(lines, line); ++count)
        CHECK(line == R"({"time":"2026-10-03T12:00:00Z","level":"error","event":"x","y":"z"})");
    CHECK(count == 1000);
}
