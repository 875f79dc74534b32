#pragma once

#include "base/fields.hpp"
#include "view/html.hpp"
#include "view/pages/context.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// Forms that work without script: labels above, hints below them, what is wrong beside the field and in a summary.
namespace rodtrad::view::pages {

// What a form holds: what stands when it is opened, or what was typed when it is shown again because something is
// wrong.
class Filled {
public:
    using Values = std::vector<std::pair<std::string, std::string>>;   // a name may come several times: checked boxes
    using Problems = std::vector<std::pair<std::string, std::string>>; // field (empty: the whole), sentence

    Filled() = default; // an empty form
    static Filled standing(Values values) { return Filled{std::move(values), {}}; }
    static Filled typed(Values values, Problems problems) { return Filled{std::move(values), std::move(problems)}; }

    std::string_view value(std::string_view name) const; // the first; empty where there is none
    std::vector<std::string_view> values(std::string_view name) const;
    bool has(std::string_view name, std::string_view value) const; // among its values
    std::string_view problem(std::string_view field) const;        // empty: all is well
    Values const& values() const { return m_values; }
    Problems const& problems() const { return m_problems; }

private:
    Filled(Values values, Problems problems) : m_values{std::move(values)}, m_problems{std::move(problems)} {}
    Values m_values;
    Problems m_problems;
};

// A page that is a form and nothing else: what its fields hold.
struct FormView {
    struct Field {
        std::string name;
        std::string value;

        static constexpr auto fields() {
            return std::tuple{base::Field{"name", &Field::name}, base::Field{"value", &Field::value}};
        }
    };
    std::vector<Field> filled; // a name may come several times: checked boxes

    static constexpr auto fields() { return std::tuple{base::Field{"filled", &FormView::filled}}; }
};
FormView form_view(Filled const& filled);

struct FormOptions {
    std::string_view
        draft{}; // under which name the browser keeps what is typed until it has been sent; empty: not at all
    bool is_upload = false; // has files
    std::string_view id{};  // to jump to
    std::string_view classes{};
};

enum class Required : std::uint8_t { no, yes };

struct FieldSpec {
    std::string_view name;
    std::string_view label;
    std::string_view hint{};
    Required required = Required::no;
    std::string_view autocomplete{}; // as HTML names it: "username", "email"; empty: "off"
    long longest = 0;                // characters; 0: no limit of its own
    std::string_view apart{};        // tells the ids of its form from those of the same form elsewhere on the page
};

struct Choice {
    std::string value;
    std::string text;
    std::string hint{};  // of radio buttons and checkboxes
    std::string group{}; // heading in a select; those of one group stand together
};

// A form that is posted, with the secret of the session. `contents` writes fields and buttons.
void write_form(Html& h, Context const& context, Url const& action_url, FormOptions const& options,
                auto const& contents);

// What is wrong, at the top, with a link to each field; nothing where all is well. `apart`: of which of several like
// forms on the page.
void write_problems(Html& h, Context const& context, Filled const& filled, std::string_view apart = {});

void hidden_field(Html& h, std::string_view field, std::string_view text);
void text_field(Html& h, Filled const& filled, FieldSpec const& field);
void password_field(Html& h, Filled const& filled, FieldSpec const& field); // never shows what was typed
void number_field(Html& h, Filled const& filled, FieldSpec const& field);   // a text, for "12,5"; a keyboard of digits
void date_field(Html& h, Filled const& filled, FieldSpec const& field);     // "2026-10-03"
void area_field(Html& h, Filled const& filled, FieldSpec const& field, long lines = 4);
void file_field(Html& h, Filled const& filled, FieldSpec const& field, std::string_view accepted); // ".csv,.xlsx"
void select_field(Html& h, Filled const& filled, FieldSpec const& field, std::span<Choice const> choices);
// A text with suggestions: for one of many, which are too many for a list to scroll in.
void suggested_field(Html& h, Filled const& filled, FieldSpec const& field, std::span<Choice const> choices);
void radio_field(Html& h, Filled const& filled, FieldSpec const& field, std::span<Choice const> choices);
void checkboxes_field(Html& h, Filled const& filled, FieldSpec const& field, std::span<Choice const> choices);
void checkbox_field(Html& h, Filled const& filled, FieldSpec const& field); // sends "ja" where it is checked

enum class Weight : std::uint8_t { main, quiet }; // one main button on a page: the next thing to do
void submit_button(Html& h, std::string_view text, Weight weight = Weight::main);
void submit_button(Html& h, std::string_view text, std::string_view field, std::string_view sent, Weight weight);

// A button that posts by itself: "Följ", "Markera som klar". `about`: which one of several that say the same, for who
// hears them one by one.
void post_button(Html& h, Context const& context, Url const& action_url, std::string_view text, Weight weight,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values = {},
                 std::string_view about = {});

// What somebody has written in a form in words, to be read and copied where the form cannot be shown again. Choices,
// days and what the page itself put there are left out.
bool has_words(Filled::Values const& values);
void write_words_of_form(Html& h, Filled::Values const& values);

// --- in full, because it takes any function

void begin_form(Html& h, Context const& context);

void write_form(Html& h, Context const& context, Url const& action_url, FormOptions const& options,
                auto const& contents) {
    h.form(class_("form", options.classes), id(options.id).when(!options.id.empty()), action(action_url),
           method("post"), enctype("multipart/form-data").when(options.is_upload),
           data_draft(options.draft).when(!options.draft.empty()), [&] {
               begin_form(h, context);
               contents();
           });
}

} // namespace rodtrad::view::pages
