#include "store/back_ends.hpp"

#include "store/sqlite/sqlite_connection.hpp"
#include "temporary_folder.hpp"

#include <cstdlib>

namespace rodtrad::store {

namespace {

class SqliteTestDatabase final : public TestDatabase {
public:
    std::unique_ptr<Connection> connect() override {
        return sqlite::connect(m_folder.path() / "test.db", sqlite::Access::create);
    }

private:
    test::TemporaryFolder m_folder;
};

} // namespace

std::vector<BackEnd> back_ends() {
    return {{"SQLite", [] { return std::make_unique<SqliteTestDatabase>(); }}};
}

} // namespace rodtrad::store
