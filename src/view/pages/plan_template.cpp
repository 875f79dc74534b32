#include "view/pages/plan_template.hpp"

#include "base/date.hpp"
#include "domain/plan_sheets.hpp"
#include "plan/valid.hpp"
#include "view/spreadsheet.hpp"

#include <map>
#include <span>
#include <utility>
#include <vector>

namespace rodtrad::view::pages {

namespace {

using domain::PlanField;

template <class Words>
std::vector<std::string> listed(Words const& words, Language const& language) {
    std::vector<std::string> texts;
    for (auto const& word : words) texts.emplace_back(language.is_swedish() ? word.swedish : word.english);
    return texts;
}

// Names of what is in use; codes of those that share a name.
std::vector<std::string> unit_names(study::Dataset const& data, base::Date day) {
    std::map<std::string, int> times;
    for (auto const& node : data.units) ++times[node.unit.name];
    std::vector<std::string> names;
    for (auto const& node : data.units)
        if (plan::is_valid(node.unit, day))
            names.push_back(times[node.unit.name] == 1 ? node.unit.name : node.unit.code);
    return names;
}

std::vector<std::string> measure_titles(study::Dataset const& data) {
    std::vector<std::string> titles;
    for (auto const& measure : data.measures) titles.push_back(measure.measure.title);
    return titles;
}

struct Template {
    Spreadsheet book{};
    Language const& language;
    std::vector<std::string> units;
    std::vector<std::string> measures;

    std::vector<std::string> choices(PlanField field) const {
        switch (field) {
        case PlanField::unit:
            return units;
        case PlanField::measure:
            return measures;
        case PlanField::kind:
            return listed(domain::goal_kind_words, language);
        case PlanField::rhythm:
            return listed(domain::rhythm_words, language);
        case PlanField::level:
            return listed(domain::level_words, language);
        case PlanField::form:
            return listed(domain::form_words, language);
        case PlanField::whose:
            return listed(domain::whose_words, language);
        default:
            return {};
        }
    }

    void sheet(std::string_view name, std::span<domain::PlanColumn const> columns) {
        std::vector<SheetColumn> headings;
        for (auto const& column : columns)
            headings.push_back({.heading = std::string{language.is_swedish() ? column.swedish : column.english},
                                .choices = choices(column.field)});
        book.sheet(name, std::move(headings));
    }
};

SheetValue text(std::string_view value) { return std::string{value}; }

} // namespace

std::string plan_template_xlsx(study::Dataset const& data, Language const& language, base::Instant now) {
    auto const today = base::day_of(now);
    Template plan{.language = language, .units = unit_names(data, today), .measures = measure_titles(data)};
    std::string const unit = plan.units.empty() ? std::string{} : plan.units.front();
    auto const title = text(language.tr("Example: everyone is answered within two days"));
    auto const first = [&](auto const& words) { return text(listed(words, language).front()); };
    auto const year = today.year() + std::chrono::years{1};
    auto const none = text({});

    plan.sheet(language.tr("Goals"), domain::goal_columns);
    plan.book.row({title, text(language.tr("Write over this row. The sheets beside it belong to the goal.")), unit,
                   none, first(domain::goal_kind_words), none, base::Date{year / std::chrono::January / 1},
                   base::Date{year / std::chrono::December / 31}, none, none,
                   text(listed(domain::rhythm_words, language)[2]), first(domain::level_words)});
    plan.sheet(language.tr("Key results"), domain::key_result_columns);
    plan.book.row({title, none, text(language.tr("Days until an answer")),
                   text(listed(domain::form_words, language)[3]), SheetNumber{.value = 4}, SheetNumber{.value = 2},
                   none, text(language.tr("days"))});
    plan.sheet(language.tr("Behaviours"), domain::behaviour_columns);
    plan.book.row({title, none, text(language.tr("We tell at once who will answer, and when")),
                   first(domain::whose_words), text(language.tr("Do we tell at once who will answer, and when?"))});
    return plan.book.bytes(now);
}

} // namespace rodtrad::view::pages
