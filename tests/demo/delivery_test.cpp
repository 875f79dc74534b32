// The whole way: the example's files are delivered as anyone's, and its stories are told from the database.

#include "demo/files.hpp"
#include "demo/recognition.hpp"
#include "steering/organisation.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace rodtrad;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() : m_path{fs::temp_directory_path() / ("rodtrad_demo_" + std::to_string(getpid()))} {
        fs::create_directories(m_path);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    ~Folder() { fs::remove_all(m_path); }
    fs::path const& path() const { return m_path; }

private:
    fs::path m_path;
};

std::vector<fs::path> written(std::vector<demo::File> const& files, fs::path const& folder) {
    std::vector<fs::path> paths;
    for (auto const& file : files) {
        paths.push_back(folder / file.name);
        std::ofstream{paths.back(), std::ios::binary} << file.text;
    }
    return paths;
}

} // namespace

TEST_CASE("the example is delivered without a complaint, tells its stories, and changes nothing the second time") {
    Folder const folder;
    auto const example = demo::make_example({});
    auto const files = written(demo::files_of(example), folder.path());
    auto const organisation = steering::Organisation::open_or_create(folder.path() / "data");
    auto const now = steering::by_command_line("a test", base::to_instant("2026-11-02T08:00:00Z"));

    auto const first = organisation->deliver(files, {.read = {}, .source = "example", .progress = {}}, now);
    for (auto const& complaint : first.complaints) {
        INFO(complaint.file, ":", complaint.row, " ", complaint.column, " ", complaint.problem);
        CHECK(false);
    }
    REQUIRE(first.delivery);
    CHECK(organisation->check().empty());

    auto const snapshot = organisation->snapshot();
    CHECK(snapshot->name == "Lindhamra kommun");
    CHECK(snapshot->data.units.size() == example.places.size());
    CHECK(snapshot->data.measures.size() == example.measures.size());
    for (auto const& story : example.stories) {
        INFO(std::string{story.id});
        CHECK(demo::misread(story, snapshot->data, snapshot->list) == "");
    }

    auto const second = organisation->deliver(files, {.read = {}, .source = "example", .progress = {}}, now);
    CHECK(!second.delivery);
    CHECK(second.counts.added == 0);
    CHECK(second.counts.revised == 0);
}
