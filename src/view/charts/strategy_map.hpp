#pragma once

#include "view/icons.hpp"
#include "view/markup.hpp"
#include "view/url.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view {

enum class MapShape : std::uint8_t { factor, goal, document };

// A node of the map, ready to be drawn.
struct MapNodeView {
    std::string text;
    MapShape shape = MapShape::goal;
    std::optional<Sign> sign;
    std::string tone;           // of the sign and its words: "better", "worse", "neutral", "normal"
    std::string status;         // in words: "På väg"; for a factor or a document what it is
    bool is_stale = false;      // drawn with a broken line
    std::optional<Url> address; // where it leads
};

struct MapRowView {
    std::string name;
    std::vector<std::size_t> nodes; // places in StrategyMapView::nodes; factors first
};

struct MapLinkView {
    std::size_t from = 0;
    std::size_t to = 0; // what it serves
};

struct StrategyMapView {
    std::string title;
    std::string description; // how many goals, and how they go
    std::vector<MapNodeView> nodes;
    std::vector<MapRowView> rows;
    std::vector<MapLinkView> links;
};

// For rooms from 900 pixels; the table beside it (view/pages/strategy_map_page) takes its place in narrower ones. A
// line never passes behind a node that it does not touch.
Raw strategy_map_chart(StrategyMapView const& view);

} // namespace rodtrad::view
