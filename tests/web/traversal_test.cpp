#include "web/served_site.hpp"

#include <doctest/doctest.h>

using namespace rodtrad;

TEST_CASE("no address leads out of the site to the files of the computer") {
    tests::ServedSite served; // signed in: so that more than the way in is tried

    std::vector<std::string> const steps{
        "..",  "%2e%2e",       "%2E.",   ".%2e",  "%252e%252e",      "..%2F..",         "..%5C..", "..\\..",
        "..;", "%c0%ae%c0%ae", "%uff0e", "..%00", "%2e%2e%2f%2e%2e", "%252e%252e%252f", "....//",  ".../...",
    };
    std::vector<std::string> const files{"etc/passwd", "%65tc/passwd",   "etc%2Fpasswd",     "etc%5Cpasswd",
                                         "rodtrad.db", "CMakeLists.txt", "proc/self/environ"};
    for (auto const* start : {"/", "/assets/", "/om/", "/matt/"})
        for (auto const& step : steps)
            for (auto const& file : files)
                for (int depth : {1, 8}) {
                    std::string target = start;
                    for (int i = 0; i < depth; ++i) target += step + "/";
                    target += file;
                    CAPTURE(target);
                    auto client = served.server.client();
                    auto const answer = client.get(target, served.cookie_header());
                    bool const is_refused = answer.status == 400 || answer.status == 404;
                    CHECK(is_refused);
                    CHECK(answer.body.find("root:") == std::string::npos);
                    CHECK(answer.body.find("SQLite format") == std::string::npos);
                    CHECK(answer.header("x-content-type-options") == "nosniff");
                    CHECK(answer.header("content-security-policy").starts_with("default-src 'none'"));
                }
    for (auto const* target : {"/assets/%2Fetc%2Fpasswd", "/assets/file:%2F%2F%2Fetc%2Fpasswd", "/%2Fetc%2Fpasswd",
                               "/assets/%5C%5Cevil%5Cshare", "/assets/C:%5Cboot.ini", "/assets/."})
        CHECK(served.server.client().get(target, served.cookie_header()).status == 404);
    for (auto const* target : {"//etc/passwd", "/assets//etc/passwd", "file:///etc/passwd", "../etc/passwd",
                               "\\..\\etc\\passwd", "/assets/%00", "/assets/rodtrad.css%00.txt"})
        CHECK(served.server.client().get(target, served.cookie_header()).status == 400);
    CHECK(served.logged.str().empty());
}
