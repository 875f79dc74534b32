#include "web/form.hpp"

#include "base/message.hpp"
#include "web/answer_format.hpp"
#include "web/errors.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace rodtrad::web {

namespace {

using Problems = std::vector<std::pair<std::string, std::string>>; // field, sentence

std::string sentence_of(steering::Fault const& fault, view::Language const& language) {
    std::vector<std::string_view> const values{fault.values.begin(), fault.values.end()};
    return base::filled_in(language.tr(fault.message), values);
}

Response shown_again(Visit const& visit, int status, Problems problems,
                     std::function<Response(view::pages::Filled const&)> const& page) {
    if (asks_for_json(visit.request)) return error_json(status, problems.front().second);
    auto response = page(view::pages::Filled::typed(visit.form, std::move(problems)));
    response.status = status;
    return response;
}

} // namespace

std::string sentence_of(steering::Refused const& refused, view::Language const& language) {
    return sentence_of(refused.faults().front(), language);
}

Response answer_form(Visit const& visit, std::function<Response()> const& use_case,
                     std::function<Response(view::pages::Filled const&)> const& page) {
    try {
        return use_case();
    } catch (steering::Refused const& refused) {
        Problems problems;
        for (auto const& fault : refused.faults())
            problems.emplace_back(fault.field, sentence_of(fault, visit.language()));
        return shown_again(visit, 422, std::move(problems), page);
    } catch (steering::Conflict const&) {
        return shown_again(
            visit, 409,
            {{{},
              std::string{visit.language().tr("Someone else has changed this while you were writing. What you "
                                              "wrote is still here: compare, and save again.")}}},
            page);
    } catch (steering::Forbidden const& forbidden) {
        return not_allowed(visit, forbidden);
    } catch (steering::NotFound const&) {
        return page_not_found(visit);
    }
}

Response answer_button(Visit const& visit, std::function<Response()> const& use_case) {
    return answer_form(visit, use_case, [&](view::pages::Filled const& filled) {
        return error_answer(visit, 422, view::pages::not_done(filled.problems().front().second, visit.language()));
    });
}

} // namespace rodtrad::web
