#include "view/pages/journal_page.hpp"

#include "base/error.hpp"
#include "base/json.hpp"
#include "view/format.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/people_addresses.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t longest_shown = 300; // bytes of one value
constexpr std::size_t shown_at_once = 3;   // lines of one change; more are one click away

// What the journal calls a thing, and what people do.
constexpr auto kinds = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"person", message("person")},
    {"membership", message("place of work")},
    {"role_grant", message("role")},
    {"goal", message("goal")},
    {"goal_step", message("step in a goal’s life")},
    {"key_result", message("key result")},
    {"behaviour", message("behaviour")},
    {"activity", message("activity")},
    {"check_in", message("check-in")},
    {"comment", message("comment")},
    {"proposal", message("proposal")},
    {"judgement", message("judgement")},
    {"private_note", message("own note")},
    {"following", message("following")},
    {"coaching_question", message("coaching question")},
    {"steering_document", message("steering document")},
    {"profile", message("profile of a unit")},
    {"perspective", message("perspective")},
    {"success_factor", message("success factor")},
    {"scorecard", message("scorecard")},
    {"unit", message("unit")},
    {"delivery", message("delivery")},
    {"publication", message("publication")},
    {"setting", message("setting")},
});

std::string kind_name(std::string_view kind, Language const& language) {
    auto const found = std::ranges::find(kinds, kind, &std::pair<std::string_view, std::string_view>::first);
    return std::string{found == kinds.end() ? kind : language.tr(found->second)};
}

std::string shown(base::Json const* value) {
    if (value == nullptr || value->is_null()) return "–";
    auto text = value->text() != nullptr ? *value->text() : base::to_text(*value);
    if (text.empty()) return "–";
    if (text.size() <= longest_shown) return text;
    auto end = longest_shown;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end; // between two characters
    return text.substr(0, end) + "…";
}

std::optional<base::Json> parsed(std::string_view text) {
    if (!text.starts_with('{')) return {};
    try {
        return base::to_json(text);
    } catch (base::Error const&) {
        return {}; // a text that only looks like JSON is shown as it is
    }
}

std::string words_of(std::string_view field) {
    std::string words{field};
    std::ranges::replace(words, '_', ' ');
    return words;
}

Url address_of_view(JournalView const& view) {
    auto url = journal_url();
    if (!view.person.empty()) url = url.query("vem", view.person);
    if (!view.kind.empty()) url = url.query("vad", view.kind);
    return url;
}

void write_filters(Html& h, JournalView const& view, Language const& language) {
    h.form(class_("filters"), action(journal_url()), method("get"), [&] {
        h.label([&] {
            h.text(language.tr("Who"));
            h.select(name("vem"), [&] {
                h.option(value(""), language.tr("Everyone"));
                for (auto const& person : view.people)
                    h.option(value(person.value), selected(person.value == view.person), person.text);
            });
        });
        h.label([&] {
            h.text(language.tr("What"));
            h.select(name("vad"), [&] {
                h.option(value(""), language.tr("Everything"));
                for (auto const& kind : view.kinds)
                    h.option(value(kind), selected(kind == view.kind), kind_name(kind, language));
            });
        });
        h.button(class_("btn quiet"), type("submit"), language.tr("Show"));
    });
}

void write_lines(Html& h, std::span<std::string const> lines) {
    if (lines.empty()) return;
    h.ul(class_("altered"), [&] {
        for (auto const& line : lines) h.li(line);
    });
}

void write_row(Html& h, JournalRow const& row, Language const& language) {
    h.tr([&] {
        h.td(class_("period"), date_and_time(language, row.at));
        h.td(row.actor);
        h.td([&] {
            h.text(row.kind.empty() ? row.action : kind_name(row.kind, language));
            if (row.record != 0) h.text(" " + std::to_string(row.record));
            h.small(class_("of"), row.action);
        });
        h.td([&] {
            auto const lines = alterations(row.before, row.after, language);
            if (lines.size() <= shown_at_once) {
                write_lines(h, lines);
                return;
            }
            h.details([&] {
                h.summary(lines.front());
                write_lines(h, std::span{lines}.subspan(1));
            });
        });
        h.td(row.reason);
    });
}

} // namespace

std::vector<std::string> alterations(std::string_view before, std::string_view after, Language const& language) {
    auto const was = parsed(before);
    auto const is = parsed(after);
    std::vector<std::string> lines;
    if (!is) {
        if (!after.empty()) lines.emplace_back(after);
        return lines;
    }
    for (auto const& [field, value] : *is->object()) {
        if (field == "id" || field == "version") continue;
        auto const* old = was ? was->find(field) : nullptr;
        if (old != nullptr && *old == value) continue;
        auto const now = shown(&value);
        if (!was && now == "–") continue; // nothing was written there
        lines.push_back(was ? language.tr("{0}: {1} → {2}", words_of(field), shown(old), now)
                            : language.tr("{0}: {1}", words_of(field), now));
    }
    return lines;
}

std::string journal_page(JournalView const& view, Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("Journal");
    auto const here = address_of_view(view);
    return whole_page({std::string{title}, Section::none, here, {}}, context, [&](Html& h) {
        h.h1(title);
        h.p(class_("lede"), language.tr("Who has done what, when and why. Nothing here can be changed or taken away: "
                                        "each line seals the one before it, and `rodtrad check` tries every seal."));
        write_filters(h, view, language);
        if (view.rows.empty()) h.p(class_("empty"), language.tr("Nothing like that has been done."));
        if (!view.rows.empty())
            h.div(class_("scroll"), tabindex(0), role("region"), aria_label(title), [&] {
                h.table(class_("tt journal"), [&] {
                    h.thead([&] {
                        h.tr([&] {
                            for (auto const heading : {language.tr("When"), language.tr("Who"), language.tr("What"),
                                                       language.tr("Before → after"), language.tr("Why")})
                                h.th(scope("col"), heading);
                        });
                    });
                    h.tbody([&] {
                        for (auto const& row : view.rows) write_row(h, row, language);
                    });
                });
            });
        if (view.older) h.p([&] { h.a(href(here.query("fore", std::to_string(*view.older))), language.tr("Older")); });
    });
}

} // namespace rodtrad::view::pages
