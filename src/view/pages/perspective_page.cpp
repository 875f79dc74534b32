#include "view/pages/perspective_page.hpp"

#include "plan/perspectives_in_force.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/scorecard_addresses.hpp"
#include "view/pages/scorecard_parts.hpp"

#include <fmt/format.h>

#include <charconv>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t empty_lines = 2;
constexpr std::size_t most_lines = 40;

std::string field(std::string_view name, std::size_t line) { return fmt::format("{}.{}", name, line); }

std::size_t lines_of(Filled const& filled) {
    auto const text = filled.value("lines");
    std::size_t lines = 0;
    std::from_chars(text.data(), text.data() + text.size(), lines);
    return std::min(lines, most_lines);
}

std::string where_from(PerspectivesView const& view, Language const& language) {
    if (view.from.empty())
        return std::string{language.tr("These are the four of the balanced scorecard. They hold until the organisation "
                                       "says something else.")};
    if (view.from == view.unit)
        return std::string{
            language.tr("Set here. They hold for the unit and for all below it that have none of their own.")};
    return language.tr("They come from {0}. What is saved here holds for this unit and those below it instead.",
                       view.from_name);
}

void write_line(Html& h, Filled const& filled, std::size_t line, Language const& language) {
    auto const is_new = filled.value(field("name", line)).empty();
    auto const number = std::to_string(line + 1);
    auto const name = field("name", line);
    auto const name_en = field("name_en", line);
    auto const about = field("about", line);
    auto const is_ended = field("is_ended", line);
    h.fieldset(class_("perspective"), [&] {
        h.legend(is_new ? language.tr("One more perspective") : language.tr("Perspective {0}", number));
        hidden_field(h, field("id", line), filled.value(field("id", line)));
        text_field(h, filled, {.name = name, .label = language.tr("Name")});
        text_field(h, filled, {.name = name_en, .label = language.tr("Name in English (may be left out)")});
        text_field(h, filled, {.name = about, .label = language.tr("What it is about, in a few words")});
        if (!is_new) checkbox_field(h, filled, {.name = is_ended, .label = language.tr("Take it away")});
    });
}

} // namespace

PerspectivesView perspectives_view(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit) {
    auto const& about = data.units[unit].unit;
    PerspectivesView view{.unit = about.code,
                          .unit_name = about.name,
                          .way = way_to(unit, data),
                          .perspectives = plan::perspectives_in_force(plan, data, unit),
                          .from = {},
                          .from_name = {}};
    if (auto const source = plan::source_of_perspectives(plan, data, unit)) {
        view.from = data.units[*source].unit.code;
        view.from_name = data.units[*source].unit.name;
    }
    return view;
}

Filled::Values standing_values(PerspectivesView const& view) {
    Filled::Values values;
    std::size_t line = 0;
    for (auto const& perspective : view.perspectives) {
        values.emplace_back(field("id", line), std::to_string(perspective.id.value()));
        values.emplace_back(field("name", line), perspective.name);
        values.emplace_back(field("name_en", line), perspective.name_en);
        values.emplace_back(field("about", line), perspective.about);
        ++line;
    }
    values.emplace_back("lines", std::to_string(line + empty_lines));
    return values;
}

std::string perspectives_page(PerspectivesView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("Perspectives: {0}", view.unit_name);
    auto const here = perspectives_url(view.unit);
    return whole_page({title, Section::units, here, {}}, context, [&](Html& h) {
        write_thread(h, view.way, LastStep::is_link, language);
        h.h1(title);
        h.p(class_("lede"), where_from(view, language));
        if (!view.may_define) {
            h.ol(class_("prose"), [&] {
                for (auto const& perspective : view.perspectives)
                    h.li([&] {
                        h.strong(perspective_name(perspective, language));
                        if (!perspective.about.empty()) h.text(": " + perspective.about);
                    });
            });
            return;
        }
        write_problems(h, context, filled);
        auto const draft = "perspectives-" + view.unit;
        write_form(h, context, here, {.draft = draft}, [&] {
            hidden_field(h, "lines", filled.value("lines"));
            for (std::size_t line = 0; line < lines_of(filled); ++line) write_line(h, filled, line, language);
            submit_button(h, language.tr("Save"));
        });
        if (view.from == view.unit && view.way.size() > 1)
            h.section([&] {
                h.h2(language.tr("Follow those above instead"));
                post_button(h, context, perspectives_drop_url(view.unit),
                            language.tr("Take away the unit's own perspectives"), Weight::quiet);
            });
    });
}

} // namespace rodtrad::view::pages
