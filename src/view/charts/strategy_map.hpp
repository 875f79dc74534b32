#pragma once

#include "view/html.hpp"
#include "view/language.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rodtrad::view {

enum class MapShape : std::uint8_t { factor, goal, document };
enum class MapSign : std::uint8_t { none, met, missed, stale, under_way };

// A node of the map, ready to be drawn.
struct MapNodeView {
    std::string text;
    MapShape shape = MapShape::goal;
    MapSign sign = MapSign::none;
    std::string tone;   // of the sign and its words: "better", "worse", "neutral", "normal"
    std::string status; // in words: "På väg"; for a factor or a document what it is
};

struct MapRowView {
    std::string name;
    std::vector<std::size_t> nodes; // places in StrategyMapView::nodes; factors first
};

struct MapLinkView {
    std::size_t from = 0;
    std::size_t to = 0;
};

struct StrategyMapView {
    std::string title;
    std::string description; // how many goals, and how they go
    std::vector<MapNodeView> nodes;
    std::vector<MapRowView> rows;
    std::vector<MapLinkView> links;
};

// For rooms from 600 pixels; the words beside it (view/pages/strategy_map_page) take its place in narrower ones.
Raw strategy_map_chart(StrategyMapView const& view);

} // namespace rodtrad::view
