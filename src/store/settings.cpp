#include "store/settings.hpp"

namespace rodtrad::store {

std::optional<std::string> find_setting(Connection& connection, std::string_view name) {
    auto const row = connection.prepare("select value from setting where name = ?");
    if (!row->bind(1, name).step()) return {};
    return std::string{row->text(0)};
}

void write_setting(Connection& connection, std::string_view name, std::string_view value) {
    connection
        .prepare("insert into setting (name, value) values (?, ?) on conflict (name) do update set value = "
                 "excluded.value")
        ->bind(1, name)
        .bind(2, value)
        .run();
}

} // namespace rodtrad::store
