#pragma once

#include "base/error.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace rodtrad::store {

// What went wrong in the database, as far as the program acts on it.
enum class Problem : std::uint8_t {
    unique,        // the row is there already
    constraint,    // a foreign key, a check or a missing column value: our own bug
    busy,          // somebody else is writing
    read_only,     // the disk or the file
    full,          // the disk
    damaged,       // not a database, or a broken one
    newer_version, // made by a newer program
    other,
};

class DatabaseError : public base::Error {
public:
    DatabaseError(Problem problem, std::string const& message) : base::Error{message}, m_problem{problem} {}
    Problem problem() const { return m_problem; }

private:
    Problem m_problem;
};

enum class ColumnKind : std::uint8_t { null, integer, real, text };

// A prepared statement. Parameters are `?` and count from 1, columns from 0. Values are always bound.
class Statement {
public:
    virtual ~Statement() = default;
    virtual Statement& bind(int parameter, std::int64_t value) = 0;
    virtual Statement& bind(int parameter, double value) = 0;
    virtual Statement& bind(int parameter, std::string_view text) = 0; // the text must live until the next reset
    virtual Statement& bind_null(int parameter) = 0;

    // To the next row; false after the last. A statement that returns none is carried out by its first step.
    virtual bool step() = 0;
    virtual void reset() = 0;
    // Carries out a statement that returns no rows, and makes it ready for the next.
    void run() {
        while (step()) {
        }
        reset();
    }

    virtual ColumnKind kind(int column) const = 0; // of the value in the current row
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0; // valid until the next step
};

// Appends many rows to one table as fast as the database can take them.
class BulkWriter {
public:
    virtual ~BulkWriter() = default;
    // The cells of a row, from left to right; as many as there are columns make a row.
    virtual void integer(std::int64_t value) = 0;
    virtual void real(double value) = 0;
    virtual void null() = 0;
    virtual void finish() = 0; // everything appended is now written
};

// A connection to one database, used by one thread at a time. Everything above it is the same for every database; what
// differs between them is in the folder with the database's name (sqlite/).
class Connection {
public:
    virtual ~Connection() = default;
    virtual std::unique_ptr<Statement> prepare(std::string_view sql) = 0;
    virtual std::unique_ptr<BulkWriter> append_to(std::string_view table,
                                                  std::span<std::string_view const> columns) = 0;
    virtual void execute(std::string const& script) = 0;
    virtual std::int64_t last_id() = 0; // given to the latest row inserted
    virtual void begin_write() = 0;     // waits a moment for other writers
    virtual void begin_read() = 0;      // everything read until the end is from one moment
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;

    // The number of the newest migration that was applied; 0 for an empty database.
    virtual int schema_version() = 0;
    // Brings the schema to what this program needs; throws newer_version where it is beyond that.
    virtual void migrate() = 0;
    // What the database itself finds wrong with its files; empty where all is well.
    virtual std::string integrity_problems() = 0;
};

// Ends as it is told, or is undone.
class Transaction {
public:
    enum class Kind : std::uint8_t { read, write };
    Transaction(Connection& connection, Kind kind) : m_connection{connection} {
        kind == Kind::write ? connection.begin_write() : connection.begin_read();
    }
    Transaction(Transaction const&) = delete;
    Transaction& operator=(Transaction const&) = delete;
    ~Transaction() {
        if (!m_is_committed) m_connection.rollback();
    }
    void commit() {
        m_connection.commit();
        m_is_committed = true;
    }

private:
    Connection& m_connection;
    bool m_is_committed = false;
};

} // namespace rodtrad::store
