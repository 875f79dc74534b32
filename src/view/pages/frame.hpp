#pragma once

#include "view/html.hpp"
#include "view/pages/context.hpp"

#include <concepts>
#include <cstdint>
#include <string>

namespace rodtrad::view::pages {

enum class Section : std::uint8_t { todo, thread, goals, deviations, measures, units, compare, people, none };

// What the frame around a page needs to know of it.
struct Frame {
    std::string title; // before the name of the organisation
    Section section = Section::none;
    Url here;           // for the language switch
    std::string search; // what stands in the search box
};

// From the head to the menu, and what stands below the page.
void write_head(Html& h, Frame const& frame, Context const& context);
void write_top(Html& h, Frame const& frame, Context const& context);
void write_foot(Html& h, Context const& context);

// A whole page: the frame, and in its <main> what `write(h)` writes.
std::string whole_page(Frame const& frame, Context const& context, std::invocable<Html&> auto const& write) {
    Html h;
    h.doctype();
    h.html(lang(context.language.code()), [&] {
        write_head(h, frame, context);
        h.body([&] {
            write_top(h, frame, context);
            h.main(id("main"), tabindex(-1), [&] { write(h); });
            write_foot(h, context);
        });
    });
    return std::move(h).take();
}

} // namespace rodtrad::view::pages
