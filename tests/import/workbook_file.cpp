#include "import/workbook_file.hpp"

#include "base/text.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>

namespace rodtrad::import {

namespace {

constexpr std::string_view declaration = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                         "\n";
constexpr std::string_view spreadsheet_ml = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relations_of_office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relation(std::string_view id, std::string_view type, std::string_view target) {
    return fmt::format(R"(<Relationship Id="{}" Type="{}/{}" Target="{}"/>)", id, relations_of_office, type, target);
}
std::string relations(std::string_view all) {
    return fmt::format(
        R"({}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>)",
        declaration, all);
}

la_ssize_t append(archive* /*archive*/, void* bytes, void const* block, std::size_t size) {
    static_cast<std::string*>(bytes)->append(static_cast<char const*>(block), size);
    return static_cast<la_ssize_t>(size);
}

} // namespace

std::string zipped(Parts const& parts, Pressed pressed) {
    std::string bytes;
    auto* out = archive_write_new();
    archive_write_set_format_zip(out);
    if (pressed == Pressed::no) archive_write_zip_set_compression_store(out);
    archive_write_set_bytes_per_block(out, 0);
    archive_write_open(out, &bytes, nullptr, &append, nullptr);
    for (auto const& [name, content] : parts) {
        auto* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_write_header(out, entry);
        archive_write_data(out, content.data(), content.size());
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
    return bytes;
}

Parts workbook_parts(std::vector<WrittenSheet> const& sheets, std::vector<std::string> const& texts,
                     std::vector<std::string> const& formats, std::string_view properties) {
    Parts parts{{"_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))}};
    std::string list;
    auto related = relation("styles", "styles", "styles.xml") + relation("texts", "sharedStrings", "sharedStrings.xml");
    for (std::size_t at = 0; at < sheets.size(); ++at) {
        auto const target = fmt::format("worksheets/sheet{}.xml", at + 1);
        list += fmt::format(R"(<sheet name="{}" sheetId="{}" state="{}" r:id="sheet{}"/>)", sheets[at].name, at + 1,
                            sheets[at].state, at + 1);
        related += relation(fmt::format("sheet{}", at + 1), "worksheet", target);
        parts.emplace_back("xl/" + target,
                           fmt::format(R"({}<worksheet xmlns="{}"><sheetData>{}</sheetData></worksheet>)", declaration,
                                       spreadsheet_ml, sheets[at].rows));
    }
    parts.emplace_back("xl/workbook.xml",
                       fmt::format(R"({}<workbook xmlns="{}" xmlns:r="{}">{}<sheets>{}</sheets></workbook>)",
                                   declaration, spreadsheet_ml, relations_of_office, properties, list));
    parts.emplace_back("xl/_rels/workbook.xml.rels", relations(related));
    std::string strings;
    for (auto const& text : texts) strings += fmt::format("<si>{}</si>", text);
    parts.emplace_back("xl/sharedStrings.xml",
                       fmt::format(R"({}<sst xmlns="{}">{}</sst>)", declaration, spreadsheet_ml, strings));
    std::string codes;
    std::string styles = R"(<xf numFmtId="0"/>)";
    constexpr auto first_of_ones_own = 164;
    for (std::size_t at = 0; at < formats.size(); ++at) {
        codes += fmt::format(R"(<numFmt numFmtId="{}" formatCode="{}"/>)", first_of_ones_own + at, formats[at]);
        styles += fmt::format(R"(<xf numFmtId="{}"/>)", first_of_ones_own + at);
    }
    parts.emplace_back(
        "xl/styles.xml",
        fmt::format(R"({}<styleSheet xmlns="{}"><numFmts>{}</numFmts><cellXfs>{}</cellXfs></styleSheet>)", declaration,
                    spreadsheet_ml, codes, styles));
    return parts;
}

std::string rows_of(std::string_view csv) {
    std::string rows;
    std::size_t number = 0;
    while (!csv.empty()) {
        auto line = csv.substr(0, csv.find('\n'));
        csv.remove_prefix(std::min(line.size() + 1, csv.size()));
        ++number;
        std::string cells;
        for (char letter = 'A';; ++letter) {
            auto const text = line.substr(0, line.find(';'));
            if (base::to_double(text))
                cells += fmt::format(R"(<c r="{}{}"><v>{}</v></c>)", letter, number, text);
            else if (!text.empty())
                cells += fmt::format(R"(<c r="{}{}" t="inlineStr"><is><t>{}</t></is></c>)", letter, number, text);
            if (text.size() == line.size()) break;
            line.remove_prefix(text.size() + 1);
        }
        if (!cells.empty()) rows += fmt::format(R"(<row r="{}">{}</row>)", number, cells);
    }
    return rows;
}

} // namespace rodtrad::import
