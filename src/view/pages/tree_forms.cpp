#include "view/pages/tree_forms.hpp"

#include "base/message.hpp"
#include "base/text.hpp"
#include "domain/text_lengths.hpp"
#include "view/pages/changed_meanwhile.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/tree_addresses.hpp"
#include "view/pages/tree_parts.hpp"
#include "view/pages/unit_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

namespace rodtrad::view::pages {

using domain::UnitKind;

namespace {

constexpr auto longest = static_cast<long>(domain::longest_line);
constexpr std::size_t most_suggested = 300;

constexpr auto kinds =
    std::to_array({UnitKind::unit, UnitKind::team, UnitKind::administration, UnitKind::board, UnitKind::assembly,
                   UnitKind::municipality, UnitKind::region, UnitKind::organisation, UnitKind::country});

bool goes_on(domain::Unit const& unit, base::Date day) { return !unit.valid_to || *unit.valid_to >= day; }

std::string value_of(std::optional<base::Date> const& day) { return day ? base::to_text(*day) : std::string{}; }

void write_name(Html& h, Filled const& filled, Language const& language) {
    text_field(h, filled,
               {.name = "name", .label = language.tr("Name"), .required = Required::yes, .longest = longest});
}

void write_kind(Html& h, Filled const& filled, Language const& language) {
    std::vector<Choice> choices;
    for (auto const kind : kinds)
        choices.push_back(
            {.value = std::string{domain::to_text(kind)}, .text = std::string{kind_text(kind, language)}});
    select_field(h, filled, {.name = "kind", .label = language.tr("Kind")}, choices);
}

void write_operation(Html& h, Filled const& filled, TreeChoices const& choices, Language const& language) {
    suggested_field(h, filled,
                    {.name = "operation",
                     .label = language.tr("Operation"),
                     .hint = language.tr("What it runs: preschool, home care. Units of the same operation are compared "
                                         "and get the same scorecard.")},
                    choices.operations);
}

void write_from(Html& h, Filled const& filled, Language const& language) {
    date_field(
        h, filled,
        {.name = "from", .label = language.tr("First day"), .hint = language.tr("Empty: it has always been there.")});
}

void write_parent(Html& h, Filled const& filled, TreeChoices const& choices, Language const& language) {
    suggested_field(h, filled,
                    {.name = "parent",
                     .label = language.tr("Below"),
                     .hint = language.tr("Name or code of the unit above. Empty: at the top.")},
                    choices.parents);
}

void write_code(Html& h, Filled const& filled, Language const& language) {
    text_field(h, filled,
               {.name = "code",
                .label = language.tr("Code"),
                .hint = language.tr("What files of figures call it. Empty: one is made of the name.")});
}

void write_reason(Html& h, Filled const& filled, Language const& language) {
    text_field(h, filled,
               {.name = "reason",
                .label = language.tr("Why"),
                .hint = language.tr("Stands in the journal."),
                .longest = longest});
}

void write_first_day(Html& h, Filled const& filled, std::string_view hint, Language const& language) {
    date_field(h, filled, {.name = "first_day", .label = language.tr("From"), .hint = hint, .required = Required::yes});
}

void write_describing(Html& h, UnitInTreeView const&, TreeChoices const& choices, Filled const& filled,
                      Language const& language) {
    write_name(h, filled, language);
    write_kind(h, filled, language);
    write_operation(h, filled, choices, language);
    write_from(h, filled, language);
}

void write_moving(Html& h, UnitInTreeView const&, TreeChoices const& choices, Filled const& filled,
                  Language const& language) {
    write_parent(h, filled, choices, language);
}

void write_ending(Html& h, UnitInTreeView const&, TreeChoices const&, Filled const& filled, Language const& language) {
    date_field(h, filled, {.name = "last_day", .label = language.tr("Last day"), .required = Required::yes});
}

void write_splitting(Html& h, UnitInTreeView const&, TreeChoices const&, Filled const& filled,
                     Language const& language) {
    write_first_day(h, filled, language.tr("The first day of the new units. The old one ends the day before."),
                    language);
    for (int part = 1; part <= most_parts; ++part) {
        auto const name = fmt::format("name_{}", part);
        auto const code = fmt::format("code_{}", part);
        auto const number = std::to_string(part);
        h.div(class_("side-by-side"), [&] {
            text_field(h, filled,
                       {.name = name,
                        .label = language.tr("New unit {0}", number),
                        .required = part <= 2 ? Required::yes : Required::no,
                        .longest = longest});
            text_field(h, filled, {.name = code, .label = language.tr("Code of unit {0}", number)});
        });
    }
    h.p(class_("hint"), language.tr("Leave the rows that are not needed empty. Where a code is left empty, one is made "
                                    "of the name."));
}

void write_merging(Html& h, UnitInTreeView const& view, TreeChoices const& choices, Filled const& filled,
                   Language const& language) {
    if (!choices.siblings.empty())
        checkboxes_field(h, filled, {.name = "units", .label = language.tr("Merge with")}, choices.siblings);
    text_field(h, filled,
               {.name = "other",
                .label = choices.siblings.empty() ? language.tr("Merge with") : language.tr("And with"),
                .hint = language.tr("Name or code of a unit in another place.")});
    auto const into =
        std::to_array<Choice>({{.value = "",
                                .text = std::string{language.tr("A new unit")},
                                .hint = std::string{language.tr("All of them end.")}},
                               {.value = view.unit.code,
                                .text = view.unit.name,
                                .hint = std::string{language.tr("It goes on, with its figures; the others end.")}}});
    radio_field(h, filled, {.name = "into", .label = language.tr("What goes on")}, into);
    text_field(h, filled,
               {.name = "name",
                .label = language.tr("Name of the merged unit"),
                .required = Required::yes,
                .longest = longest});
    write_code(h, filled, language);
    write_first_day(h, filled, language.tr("The others end the day before. What lies below them moves along."),
                    language);
}

// One step: what its page is called and says, what it asks for, and whether it takes the unit to its end.
struct Step {
    std::string_view word;
    std::string_view title;
    std::string_view lede;
    std::string_view button;
    bool is_ending;
    void (*write_fields)(Html&, UnitInTreeView const&, TreeChoices const&, Filled const&, Language const&);
};
constexpr auto steps = std::to_array<Step>({
    {describing, message("Name and kind of {0}"),
     message("Code and figures stay the same. A new name holds from now on, also for earlier years."), message("Save"),
     false, write_describing},
    {moving, message("Move {0}"),
     message("Everything below moves along. From now on its figures are part of the new place, also those of earlier "
             "years."),
     message("Move"), false, write_moving},
    {ending, message("End {0}"), message("The unit, its figures and all that was written remain to be read."),
     message("End the unit"), true, write_ending},
    {splitting, message("Split {0}"),
     message("Several new units come in its place. Its history stays with it, and can be "
             "followed from both sides."),
     message("Split"), true, write_splitting},
    {merging, message("Merge {0} with others"),
     message("Several units become one. The history of each stays with it, and can be followed from both sides."),
     message("Merge"), true, write_merging},
});

std::vector<FieldDifference> changed_since(Filled const& standing, Filled const& typed, Language const& language) {
    auto const labels = std::to_array<FieldLabel>({{"name", language.tr("Name")},
                                                   {"operation", language.tr("Operation")},
                                                   {"from", language.tr("First day")},
                                                   {"parent", language.tr("Below")},
                                                   {"last_day", language.tr("Last day")}});
    return changed_meanwhile(standing, typed, labels, "described_by");
}

Step const* find_step(std::string_view word) {
    auto const* const found = std::ranges::find(steps, word, &Step::word);
    return found == steps.end() ? nullptr : found;
}

} // namespace

std::string written_unit(study::Dataset const& data, study::UnitIndex unit) {
    auto const& wanted = data.units[unit].unit;
    auto const name = base::lower(wanted.name);
    auto const is_namesake = [&](study::UnitNode const& node) {
        return node.unit.code != wanted.code && (base::lower(node.unit.name) == name || node.unit.code == wanted.name);
    };
    return std::ranges::any_of(data.units, is_namesake) ? wanted.code : wanted.name;
}

TreeChoices tree_choices(study::Dataset const& data, std::optional<study::UnitIndex> unit, base::Date day) {
    TreeChoices choices;
    std::set<std::string> operations;
    for (study::UnitIndex at; at < data.units.end_key(); at = at.next()) {
        auto const& node = data.units[at];
        if (!node.unit.operation.empty()) operations.insert(node.unit.operation);
        if (!goes_on(node.unit, day)) continue;
        bool const is_within = unit && data.is_in_branch(at, *unit);
        bool const is_parent = node.branch_end != at.next();
        if (is_parent && !is_within && choices.parents.size() < most_suggested)
            choices.parents.push_back({.value = node.unit.code, .text = node.unit.name});
        bool const is_sibling = unit && at != *unit && node.parent == data.units[*unit].parent;
        if (is_sibling && choices.siblings.size() < most_suggested)
            choices.siblings.push_back({.value = node.unit.code, .text = node.unit.name});
    }
    for (auto const& operation : operations) choices.operations.push_back({.value = operation, .text = {}});
    return choices;
}

Filled new_unit_filled(study::Dataset const& data, std::string_view parent) {
    auto const unit = data.find_unit(parent);
    return Filled::standing({{"parent", unit ? written_unit(data, *unit) : std::string{}}, {"kind", "unit"}});
}

std::string new_unit_page(TreeChoices const& choices, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const title = std::string{language.tr("New unit")};
    return whole_page({title, Section::units, new_unit_url(), {}}, context, [&](Html& h) {
        h.h1(title);
        write_problems(h, context, filled);
        write_form(h, context, new_unit_url(), {.draft = "new-unit"}, [&] {
            write_name(h, filled, language);
            write_parent(h, filled, choices, language);
            write_kind(h, filled, language);
            write_operation(h, filled, choices, language);
            write_code(h, filled, language);
            write_from(h, filled, language);
            write_reason(h, filled, language);
            submit_button(h, language.tr("Add the unit"));
        });
    });
}

bool is_tree_step(std::string_view step) { return find_step(step) != nullptr; }

Filled tree_step_filled(UnitInTreeView const& view, std::string_view step, study::Dataset const& data) {
    auto const& unit = view.unit;
    Filled::Values values{{"described_by", std::to_string(view.described_by)}};
    if (step == describing || step == merging) values.emplace_back("name", unit.name);
    if (step == describing) {
        values.emplace_back("kind", domain::to_text(unit.kind));
        values.emplace_back("operation", unit.operation);
        values.emplace_back("from", value_of(unit.valid_from));
    }
    auto const parent = unit.parent ? data.find_unit(*unit.parent) : std::nullopt;
    if (step == moving && parent) values.emplace_back("parent", written_unit(data, *parent));
    if (step == ending) values.emplace_back("last_day", value_of(unit.valid_to));
    if (step == merging) values.emplace_back("into", "");
    return Filled::standing(std::move(values));
}

std::string tree_step_page(UnitInTreeView const& view, std::string_view step, TreeChoices const& choices,
                           Filled const& standing, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const& unit = view.unit;
    auto const& asked = *find_step(step);
    auto const title = base::filled_in(language.tr(asked.title), std::to_array<std::string_view>({unit.name}));
    auto const here = tree_step_url(unit.code, step);
    return whole_page({title, Section::units, here, {}}, context, [&](Html& h) {
        auto way = view.way;
        way.insert(way.begin(), {std::string{language.tr("The organisation")}, tree_url()});
        way.push_back({unit.name, unit_in_tree_url(unit.code)});
        write_thread(h, way, LastStep::is_link, language);
        h.h1(title);
        h.p(class_("lede"), language.tr(asked.lede));
        write_problems(h, context, filled);
        write_differences(h, changed_since(standing, filled, language), context);
        if (asked.is_ending) write_belongings(h, view.belongings, language);
        auto const draft = fmt::format("unit-{}-{}", unit.code, step);
        write_form(h, context, here, {.draft = draft}, [&] {
            // Of what stands now: who has seen what differs may write over it.
            hidden_field(h, "described_by", std::to_string(view.described_by));
            asked.write_fields(h, view, choices, filled, language);
            write_reason(h, filled, language);
            submit_button(h, language.tr(asked.button));
        });
    });
}

} // namespace rodtrad::view::pages
