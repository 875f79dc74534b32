#pragma once

#include "base/date.hpp"
#include "domain/thread_share.hpp"
#include "plan/thread_breaks.hpp"
#include "view/language.hpp"
#include "view/pages/context.hpp"

#include <cstddef>
#include <string>

// How the thread and its breaks are said.
namespace rodtrad::view::pages {

// "84 % av enheterna har en hel tråd till visionen." Of a few: "7 av 9 enheter …". A share is never rounded up to all,
// nor down to none.
std::string unit_share_sentence(domain::ThreadShare const& share, Language const& language);
std::string people_share_sentence(domain::ThreadShare const& share, Language const& language);
// "84 %", "7 av 9"
std::string share_text(int part, int all, Language const& language);

// "14 mål stödjer ingenting"
std::string break_count(plan::BreakKind kind, std::size_t count, Language const& language);

// What a break is about, with a link to where it can be mended; and where it is.
struct BreakText {
    Link thing;
    std::string where;
};
BreakText text_of(plan::ThreadBreak const& found, plan::RedThread const& thread, Language const& language);

// "Inte avstämt på 6 veckor". `days`: since it was checked in on, or began.
std::string stale_text(int days, Language const& language);

} // namespace rodtrad::view::pages
