#include "view/charts/strategy_map.hpp"

#include "view/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace rodtrad::view {

namespace {

constexpr double width = 1160;
constexpr double name_width = 170; // of the row's name, at the left
constexpr double font = 14;
constexpr double bold = 1.07; // how much wider the same words are in bold
constexpr double small_font = 12.5;
constexpr double line_height = 18;
constexpr std::size_t per_line = 4;
constexpr double gap = 16;
constexpr double node_width = (width - name_width - gap * (per_line - 1)) / per_line;
constexpr double node_height = 64;
constexpr double between_lines = 30; // of nodes, with room for the links
constexpr double row_padding = 22;

// As many lines as there is room for; the last is cut off where it does not hold the rest.
std::vector<std::string> wrapped(std::string_view text, double room, double size, std::size_t most) {
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty()) {
        if (lines.size() + 1 == most) {
            auto const rest = line.empty() ? std::string{text} : line + " " + std::string{text};
            lines.push_back(fitted(rest, room, size));
            return lines;
        }
        auto const space = text.find(' ');
        auto const word = text.substr(0, space);
        text = space == text.npos ? std::string_view{} : text.substr(space + 1);
        auto const longer = line.empty() ? std::string{word} : line + " " + std::string{word};
        if (line.empty() || text_width(longer, size) <= room) {
            line = longer;
            continue;
        }
        lines.push_back(std::move(line));
        line = word;
    }
    if (!line.empty()) lines.push_back(fitted(line, room, size));
    return lines;
}

struct PlacedRow {
    double top = 0;
    double height = 0;
};

// Where everything stands. Factors have lines of their own above the goals that are for them.
class Layout {
public:
    explicit Layout(StrategyMapView const& view) : m_boxes(view.nodes.size()) {
        double y = 0;
        for (auto const& row : view.rows) {
            auto const top = y;
            y += row_padding;
            std::size_t in_line = 0;
            MapShape const* shape = nullptr;
            for (auto const node : row.nodes) {
                bool const is_new_kind = shape != nullptr && *shape != view.nodes[node].shape &&
                                         (*shape == MapShape::factor || view.nodes[node].shape == MapShape::factor);
                if (in_line == per_line || is_new_kind) {
                    y += node_height + between_lines;
                    in_line = 0;
                }
                shape = &view.nodes[node].shape;
                m_boxes[node] = {name_width + static_cast<double>(in_line) * (node_width + gap), y, node_width,
                                 node_height};
                ++in_line;
            }
            y += node_height + row_padding;
            m_rows.push_back({top, y - top});
        }
        m_height = y;
    }

    Box const& box(std::size_t node) const { return m_boxes[node]; }
    PlacedRow const& row(std::size_t row) const { return m_rows[row]; }
    double height() const { return std::max(m_height, 1.0); }

private:
    std::vector<Box> m_boxes;
    std::vector<PlacedRow> m_rows;
    double m_height = 0;
};

void draw_link(Svg& svg, Box const& from, Box const& to) {
    auto const middle = [](Box const& box) { return box.x + box.width / 2; };
    if (from.y == to.y) { // beside each other: over the top
        auto const crest = from.y - between_lines * 0.7;
        svg.path(fmt::format("M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", middle(from), from.y,
                             middle(from), crest, middle(to), crest, middle(to), to.y),
                 "map-link");
        return;
    }
    bool const is_upward = to.y < from.y;
    auto const begin = is_upward ? from.y : from.y + from.height;
    auto const end = is_upward ? to.y + to.height : to.y;
    auto const half = (begin + end) / 2;
    svg.path(fmt::format("M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", middle(from), begin, middle(from),
                         half, middle(to), half, middle(to), end),
             "map-link");
    svg.circle({middle(to), end}, 3.5, "map-end");
}

void draw_sign(Svg& svg, Place centre, MapSign sign, std::string_view tone) {
    auto const classes = fmt::format("map-sign {}", tone);
    auto const [x, y] = centre;
    switch (sign) {
    case MapSign::none:
        break;
    case MapSign::met:
        svg.circle(centre, 6, classes);
        svg.polyline(std::array{Place{x - 3, y}, Place{x - 0.8, y + 2.4}, Place{x + 3, y - 2.4}}, classes);
        break;
    case MapSign::missed:
        svg.circle(centre, 6, classes);
        svg.line({x - 2.4, y - 2.4}, {x + 2.4, y + 2.4}, classes);
        svg.line({x - 2.4, y + 2.4}, {x + 2.4, y - 2.4}, classes);
        break;
    case MapSign::stale:
        svg.circle(centre, 6, classes + " open");
        break;
    case MapSign::under_way:
        svg.line({x - 6, y}, {x + 6, y}, classes);
        break;
    }
}

void draw_node(Svg& svg, Box const& box, MapNodeView const& node) {
    constexpr double padding = 12;
    bool const is_factor = node.shape == MapShape::factor;
    std::string_view const looks = is_factor                          ? "map-node factor"
                                   : node.shape == MapShape::document ? "map-node document"
                                   : node.sign == MapSign::stale      ? "map-node goal is-stale"
                                                                      : "map-node goal";
    svg.group("", node.text + ": " + node.status, [&] {
        svg.rect(box, looks, is_factor ? box.height / 2 : 8);
        auto const room = box.width - 2 * padding - (is_factor ? 16 : 0);
        auto const left = box.x + padding + (is_factor ? 8 : 0);
        auto const lines = wrapped(node.text, room, font * bold, 2);
        auto y = box.y + 22 + (lines.size() == 1 ? 4 : 0);
        for (auto const& line : lines) {
            svg.text({left, y}, line, "strong");
            y += line_height;
        }
        auto const has_sign = node.sign != MapSign::none;
        draw_sign(svg, {left + 6, y - 4}, node.sign, node.tone);
        svg.text({left + (has_sign ? 18 : 0), y}, fitted(node.status, room - (has_sign ? 18 : 0), small_font * bold),
                 node.tone.empty() ? std::string_view{"small quiet"} : std::string_view{node.tone});
    });
}

} // namespace

Raw strategy_map_chart(StrategyMapView const& view) {
    Layout const layout{view};
    Svg svg{width, layout.height(), "strategy-map", view.title, view.description};
    for (std::size_t row = 0; row < view.rows.size(); ++row) {
        auto const [top, height] = layout.row(row);
        if (row > 0) svg.line({0, top}, {width, top}, "grid-line");
        auto y = top + row_padding + 22;
        for (auto const& line : wrapped(view.rows[row].name, name_width - 20, (font + 1) * bold, 4)) {
            svg.text({0, y}, line, "map-row");
            y += line_height;
        }
    }
    for (auto const& [from, to] : view.links) draw_link(svg, layout.box(from), layout.box(to));
    for (std::size_t node = 0; node < view.nodes.size(); ++node) draw_node(svg, layout.box(node), view.nodes[node]);
    return std::move(svg).take();
}

} // namespace rodtrad::view
