#include "view/digest.hpp"

#include "view/day_words.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/todo_addresses.hpp"
#include "view/pages/todo_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace rodtrad::view {

namespace {

constexpr std::size_t most_rows = 15; // of each kind; the rest is on the page

// A text that somebody wrote cannot look like lines of the letter's own.
std::string on_one_line(std::string text) {
    std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text;
}

} // namespace

Digest digest_of(plan::Todos const& todos, plan::Plan const& plan, study::Dataset const& data,
                 domain::Person const& person, std::string_view site, base::Date today, Language const& language) {
    auto const count = static_cast<std::int64_t>(todos.size());
    Digest digest;
    digest.subject = language.trn("{0} thing is waiting for you in Rödtråd",
                                  "{0} things are waiting for you in Rödtråd", count, number_word(language, count));
    auto& text = digest.text;
    text = language.tr("Hello {0}!", on_one_line(person.name)) + "\n";
    auto const section = [&](std::string_view heading, std::span<plan::Todo const> list) {
        if (list.empty()) return;
        text += fmt::format("\n{}\n", heading);
        for (auto const& todo : list.first(std::min(list.size(), most_rows))) {
            auto const row = pages::todo_row(todo, plan, data, today, language);
            text += fmt::format("\n– {} ({})\n", on_one_line(row.sentence()), row.when);
            if (!row.small.empty()) text += fmt::format("  {}\n", on_one_line(row.small));
            text += fmt::format("  {}{}\n", site, row.url.text());
        }
        if (list.size() > most_rows) {
            auto const more = static_cast<std::int64_t>(list.size() - most_rows);
            text += fmt::format("\n– {}\n", language.trn("{0} more", "{0} more", more, std::to_string(more)));
        }
    };
    section(language.tr("For me to do"), todos.owed);
    section(language.tr("Waiting for me"), todos.waiting);
    text += fmt::format("\n{}\n{}{}\n", language.tr("All of it is here:"), site, pages::todo_url().text());
    text += fmt::format("\n{}\n{}{}\n",
                        language.tr("Rödtråd writes once a day at most, and only when something new has come. If you "
                                    "would rather have no letters, say so in your settings:"),
                        site, pages::own_settings_url().text());
    return digest;
}

} // namespace rodtrad::view
