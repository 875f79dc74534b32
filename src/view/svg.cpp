#include "view/svg.hpp"

#include <fmt/format.h>

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

namespace rodtrad::view {

namespace {

void append_number(std::string& out, double value) {
    assert(std::isfinite(value) && std::abs(value) < 1e9);
    auto const tenths = std::llround(value * 10);
    std::array<char, 24> digits;
    auto* const end = std::to_chars(digits.data(), digits.data() + digits.size(), tenths / 10).ptr;
    if (tenths < 0 && tenths > -10) out += '-';
    out.append(digits.data(), end);
    if (tenths % 10 == 0) return;
    out += '.';
    out += static_cast<char>('0' + std::abs(tenths % 10));
}

bool is_continuation_byte(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Widths in Source Sans 3, in parts of the font's size, rounded up.
double width_of(char c) {
    switch (c) {
    case 'i':
    case 'j':
    case 'l':
    case '.':
    case ',':
    case ':':
    case ';':
    case '\'':
    case '|':
        return 0.27;
    case ' ':
        return 0.21;
    case 'f':
    case 't':
    case 'r':
    case 'I':
    case '-':
    case '(':
    case ')':
    case '/':
        return 0.36;
    case 'm':
    case 'M':
    case 'w':
    case 'W':
    case '%':
        return 0.84;
    default:
        return c >= 'A' && c <= 'Z' ? 0.62 : 0.53;
    }
}

} // namespace

Svg::Svg(double width, double height, std::string_view classes) {
    begin(width, height, classes);
    m_out += " aria-hidden=\"true\">";
}

Svg::Svg(double width, double height, std::string_view classes, std::string_view title, std::string_view description) {
    begin(width, height, classes);
    write_title("img", title, description);
}

Svg Svg::with_links(double width, double height, std::string_view classes, std::string_view title,
                    std::string_view description) {
    Svg svg;
    svg.begin(width, height, classes);
    svg.write_title("group", title, description);
    return svg;
}

void Svg::write_title(std::string_view role, std::string_view title, std::string_view description) {
    attribute("role", role);
    attribute("aria-label", title);
    m_out += "><title>";
    append_escaped(m_out, title);
    m_out += "</title><desc>";
    append_escaped(m_out, description);
    m_out += "</desc>";
}

void Svg::begin(double width, double height, std::string_view classes) {
    m_out += "<svg xmlns=\"http://www.w3.org/2000/svg\"";
    attribute("class", classes);
    m_out += " viewBox=\"0 0 ";
    append_number(m_out, width);
    m_out += ' ';
    append_number(m_out, height);
    m_out += '"';
}

void Svg::attribute(std::string_view name, double value) {
    m_out += ' ';
    m_out += name;
    m_out += "=\"";
    append_number(m_out, value);
    m_out += '"';
}

void Svg::attribute(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    m_out += ' ';
    m_out += name;
    m_out += "=\"";
    append_escaped(m_out, value);
    m_out += '"';
}

void Svg::rect(Box const& box, std::string_view classes, double radius) {
    m_out += "<rect";
    attribute("class", classes);
    attribute("x", box.x);
    attribute("y", box.y);
    attribute("width", box.width);
    attribute("height", box.height);
    if (radius > 0) attribute("rx", radius);
    m_out += "/>";
}

void Svg::line(Place from, Place to, std::string_view classes) {
    m_out += "<line";
    attribute("class", classes);
    attribute("x1", from.x);
    attribute("y1", from.y);
    attribute("x2", to.x);
    attribute("y2", to.y);
    m_out += "/>";
}

void Svg::circle(Place centre, double radius, std::string_view classes) {
    m_out += "<circle";
    attribute("class", classes);
    attribute("cx", centre.x);
    attribute("cy", centre.y);
    attribute("r", radius);
    m_out += "/>";
}

void Svg::points(std::string_view element, std::span<Place const> places, std::string_view classes) {
    m_out += '<';
    m_out += element;
    attribute("class", classes);
    m_out += " points=\"";
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i > 0) m_out += ' ';
        append_number(m_out, places[i].x);
        m_out += ',';
        append_number(m_out, places[i].y);
    }
    m_out += "\"/>";
}

void Svg::polyline(std::span<Place const> places, std::string_view classes) { points("polyline", places, classes); }

void Svg::polygon(std::span<Place const> places, std::string_view classes) { points("polygon", places, classes); }

void Svg::path(std::string_view commands, std::string_view classes) {
    m_out += "<path";
    attribute("class", classes);
    attribute("d", commands);
    m_out += "/>";
}

void Svg::text(Place at, std::string_view text, std::string_view classes, Anchor anchor) {
    m_out += "<text";
    attribute("class", classes);
    attribute("x", at.x);
    attribute("y", at.y);
    if (anchor != Anchor::start) attribute("text-anchor", anchor == Anchor::middle ? "middle" : "end");
    m_out += '>';
    append_escaped(m_out, text);
    m_out += "</text>";
}

void Svg::open_group(std::string_view classes, std::string_view title) {
    m_out += "<g";
    attribute("class", classes);
    m_out += '>';
    if (title.empty()) return;
    m_out += "<title>";
    append_escaped(m_out, title);
    m_out += "</title>";
}

void Svg::open_moved(Place origin, std::string_view classes) {
    m_out += "<g";
    attribute("class", classes);
    attribute("transform", fmt::format("translate({:.1f} {:.1f})", origin.x, origin.y));
    m_out += '>';
}

void Svg::close_group() { m_out += "</g>"; }

void Svg::open_link(Url const& url, std::string_view title) {
    m_out += "<a";
    attribute("href", url.text());
    if (title.empty()) {
        m_out += '>';
        return;
    }
    attribute("aria-label", title);
    m_out += "><title>";
    append_escaped(m_out, title);
    m_out += "</title>";
}

void Svg::close_link() { m_out += "</a>"; }

Raw Svg::take() && {
    m_out += "</svg>";
    return Raw::trusted(std::move(m_out));
}

double text_width(std::string_view text, double font_size) {
    double width = 0;
    for (char const c : text)
        if (!is_continuation_byte(c)) width += width_of(c);
    return width * font_size;
}

std::string fitted(std::string_view text, double width, double font_size) {
    if (text_width(text, font_size) <= width) return std::string{text};
    constexpr std::string_view ellipsis = "…";
    auto const room = width - text_width(ellipsis, font_size);
    double used = 0;
    std::size_t end = 0;
    while (end < text.size()) {
        auto next = end + 1;
        while (next < text.size() && is_continuation_byte(text[next])) ++next;
        used += width_of(text[end]) * font_size;
        if (used > room) break;
        end = next;
    }
    while (end > 0 && text[end - 1] == ' ') --end;
    return std::string{text.substr(0, end)}.append(ellipsis);
}

} // namespace rodtrad::view
