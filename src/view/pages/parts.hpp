#pragma once

#include "study/dataset.hpp"
#include "view/html.hpp"
#include "view/pages/context.hpp"
#include "view/sentences.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace rodtrad::view::pages {

// The pieces that several pages are made of.

// The way from the top of the organisation to a unit; the last step is where we are.
std::vector<Link> way_to(study::UnitIndex unit, study::Dataset const& data);
enum class LastStep : std::uint8_t { is_here, is_link };
void write_thread(Html& h, std::vector<Link> const& way, LastStep last, Language const& language);

void write_tag(Html& h, Tag const& tag);
void write_link(Html& h, Link const& link);

// The way to the page before and after, where there is more than one.
void write_pager(Html& h, std::size_t page, std::size_t pages, Language const& language,
                 std::function<Url(std::size_t page)> const& url);

} // namespace rodtrad::view::pages
