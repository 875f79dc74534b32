#pragma once

#include <string_view>

// Everything a reader can have against a row, in one place, so that it can be translated and tested.
// The sentences hold no values: place and text stand beside them in the complaint.
namespace rodtrad::import::problems {

struct Problem {
    std::string_view problem;
    std::string_view remedy;
};

// The row itself
inline constexpr Problem other_charset{"The row is in another character set than the rest of the file.",
                                       "Save the file again as UTF-8, or state its charset in a mapping."};
inline constexpr Problem nul_byte{"The row holds NUL bytes, which no text has.",
                                  "Export the file again; it may have been damaged on the way."};
inline constexpr Problem unclosed_quote{"A quotation mark opens a cell and is never closed.",
                                        "Close it, or write the mark twice where it is part of the text."};
inline constexpr Problem stray_quote{"Text follows the quotation mark that closes the cell.",
                                     "Write a quotation mark twice where it is part of the text."};
inline constexpr Problem too_long{"The row is longer than 1 MiB.",
                                  "Check that the rows of the file end with line breaks."};
inline constexpr Problem too_few_cells{"The row has fewer cells than the headings.",
                                       "Fill in the missing cells, or leave them empty between separators."};
inline constexpr Problem too_many_cells{
    "The row has more cells than the headings.",
    "Put quotation marks around text that holds the separator, or separate with semicolons."};

inline constexpr Problem error_value{"The cell holds an error of Excel's.",
                                     "Mend the formula, or write the value in its place."};
inline constexpr Problem uncomputed_formula{"The cell holds a formula that nothing has computed.",
                                            "Open the workbook in Excel, and save it."};

// Sheets of a workbook
inline constexpr Problem unknown_sheet{
    "The sheet is not a table known here, and was not read.",
    "Use the headings of the guide in its first row, or write a mapping for the sheet."};
inline constexpr Problem hidden_sheet{"The sheet is hidden, and was not read.",
                                      "Show it and save the workbook, if it is to be read."};
inline constexpr Problem other_sheet{"The mapping is for another sheet, and this one was not read.",
                                     "Write a mapping for each sheet, and name its sheet in it."};

// Headings
inline constexpr Problem unread_column{"The column is not known, and was not read.",
                                       "Use one of the headings of the guide, or point to the column in a mapping."};

// Cells
inline constexpr Problem empty_cell{"The cell is empty, but the row cannot be understood without it.", "Fill it in."};
inline constexpr Problem not_a_number{
    "This is not a number.", "Write the number alone; say the rest in the status column or as an explanation."};
inline constexpr Problem number_out_of_range{"The number is too large to be kept.", "Check the number."};
inline constexpr Problem not_a_period{"This is not a period.",
                                      "Write 2024, 2024-03, 2024Q1, 2024T1 or 2024H1, or give a pattern in a mapping."};
inline constexpr Problem split_year{
    "A school year or a split year is not one period.",
    "Write the term (HT 2023 or VT 2024), or the calendar year that the figure belongs to."};
inline constexpr Problem unknown_status{
    "This is not a status.",
    "Write final, preliminary, missing, not_applicable or confidential, or leave the cell empty."};
inline constexpr Problem unknown_word{"The word is not one of those that can stand here.",
                                      "Use one of the words of the guide."};
inline constexpr Problem not_allowed_number{"The number is not one of those that can stand here.",
                                            "Use a number within the bounds that the guide gives."};
inline constexpr Problem not_a_date{"This is not a date.", "Write it as 2024-03-31."};

inline constexpr Problem last_day_before_first{"The last day is before the first.", "Check both days."};

inline constexpr Problem empty_explanation{"The explanation is empty.",
                                           "Write what is to be read beside the figure, or leave the row out."};
inline constexpr Problem rebase_without_reason{
    "A new start without a reason: limits and tests would begin anew, and nobody would know why.",
    "Write in the text column what changed: another definition, a new system, a reorganisation."};

// Counts
inline constexpr Problem half_counts{"Only one of numerator and denominator is given.", "Give both, or neither."};
inline constexpr Problem negative_count{"A numerator or denominator is negative.", "Check the figures."};
inline constexpr Problem zero_denominator{"The denominator is 0: there is nothing to take a share of.",
                                          "The figure is kept as missing. Leave the row as it is if that is right."};

// Kolada
inline constexpr Problem withdrawn{"Kolada has withdrawn the value.", "It is kept as missing from now on."};
inline constexpr Problem unknown_element{"The element is of another kind than the rest of the file.",
                                         "Fetch it again from Kolada, one kind in each file."};
inline constexpr Problem missing_member{"A field that this kind of element must have is absent or of the wrong kind.",
                                        "Fetch the file again from Kolada."};

} // namespace rodtrad::import::problems
