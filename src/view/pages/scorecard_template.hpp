#pragma once

#include "base/date.hpp"
#include "base/fields.hpp"
#include "plan/plan.hpp"
#include "study/dataset.hpp"
#include "view/pages/context.hpp"
#include "view/pages/form.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// Where cards are made: the editions there are, and the page on which one in development is changed a step at a time.
namespace rodtrad::view::pages {

struct EditionView {
    domain::ScorecardId id;
    std::string name;
    int edition = 1;
    domain::ScorecardState state = domain::ScorecardState::in_development;
    std::optional<base::Date> valid_from;
    std::optional<base::Date> valid_to;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &EditionView::id},
                          base::Field{"name", &EditionView::name},
                          base::Field{"edition", &EditionView::edition},
                          base::Field{"state", &EditionView::state},
                          base::Field{"valid_from", &EditionView::valid_from},
                          base::Field{"valid_to", &EditionView::valid_to}};
    }
};

struct TemplateEntry { // one card with its editions, newest first
    std::string operation;
    std::string unit; // code
    std::string unit_name;
    std::size_t units = 0; // it is for
    std::vector<EditionView> editions;

    static constexpr auto fields() {
        return std::tuple{
            base::Field{"operation", &TemplateEntry::operation}, base::Field{"unit", &TemplateEntry::unit},
            base::Field{"unit_name", &TemplateEntry::unit_name}, base::Field{"units", &TemplateEntry::units},
            base::Field{"editions", &TemplateEntry::editions}};
    }
};

struct TemplatesView {
    std::vector<TemplateEntry> cards;
    bool may_define = false; // somewhere

    static constexpr auto fields() {
        return std::tuple{base::Field{"cards", &TemplatesView::cards},
                          base::Field{"may_define", &TemplatesView::may_define}};
    }
};
TemplatesView templates_view(plan::Plan const& plan, study::Dataset const& data, base::Date day);
std::string templates_page(TemplatesView const& view, Context const& context);

// The form for a new card.
struct NewTemplateForm {
    std::vector<Choice> units;      // in which the person may define
    std::vector<Choice> operations; // the kinds there are in these; first "the unit's own card"
    Filled filled;
};
std::vector<Choice> operation_choices(study::Dataset const& data, base::Date day, Language const& language);
std::string new_template_page(NewTemplateForm const& form, Context const& context);

struct TemplateMeasure {
    std::string code;
    std::string title;
    std::size_t units_with_figures = 0; // of those that the card is for

    static constexpr auto fields() {
        return std::tuple{base::Field{"code", &TemplateMeasure::code}, base::Field{"title", &TemplateMeasure::title},
                          base::Field{"units_with_figures", &TemplateMeasure::units_with_figures}};
    }
};

struct TemplateFactor {
    domain::SuccessFactorId id;
    std::string name;
    std::string process;
    std::vector<TemplateMeasure> measures;

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &TemplateFactor::id}, base::Field{"name", &TemplateFactor::name},
                          base::Field{"process", &TemplateFactor::process},
                          base::Field{"measures", &TemplateFactor::measures}};
    }
};

struct TemplatePerspective {
    domain::PerspectiveId id;
    std::string name;
    std::vector<TemplateFactor> factors;
    std::vector<TemplateFactor> others; // of the unit and above, not on the card: without measures

    static constexpr auto fields() {
        return std::tuple{base::Field{"id", &TemplatePerspective::id}, base::Field{"name", &TemplatePerspective::name},
                          base::Field{"factors", &TemplatePerspective::factors},
                          base::Field{"others", &TemplatePerspective::others}};
    }
};

// Which measures to choose among, for one factor.
struct MeasureSearch {
    domain::SuccessFactorId factor; // 0: none is being looked for
    std::string words;
    std::vector<TemplateMeasure> found; // those that most units have figures for first
    std::size_t more = 0;               // that were found too, and not shown
};

struct TemplateView {
    EditionView edition;
    std::string operation;
    std::string unit; // code
    std::string unit_name;
    std::size_t units = 0;
    std::vector<TemplatePerspective> perspectives;
    std::optional<domain::ScorecardId> before;         // the edition that this one was made from
    std::optional<domain::ScorecardId> in_development; // another edition of the same card
    MeasureSearch search;
    bool may_define = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"edition", &TemplateView::edition},
                          base::Field{"operation", &TemplateView::operation},
                          base::Field{"unit", &TemplateView::unit},
                          base::Field{"unit_name", &TemplateView::unit_name},
                          base::Field{"units", &TemplateView::units},
                          base::Field{"perspectives", &TemplateView::perspectives},
                          base::Field{"before", &TemplateView::before},
                          base::Field{"in_development", &TemplateView::in_development},
                          base::Field{"may_define", &TemplateView::may_define}};
    }
    bool is_open() const { return may_define && edition.state == domain::ScorecardState::in_development; }
};

struct MeasureQuery {
    domain::SuccessFactorId factor;
    std::string words;
};
TemplateView template_view(plan::Plan const& plan, study::Dataset const& data, domain::Scorecard const& card,
                           MeasureQuery const& query, base::Date day, Language const& language);
// `filled`: of the form that was refused, if one was; its field "vad" says which.
std::string template_page(TemplateView const& view, Filled const& filled, Context const& context);

// Two editions of a card, and what differs.
struct TemplateDifference {
    EditionView earlier;
    EditionView later;
    std::vector<std::string> factors_added;
    std::vector<std::string> factors_removed;
    std::vector<std::string> measures_added; // "Föräldrar som är trygga (Trygghet)"
    std::vector<std::string> measures_removed;
    bool is_reordered = false;

    static constexpr auto fields() {
        return std::tuple{base::Field{"earlier", &TemplateDifference::earlier},
                          base::Field{"later", &TemplateDifference::later},
                          base::Field{"factors_added", &TemplateDifference::factors_added},
                          base::Field{"factors_removed", &TemplateDifference::factors_removed},
                          base::Field{"measures_added", &TemplateDifference::measures_added},
                          base::Field{"measures_removed", &TemplateDifference::measures_removed},
                          base::Field{"is_reordered", &TemplateDifference::is_reordered}};
    }
};
TemplateDifference template_difference(plan::Plan const& plan, study::Dataset const& data,
                                       domain::Scorecard const& earlier, domain::Scorecard const& later,
                                       Language const& language);
std::string template_difference_page(TemplateDifference const& view, Context const& context);

// The form to say a success factor better.
struct FactorForm {
    domain::SuccessFactor const* factor = nullptr;
    std::vector<Choice> perspectives;
    Filled filled;
};
Filled filled_from(domain::SuccessFactor const& factor);
std::string factor_form_page(FactorForm const& form, Context const& context);

} // namespace rodtrad::view::pages
