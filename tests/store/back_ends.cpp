#include "store/back_ends.hpp"

#include "store/sqlite/sqlite_connection.hpp"

#include <cstdlib>

namespace rodtrad::store {

namespace {

class SqliteTestDatabase final : public TestDatabase {
public:
    std::unique_ptr<Connection> connect() override {
        return sqlite::connect(m_folder.path() / "test.db", sqlite::Access::create);
    }

private:
    TestFolder m_folder;
};

} // namespace

std::vector<BackEnd> back_ends() {
    return {{"SQLite", [] { return std::make_unique<SqliteTestDatabase>(); }}};
}

TestFolder::TestFolder() {
    auto name = (std::filesystem::temp_directory_path() / "rodtrad-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for tests can be made");
    m_path = name;
}

TestFolder::~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

} // namespace rodtrad::store
