// The file that keeps the cubes for the next start: it says what the database says, or nothing.

#include "base/error.hpp"
#include "base/log.hpp"
#include "steering/cube_cache.hpp"
#include "steering/load.hpp"
#include "steering/organisation_fixture.hpp"
#include "store/sqlite/sqlite_connection.hpp"
#include "study/roll_up.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <sstream>
#include <zlib.h>

using namespace rodtrad;
using namespace rodtrad::steering;
using namespace rodtrad::steering::test;

namespace {

// Measures of counts, of values with and without counts of their own, of sums, and one without figures.
struct Stored : TestOrganisation {
    Stored() {
        deliver("units.csv", "code,name,parent,kind,operation\nK,Kommunen,,municipality,\n"
                             "N,Norr,K,unit,skola\nS,Syd,K,unit,skola\n");
        deliver("measures.csv", "code,title,kind,multiplier,polarity,aggregation\nBEH,Behöriga,proportion,100,higher,"
                                "counts\nELEV,Elever,count,1,neutral,sum\nNKI,Nöjda,index,1,higher,none\nTOM,Tomt,"
                                "index,1,higher,none\nAVR,Avrundat,proportion,100,higher,counts\n");
        std::string values = "measure,unit,group,period,value,numerator,denominator\n";
        for (int year = 2010; year < 2025; ++year) {
            for (auto const* unit : {"N", "S"}) {
                auto const some = 30 + (year * 7 + *unit) % 13 + (*unit == 'S' && year > 2020 ? 40 : 0);
                values += fmt::format("BEH,{0},T,{1},,{2},99\nBEH,{0},K,{1},,{3},50\nELEV,{0},T,{1},{2},,\n"
                                      "NKI,{0},T,{1},{2}.5,,\nAVR,{0},T,{1},{4:.1f},{2},99\n",
                                      unit, year, some, some / 2, 100.0 * some / 99);
            }
        }
        deliver("values.csv", values + "NKI,N,T,2025,..,,\nNKI,S,T,2025,e.t.,,\n");
    }

    std::unique_ptr<store::Connection> connect() const {
        return store::sqlite::connect(data_folder() / "rodtrad.db", store::sqlite::Access::existing);
    }
    store::Moment moment() const { return store::moment(*connect()); }
    study::Dataset dataset() const {
        std::vector<std::string> problems;
        return load_dataset(*connect(), problems);
    }
    study::Dataset definitions() const { return load_definitions(*connect()); }
    std::filesystem::path cache() const { return data_folder() / "cubes.cache"; }
};

std::string read_all(std::filesystem::path const& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}
void write_all(std::filesystem::path const& file, std::string_view bytes) {
    std::ofstream{file, std::ios::binary} << bytes;
}

std::string figures_of(study::Dataset const& data) {
    Snapshot snapshot;
    snapshot.data = data;
    return written(snapshot);
}

bool is_without_figures(study::Dataset const& data) {
    return std::ranges::all_of(data.measures, [](auto const& measure) { return !measure.cube && !measure.coverage; });
}

// Where numbers stand in the preface.
constexpr std::size_t format_at = 12;
constexpr std::size_t program_at = 24;
constexpr std::size_t sum_at = 92;

// As if a program had written it that does it in another way.
std::string changed(std::string bytes, std::size_t at) {
    bytes[at] = static_cast<char>(bytes[at] + 1);
    auto const sum = static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<Bytef const*>(bytes.data()), sum_at));
    std::memcpy(bytes.data() + sum_at, &sum, sizeof sum);
    return bytes;
}

} // namespace

TEST_CASE("what is read from the file is what was loaded from the database, to the last bit") {
    Stored const stored;
    auto const data = stored.dataset();
    write_cubes(stored.cache(), stored.moment(), data);
    auto again = stored.definitions();
    REQUIRE(read_cubes(stored.cache(), stored.moment(), again));
    CHECK(difference(figures_of(again), figures_of(data)) == "");
    for (study::MeasureIndex at; at < data.measures.end_key(); at = at.next()) {
        auto const& measure = data.measures[at];
        REQUIRE((measure.cube == nullptr) == (again.measures[at].cube == nullptr));
        if (measure.cube) CHECK(measure.cube->bytes() == again.measures[at].cube->bytes());
        REQUIRE((measure.coverage == nullptr) == (again.measures[at].coverage == nullptr));
        if (measure.coverage) CHECK(*measure.coverage == *again.measures[at].coverage);
    }
    CHECK_FALSE(std::filesystem::exists(stored.cache().string() + ".new"));
}

TEST_CASE("a start after the first reads the file and not the figures, and says the same") {
    Stored stored;
    OrganisationOptions const options{.cache_from = 0};
    auto const from_database = Organisation::open(stored.data_folder(), options)->snapshot();
    REQUIRE(std::filesystem::exists(stored.cache()));
    auto const from_cache = Organisation::open(stored.data_folder(), options)->snapshot();
    CHECK(from_cache->list.cards.size() > 0);
    CHECK(difference(written(*from_cache), written(*from_database)) == "");

    // A file of this moment that says something else is believed: so it was the file that was read.
    auto data = stored.dataset();
    auto& measure = data.measures[*data.find_measure("NKI")];
    auto cube = std::make_shared<study::Cube>(*measure.cube);
    cube->set(0, study::Cell::measured, 4711);
    measure.cube = cube;
    write_cubes(stored.cache(), stored.moment(), data);
    auto const believed = Organisation::open(stored.data_folder(), options)->snapshot();
    CHECK(believed->data.measures[*believed->data.find_measure("NKI")].cube->value(0) == 4711);

    // After the next delivery it is of another moment.
    stored.deliver("more.csv", "measure,unit,period,value\nNKI,N,2025,55\n");
    auto const after = Organisation::open(stored.data_folder(), options)->snapshot();
    CHECK(after->data.measures[*after->data.find_measure("NKI")].cube->value(0) != 4711);
    CHECK(difference(written(*after), written(*stored.organisation->snapshot())) == "");
}

TEST_CASE("a small organisation has no such file") {
    Stored const stored;
    Organisation::open(stored.data_folder())->snapshot();
    CHECK_FALSE(std::filesystem::exists(stored.cache()));
}

TEST_CASE("a file from another folder is not read, though both have come as far") {
    Stored const one;
    Stored const other;
    REQUIRE(one.moment().revision == other.moment().revision);
    write_cubes(one.cache(), one.moment(), one.dataset());
    std::filesystem::copy(one.cache(), other.cache());
    auto data = other.definitions();
    CHECK_FALSE(read_cubes(other.cache(), other.moment(), data));
    CHECK(is_without_figures(data));
}

TEST_CASE("a file that another program wrote is not read") {
    Stored const stored;
    write_cubes(stored.cache(), stored.moment(), stored.dataset());
    auto const bytes = read_all(stored.cache());
    for (auto const at : {format_at, program_at}) {
        write_all(stored.cache(), changed(bytes, at));
        auto data = stored.definitions();
        CHECK_FALSE(read_cubes(stored.cache(), stored.moment(), data));
    }
    write_all(stored.cache(), bytes);
    auto data = stored.definitions();
    CHECK(read_cubes(stored.cache(), stored.moment(), data));
}

TEST_CASE("a file that is cut off, or longer than it was, is not read, wherever it ends") {
    Stored const stored;
    write_cubes(stored.cache(), stored.moment(), stored.dataset());
    auto const bytes = read_all(stored.cache());
    auto data = stored.definitions();
    auto const moment = stored.moment();
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 50) {
        CAPTURE(size);
        write_all(stored.cache(), std::string_view{bytes}.substr(0, size));
        REQUIRE_FALSE(read_cubes(stored.cache(), moment, data));
    }
    write_all(stored.cache(), bytes + '\0');
    CHECK_FALSE(read_cubes(stored.cache(), moment, data));
    std::filesystem::remove(stored.cache());
    CHECK_FALSE(read_cubes(stored.cache(), moment, data));
    std::filesystem::create_directory(stored.cache());
    CHECK_FALSE(read_cubes(stored.cache(), moment, data));
    CHECK(is_without_figures(data));
}

TEST_CASE("a single bit that has turned, or any rubbish, is noticed: the file is not read, and nothing breaks") {
    Stored const stored;
    write_cubes(stored.cache(), stored.moment(), stored.dataset());
    auto const bytes = read_all(stored.cache());
    auto data = stored.definitions();
    auto const moment = stored.moment();
    std::mt19937 chance{17};
    for (int round = 0; round < 2'000; ++round) {
        auto damaged = bytes;
        // The beginning holds what everything else is understood by.
        auto const end = round % 2 == 0 ? std::size_t{400} : bytes.size();
        auto const at = chance() % end;
        CAPTURE(at);
        if (round % 5 < 4) {
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << chance() % 8));
        } else {
            for (auto i = at; i < std::min(at + 1 + chance() % 64, damaged.size()); ++i)
                damaged[i] = static_cast<char>(chance());
            if (damaged == bytes) continue;
        }
        write_all(stored.cache(), damaged);
        REQUIRE_FALSE(read_cubes(stored.cache(), moment, data));
    }
    CHECK(is_without_figures(data));
}

TEST_CASE("rubbish in the directory that its check sum agrees with is refused all the same") {
    Stored const stored;
    write_cubes(stored.cache(), stored.moment(), stored.dataset());
    auto const bytes = read_all(stored.cache());
    auto data = stored.definitions();
    auto const moment = stored.moment();
    std::uint64_t directory_size = 0;
    std::memcpy(&directory_size, bytes.data() + 72, sizeof directory_size);
    REQUIRE(directory_size < bytes.size());
    std::mt19937 chance{4711};
    for (int round = 0; round < 2'000; ++round) {
        auto damaged = bytes;
        for (unsigned i = 0; i <= chance() % 3; ++i)
            damaged[96 + chance() % directory_size] = static_cast<char>(chance());
        auto const* directory = reinterpret_cast<Bytef const*>(damaged.data() + 96);
        auto const sum = static_cast<std::uint32_t>(crc32_z(0, directory, directory_size));
        std::memcpy(damaged.data() + 88, &sum, sizeof sum);
        damaged[format_at] = static_cast<char>(damaged[format_at] - 1);
        write_all(stored.cache(), changed(damaged, format_at));
        read_cubes(stored.cache(), moment, data); // whatever it says, it does not break
    }
}

TEST_CASE("where the file cannot be written, that is logged, and nothing else is other than before") {
    Stored const stored;
    std::ostringstream out;
    base::Log log{out, [] { return first_day; }};
    OrganisationOptions const options{.log = &log, .cache_from = 0};
    SUBCASE("the disk is full") { std::filesystem::create_symlink("/dev/full", stored.cache().string() + ".new"); }
    SUBCASE("the name is taken by a folder") { std::filesystem::create_directories(stored.cache() / "something"); }
    auto const snapshot = Organisation::open(stored.data_folder(), options)->snapshot();
    CHECK(out.str().find("cache not written") != std::string::npos);
    CHECK_FALSE(std::filesystem::is_regular_file(stored.cache()));
    CHECK(difference(written(*snapshot), written(*stored.organisation->snapshot())) == "");
}
