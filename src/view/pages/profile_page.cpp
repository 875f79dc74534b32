#include "view/pages/profile_page.hpp"

#include "plan/scorecard_in_use.hpp"
#include "view/letter_case.hpp"
#include "view/pages/changed_meanwhile.hpp"
#include "view/pages/document_words.hpp"
#include "view/pages/frame.hpp"
#include "view/pages/parts.hpp"
#include "view/pages/scorecard_addresses.hpp"

#include <array>

namespace rodtrad::view::pages {

namespace {

using domain::Profile;

// Balansen's steps from mission to measure: what is asked, and what the answer says.
struct Step {
    std::string_view field;
    std::string Profile::* answer;
    std::string_view question;
    std::string_view hint;
    std::string_view heading;
};
constexpr auto steps = std::to_array<Step>({
    {"commissioner", &Profile::commissioner, message("Who gives us our mission?"),
     message("The board, the assembly, the state"), message("Our mission comes from")},
    {"laws_and_documents", &Profile::laws_and_documents, message("Which laws and documents govern us?"),
     message("National and local, one a line"), message("We are governed by")},
    {"core_operation", &Profile::core_operation, message("What do we do?"),
     message("The core of the operation, in a few sentences"), message("What we do")},
    {"customers", &Profile::customers, message("Whom are we here for?"), {}, message("We are here for")},
    {"needs", &Profile::needs, message("What do they need?"), {}, message("What they need")},
    {"processes", &Profile::processes, message("How do we do it?"),
     message("The key processes, one a line: admission, planning, the day itself"), message("How we work")},
    {"competence", &Profile::competence, message("What must we be good at?"), message("Competence that the work takes"),
     message("What we know")},
    {"partners", &Profile::partners, message("Whom do we work together with?"), {}, message("We work together with")},
});

void write_lines(Html& h, std::string_view lines) {
    h.ul([&] {
        while (!lines.empty()) {
            auto const end = lines.find('\n');
            if (end != 0) h.li(lines.substr(0, end));
            lines = end == lines.npos ? std::string_view{} : lines.substr(end + 1);
        }
    });
}

void write_answer(Html& h, Step const& step, Profile const& answers, Language const& language) {
    std::string_view const answer = answers.*step.answer;
    if (answer.empty()) return;
    h.h2(language.tr(step.heading));
    bool const is_a_list = step.answer == &Profile::processes || step.answer == &Profile::laws_and_documents;
    if (is_a_list && answer.find('\n') != answer.npos)
        write_lines(h, answer);
    else
        write_paragraphs(h, answer);
}

} // namespace

ProfileView profile_view(plan::Plan const& plan, study::Dataset const& data, study::UnitIndex unit, base::Date day) {
    auto const& about = data.units[unit].unit;
    ProfileView view{.unit = about.code,
                     .unit_name = about.name,
                     .kind = capitalised(about.operation),
                     .way = way_to(unit, data),
                     .answers = {},
                     .factors = {}};
    if (auto const* profile = plan.profile_of(about.code)) {
        view.answers = *profile;
        view.is_described = true;
    }
    if (auto const* card = plan::scorecard_in_use(plan, data, unit, day)) {
        for (auto const& row : card->rows)
            if (auto const* factor = plan.factors.find(row.factor)) view.factors.push_back(factor->name);
    } else {
        for (auto const* factor : plan.factors_of(about.code))
            if (!factor->is_ended) view.factors.push_back(factor->name);
    }
    return view;
}

std::string profile_page(ProfileView const& view, Context const& context) {
    auto const& language = context.language;
    Frame const frame{language.tr("About {0}", view.unit_name), Section::units, profile_url(view.unit), {}};
    return whole_page(frame, context, [&](Html& h) {
        write_thread(h, view.way, LastStep::is_link, language);
        h.h1(language.tr("About {0}", view.unit_name));
        if (!view.kind.empty()) h.p(class_("lede"), view.kind);
        h.div(class_("prose description"), [&] {
            if (!view.is_described) h.p(language.tr("The unit has not described itself yet."));
            for (auto const& step : steps) write_answer(h, step, view.answers, language);
            if (!view.factors.empty()) {
                h.h2(language.tr("What must go well"));
                h.ul([&] {
                    for (auto const& factor : view.factors) h.li(factor);
                });
                h.p(class_("of"),
                    [&] { h.a(href(scorecard_url(view.unit)), language.tr("How it goes stands on the scorecard")); });
            }
        });
        if (view.may_write)
            h.p([&] {
                h.a(class_("btn quiet"), href(profile_form_url(view.unit)),
                    view.is_described ? language.tr("Change the description") : language.tr("Describe the operation"));
            });
    });
}

Filled filled_from(Profile const& profile) {
    Filled::Values values{{"version", std::to_string(profile.version)}};
    for (auto const& step : steps) values.emplace_back(step.field, profile.*step.answer);
    return Filled::standing(std::move(values));
}

std::string profile_form_page(ProfileView const& view, Filled const& filled, Context const& context) {
    auto const& language = context.language;
    auto const title = language.tr("Describe {0}", view.unit_name);
    auto const here = profile_form_url(view.unit);
    return whole_page({title, Section::units, here, {}}, context, [&](Html& h) {
        write_thread(h, view.way, LastStep::is_link, language);
        h.h1(title);
        h.p(class_("lede"), language.tr("From mission to measure, a question at a time. Answer those you can: the "
                                        "rest can come later. Success factors are set on the scorecard."));
        write_problems(h, context, filled);
        std::vector<FieldLabel> labels;
        for (auto const& step : steps) labels.emplace_back(step.field, language.tr(step.question));
        write_differences(h, changed_meanwhile(filled_from(view.answers), filled, labels), context);
        auto const draft = "profile-" + view.unit;
        write_form(h, context, here, {.draft = draft}, [&] {
            // Of what stands now: who has seen what differs may write over it.
            hidden_field(h, "version", std::to_string(view.answers.version));
            for (auto const& step : steps)
                area_field(h, filled,
                           {.name = step.field,
                            .label = language.tr(step.question),
                            .hint = step.hint.empty() ? std::string_view{} : language.tr(step.hint),
                            .longest = 5000},
                           3);
            submit_button(h, language.tr("Save"));
        });
    });
}

} // namespace rodtrad::view::pages
