#pragma once

#include "domain/thread_share.hpp"
#include "view/language.hpp"
#include "view/markup.hpp"

#include <span>

namespace rodtrad::view {

// How much of the organisation has had a whole thread, day by day: units and people. At least two days, in order.
Raw thread_shares_chart(std::span<domain::ThreadShare const> shares, Language const& language);

} // namespace rodtrad::view
