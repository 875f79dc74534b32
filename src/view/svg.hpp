#pragma once

#include "view/markup.hpp"
#include "view/url.hpp"

#include <concepts>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace rodtrad::view {

struct Place { // in the drawing's own units, from its upper left corner
    double x = 0;
    double y = 0;
};

struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};

// Draws a picture. Looks come from classes in assets/style; numbers are written with one decimal, so that the
// same figures give the same bytes. Coordinates that are not finite are a bug of the chart, and are asserted.
class Svg {
public:
    enum class Anchor : std::uint8_t { start, middle, end };

    // A picture that says something: read out as its title and description.
    Svg(double width, double height, std::string_view classes, std::string_view title, std::string_view description);
    // The same, with links in it: a group of them, which can be walked through with the keyboard.
    static Svg with_links(double width, double height, std::string_view classes, std::string_view title,
                          std::string_view description);
    // A picture that only repeats the words beside it: hidden from those who listen.
    Svg(double width, double height, std::string_view classes);

    void rect(Box const& box, std::string_view classes, double radius = 0);
    void line(Place from, Place to, std::string_view classes);
    void circle(Place centre, double radius, std::string_view classes);
    void polyline(std::span<Place const> places, std::string_view classes);
    void polygon(std::span<Place const> places, std::string_view classes);
    void path(std::string_view commands, std::string_view classes); // from our own code only, never from data
    void text(Place at, std::string_view text, std::string_view classes, Anchor anchor = Anchor::start);

    // Everything drawn by `draw` belongs together; a mouse resting on it shows `title`.
    void group(std::string_view classes, std::string_view title, std::invocable auto const& draw) {
        open_group(classes, title);
        draw();
        close_group();
    }

    // Everything drawn by `draw` is moved: its origin is at the place.
    void at(Place origin, std::string_view classes, std::invocable auto const& draw) {
        open_moved(origin, classes);
        draw();
        close_group();
    }

    // Everything drawn by `draw` leads to an address, of a picture with links; `title` says where. Without it, the
    // words that are drawn do.
    void link(Url const& url, std::string_view title, std::invocable auto const& draw) {
        open_link(url, title);
        draw();
        close_link();
    }

    Raw take() &&;

private:
    Svg() = default;
    void begin(double width, double height, std::string_view classes);
    void open_group(std::string_view classes, std::string_view title);
    void open_moved(Place origin, std::string_view classes);
    void close_group();
    void open_link(Url const& url, std::string_view title);
    void close_link();
    void write_title(std::string_view role, std::string_view title, std::string_view description);
    void attribute(std::string_view name, double value);
    void attribute(std::string_view name, std::string_view value);
    void points(std::string_view element, std::span<Place const> places, std::string_view classes);

    std::string m_out;
};

// About how wide a text becomes in the pages' sans serif, in the same unit as the font's size.
double text_width(std::string_view text, double font_size);

// The text, or as much of its beginning as fits with "…" after it.
std::string fitted(std::string_view text, double width, double font_size);

} // namespace rodtrad::view
