#include "view/spreadsheet.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <xlsxwriter.h>

namespace rodtrad::view {

namespace {

constexpr std::size_t longest_name = 31;
constexpr std::size_t longest_text = 32'767;
constexpr std::size_t longest_inline_list = 255;
constexpr std::size_t narrowest = 8;
constexpr std::size_t widest = 60;
constexpr int max_decimals = 9;
constexpr std::string_view name_of_lists = "_"; // of the hidden sheet

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }
std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}
std::string_view first_characters(std::string_view text, std::size_t count) {
    for (std::size_t at = 0; at < text.size(); ++at)
        if (begins_character(text[at]) && count-- == 0) return text.substr(0, at);
    return text;
}

std::string allowed_name(std::string_view name) {
    std::string allowed{name};
    for (auto& c : allowed)
        if (static_cast<unsigned char>(c) < 0x20 || std::string_view{"[]:*?/\\'"}.find(c) != std::string_view::npos)
            c = ' ';
    allowed = base::trimmed(first_characters(base::trimmed(allowed), longest_name));
    return allowed.empty() ? "1" : allowed;
}

// libxlsxwriter writes to a file: in a folder of our own, which goes away with what is in it.
class TemporaryFolder {
public:
    TemporaryFolder() : m_path{(std::filesystem::temp_directory_path() / "rodtrad-XXXXXX").string()} {
        if (::mkdtemp(m_path.data()) == nullptr)
            throw base::Error(fmt::format("no workbook can be written in {}: {}", m_path, std::strerror(errno)));
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    std::string const& path() const { return m_path; }

private:
    std::string m_path;
};

void check(lxw_error error) {
    if (error != LXW_NO_ERROR)
        throw base::Error(fmt::format("the workbook cannot be written: {}", lxw_strerror(error)));
}

std::string_view checked(std::string_view text) {
    if (!base::is_utf8(text))
        throw base::Error(fmt::format("the workbook cannot be written: a text is not UTF-8: {}", text));
    return text;
}

// What looks like the escape of a sign (_x000D_) is a text here: its underscore is escaped itself
// (ECMA-376, 22.9.2.19).
std::string without_escapes(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const is_escape =
            text.substr(at, 2) == "_x" && at + 6 < text.size() && text[at + 6] == '_' &&
            text.substr(at + 2, 4).find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
        if (is_escape) result += "_x005F";
        result += text[at];
    }
    return result;
}

// The workbook as libxlsxwriter knows it. Closing is what writes it, and frees it.
class Writer {
public:
    Writer(std::string const& file, std::string folder, base::Instant created) : m_folder{std::move(folder)} {
        lxw_workbook_options options{};
        options.tmpdir = m_folder.data();
        m_workbook.reset(workbook_new_opt(file.c_str(), &options));
        if (!m_workbook) throw base::Error("the workbook cannot be written: there is not enough memory");
        lxw_doc_properties properties{};
        properties.created = created.time_since_epoch().count();
        check(workbook_set_properties(m_workbook.get(), &properties));
        m_bold = format();
        format_set_bold(m_bold);
        format_set_bottom(m_bold, LXW_BORDER_THIN);
        format_set_text_wrap(m_bold);
        format_set_align(m_bold, LXW_ALIGN_VERTICAL_TOP);
        m_wrapped = format();
        format_set_text_wrap(m_wrapped);
        format_set_align(m_wrapped, LXW_ALIGN_VERTICAL_TOP);
        m_plain = format();
        format_set_align(m_plain, LXW_ALIGN_VERTICAL_TOP);
        m_date = format();
        format_set_num_format(m_date, "yyyy-mm-dd");
        format_set_align(m_date, LXW_ALIGN_VERTICAL_TOP);
    }

    lxw_worksheet* sheet(std::string const& name) {
        auto* const sheet = workbook_add_worksheet(m_workbook.get(), std::string{checked(name)}.c_str());
        if (sheet == nullptr)
            throw base::Error(fmt::format("the workbook cannot be written: no sheet can be called {}", name));
        return sheet;
    }

    void heading(lxw_worksheet* sheet, lxw_col_t column, std::string const& text) {
        write_text(sheet, 0, column, text, m_bold);
    }

    void write(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, SheetValue const& value) {
        if (auto const* text = std::get_if<std::string>(&value)) {
            auto const is_long = text->find('\n') != std::string::npos || characters(*text) > widest;
            if (!text->empty()) write_text(sheet, row, column, *text, is_long ? m_wrapped : m_plain);
        } else if (auto const* number = std::get_if<SheetNumber>(&value)) {
            if (!std::isfinite(number->value))
                throw base::Error("the workbook cannot be written: a number is not finite");
            check(worksheet_write_number(sheet, row, column, number->value, number_format(number->decimals)));
        } else if (auto const* date = std::get_if<base::Date>(&value)) {
            write_date(sheet, row, column, *date);
        }
    }

    // Choices stand in the column's own rule where they fit, otherwise in a hidden sheet.
    void offer(lxw_worksheet* sheet, lxw_col_t column, std::vector<std::string> const& choices) {
        std::size_t size = choices.size() - 1;
        bool is_plain = true;
        for (auto const& choice : choices) {
            size += characters(checked(choice));
            is_plain = is_plain && choice.find_first_of(",\"") == std::string::npos;
        }
        bool const fits = is_plain && size <= longest_inline_list;
        auto own = fits ? choices : std::vector<std::string>{"-"}; // libxlsxwriter asks for texts that it could change
        std::vector<char*> list;
        for (auto& choice : own) list.push_back(choice.data());
        list.push_back(nullptr);
        lxw_data_validation rule{};
        rule.validate = LXW_VALIDATION_TYPE_LIST;
        rule.value_list = list.data();
        check(worksheet_data_validation_range(sheet, 1, column, LXW_ROW_MAX - 1, column, &rule));
        if (!fits) point_last_rule_to(sheet, listed(choices));
    }

    void close() { check(workbook_close(m_workbook.release())); }

private:
    // Where nothing was written, because something was thrown.
    struct Free {
        void operator()(lxw_workbook* workbook) const { lxw_workbook_free(workbook); }
    };

    lxw_format* format() {
        auto* const made = workbook_add_format(m_workbook.get());
        if (made == nullptr) throw base::Error("the workbook cannot be written: there is not enough memory");
        return made;
    }

    lxw_format* number_format(int decimals) {
        auto& known = m_numbers[std::clamp(decimals, 0, max_decimals)];
        if (known == nullptr) {
            known = format();
            auto const places = static_cast<std::size_t>(std::clamp(decimals, 0, max_decimals));
            format_set_num_format(known,
                                  fmt::format("#,##0{}{}", places > 0 ? "." : "", std::string(places, '0')).c_str());
            format_set_align(known, LXW_ALIGN_VERTICAL_TOP);
        }
        return known;
    }

    static void write_text(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, std::string const& text,
                           lxw_format* format) {
        auto const fits = characters(checked(text)) <= longest_text;
        auto const whole = fits ? text : fmt::format("{}…", first_characters(text, longest_text - 1));
        check(worksheet_write_string(sheet, row, column, without_escapes(whole).c_str(), format));
    }

    void write_date(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, base::Date date) {
        constexpr auto first_year = 1900;
        constexpr auto last_year = 9999;
        auto const year = static_cast<int>(date.year());
        if (year < first_year || year > last_year) // Excel knows no such days
            return write_text(sheet, row, column, base::to_text(date), m_plain);
        lxw_datetime moment{};
        moment.year = year;
        moment.month = static_cast<int>(static_cast<unsigned>(date.month()));
        moment.day = static_cast<int>(static_cast<unsigned>(date.day()));
        check(worksheet_write_datetime(sheet, row, column, &moment, m_date));
    }

    // libxlsxwriter 1.1 loses the memory of a formula that it is given for a list, so it is put where it belongs: in
    // the rule that was made last.
    static void point_last_rule_to(lxw_worksheet* sheet, std::string const& range) {
        auto* rule = STAILQ_FIRST(sheet->data_validations);
        while (STAILQ_NEXT(rule, list_pointers) != nullptr) rule = STAILQ_NEXT(rule, list_pointers);
        auto* const formula = ::strdup(range.c_str());
        if (formula == nullptr) throw base::Error("the workbook cannot be written: there is not enough memory");
        std::free(rule->value_formula); // NOLINT(cppcoreguidelines-no-malloc): it is libxlsxwriter's, which is C
        rule->value_formula = formula;
        rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
    }

    // Writes the choices to a column of the hidden sheet, and says where they stand.
    std::string listed(std::vector<std::string> const& choices) {
        if (m_lists == nullptr) {
            m_lists = sheet(std::string{name_of_lists});
            worksheet_hide(m_lists);
        }
        std::array<char, LXW_MAX_CELL_RANGE_LENGTH> range{};
        auto const last = static_cast<lxw_row_t>(choices.size() - 1);
        lxw_rowcol_to_range_abs(range.data(), 0, m_next_list, last, m_next_list);
        for (lxw_row_t row = 0; row <= last; ++row) write_text(m_lists, row, m_next_list, choices[row], m_plain);
        ++m_next_list;
        return fmt::format("'{}'!{}", name_of_lists, range.data());
    }

    std::string m_folder;
    std::unique_ptr<lxw_workbook, Free> m_workbook;
    lxw_format* m_bold = nullptr;
    lxw_format* m_wrapped = nullptr;
    lxw_format* m_plain = nullptr;
    lxw_format* m_date = nullptr;
    std::map<int, lxw_format*> m_numbers;
    lxw_worksheet* m_lists = nullptr;
    lxw_col_t m_next_list = 0;
};

std::size_t width_of(SheetValue const& value) {
    if (auto const* text = std::get_if<std::string>(&value)) return characters(*text);
    if (auto const* number = std::get_if<SheetNumber>(&value)) {
        constexpr std::size_t thousands = 3;
        auto const digits = fmt::formatted_size("{:.0f}", number->value);
        return digits + digits / thousands + static_cast<std::size_t>(std::clamp(number->decimals, 0, max_decimals)) +
               1;
    }
    constexpr std::size_t of_date = 10;
    return std::holds_alternative<base::Date>(value) ? of_date : 0;
}

} // namespace

void Spreadsheet::sheet(std::string_view name, std::vector<SheetColumn> columns) {
    assert(!columns.empty() && columns.size() <= LXW_COL_MAX);
    auto const is_taken = [&](std::string const& wanted) {
        return wanted == name_of_lists || std::ranges::any_of(m_sheets, [&](Sheet const& sheet) {
                   return base::lower(sheet.name) == base::lower(wanted);
               });
    };
    auto const wanted = allowed_name(name);
    auto free = wanted;
    for (auto number = 2; is_taken(free); ++number) {
        auto const ending = fmt::format(" {}", number);
        free = fmt::format("{}{}", first_characters(wanted, longest_name - ending.size()), ending);
    }
    m_sheets.push_back({std::move(free), std::move(columns), {}});
}

void Spreadsheet::row(std::vector<SheetValue> cells) {
    assert(!m_sheets.empty() && cells.size() <= m_sheets.back().columns.size());
    if (m_sheets.back().rows.size() == max_rows)
        throw base::Error(
            fmt::format("the sheet {} is full: Excel has room for {} rows. Take fewer, or take them as CSV.",
                        m_sheets.back().name, max_rows));
    m_sheets.back().rows.push_back(std::move(cells));
}

std::string Spreadsheet::bytes(base::Instant created) const {
    assert(!m_sheets.empty());
    TemporaryFolder const folder;
    auto const file = folder.path() + "/workbook.xlsx";
    Writer writer{file, folder.path(), created};
    for (auto const& [name, columns, rows] : m_sheets) {
        auto* const sheet = writer.sheet(name);
        worksheet_freeze_panes(sheet, 1, 0);
        check(worksheet_repeat_rows(sheet, 0, 0));
        constexpr std::uint8_t a4 = 9;
        worksheet_set_paper(sheet, a4);
        worksheet_set_landscape(sheet);
        worksheet_fit_to_pages(sheet, 1, 0); // as wide as one page, as long as it takes
        for (std::size_t at = 0; at < columns.size(); ++at) {
            auto width = characters(columns[at].heading);
            for (auto const& row : rows)
                if (at < row.size()) width = std::max(width, width_of(row[at]));
            constexpr std::size_t margin = 2;
            auto const shown = columns[at].width > 0 ? static_cast<std::size_t>(columns[at].width)
                                                     : std::clamp(width + margin, narrowest, widest);
            auto const column = static_cast<lxw_col_t>(at);
            check(worksheet_set_column(sheet, column, column, static_cast<double>(shown), nullptr));
            writer.heading(sheet, column, columns[at].heading);
            if (!columns[at].choices.empty()) writer.offer(sheet, column, columns[at].choices);
        }
        for (std::size_t row = 0; row < rows.size(); ++row)
            for (std::size_t at = 0; at < rows[row].size(); ++at)
                writer.write(sheet, static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(at), rows[row][at]);
    }
    writer.close();
    std::ifstream written{file, std::ios::binary};
    std::string bytes{std::istreambuf_iterator<char>{written}, {}};
    if (!written || bytes.empty()) throw base::Error(fmt::format("the workbook cannot be read back from {}", file));
    return bytes;
}

} // namespace rodtrad::view
