// Goals come by file: what a file would bring is shown first, and stored when the one who sent it says so.

#include "base/message.hpp"
#include "steering/plan_rows.hpp"
#include "view/pages/goal_addresses.hpp"
#include "view/pages/plan_import_page.hpp"
#include "view/pages/plan_template.hpp"
#include "web/address.hpp"
#include "web/goal_resources.hpp"
#include "web/page_answer.hpp"
#include "web/sent_file.hpp"

#include <utility>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

enum class Trial : std::uint8_t { yes, no };

steering::PlanReport take_in(Visit const& visit, UploadDesk::Files const& files, Trial trial) {
    auto const tables = steering::read_plan_tables(files.front().name, files.front().bytes);
    steering::PlanReport report;
    visit.organisation.carry_out(visit.by(), [&](steering::Work& work) {
        report = steering::take_in_plan(work, tables);
        if (trial == Trial::yes) work.take_back();
    });
    return report;
}

domain::Complaint told(steering::PlanComplaint const& complaint, view::Language const& language) {
    std::vector<std::string_view> const values{complaint.values.begin(), complaint.values.end()};
    return {.file = complaint.place,
            .row = complaint.row,
            .column = complaint.column,
            .text = complaint.text,
            .problem = base::filled_in(language.tr(complaint.problem), values),
            .remedy = std::string{complaint.remedy},
            .outcome = complaint.outcome};
}

pages::PlanPreview preview_of(steering::PlanReport const& report, view::Language const& language) {
    pages::PlanPreview preview{.token = {}, .file = {}, .drafts = {}, .already_there = {}, .complaints = {}};
    for (auto const& goal : report.drafts) // a trial: it has no number that lasts
        preview.drafts.push_back({{}, goal.title, goal.unit, goal.perspective, goal.key_results, goal.behaviours});
    for (auto const& goal : report.already_there)
        preview.already_there.push_back(
            {goal.id, goal.title, goal.unit, goal.perspective, goal.key_results, goal.behaviours});
    preview.left_out = report.left_out;
    for (auto const& complaint : report.complaints) preview.complaints.push_back(told(complaint, language));
    return preview;
}

Response import_page(Visit const& visit, pages::Filled const& filled) {
    return page_or_json(visit, pages::form_view(filled),
                        [&] { return pages::plan_import_page(filled, visit.context()); });
}

} // namespace

Response show_plan_import(Visit const& visit) { return import_page(visit, {}); }

Response preview_plan(Visit const& visit) {
    auto const use_case = [&] {
        auto files = sent_file(visit);
        auto preview = preview_of(take_in(visit, files, Trial::yes), visit.language());
        preview.file = files.front().name;
        preview.token = visit.upload_desk.keep(visit.person().id, std::move(files), visit.now());
        return Response{.body = pages::plan_preview_page(preview, visit.context())};
    };
    return answer_file(visit, use_case, [&](pages::Filled const& filled) { return import_page(visit, filled); });
}

Response save_plan(Visit const& visit) {
    auto const use_case = [&] {
        auto const files = kept_files(visit);
        static_cast<void>(take_in(visit, *files, Trial::no));
        visit.upload_desk.drop(visit.person().id);
        return see_other(pages::goals_url({.state = domain::GoalState::draft}));
    };
    return answer_file(visit, use_case, [&](pages::Filled const& filled) { return import_page(visit, filled); });
}

Response download_plan_template(Visit const& visit) {
    Response response{.content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                      .body = pages::plan_template_xlsx(visit.data(), visit.language(), visit.now())};
    response.add_header("Content-Disposition", visit.language().is_swedish() ? "attachment; filename=\"mal.xlsx\""
                                                                             : "attachment; filename=\"goals.xlsx\"");
    return response;
}

} // namespace rodtrad::web
