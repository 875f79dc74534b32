// Any bytes at all, read as a file: the reader may refuse them, but never crash, and what it hands over is sound.
// The first byte chooses a mapping, and whether the rest is a file or the rows of a sheet in a workbook;
// -DRODTRAD_FUZZ=ON builds this with libFuzzer.

#include "base/error.hpp"
#include "base/text.hpp"
#include "import/read_bytes.hpp"
#include "import/workbook_file.hpp"

#include <cmath>
#include <cstdlib>

using namespace rodtrad;
using namespace rodtrad::import;

namespace {

void require(bool is_so) {
    if (!is_so) std::abort();
}

struct Judging final : Sink {
    static void judge(std::string_view text) { require(base::is_utf8(text)); }
    static void judge(std::optional<double> const& number) { require(!number || std::isfinite(*number)); }

    void unit(domain::Unit const& unit, Fields, Place) override {
        judge(unit.code), judge(unit.name), judge(unit.operation);
        require(!unit.code.empty());
    }
    void measure(domain::Measure const& measure, Fields, Place) override {
        judge(measure.code), judge(measure.title), judge(measure.definition), judge(measure.source);
        judge(measure.multiplier), judge(measure.weight), judge(measure.min_effect);
        require(!measure.code.empty());
    }
    void group(domain::Group const& group, Place) override { judge(group.code), judge(group.name); }
    void peer_group(domain::PeerGroup const& group, Place) override {
        judge(group.name);
        for (auto const& member : group.members) judge(member);
    }
    void target(domain::Target const& target, Place) override {
        judge(target.floor), judge(target.target), judge(target.stretch);
        require(target.floor || target.target || target.stretch);
    }
    void mark(domain::Mark const& mark, Place) override {
        judge(mark.measure), judge(mark.unit), judge(mark.group), judge(mark.text);
        require(!mark.measure.empty() && !mark.text.empty());
    }
    void observation(ObservationRow const& row, Place place) override {
        judge(row.measure), judge(row.unit), judge(row.group);
        require(!row.measure.empty() && !row.unit.empty() && !row.group.empty() && place.row > 0);
        auto const* measured = std::get_if<domain::Measured>(&row.outcome);
        if (measured == nullptr) return;
        judge(measured->value);
        if (measured->counts) judge(measured->counts->numerator), require(measured->counts->denominator > 0);
    }
    void complain(domain::Complaint const& complaint) override {
        judge(complaint.column), judge(complaint.text);
        require(complaint.text.size() <= 800 && !complaint.problem.empty());
    }
    void progress(std::uint64_t done, std::uint64_t total) override { require(done <= total); }
};

constexpr std::string_view mappings[] = {
    "",
    "charset = \"cp1252\"\nseparator = \"\\t\"\nhas_header = false\n[columns]\nunit = 1\nperiod = 2\nmeasure = "
    "3\nvalue = 4\n",
    "decimal = \",\"\n[keep]\nKolumn = [\"K16\"]\n[period]\npattern = \"YYYY-MM\"\nperiodicity = \"quarter\"\n",
    "kind = \"units\"\nhas_header = false\n[columns]\ncode = 1\nname = 2\nparent = 3\nvalid_from = 4\n",
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const stated = mappings[(data[0] & 0x7FU) % std::size(mappings)];
    std::optional<Mapping> mapping;
    if (!stated.empty()) mapping = to_mapping(stated, "mapping.toml");
    Judging sink;
    try {
        std::string file{bytes.substr(1)};
        if ((data[0] & 0x80U) != 0) {
            auto parts = workbook_parts({{"Blad", file}}, {"<t>M1</t>", "<r><t>E1</t></r>"}, {"yyyy-mm-dd", "0.0%"});
            file = zipped(parts, Pressed::no);
        }
        auto const report = read_bytes(open_text(file), "fuzz", mapping, sink);
        require(report.left_out + report.passed_over <= report.rows);
    } catch (base::Error const&) { // refused with a message: as it should be
    }
    return 0;
}
