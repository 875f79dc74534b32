#pragma once

#include "domain/ids.hpp"
#include "store/connection.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace rodtrad::store {

// What stands of a thing that deliveries describe: its newest description by a delivery that is not undone.
template <class Id, class Value>
struct Standing {
    Id id;
    Value value;
    domain::DeliveryId delivery;
    int version = 1; // how many standing descriptions there are, this one included
};

// Folds rows that come ordered by identity and delivery into what stands of each: `row` reads the current row of the
// statement, whose first two columns are the identity and the delivery.
template <class Id, class Value, class ReadRow>
std::vector<Standing<Id, Value>> newest_of_each(Statement& statement, ReadRow row) {
    std::vector<Standing<Id, Value>> standing;
    while (statement.step()) {
        Id const id{statement.integer(0)};
        domain::DeliveryId const delivery{statement.integer(1)};
        if (!standing.empty() && standing.back().id == id) {
            standing.back() = {id, row(statement), delivery, standing.back().version + 1};
        } else {
            standing.push_back({id, row(statement), delivery, 1});
        }
    }
    return standing;
}

inline std::optional<double> optional_real(Statement const& statement, int column) {
    if (statement.is_null(column)) return {};
    return statement.real(column);
}

inline void bind_optional(Statement& statement, int parameter, std::optional<double> value) {
    value ? statement.bind(parameter, *value) : statement.bind_null(parameter);
}

// A query over the versions v of all measures, or of one: what its conditions end in, and what is then bound to it.
inline std::string_view only_of(std::optional<domain::MeasureId> measure) {
    return measure ? " and v.measure = ? " : " ";
}
inline void bind_only(Statement& statement, std::optional<domain::MeasureId> measure) {
    if (measure) statement.bind(1, measure->value());
}

// The row of a table (unit, measure, subgroup, peer_group) that stands for a code, made where there is none.
class Identities {
public:
    Identities(Connection& connection, std::string_view table);
    std::int64_t id_of(std::string_view code);

private:
    Connection& m_connection;
    std::unique_ptr<Statement> m_find;
    std::unique_ptr<Statement> m_insert;
};

} // namespace rodtrad::store
