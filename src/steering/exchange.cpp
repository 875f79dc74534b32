#include "steering/exchange.hpp"

#include "base/csv_writer.hpp"
#include "base/error.hpp"
#include "base/json.hpp"
#include "base/secret.hpp"
#include "base/text.hpp"
#include "import/byte_source.hpp"
#include "import/charset.hpp"
#include "import/csv_reader.hpp"
#include "store/exchange.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <sstream>
#include <system_error>

namespace rodtrad::steering {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t format_version = 1;
constexpr std::string_view description = "datapackage.json";
constexpr std::int64_t rows_between_progress = 10'000;
// Without these it is no organisation. A table that is not among them may have come with a later version.
constexpr std::array<std::string_view, 6> in_every_version{"deliveries", "changes", "units",
                                                           "person",     "goal",    "journal"};

std::string text_of(store::RecordCell const& cell) {
    if (auto const* integer = std::get_if<std::int64_t>(&cell)) return std::to_string(*integer);
    if (auto const* real = std::get_if<double>(&cell)) return base::shortest(*real);
    auto const* text = std::get_if<std::string>(&cell);
    return text != nullptr ? *text : std::string{};
}

std::string_view type_of(store::ColumnKind kind) {
    switch (kind) {
    case store::ColumnKind::integer:
        return "integer";
    case store::ColumnKind::real:
        return "number";
    default:
        return "string";
    }
}

// A table of the package (Frictionless Data: Tabular Data Resource).
base::Json resource_of(store::ExchangeTable const& table, std::string const& file, std::string const& digest) {
    base::Json::Array fields;
    for (auto const& column : table.columns) {
        base::Json::Object field{{"name", column.name}, {"type", type_of(column.kind)}};
        if (!column.is_optional && column.kind != store::ColumnKind::text)
            field.emplace_back("constraints", base::Json::Object{{"required", true}});
        fields.emplace_back(std::move(field));
    }
    return base::Json::Object{{"name", table.name},
                              {"description", table.about},
                              {"profile", "tabular-data-resource"},
                              {"path", file},
                              {"encoding", "utf-8"},
                              {"hash", "sha256:" + digest},
                              {"schema", base::Json::Object{{"fields", std::move(fields)}}}};
}

// Writes a table; returns the digest of the file.
std::string write_table(store::Connection& connection, store::ExchangeTable const& table, fs::path const& path,
                        ExchangeProgress const& progress) {
    std::ofstream file{path, std::ios::binary};
    std::ostringstream rows;
    base::CsvWriter csv{rows, base::CsvFor::programs}; // unguarded: what is restored is to be the same, byte for byte
    base::Digester digester;
    auto const flush = [&] {
        auto const bytes = rows.str();
        digester.add(bytes);
        file << bytes;
        rows.str({});
    };

    std::vector<std::string> cells;
    for (auto const& column : table.columns) cells.push_back(column.name);
    csv.row(cells);
    std::int64_t count = 0;
    store::each_row(connection, table, [&](std::span<store::RecordCell const> row) {
        std::ranges::transform(row, cells.begin(), text_of);
        csv.row(cells);
        if (++count % rows_between_progress == 0) {
            flush();
            if (progress) progress(table.name, count);
        }
    });
    flush();
    if (!file.flush()) throw base::Error(fmt::format("{}: cannot be written: is the disk full?", path.string()));
    if (progress) progress(table.name, count);
    return digester.digest();
}

std::string whole_file(fs::path const& path) {
    auto const source = import::open_file(path);
    constexpr std::size_t longest = std::size_t{16} << 20U;
    return import::read_up_to(*source, longest);
}

std::string digest_of_file(fs::path const& path) {
    auto const source = import::open_file(path);
    base::Digester digester;
    std::string block(std::size_t{1} << 16U, '\0');
    while (auto const size = source->read(block)) digester.add(std::string_view{block}.substr(0, size));
    return digester.digest();
}

// Restores one file.
class TableReader {
public:
    TableReader(store::Connection& connection, store::ExchangeTable const& table, fs::path path)
        : m_table{table}, m_path{std::move(path)}, m_name{m_path.filename().string()}, m_restorer{connection, table} {}

    void read(ExchangeProgress const& progress) {
        auto const bytes = import::open_file(m_path);
        import::Utf8Source text{*bytes, import::Charset::utf8, m_name};
        import::CsvReader reader{text};
        reader.separate_with(',');
        std::int64_t count = 0;
        for (import::TableRow row; reader.next(row);) {
            m_row = row.number;
            if (row.fault != import::RowFault::none) refuse("the row cannot be split into cells");
            if (m_places.empty()) {
                take_headings(row);
                continue;
            }
            if (row.cell_count != m_headings)
                refuse(fmt::format("{} cells under {} headings", row.cell_count, m_headings));
            restore(row);
            if (++count % rows_between_progress == 0 && progress) progress(m_table.name, count);
        }
        if (m_places.empty()) refuse("the file is empty; headings are expected");
        if (progress) progress(m_table.name, count);
    }

private:
    [[noreturn]] void refuse(std::string const& what) const {
        throw base::Error(fmt::format("{}, row {}: {}. Nothing was restored.", m_name, m_row, what));
    }

    void take_headings(import::TableRow const& row) {
        m_headings = row.cell_count;
        for (auto const& column : m_table.columns) {
            auto const found = std::ranges::find(row.cells, std::string_view{column.name});
            if (found == row.cells.end() && !column.otherwise)
                refuse(fmt::format("there is no column {}", column.name));
            m_places.push_back(found == row.cells.end()
                                   ? std::nullopt
                                   : std::optional{static_cast<std::size_t>(found - row.cells.begin())});
        }
    }

    void restore(import::TableRow const& row) {
        std::vector<store::RecordCell> cells;
        cells.reserve(m_places.size());
        for (std::size_t at = 0; at < m_places.size(); ++at) {
            auto const& column = m_table.columns[at];
            cells.push_back(m_places[at] ? cell_of(row.cells[*m_places[at]], column) : *column.otherwise);
        }
        try {
            m_restorer.write(cells);
        } catch (store::DatabaseError const& error) {
            if (error.problem() == store::Problem::unique) refuse("an earlier row is of the same thing");
            if (error.problem() == store::Problem::constraint)
                refuse("it speaks of something that none of the files holds, or has a value that cannot be");
            throw;
        }
    }

    store::RecordCell cell_of(std::string_view text, store::ExchangeColumn const& column) const {
        if (text.empty() && column.is_optional) return nullptr;
        if (column.kind == store::ColumnKind::integer) {
            std::int64_t value = 0;
            auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
            if (error == std::errc{} && end == text.data() + text.size()) return value;
            refuse(fmt::format("\"{}\" in column {} is not a whole number", text, column.name));
        }
        if (column.kind == store::ColumnKind::real) {
            if (auto const value = base::to_double(text)) return *value;
            refuse(fmt::format("\"{}\" in column {} is not a number", text, column.name));
        }
        return std::string{text};
    }

    store::ExchangeTable const& m_table;
    fs::path m_path;
    std::string m_name;
    store::RowRestorer m_restorer;
    std::int64_t m_row = 0;
    std::size_t m_headings = 0;
    std::vector<std::optional<std::size_t>> m_places; // of each column of the table, in the file
};

std::string_view text_at(base::Json const& object, std::string_view name) {
    auto const* found = object.find(name);
    return found == nullptr || found->text() == nullptr ? std::string_view{} : *found->text();
}

// The resource with that name, where the package has one.
base::Json const* find_resource(base::Json const& package, std::string_view name) {
    auto const* resources = package.find("resources");
    if (resources == nullptr || resources->array() == nullptr) return nullptr;
    auto const found = std::ranges::find(*resources->array(), name,
                                         [](base::Json const& resource) { return text_at(resource, "name"); });
    return found == resources->array()->end() ? nullptr : &*found;
}

void refuse_changed(base::Json const& resource, fs::path const& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        throw base::Error(
            fmt::format("{} is not there: the export is not whole. Nothing was restored. Export again, or "
                        "fetch the files anew.",
                        path.string()));
    if (text_at(resource, "hash") == "sha256:" + digest_of_file(path)) return;
    throw base::Error(
        fmt::format("{}: the file is not as it was exported: it was changed, or is not whole. Nothing was "
                    "restored. Export again, or fetch the files anew.",
                    path.string()));
}

// What the folder says of itself. Throws where it was not written by a rodtrad that this one understands.
base::Json package_in(fs::path const& folder) {
    auto const path = (folder / description).string();
    base::Json package;
    try {
        package = base::to_json(whole_file(path));
    } catch (base::Error const&) {
        throw base::Error(
            fmt::format("{} is damaged. Nothing was restored. Export again, or fetch the files anew.", path));
    }
    auto const* version = package.find("format_version");
    if (version == nullptr || version->integer() == nullptr || *version->integer() < 1)
        throw base::Error(fmt::format("{}: `rodtrad export` did not write this. Nothing was restored.", path));
    if (*version->integer() > format_version)
        throw base::Error(
            fmt::format("{}: a newer rodtrad wrote this. Nothing was restored: let a newer one read it.", path));
    for (auto const name : in_every_version)
        if (find_resource(package, name) == nullptr)
            throw base::Error(
                fmt::format("{}: it says nothing of {}. Nothing was restored: the export is not whole.", path, name));
    return package;
}

} // namespace

bool is_export(fs::path const& folder) {
    std::error_code error;
    return fs::is_regular_file(folder / description, error);
}

void export_tables(store::Connection& connection, fs::path const& folder, ExchangeProgress const& progress) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw base::Error(fmt::format("the folder {} cannot be made: {}", folder.string(), error.message()));
    if (!fs::is_empty(folder, error) || error)
        throw base::Error(
            fmt::format("the folder {} is not empty. Nothing in it was touched: name a new one.", folder.string()));

    store::Transaction const reading{connection, store::Transaction::Kind::read};
    base::Json::Array resources;
    for (auto const& table : store::exchange_tables()) {
        auto const file = table.name + ".csv";
        auto const digest = write_table(connection, table, folder / file, progress);
        resources.push_back(resource_of(table, file, digest));
    }
    base::Json const package = base::Json::Object{{"profile", "tabular-data-package"},
                                                  {"name", "rodtrad"},
                                                  {"title", "An organisation in Rödtråd"},
                                                  {"format_version", format_version},
                                                  {"resources", std::move(resources)}};
    std::ofstream file{folder / description, std::ios::binary};
    file << base::to_indented_text(package);
    if (!file.flush())
        throw base::Error(fmt::format("{}: cannot be written: is the disk full?", (folder / description).string()));
}

void restore_tables(store::Connection& connection, fs::path const& folder, ExchangeProgress const& progress) {
    auto const package = package_in(folder);
    store::begin_restore(connection);
    for (auto const& table : store::exchange_tables()) {
        auto const* resource = find_resource(package, table.name);
        if (resource == nullptr) continue; // of a version that did not have it yet
        auto const path = folder / (table.name + ".csv");
        refuse_changed(*resource, path);
        TableReader{connection, table, path}.read(progress);
    }
}

} // namespace rodtrad::steering
