#include "view/charts/strategy_map.hpp"

#include "view/svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

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
constexpr double node_height = 70;
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

// Where a node stands, and in which line of nodes, counted from the top.
struct PlacedNode {
    Box box;
    std::size_t line = 0;
};

// Where everything stands. Factors have lines of their own above the goals that are for them.
class Layout {
public:
    explicit Layout(StrategyMapView const& view) : m_nodes(view.nodes.size()) {
        double y = 0;
        std::size_t line = 0;
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
                    ++line;
                }
                shape = &view.nodes[node].shape;
                m_nodes[node] = {{column(in_line), y, node_width, node_height}, line};
                ++in_line;
            }
            ++line;
            y += node_height + row_padding;
            m_rows.push_back({top, y - top});
        }
        m_height = y;
    }

    PlacedNode const& node(std::size_t node) const { return m_nodes[node]; }
    PlacedRow const& row(std::size_t row) const { return m_rows[row]; }
    double height() const { return std::max(m_height, 1.0); }

    // The room between two columns (or before the first) that makes the way from one x to another shortest.
    static double gutter(double from, double to) {
        auto best = column(0) - gap / 2;
        for (std::size_t i = 1; i < per_line; ++i) {
            auto const other = column(i) - gap / 2;
            if (std::abs(other - from) + std::abs(other - to) < std::abs(best - from) + std::abs(best - to))
                best = other;
        }
        return best;
    }

private:
    static double column(std::size_t i) { return name_width + static_cast<double>(i) * (node_width + gap); }

    std::vector<PlacedNode> m_nodes;
    std::vector<PlacedRow> m_rows;
    double m_height = 0;
};

// A way along straight lines with rounded corners.
std::string rounded(std::span<Place const> corners) {
    auto path = fmt::format("M{:.1f} {:.1f}", corners.front().x, corners.front().y);
    // The point `reach` before the corner on the way from `from`.
    auto const towards = [](Place from, Place corner, double reach) {
        auto const length = std::hypot(corner.x - from.x, corner.y - from.y);
        auto const share = length == 0 ? 0 : reach / length;
        return Place{corner.x + (from.x - corner.x) * share, corner.y + (from.y - corner.y) * share};
    };
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        auto const [before, corner, after] = std::tuple{corners[i - 1], corners[i], corners[i + 1]};
        auto const reach = std::min({6.0, std::hypot(corner.x - before.x, corner.y - before.y) / 2,
                                     std::hypot(after.x - corner.x, after.y - corner.y) / 2});
        auto const into = towards(before, corner, reach);
        auto const out = towards(after, corner, reach);
        path +=
            fmt::format("L{:.1f} {:.1f}Q{:.1f} {:.1f} {:.1f} {:.1f}", into.x, into.y, corner.x, corner.y, out.x, out.y);
    }
    return path + fmt::format("L{:.1f} {:.1f}", corners.back().x, corners.back().y);
}

// Lines to the same node run together; those to nodes side by side keep a little apart.
void draw_link(Svg& svg, PlacedNode const& from, PlacedNode const& to) {
    auto const middle = [](PlacedNode const& node) { return node.box.x + node.box.width / 2; };
    auto const begin_x = middle(from);
    auto const end_x = middle(to);
    bool const is_upward = to.line < from.line;
    double const way = is_upward ? -1 : 1; // of y
    bool const is_beside = to.line == from.line;
    auto const begin_y = is_upward || is_beside ? from.box.y : from.box.y + from.box.height;
    auto const end_y = is_upward ? to.box.y + to.box.height : to.box.y;
    auto const lane = 3.5 * std::fmod(std::round((to.box.x - name_width) / (node_width + gap)), 3.0);
    constexpr double off = 10; // of a node, where a line runs along a row of them
    std::vector<Place> corners{{begin_x, begin_y}};
    if (is_beside) {
        auto const crest = begin_y - off - lane;
        corners.insert(corners.end(), {{begin_x, crest}, {end_x, crest}});
    } else {
        auto const near_end = end_y - way * (off + lane);
        auto const lines = is_upward ? from.line - to.line : to.line - from.line;
        if (lines == 1) {
            corners.insert(corners.end(), {{begin_x, near_end}, {end_x, near_end}});
        } else {
            auto const x = Layout::gutter(begin_x, end_x) + lane - 3.5;
            auto const near_begin = begin_y + way * (off + lane);
            corners.insert(corners.end(), {{begin_x, near_begin}, {x, near_begin}, {x, near_end}, {end_x, near_end}});
        }
    }
    corners.push_back({end_x, end_y});
    svg.path(rounded(corners), "map-link");
    auto const base = end_y - way * 7;
    svg.polygon(std::array{Place{end_x, end_y}, Place{end_x - 4.5, base}, Place{end_x + 4.5, base}}, "map-end");
}

void draw_node(Svg& svg, Box const& box, MapNodeView const& node) {
    constexpr double padding = 12;
    bool const is_factor = node.shape == MapShape::factor;
    std::string_view const looks = is_factor                          ? "map-node factor"
                                   : node.shape == MapShape::document ? "map-node document"
                                   : node.is_stale                    ? "map-node goal is-stale"
                                                                      : "map-node goal";
    auto const draw = [&] {
        svg.rect(box, looks, is_factor ? box.height / 2 : 8);
        auto const room = box.width - 2 * padding - (is_factor ? 16 : 0);
        auto const left = box.x + padding + (is_factor ? 8 : 0);
        auto const lines = wrapped(node.text, room, font * bold, 2);
        auto y = box.y + 22 + (lines.size() == 1 ? 4 : 0);
        for (auto const& line : lines) {
            svg.text({left, y}, line + " ", "strong"); // the lines are read as words apart
            y += line_height;
        }
        auto const room_of_sign = node.sign ? sign_size + 5 : 0;
        if (node.sign)
            svg.at({left - 1, y - 12}, fmt::format("icon {}", node.tone), [&] { draw_sign(svg, *node.sign); });
        svg.text({left + room_of_sign, y}, fitted(node.status, room - room_of_sign, small_font * bold),
                 node.tone.empty() ? std::string_view{"small quiet"} : std::string_view{node.tone});
    };
    if (node.address)
        svg.link(*node.address, {}, draw);
    else
        svg.group("", node.text + ": " + node.status, draw);
}

} // namespace

Raw strategy_map_chart(StrategyMapView const& view) {
    Layout const layout{view};
    auto svg = Svg::with_links(width, layout.height(), "strategy-map", view.title, view.description);
    for (std::size_t row = 0; row < view.rows.size(); ++row) {
        auto const [top, height] = layout.row(row);
        if (row > 0) svg.line({0, top}, {width, top}, "grid-line");
        auto y = top + row_padding + 22;
        for (auto const& line : wrapped(view.rows[row].name, name_width - 20, (font + 1) * bold, 4)) {
            svg.text({0, y}, line, "map-row");
            y += line_height;
        }
    }
    for (auto const& [from, to] : view.links) draw_link(svg, layout.node(from), layout.node(to));
    for (auto const& row : view.rows) // as they are read: from the top, line by line
        for (auto const node : row.nodes) draw_node(svg, layout.node(node).box, view.nodes[node]);
    return std::move(svg).take();
}

} // namespace rodtrad::view
