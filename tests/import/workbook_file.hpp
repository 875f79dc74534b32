#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rodtrad::import {

using Parts = std::vector<std::pair<std::string, std::string>>; // name, content

enum class Pressed : unsigned char { no, yes };

// A zip archive of these files.
std::string zipped(Parts const& parts, Pressed pressed = Pressed::yes);

struct WrittenSheet {
    std::string name;
    std::string rows; // <row>… as they stand in sheetData
    std::string state = "visible";
};

// The parts of a workbook as Excel lays them. The texts are those that cells of t="s" point to; style n of a cell is
// the n-th number format.
Parts workbook_parts(std::vector<WrittenSheet> const& sheets, std::vector<std::string> const& texts = {},
                     std::vector<std::string> const& formats = {}, std::string_view properties = {});

inline std::string workbook(std::vector<WrittenSheet> const& sheets, std::vector<std::string> const& texts = {},
                            std::vector<std::string> const& formats = {}, std::string_view properties = {}) {
    return zipped(workbook_parts(sheets, texts, formats, properties));
}

// Rows of cells of text, from what a CSV file would hold: cells parted by ; and rows by \n. What is a number there is
// one.
std::string rows_of(std::string_view csv);

} // namespace rodtrad::import
