#include "import/spreadsheet.hpp"

#include "base/error.hpp"
#include "base/message.hpp"
#include "base/text.hpp"
#include "import/unreadable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <pugixml.hpp>

namespace rodtrad::import {

namespace {

constexpr std::size_t max_part_size = std::size_t{16} << 20U; // of what is held whole: styles, the list of sheets
constexpr std::int64_t max_rows = 1'048'576;
constexpr auto flags = pugi::parse_default | pugi::parse_ws_pcdata_single;

// Names in workbooks may have prefixes, which pugixml takes for part of the name.
std::string_view local(std::string_view name) {
    auto const colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}
pugi::xml_node child(pugi::xml_node const& parent, std::string_view name) {
    return parent.find_child([&](pugi::xml_node node) { return local(node.name()) == name; });
}
std::string_view attribute(pugi::xml_node node, std::string_view name) {
    for (auto const& known : node.attributes())
        if (local(known.name()) == name) return known.value();
    return {};
}

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
    Number number{};
    auto const [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || stop != text.data() + text.size()) return {};
    return number;
}

[[noreturn]] void fail_damaged(std::string_view place) {
    throw Unreadable{base::message("{0}: the file is damaged. Save it again."), {std::string{place}}};
}

void parse(pugi::xml_document& document, std::string_view xml, std::string_view place) {
    auto const is_read = base::is_utf8(xml) && document.load_buffer(xml.data(), xml.size(), flags, pugi::encoding_utf8);
    if (!is_read) fail_damaged(place);
}

// A part that is held whole; its outermost element must be of this name.
pugi::xml_node load(ZipFile const& zip, std::string_view part, std::string_view root, pugi::xml_document& document) {
    auto const xml = read_up_to(*zip.open(part), max_part_size + 1);
    if (xml.size() > max_part_size)
        throw Unreadable{base::message("{0}: {1} is larger than {2} MiB. Save the sheets as \"CSV UTF-8\"."),
                         {zip.name(), std::string{part}, std::to_string(max_part_size >> 20U)}};
    parse(document, xml, zip.name());
    auto const node = child(document.root(), root);
    if (!node) fail_damaged(zip.name());
    return node;
}

struct Relation {
    std::string type; // the last word of its address: worksheet, styles
    std::string part;
};

// What a part of the file refers to, by id. Parts are named from the folder of the one that refers, or from the root.
std::map<std::string, Relation, std::less<>> relations_of(ZipFile const& zip, std::string_view part) {
    auto const slash = part.rfind('/');
    auto const folder = slash == std::string_view::npos ? std::string_view{} : part.substr(0, slash + 1);
    auto const list = fmt::format("{}_rels/{}.rels", folder, part.substr(folder.size()));
    std::map<std::string, Relation, std::less<>> relations;
    if (!zip.has(list)) return relations;
    pugi::xml_document document;
    for (auto const& node : load(zip, list, "Relationships", document).children()) {
        auto const type = attribute(node, "Type");
        auto const target = attribute(node, "Target");
        if (attribute(node, "TargetMode") == "External") continue;
        relations[std::string{attribute(node, "Id")}] = {std::string{type.substr(type.rfind('/') + 1)},
                                                         target.starts_with('/') ? std::string{target.substr(1)}
                                                                                 : fmt::format("{}{}", folder, target)};
    }
    return relations;
}

std::string_view part_of_type(std::map<std::string, Relation, std::less<>> const& relations, std::string_view type) {
    for (auto const& [id, relation] : relations)
        if (relation.type == type) return relation.part;
    return {};
}

// Signs that XML cannot hold stand as _x000D_ in texts; what looks like that in the text itself begins with _x005F_.
std::string unescaped(std::string_view text) {
    std::string result;
    for (;;) {
        auto const at = text.find("_x");
        result += text.substr(0, at);
        if (at == std::string_view::npos) return result;
        text.remove_prefix(at);
        unsigned code = 0;
        auto const digits = text.size() >= 7 && text[6] == '_' ? text.substr(2, 4) : std::string_view{};
        auto const [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
        auto const is_ascii =
            !digits.empty() && error == std::errc{} && stop == digits.data() + 4 && code > 0 && code < 0x80;
        if (is_ascii)
            result += static_cast<char>(code);
        else
            result += text.substr(0, 2);
        text.remove_prefix(is_ascii ? 7 : 2);
    }
}

// The text of a string with or without formatted runs; how Japanese is pronounced (rPh) is no part of it.
std::string string_in(pugi::xml_node node) {
    std::string text;
    for (auto const& part : node.children()) {
        if (local(part.name()) == "t") text += part.text().get();
        if (local(part.name()) == "r") text += child(part, "t").text().get();
    }
    return unescaped(text);
}

// "BC12" → 54, counted from 0.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    auto const letters = std::min(reference.find_first_of("0123456789"), reference.size());
    if (letters == 0 || letters > 3) return {};
    for (auto const c : reference.substr(0, letters)) {
        if (c < 'A' || c > 'Z') return {};
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    }
    return column - 1;
}

// Where a cell stands: where it says, which is not before the next free place, or there where it says nothing.
std::optional<std::size_t> column_of(pugi::xml_node const& c, std::size_t next) {
    auto const reference = attribute(c, "r");
    if (reference.empty()) return next;
    auto const stated = column_of(reference);
    return stated && *stated >= next ? stated : std::nullopt;
}

// A cell whose text stands in itself, and one whose formula has no value yet.
std::optional<SheetCell> cell_without_value(pugi::xml_node const& c) {
    if (attribute(c, "t") == "inlineStr") return SheetCell{string_in(child(c, "is")), CellKind::text};
    auto const formula = child(c, "f");
    if (!formula || child(c, "v")) return {};
    return SheetCell{fmt::format("={}", formula.text().get()), CellKind::uncomputed_formula};
}

// "2024-03-17T00:00:00.000Z" → "2024-03-17"
std::string iso_date(std::string_view text) {
    constexpr std::size_t date_size = 10;
    constexpr std::size_t moment_size = 19;
    auto const is_midnight =
        text.size() >= moment_size && text.substr(date_size, moment_size - date_size) == "T00:00:00";
    return std::string{text.substr(0, is_midnight ? date_size : moment_size)};
}

[[noreturn]] void refuse(ZipFile const& zip) {
    if (zip.has("content.xml") && zip.has("mimetype"))
        throw Unreadable{base::message("{0}: this is an OpenDocument file. Save it as an Excel workbook (.xlsx) or as "
                                       "\"CSV UTF-8\"."),
                         {zip.name()}};
    if (zip.has("xl/workbook.bin"))
        throw Unreadable{base::message("{0}: this is a binary Excel workbook (.xlsb). Save it as .xlsx."),
                         {zip.name()}};
    throw Unreadable{base::message("{0}: this is a zip archive. Unpack it, and name the files in it."), {zip.name()}};
}

} // namespace

Workbook::Workbook(std::string bytes, std::string name) : m_zip{std::move(bytes), std::move(name)} {
    std::string const workbook{part_of_type(relations_of(m_zip, ""), "officeDocument")};
    if (workbook.empty() || workbook.ends_with(".bin")) refuse(m_zip);
    pugi::xml_document document;
    auto const root = load(m_zip, workbook, "workbook", document);
    auto const is_true = [](std::string_view text) { return text == "1" || text == "true"; };
    if (is_true(attribute(child(root, "workbookPr"), "date1904"))) m_days = DayCount::from_1904;

    auto const relations = relations_of(m_zip, workbook);
    for (auto const& node : child(root, "sheets").children()) {
        auto const relation = relations.find(attribute(node, "id"));
        if (relation == relations.end() || relation->second.type != "worksheet") continue; // a sheet that is a chart
        auto const state = attribute(node, "state");
        m_sheets.push_back(
            {unescaped(attribute(node, "name")), state == "hidden" || state == "veryHidden", relation->second.part});
    }
    if (m_sheets.empty()) throw Unreadable{base::message("{0}: the workbook has no sheet with cells."), {m_zip.name()}};
    if (auto const part = part_of_type(relations, "styles"); !part.empty()) read_formats(part);
    if (auto const part = part_of_type(relations, "sharedStrings"); !part.empty()) read_texts(part);
}

Workbook::~Workbook() = default;

void Workbook::read_formats(std::string_view part) {
    pugi::xml_document document;
    auto const root = load(m_zip, part, "styleSheet", document);
    std::map<int, NumberFormat> own;
    for (auto const& node : child(root, "numFmts").children())
        if (auto const id = whole_number<int>(attribute(node, "numFmtId")))
            own[*id] = to_number_format(attribute(node, "formatCode"));
    for (auto const& node : child(root, "cellXfs").children()) {
        auto const id = whole_number<int>(attribute(node, "numFmtId")).value_or(0);
        auto const found = own.find(id);
        m_formats.push_back(found != own.end() ? found->second : built_in_number_format(id));
    }
}

void Workbook::read_texts(std::string_view part) {
    auto const xml = m_zip.open(part);
    XmlElements elements{*xml, "sst", "si", name()};
    pugi::xml_document document;
    std::size_t size = 0;
    constexpr std::size_t max_texts_size = std::size_t{256} << 20U;
    for (std::string_view element; elements.next(element);) {
        parse(document, element, name());
        m_texts.push_back(string_in(document.first_child()));
        size += sizeof(std::string) + m_texts.back().size();
        if (size > max_texts_size)
            throw Unreadable{base::message("{0}: the texts of the workbook take more than {1} MiB. Save its sheets as "
                                           "\"CSV UTF-8\"."),
                             {name(), std::to_string(max_texts_size >> 20U)}};
    }
}

SheetReader Workbook::read(Sheet const& sheet) const { return {*this, sheet}; }

SheetReader::SheetReader(Workbook const& workbook, Sheet const& sheet)
    : m_workbook{workbook}, m_place{fmt::format("{}/{}", workbook.name(), sheet.name)},
      m_xml{workbook.m_zip.open(sheet.part)}, m_rows{*m_xml, "sheetData", "row", m_place} {}

bool SheetReader::next(SheetRow& row) {
    pugi::xml_document document;
    for (std::string_view element; m_rows.next(element);) {
        parse(document, element, fmt::format("{}: row {}", m_place, m_number + 1));
        auto const node = document.first_child();
        auto const stated = attribute(node, "r");
        auto const number = stated.empty() ? m_number + 1 : whole_number<std::int64_t>(stated).value_or(0);
        if (number <= m_number || number > max_rows) fail(m_number + 1, "the rows are not in order");
        m_number = number;

        row.number = number;
        row.cells.clear();
        std::size_t column = 0;
        for (auto const& c : node.children()) {
            if (local(c.name()) != "c") continue;
            auto const at = column_of(c, column);
            if (!at) fail(number, fmt::format("the cell {} stands where none can", attribute(c, "r")));
            if (*at >= Workbook::max_columns) fail_width(number);
            column = *at + 1;
            auto read = cell_without_value(c);
            if (!read)
                read = cell(attribute(c, "t"), child(c, "v").text().get(),
                            whole_number<std::size_t>(attribute(c, "s")).value_or(0));
            if (read->text.empty()) continue;
            row.cells.resize(column);
            row.cells[*at] = std::move(*read);
        }
        if (!row.cells.empty()) return true;
    }
    return false;
}

SheetCell SheetReader::cell(std::string_view type, std::string_view value, std::size_t style) const {
    if (value.empty()) return {};
    if (type == "s") {
        auto const index = whole_number<std::size_t>(value);
        if (!index || *index >= m_workbook.m_texts.size())
            fail(m_number, fmt::format("the text {} is not in the file", value));
        return {m_workbook.m_texts[*index], CellKind::text};
    }
    if (type == "str") return {unescaped(value), CellKind::text};
    if (type == "b") return {value == "1" || value == "true" ? "true" : "false", CellKind::truth};
    if (type == "e") return {std::string{value}, CellKind::error};
    if (type == "d") return {iso_date(value), CellKind::date};
    auto const number = base::to_double(value);
    if (!number) fail(m_number, fmt::format("\"{}\" stands where a number should", value));
    auto const format = style < m_workbook.m_formats.size() ? m_workbook.m_formats[style] : NumberFormat{};
    return {to_text(*number, format, m_workbook.m_days), is_date(format) ? CellKind::date : CellKind::number};
}

void SheetReader::fail_width(std::int64_t row) const {
    throw Unreadable{base::message("{0}: row {1} has cells beyond column {2}, the last that can be read. Move them, or "
                                   "take them out."),
                     {m_place, std::to_string(row), std::to_string(Workbook::max_columns)}};
}

void SheetReader::fail(std::int64_t row, std::string_view what) const {
    throw base::Error{fmt::format("{}: row {}: {}. The file is damaged; save it again.", m_place, row, what)};
}

} // namespace rodtrad::import
