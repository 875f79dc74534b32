#pragma once

#include "base/date.hpp"
#include "base/json_of.hpp"
#include "plan/plan.hpp"
#include "plan/rights.hpp"
#include "steering/actor.hpp"
#include "steering/refusals.hpp"
#include "store/journal.hpp"
#include "store/records.hpp"
#include "study/dataset.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rodtrad::steering {

// One thing that someone does, in one transaction: it is given to the use cases (goals.hpp, people.hpp …), which check
// the right to it, read the plan as it stands, and put what is new. All of it happens, or nothing. While it is under
// way nobody else writes, so what is read here is what stands.
class Work {
public:
    // `data` is asked for the figures when they are first needed: a delivery does without.
    using Data = std::function<std::shared_ptr<study::Dataset const>()>;
    Work(store::Connection& connection, plan::Plan const& plan, Data data, By by)
        : m_connection{connection}, m_plan{plan}, m_ask_for_data{std::move(data)}, m_by{std::move(by)},
          m_after{static_cast<plan::Tables const&>(plan)} {}

    By const& by() const { return m_by; }
    // The person who does it; nothing at the command line.
    std::optional<domain::PersonId> person() const { return m_by.actor.person(); }
    base::Instant now() const { return m_by.at; }
    base::Date today() const { return base::day_of(m_by.at); }

    // As they stood when the work began.
    plan::Plan const& plan() const { return m_plan; }
    study::Dataset const& data() const {
        if (!m_data) m_data = m_ask_for_data();
        return *m_data;
    }
    // Everything that stands now, with what has been put.
    plan::Tables const& tables() const { return m_after; }

    bool may(plan::Right right, std::string_view unit) const {
        return !person() || plan::may(m_plan, data(), *person(), right, unit, today());
    }
    // Throws Forbidden where the person may not. An empty unit: the whole organisation.
    void require(plan::Right right, std::string_view unit) const {
        if (!may(right, unit)) throw Forbidden{right, std::string{unit}};
    }
    // In at least one of the units: for what several share.
    void require_in_any(plan::Right right, std::vector<std::string> const& units) const;
    // The one who does it, where it takes a person: a comment has an author. Throws Forbidden at the command line.
    domain::PersonId require_person() const;

    // As it stands now; throws NotFound.
    template <class T>
    T const& must_find(decltype(T::id) id) const {
        auto const* found = m_after.of<T>().find(id);
        if (found == nullptr) throw NotFound{T::table, id.value()};
        return *found;
    }
    // The same, where a form was filled in on an earlier reading of it: throws Conflict where it was written since.
    template <class T>
    T const& must_find(decltype(T::id) id, std::int64_t version_read) const {
        auto const& found = must_find<T>(id);
        if (found.version != version_read) throw Conflict{T::table, id.value(), version_read, found.version};
        return found;
    }

    // Writes a record, new (id 0) or in the place of the one with its id, with its line in the journal. A record that
    // is as it stands already is left alone. `action`: "goal.adopt". Returns its id.
    template <class T>
    decltype(T::id) put(T record, std::string_view action, std::string_view reason = {}) {
        auto const* standing = m_after.of<T>().find(record.id);
        if (standing != nullptr && *standing == record) return record.id;
        store::JournalEntry entry{.kind = std::string{T::table}};
        if (standing != nullptr) entry.before = base::to_text(base::json_of(*standing));
        record.version = standing == nullptr ? 1 : standing->version + 1;
        store::Records<T> records{m_connection};
        if (standing == nullptr)
            record.id = records.insert(record);
        else
            records.update(record);
        entry.record = record.id.value();
        entry.after = base::to_text(base::json_of(record));
        write(std::move(entry), action, reason);
        auto const id = record.id;
        m_after.of<T>().put(std::move(record));
        return id;
    }

    // A line in the journal about something that is no record of the plan: a delivery, a sign-in. What `entry` holds of
    // kind, record, before and after is taken as it is.
    void tell(store::JournalEntry entry, std::string_view action, std::string_view reason = {}) {
        write(std::move(entry), action, reason);
    }

    store::Connection& connection() { return m_connection; } // for what is kept beside the plan

    // Something beside the plan was written that the journal is not told of: that a session is used.
    void keep() { m_has_written = true; }
    // Nothing of it is to be kept, though nothing went wrong: it was only tried.
    void take_back() { m_is_taken_back = true; }
    bool is_to_be_kept() const { return m_has_written && !m_is_taken_back; }

private:
    void write(store::JournalEntry entry, std::string_view action, std::string_view reason);

    store::Connection& m_connection;
    plan::Plan const& m_plan;
    Data m_ask_for_data;
    mutable std::shared_ptr<study::Dataset const> m_data;
    By m_by;
    plan::Tables m_after;
    bool m_has_written = false;
    bool m_is_taken_back = false;
};

} // namespace rodtrad::steering
