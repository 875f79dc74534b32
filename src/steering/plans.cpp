#include "steering/plans.hpp"

#include "store/records.hpp"

#include <set>
#include <tuple>

namespace rodtrad::steering {

namespace {

void for_each_table(plan::Tables& tables, auto&& visit) {
    std::apply([&](auto&... table) { (visit(table), ...); }, tables.all());
}

template <class T>
T record_type(plan::Table<T> const&); // for decltype alone

plan::Tables loaded(store::Connection& connection) {
    plan::Tables tables;
    for_each_table(tables, [&](auto& table) {
        using T = decltype(record_type(table));
        table = plan::Table<T>{store::Records<T>{connection}.all()};
    });
    return tables;
}

// What the lines of the journal since then speak of is read again.
plan::Tables reloaded(store::Connection& connection, plan::Tables const& before, std::int64_t since) {
    std::set<std::pair<std::string, std::int64_t>> touched;
    for (auto const& entry : store::entries_after(connection, since)) touched.emplace(entry.kind, entry.record);
    auto tables = before;
    for_each_table(tables, [&](auto& table) {
        using T = decltype(record_type(table));
        store::Records<T> records{connection};
        for (auto at = touched.lower_bound({std::string{T::table}, INT64_MIN});
             at != touched.end() && at->first == T::table; ++at)
            if (auto record = records.find(decltype(T::id){at->second})) table.put(std::move(*record));
    });
    return tables;
}

} // namespace

std::shared_ptr<KnownPlan const> Plans::current() {
    std::lock_guard const making{m_making};
    if (!m_reader) m_reader = m_connect();
    store::Transaction const reading{*m_reader, store::Transaction::Kind::read};
    return current(*m_reader);
}

std::shared_ptr<KnownPlan const> Plans::current(store::Connection& connection) {
    auto known = m_known.load();
    auto const newest = store::newest_position(connection);
    if (known && known->position == newest) return known;
    bool const is_continued = known && store::has_position(connection, known->position);
    auto made = std::make_shared<KnownPlan const>(
        is_continued ? reloaded(connection, *known, known->revision()) : loaded(connection), newest);
    // A reader that was slower than another may come with an older one: the newer stays.
    auto standing = m_known.load();
    if (standing == known) m_known.compare_exchange_strong(standing, made);
    return made;
}

} // namespace rodtrad::steering
