#include "store/sqlite/sqlite_connection.hpp"

#include "store/sqlite/migrations.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <vector>

namespace rodtrad::store::sqlite {

namespace {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;
using Prepared = std::unique_ptr<sqlite3_stmt, Finalize>;

Problem problem_of(int code) {
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return Problem::unique;
    default:
        break;
    }
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        return Problem::constraint;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Problem::busy;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: // what WAL mode needs beside the database cannot be made
    case SQLITE_AUTH:
        return Problem::read_only;
    case SQLITE_FULL:
        return Problem::full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Problem::damaged;
    default:
        return Problem::other;
    }
}

std::string_view remedy_of(Problem problem) {
    switch (problem) {
    case Problem::busy:
        return "Another program is writing to it: try again in a moment.";
    case Problem::read_only:
        return "It cannot be written to: check the folder, its rights and that its disk is not read-only, or name "
               "another "
               "folder with --data.";
    case Problem::full:
        return "The disk is full: make room and try again. Nothing was stored.";
    case Problem::damaged:
        return "It is damaged, or not a database: restore it from a backup.";
    default:
        return "";
    }
}

[[noreturn]] void fail(sqlite3* database) {
    auto const code = sqlite3_extended_errcode(database);
    auto const problem = problem_of(code);
    auto const* name = sqlite3_db_filename(database, "main");
    // An error in reading or writing the file itself tells more with the system's own words.
    throw DatabaseError(problem, fmt::format("the database {}: {} ({}). {}", name != nullptr ? name : "",
                                             sqlite3_errmsg(database), code, remedy_of(problem)));
}

class SqliteStatement final : public Statement {
public:
    SqliteStatement(sqlite3* database, std::string_view sql) : m_database{database} {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                               &statement, nullptr) != SQLITE_OK)
            fail(database);
        m_statement.reset(statement);
    }

    Statement& bind(int parameter, std::int64_t value) override {
        return checked(sqlite3_bind_int64(m_statement.get(), parameter, value));
    }
    Statement& bind(int parameter, double value) override {
        return checked(sqlite3_bind_double(m_statement.get(), parameter, value));
    }
    Statement& bind(int parameter, std::string_view text) override {
        // A view of nothing has no address, and SQLite would take that for NULL.
        auto const* address = text.data() != nullptr ? text.data() : "";
        return checked(
            sqlite3_bind_text64(m_statement.get(), parameter, address, text.size(), SQLITE_STATIC, SQLITE_UTF8));
    }
    Statement& bind_null(int parameter) override { return checked(sqlite3_bind_null(m_statement.get(), parameter)); }

    bool step() override {
        auto const result = sqlite3_step(m_statement.get());
        if (result == SQLITE_ROW) return true;
        if (result == SQLITE_DONE) return false;
        fail(m_database);
    }
    void reset() override { sqlite3_reset(m_statement.get()); }

    ColumnKind kind(int column) const override {
        switch (sqlite3_column_type(m_statement.get(), column)) {
        case SQLITE_INTEGER:
            return ColumnKind::integer;
        case SQLITE_FLOAT:
            return ColumnKind::real;
        case SQLITE_NULL:
            return ColumnKind::null;
        default:
            return ColumnKind::text;
        }
    }
    bool is_null(int column) const override { return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override { return sqlite3_column_int64(m_statement.get(), column); }
    double real(int column) const override { return sqlite3_column_double(m_statement.get(), column); }
    std::string_view text(int column) const override {
        auto const* bytes = reinterpret_cast<char const*>(sqlite3_column_text(m_statement.get(), column));
        return {bytes != nullptr ? bytes : "",
                static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
    }

private:
    Statement& checked(int result) {
        if (result != SQLITE_OK) fail(m_database);
        return *this;
    }
    sqlite3* m_database;
    Prepared m_statement;
};

// Many rows in one INSERT: a third of the time of as many statements.
class SqliteBulkWriter final : public BulkWriter {
public:
    SqliteBulkWriter(sqlite3* database, std::string_view table, std::span<std::string_view const> columns)
        : m_database{database}, m_columns{columns.size()},
          m_insert{fmt::format("insert into {} ({}) values ", table, fmt::join(columns, ", "))},
          m_full{prepare(rows_at_once)} {
        m_cells.reserve(rows_at_once * m_columns);
    }

    void integer(std::int64_t value) override { add({.kind = Kind::integer, .integer = value}); }
    void real(double value) override { add({.kind = Kind::real, .real = value}); }
    void null() override { add({.kind = Kind::null}); }

    void finish() override {
        if (m_cells.empty()) return;
        auto const rows = m_cells.size() / m_columns;
        write(rows == rows_at_once ? m_full.get() : prepare(rows).get());
    }

private:
    enum class Kind : std::uint8_t { integer, real, null };
    struct Cell {
        Kind kind = Kind::null;
        std::int64_t integer = 0;
        double real = 0;
    };
    static constexpr std::size_t rows_at_once = 64;

    void add(Cell cell) {
        m_cells.push_back(cell);
        if (m_cells.size() == rows_at_once * m_columns) write(m_full.get());
    }

    Prepared prepare(std::size_t rows) {
        std::string row = "(?";
        for (std::size_t column = 1; column < m_columns; ++column) row += ",?";
        row += ')';
        auto const sql = m_insert + fmt::format("{}", fmt::join(std::vector<std::string>(rows, row), ","));
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(m_database, sql.data(), static_cast<int>(sql.size()), 0, &statement, nullptr) !=
            SQLITE_OK)
            fail(m_database);
        return Prepared{statement};
    }

    static int bind(sqlite3_stmt* statement, int parameter, Cell const& cell) {
        switch (cell.kind) {
        case Kind::integer:
            return sqlite3_bind_int64(statement, parameter, cell.integer);
        case Kind::real:
            return sqlite3_bind_double(statement, parameter, cell.real);
        case Kind::null:
            break;
        }
        return sqlite3_bind_null(statement, parameter);
    }

    void write(sqlite3_stmt* statement) {
        int parameter = 0;
        for (auto const& cell : m_cells) {
            ++parameter;
            auto const result = bind(statement, parameter, cell);
            if (result != SQLITE_OK) fail(m_database);
        }
        m_cells.clear();
        if (sqlite3_step(statement) != SQLITE_DONE) fail(m_database);
        sqlite3_reset(statement);
    }

    sqlite3* m_database;
    std::size_t m_columns;
    std::string m_insert;
    Prepared m_full;
    std::vector<Cell> m_cells;
};

class SqliteConnection final : public Connection {
public:
    explicit SqliteConnection(Database database) : m_database{std::move(database)} {}

    std::unique_ptr<Statement> prepare(std::string_view sql) override {
        return std::make_unique<SqliteStatement>(m_database.get(), sql);
    }
    std::unique_ptr<BulkWriter> append_to(std::string_view table, std::span<std::string_view const> columns) override {
        return std::make_unique<SqliteBulkWriter>(m_database.get(), table, columns);
    }
    void execute(std::string const& script) override {
        if (sqlite3_exec(m_database.get(), script.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            fail(m_database.get());
    }
    std::int64_t last_id() override { return sqlite3_last_insert_rowid(m_database.get()); }
    void begin_write() override { execute("begin immediate"); }
    void begin_read() override { execute("begin"); }
    void commit() override { execute("commit"); }
    void rollback() noexcept override { sqlite3_exec(m_database.get(), "rollback", nullptr, nullptr, nullptr); }

    int schema_version() override {
        SqliteStatement version{m_database.get(), "pragma user_version"};
        version.step();
        return static_cast<int>(version.integer(0));
    }

    void migrate() override {
        auto const known = static_cast<int>(migrations().size());
        auto const refuse_newer = [&](int version) {
            if (version > known)
                throw DatabaseError(
                    Problem::newer_version,
                    fmt::format(
                        "the database {} has schema version {}, and this program knows versions up to {}: "
                        "it was made by a newer Rödtråd. Install that version, or name another folder with --data.",
                        sqlite3_db_filename(m_database.get(), "main"), version, known));
        };
        refuse_newer(schema_version());
        if (schema_version() == known) return;
        Transaction transaction{*this, Transaction::Kind::write};
        // Another process may have been quicker between the look above and the lock.
        auto const version = schema_version();
        refuse_newer(version);
        for (auto number = version; number < known; ++number) {
            execute(std::string{migrations()[static_cast<std::size_t>(number)]});
            execute(fmt::format("pragma user_version = {}", number + 1));
        }
        transaction.commit();
    }

    std::string integrity_problems() override {
        std::string problems;
        for (auto const* check : {"pragma integrity_check", "pragma foreign_key_check"}) {
            SqliteStatement statement{m_database.get(), check};
            while (statement.step()) {
                if (statement.text(0) == "ok") continue;
                problems += fmt::format("{}{}: {}", problems.empty() ? "" : "; ", check, statement.text(0));
            }
        }
        return problems;
    }

private:
    Database m_database;
};

} // namespace

std::unique_ptr<Connection> connect(std::filesystem::path const& file, Access access, Patience patience) {
    sqlite3* handle = nullptr;
    auto const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                       (access == Access::create ? SQLITE_OPEN_CREATE : 0);
    auto const result = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
    Database database{handle};
    if (result != SQLITE_OK)
        throw DatabaseError(problem_of(result), fmt::format("the database {} cannot be opened: {}. {}", file.string(),
                                                            sqlite3_errstr(result), remedy_of(problem_of(result))));
    sqlite3_busy_timeout(handle, patience == Patience::none ? 0 : 10'000);
    auto connection = std::make_unique<SqliteConnection>(std::move(database));
    connection->execute("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;"
                        "pragma trusted_schema = off; pragma cell_size_check = on; pragma cache_size = -65536;"
                        "pragma temp_store = memory;");
    return connection;
}

} // namespace rodtrad::store::sqlite
