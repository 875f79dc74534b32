// "Vad händer om …": the whole follow-up once more with another target, other peers or a unit left out. What no change
// touches is taken over from the list that stands.

#include "study/targets_in_force.hpp"
#include "study/what_if.hpp"
#include "view/pages/figure_text.hpp"
#include "view/pages/measure_panels.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t most_units = 60; // to choose from

// A number as people type it: "85", "85,5", "85.5 %", "−2".
std::optional<double> typed_number(std::string_view text) {
    std::string plain;
    constexpr std::string_view minus = "−";
    constexpr std::string_view no_break_space = "\u00A0";
    for (std::size_t i = 0; i < text.size();) {
        if (text.substr(i).starts_with(minus)) {
            plain += '-';
            i += minus.size();
        } else if (text.substr(i).starts_with(no_break_space)) {
            i += no_break_space.size();
        } else {
            if (text[i] != ' ' && text[i] != '%') plain += text[i] == ',' ? '.' : text[i];
            ++i;
        }
    }
    double number = 0;
    auto const [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
    if (error != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(number)) return {};
    return number;
}

WhatIfPanel::Said said(PanelMatter const& matter) {
    WhatIfPanel::Said said;
    said.value = with_unit(matter.language, matter.series.format, matter.series.values.back());
    for (auto const* finding : findings_told(matter)) {
        for (auto& sentence : sentences(*finding, matter.data, matter.language))
            said.sentences.push_back(std::move(sentence));
        said.tags.push_back(tag(*finding, matter.data, matter.language));
    }
    if (said.sentences.empty()) said.sentences.emplace_back(matter.language.tr("Nothing stands out."));
    return said;
}

// The units below, which make the figure; where there are none, those it is compared with.
std::vector<WhatIfPanel::Unit> units_to_leave_out(PanelMatter const& matter, MeasureQuestion const& question) {
    auto const& data = matter.data;
    auto candidates = data.children(matter.key.unit);
    auto const lacks_figure = [&](study::UnitIndex unit) {
        return !has_value(matter.cube().cell(matter.cube().at(matter.slot(), matter.series.newest(), unit)));
    };
    std::erase_if(candidates, lacks_figure);
    if (candidates.empty()) {
        candidates = matter.among.units;
        std::erase(candidates, matter.key.unit);
        std::erase_if(candidates, lacks_figure);
    }
    std::vector<WhatIfPanel::Unit> units;
    for (auto const unit : candidates) {
        auto const& about = data.units[unit].unit;
        bool const is_left_out = std::ranges::find(question.without, about.code) != question.without.end();
        if (is_left_out || units.size() < most_units) units.push_back({about.code, about.name, is_left_out});
    }
    return units;
}

struct Tried {
    study::WhatIf what_if;
    std::string words;
};

Tried tried(PanelMatter const& matter, MeasureQuestion const& question, std::optional<double> target) {
    auto const& [key, data, list, language, series, card, among] = matter;
    Tried tried;
    auto const say = [&](std::string_view words) {
        if (!tried.words.empty()) tried.words.append(" ").append(language.tr("and")).append(" ");
        tried.words.append(words);
    };
    if (target) {
        domain::Target changed;
        changed.measure = matter.measure().code;
        changed.unit = data.units[key.unit].unit.code;
        changed.group = data.groups[key.group].code;
        changed.period = matter.cube().period(0);
        changed.target = target;
        tried.what_if.targets.push_back({key.measure, std::move(changed)});
        say(language.tr("the target were {0}", as_set(language, series.format, *target)));
    }
    if (!among.is_usual) {
        tried.what_if.peers.push_back({{key.unit}, among.units});
        say(language.tr("it were compared with those chosen above"));
    }
    for (auto const& code : question.without)
        if (auto const unit = data.find_unit(code); unit && *unit != key.unit) {
            tried.what_if.exclusions.push_back({key.measure, *unit});
            say(language.tr("{0} were left out", data.units[*unit].unit.name));
        }
    return tried;
}

} // namespace

WhatIfPanel what_if_panel(PanelMatter const& matter, MeasureQuestion const& question) {
    auto const& [key, data, list, language, series, card, among] = matter;
    WhatIfPanel panel{.question = question,
                      .target_now = series.target ? as_set(language, series.format, *series.target) : std::string{},
                      .error = {},
                      .units = units_to_leave_out(matter, question),
                      .changes = {},
                      .now = said(matter),
                      .then = {}};
    auto const target = typed_number(question.target);
    if (!question.target.empty() && !target)
        panel.error = language.tr("“{0}” is not a number. Write for example 85 or 85.5.", question.target);
    if (!target && question.without.empty()) return panel;
    auto const changes = tried(matter, question, target);
    if (changes.what_if.empty()) return panel;
    panel.changes = changes.words;

    auto const other_data = study::with(data, changes.what_if);
    auto const other_list = study::follow_up(other_data, {}, &list);
    auto const* other_card = card_of(other_list, key.measure, key.unit);
    auto const other_series = series_view(key, other_data, other_card, language);
    if (!other_series) {
        panel.then = WhatIfPanel::Said{{}, {std::string{language.tr("There would be no figure.")}}, {}};
        return panel;
    }
    panel.then = said({key, other_data, other_list, language, *other_series, other_card, among});
    return panel;
}

} // namespace rodtrad::view::pages
