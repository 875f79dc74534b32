#include "view/pages/form.hpp"

#include <algorithm>
#include <concepts>

namespace rodtrad::view::pages {

namespace {

std::string_view or_off(std::string_view autocompletion) { return autocompletion.empty() ? "off" : autocompletion; }

std::string id_of(std::string_view field, std::string_view apart) {
    auto id = "f-" + std::string{field};
    return apart.empty() ? id : id.append("-").append(apart);
}

bool is_words(Filled::Values::value_type const& pair) { return pair.second.find(' ') != std::string::npos; }

// What a field of any kind shares: the label, the hint and the problem that its control is described by.
class FieldParts {
public:
    FieldParts(Filled const& filled, FieldSpec const& field)
        : m_field{field}, m_problem{filled.problem(field.name)}, m_id{id_of(field.name, field.apart)} {
        if (!field.hint.empty()) m_described_by = m_id + "-hint";
        if (!m_problem.empty()) m_described_by += (m_described_by.empty() ? "" : " ") + m_id + "-problem";
    }

    std::string const& control_id() const { return m_id; }
    Attribute described_by() const { return aria_describedby(m_described_by).when(!m_described_by.empty()); }
    Attribute invalid() const { return aria_invalid().when(!m_problem.empty()); }
    Flag needed() const { return required(m_field.required == Required::yes); }
    NumberAttribute longest() const { return maxlength(m_field.longest); }

    void write_about(Html& h) const {
        if (!m_field.hint.empty()) h.p(class_("hint"), id(m_id + "-hint"), m_field.hint);
        if (!m_problem.empty()) h.p(class_("problem"), id(m_id + "-problem"), m_problem);
    }

private:
    FieldSpec const& m_field;
    std::string_view m_problem;
    std::string m_id;
    std::string m_described_by;
};

void write_field(Html& h, Filled const& filled, FieldSpec const& field, auto const& control) {
    FieldParts const parts{filled, field};
    h.div(class_("field"), [&] {
        h.label(for_(parts.control_id()), field.label);
        parts.write_about(h);
        control(parts);
    });
}

void write_input(Html& h, Filled const& filled, FieldSpec const& field, std::string_view kind, std::string_view shown,
                 std::string_view keyboard = {}) {
    write_field(h, filled, field, [&](FieldParts const& parts) {
        if (field.longest > 0)
            h.input(id(parts.control_id()), name(field.name), type(kind), value(shown), parts.longest(),
                    autocomplete(or_off(field.autocomplete)), inputmode(keyboard).when(!keyboard.empty()),
                    parts.needed(), parts.described_by(), parts.invalid());
        else
            h.input(id(parts.control_id()), name(field.name), type(kind), value(shown),
                    autocomplete(or_off(field.autocomplete)), inputmode(keyboard).when(!keyboard.empty()),
                    parts.needed(), parts.described_by(), parts.invalid());
    });
}

// Radio buttons or checkboxes, with the label as the legend of them all.
void write_boxes(Html& h, Filled const& filled, FieldSpec const& field, std::span<Choice const> choices,
                 std::string_view kind) {
    FieldParts const parts{filled, field};
    h.fieldset(class_("field boxes"), id(parts.control_id()), parts.described_by(), [&] {
        h.legend(field.label);
        parts.write_about(h);
        for (auto const& choice : choices)
            h.label(class_("box"), [&] {
                h.input(type(kind), name(field.name), value(choice.value),
                        checked(filled.has(field.name, choice.value)),
                        required(kind == "radio" && field.required == Required::yes));
                h.span([&] {
                    h.text(choice.text);
                    if (!choice.hint.empty()) h.small(choice.hint);
                });
            });
    });
}

void write_options(Html& h, Filled const& filled, FieldSpec const& field, std::span<Choice const> choices) {
    auto const write_one = [&](Choice const& choice) {
        h.option(value(choice.value), selected(filled.value(field.name) == choice.value), choice.text);
    };
    for (std::size_t at = 0; at < choices.size();) {
        auto const& group = choices[at].group;
        auto const end = static_cast<std::size_t>(
            std::ranges::find_if_not(choices.subspan(at), [&](Choice const& choice) { return choice.group == group; }) -
            choices.begin());
        auto const write_group = [&] { std::ranges::for_each(choices.subspan(at, end - at), write_one); };
        if (group.empty())
            write_group();
        else
            h.optgroup(label(group), write_group);
        at = end;
    }
}

} // namespace

FormView form_view(Filled const& filled) {
    FormView view;
    for (auto const& [name, value] : filled.values()) view.filled.push_back({name, value});
    return view;
}

std::string_view Filled::value(std::string_view name) const {
    auto const found = std::ranges::find(m_values, name, &Values::value_type::first);
    return found == m_values.end() ? std::string_view{} : std::string_view{found->second};
}

std::vector<std::string_view> Filled::values(std::string_view name) const {
    std::vector<std::string_view> found;
    for (auto const& [field, value] : m_values)
        if (field == name) found.emplace_back(value);
    return found;
}

bool Filled::has(std::string_view name, std::string_view value) const {
    return std::ranges::any_of(m_values, [&](auto const& pair) { return pair.first == name && pair.second == value; });
}

std::string_view Filled::problem(std::string_view field) const {
    auto const found = std::ranges::find(m_problems, field, &Problems::value_type::first);
    return found == m_problems.end() ? std::string_view{} : std::string_view{found->second};
}

void begin_form(Html& h, Context const& context) { hidden_field(h, "_csrf", context.csrf); }

void write_problems(Html& h, Context const& context, Filled const& filled, std::string_view apart) {
    if (filled.problems().empty()) return;
    h.div(class_("problems"), role("alert"), tabindex(-1), [&] {
        h.p([&] { h.strong(context.language.tr("Nothing has been saved yet.")); });
        h.ul([&] {
            for (auto const& [field, sentence] : filled.problems())
                h.li([&] {
                    if (field.empty())
                        h.text(sentence);
                    else
                        h.a(href(Url::on_this_page(id_of(field, apart))), sentence);
                });
        });
    });
}

void hidden_field(Html& h, std::string_view field, std::string_view text) {
    h.input(type("hidden"), name(field), value(text));
}

void text_field(Html& h, Filled const& filled, FieldSpec const& field) {
    write_input(h, filled, field, "text", filled.value(field.name));
}

void password_field(Html& h, Filled const& filled, FieldSpec const& field) {
    write_input(h, filled, field, "password", {});
}

void number_field(Html& h, Filled const& filled, FieldSpec const& field) {
    write_input(h, filled, field, "text", filled.value(field.name), "decimal");
}

void date_field(Html& h, Filled const& filled, FieldSpec const& field) {
    write_input(h, filled, field, "date", filled.value(field.name));
}

void area_field(Html& h, Filled const& filled, FieldSpec const& field, long lines) {
    write_field(h, filled, field, [&](FieldParts const& parts) {
        // A line break right after the tag is not part of the text, so that one which is stays.
        auto const write_text = [&] {
            h.text("\n");
            h.text(filled.value(field.name));
        };
        if (field.longest > 0)
            h.textarea(id(parts.control_id()), name(field.name), rows(lines), parts.longest(), parts.needed(),
                       parts.described_by(), parts.invalid(), write_text);
        else
            h.textarea(id(parts.control_id()), name(field.name), rows(lines), parts.needed(), parts.described_by(),
                       parts.invalid(), write_text);
    });
}

void file_field(Html& h, Filled const& filled, FieldSpec const& field, std::string_view accepted) {
    write_field(h, filled, field, [&](FieldParts const& parts) {
        h.input(id(parts.control_id()), name(field.name), type("file"), accept(accepted), parts.needed(),
                parts.described_by(), parts.invalid());
    });
}

void select_field(Html& h, Filled const& filled, FieldSpec const& field, std::span<Choice const> choices) {
    write_field(h, filled, field, [&](FieldParts const& parts) {
        h.select(id(parts.control_id()), name(field.name), parts.needed(), parts.described_by(), parts.invalid(),
                 [&] { write_options(h, filled, field, choices); });
    });
}

void suggested_field(Html& h, Filled const& filled, FieldSpec const& field, std::span<Choice const> choices) {
    write_field(h, filled, field, [&](FieldParts const& parts) {
        auto const suggestions = parts.control_id() + "-list";
        h.input(id(parts.control_id()), name(field.name), type("text"), value(filled.value(field.name)),
                list(suggestions), autocomplete("off"), parts.needed(), parts.described_by(), parts.invalid());
        h.datalist(id(suggestions), [&] {
            for (auto const& choice : choices) h.option(value(choice.value), choice.text);
        });
    });
}

void radio_field(Html& h, Filled const& filled, FieldSpec const& field, std::span<Choice const> choices) {
    write_boxes(h, filled, field, choices, "radio");
}

void checkboxes_field(Html& h, Filled const& filled, FieldSpec const& field, std::span<Choice const> choices) {
    write_boxes(h, filled, field, choices, "checkbox");
}

void checkbox_field(Html& h, Filled const& filled, FieldSpec const& field) {
    FieldParts const parts{filled, field};
    h.div(class_("field"), [&] {
        h.label(class_("box"), [&] {
            h.input(id(parts.control_id()), type("checkbox"), name(field.name), value("ja"),
                    checked(filled.has(field.name, "ja")), parts.described_by());
            h.span(field.label);
        });
        parts.write_about(h);
    });
}

void submit_button(Html& h, std::string_view text, Weight weight) {
    h.button(class_(weight == Weight::main ? "btn" : "btn quiet"), type("submit"), text);
}

void submit_button(Html& h, std::string_view text, std::string_view field, std::string_view sent, Weight weight) {
    h.button(class_(weight == Weight::main ? "btn" : "btn quiet"), type("submit"), name(field), value(sent), text);
}

void post_button(Html& h, Context const& context, Url const& action_url, std::string_view text, Weight weight,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values, std::string_view about) {
    write_form(h, context, action_url, {.classes = "alone"}, [&] {
        for (auto const& [field, sent] : values) hidden_field(h, field, sent);
        h.button(class_(weight == Weight::main ? "btn" : "btn quiet"), type("submit"), [&] {
            h.text(text);
            if (!about.empty()) h.span(class_("out-of-sight"), ": ", about);
        });
    });
}

bool has_words(Filled::Values const& values) { return std::ranges::any_of(values, is_words); }

void write_words_of_form(Html& h, Filled::Values const& values) {
    h.ul(class_("kept"), [&] {
        for (auto const& pair : values)
            if (is_words(pair)) h.li(pair.second);
    });
}

} // namespace rodtrad::view::pages
