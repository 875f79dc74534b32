#include "view/pages/journal_page.hpp"

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/json.hpp"
#include "view/format.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/journal_words.hpp"
#include "view/pages/people_addresses.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t longest_shown = 300; // bytes of one value
constexpr std::size_t shown_at_once = 3;   // lines of one change; more are one click away

std::string kind_name(std::string_view kind, Language const& language) {
    return std::string{journal_kind(kind, language).value_or(kind)};
}

// Of whom a field tells by number.
bool is_person(std::string_view field) {
    constexpr auto fields =
        std::to_array<std::string_view>({"person", "owner", "by", "proposed_by", "acknowledged_by", "answered_by"});
    return std::ranges::find(fields, field) != fields.end();
}

// Whose values are words of the program.
bool is_enumeration(std::string_view field) {
    constexpr auto fields = std::to_array<std::string_view>(
        {"role", "language", "kind", "state", "level", "cycle", "rhythm", "verdict", "aim", "bound", "whose", "about"});
    return std::ranges::find(fields, field) != fields.end();
}

std::string in_words(std::string_view field, std::string text, std::span<Choice const> people,
                     Language const& language) {
    if (is_person(field)) {
        auto const found = std::ranges::find(people, text, &Choice::value);
        return found == people.end() ? text : found->text;
    }
    if (text == "true") return std::string{language.tr("yes")};
    if (text == "false") return std::string{language.tr("no")};
    if (auto const day = base::to_date(text)) return date(language, *day);
    return is_enumeration(field) ? std::string{journal_value(text, language).value_or(text)} : text;
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

std::string words_of(std::string_view field, Language const& language) {
    return std::string{journal_field(field, language).value_or(field)};
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

void write_row(Html& h, JournalRow const& row, std::span<Choice const> people, Language const& language) {
    h.tr([&] {
        h.td(class_("period"), date_and_time(language, row.at));
        h.td(row.actor);
        h.td([&] {
            h.text(kind_name(row.kind, language));
            if (row.record != 0) h.text(" " + std::to_string(row.record));
            h.small(class_("of"), journal_action(row.action, language).value_or(row.action));
        });
        h.td([&] {
            auto const lines = alterations(row.before, row.after, people, language);
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

std::vector<std::string> alterations(std::string_view before, std::string_view after, std::span<Choice const> people,
                                     Language const& language) {
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
        auto const said = [&](base::Json const* one) { return in_words(field, shown(one), people, language); };
        auto const now = said(&value);
        if (!was && now == "–") continue; // nothing was written there
        lines.push_back(was ? language.tr("{0}: {1} → {2}", words_of(field, language), said(old), now)
                            : language.tr("{0}: {1}", words_of(field, language), now));
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
                        for (auto const& row : view.rows) write_row(h, row, view.people, language);
                    });
                });
            });
        if (view.older) h.p([&] { h.a(href(here.query("fore", std::to_string(*view.older))), language.tr("Older")); });
    });
}

} // namespace rodtrad::view::pages
