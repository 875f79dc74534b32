#include "view/charts/red_thread.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace rodtrad::view {

namespace {

constexpr double column = 232;     // from one level to the next
constexpr double row = 58;         // from one leaf to the next
constexpr double margin = 14;      //
constexpr double radius = 6;       //
constexpr double font_size = 14;   // as the stylesheet has it
constexpr double line_height = 17; //
constexpr double text_room = column - 2 * radius - 26;

// The title on one line or two.
std::vector<std::string> lines_of(std::string const& title) {
    if (text_width(title, font_size) <= text_room) return {title};
    std::size_t cut = std::string::npos;
    for (std::size_t space = title.find(' '); space != std::string::npos; space = title.find(' ', space + 1)) {
        if (text_width(std::string_view{title}.substr(0, space), font_size) > text_room) break;
        cut = space;
    }
    if (cut == std::string::npos) return {fitted(title, text_room, font_size)};
    return {title.substr(0, cut), fitted(std::string_view{title}.substr(cut + 1), text_room, font_size)};
}

struct Layout {
    std::vector<Place> places;
    std::size_t levels = 0;
    std::size_t leaves = 0;
};

// Leaves stand under each other; what has something below it stands beside the middle of that.
Layout laid_out(std::vector<ThreadNode> const& nodes) {
    Layout layout{.places = std::vector<Place>(nodes.size())};
    std::vector<std::size_t> levels(nodes.size(), 0);
    std::vector<std::optional<double>> first(nodes.size());
    std::vector<double> last(nodes.size(), 0);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].parent) levels[i] = levels[*nodes[i].parent] + 1;
        layout.levels = std::max(layout.levels, levels[i] + 1);
    }
    std::vector<bool> has_below(nodes.size(), false);
    for (auto const& node : nodes)
        if (node.parent) has_below[*node.parent] = true;
    std::vector<double> heights(nodes.size(), 0);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        if (!has_below[i]) heights[i] = row * (static_cast<double>(layout.leaves++) + 0.5);
    for (std::size_t i = nodes.size(); i-- > 0;) {
        if (has_below[i]) heights[i] = (*first[i] + last[i]) / 2;
        if (auto const parent = nodes[i].parent) {
            if (!first[*parent]) last[*parent] = heights[i]; // the last one comes first: from the end
            first[*parent] = heights[i];
        }
        layout.places[i] = {margin + radius + column * static_cast<double>(levels[i]), margin + heights[i]};
    }
    return layout;
}

// Where the words beside a dot end: the thread goes on from there.
double words_end(ThreadNode const& node) {
    double width = node.below.empty() ? 0 : text_width(fitted(node.below, text_room, font_size), font_size);
    for (auto const& line : lines_of(node.title)) width = std::max(width, text_width(line, font_size));
    return std::min(width, text_room) + radius + 12;
}

std::string_view class_of(ThreadNode::Form form) {
    switch (form) {
    case ThreadNode::Form::whole:
        return "thread-dot";
    case ThreadNode::Form::broken:
        return "thread-dot open";
    case ThreadNode::Form::gap:
        break;
    }
    return "thread-dot gap";
}

} // namespace

Raw red_thread_picture(ThreadPicture const& picture) {
    auto const& nodes = picture.nodes;
    auto const layout = laid_out(nodes);
    // As wide as it has levels, up to those that the stylesheet knows: its words keep their size.
    auto const classes = fmt::format("thread-picture levels-{}", std::clamp<std::size_t>(layout.levels, 1, 8));
    auto svg = Svg::with_links(2 * margin + column * static_cast<double>(layout.levels),
                               2 * margin + row * static_cast<double>(std::max<std::size_t>(layout.leaves, 1)), classes,
                               picture.title, picture.description);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!nodes[i].parent) continue;
        auto const from = layout.places[*nodes[i].parent];
        auto const to = layout.places[i];
        auto const begin = from.x + words_end(nodes[*nodes[i].parent]);
        auto const bend = (begin + to.x - radius) / 2;
        svg.path(fmt::format("M{:.1f} {:.1f}C{:.1f} {:.1f} {:.1f} {:.1f} {:.1f} {:.1f}", begin, from.y, bend, from.y,
                             bend, to.y, to.x - radius, to.y),
                 nodes[i].form == ThreadNode::Form::gap ? "thread-line gap" : "thread-line");
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        auto const at = layout.places[i];
        auto const& node = nodes[i];
        svg.circle(at, radius, class_of(node.form));
        svg.link(node.link, node.title, [&] {
            auto const lines = lines_of(node.title);
            auto const count = static_cast<double>(lines.size() + (node.below.empty() ? 0 : 1));
            double y = at.y - line_height * (count - 1) / 2 + 5;
            for (auto const& line : lines) {
                svg.text({at.x + radius + 6, y}, line, "strong");
                y += line_height;
            }
            if (!node.below.empty())
                svg.text({at.x + radius + 6, y}, fitted(node.below, text_room, font_size),
                         node.tone == Tone::normal ? "quiet" : to_text(node.tone));
        });
    }
    return std::move(svg).take();
}

} // namespace rodtrad::view
