#pragma once

#include "base/fields.hpp"
#include "base/instant.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

// A line of the journal, as it is kept.
struct JournalRow {
    std::int64_t number = 0;
    base::Instant at{};
    std::string actor;
    std::string action; // "goal.adopt"
    std::string kind;   // "goal"; may be empty
    std::int64_t record = 0;
    std::string before; // JSON, or a text; empty where there is none
    std::string after;
    std::string reason;

    static constexpr auto fields() {
        return std::tuple{base::Field{"number", &JournalRow::number}, base::Field{"at", &JournalRow::at},
                          base::Field{"actor", &JournalRow::actor},   base::Field{"action", &JournalRow::action},
                          base::Field{"kind", &JournalRow::kind},     base::Field{"record", &JournalRow::record},
                          base::Field{"before", &JournalRow::before}, base::Field{"after", &JournalRow::after},
                          base::Field{"reason", &JournalRow::reason}};
    }
};

struct JournalView {
    std::string person; // number of whom is asked for; empty: all
    std::string kind;
    std::vector<Choice> people;
    std::vector<std::string> kinds;
    std::vector<JournalRow> rows;      // newest first
    std::optional<std::int64_t> older; // where the next page begins; nothing on the last

    static constexpr auto fields() {
        return std::tuple{base::Field{"rows", &JournalView::rows}, base::Field{"older", &JournalView::older}};
    }
};
std::string journal_page(JournalView const& view, Context const& context);

// What a change came to, one line for each field that differs: "titel: Fler läser → Alla läser". All fields where there
// was nothing before. `people`: names by number.
std::vector<std::string> alterations(std::string_view before, std::string_view after, std::span<Choice const> people,
                                     Language const& language);

} // namespace rodtrad::view::pages
