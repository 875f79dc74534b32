#include "web/form.hpp"

#include "base/message.hpp"
#include "web/answer_format.hpp"
#include "web/errors.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace rodtrad::web {

namespace {

Response shown_again(Visit const& visit, int status, std::string field, std::string sentence,
                     std::function<Response(view::pages::Filled const&)> const& page) {
    if (asks_for_json(visit.request)) return error_json(status, sentence);
    auto response = page(view::pages::Filled::typed(visit.form, {{std::move(field), std::move(sentence)}}));
    response.status = status;
    return response;
}

} // namespace

std::string sentence_of(steering::Refused const& refused, view::Language const& language) {
    std::vector<std::string_view> const values{refused.values().begin(), refused.values().end()};
    return base::filled_in(language.tr(refused.message()), values);
}

Response answer_form(Visit const& visit, std::function<Response()> const& use_case,
                     std::function<Response(view::pages::Filled const&)> const& page) {
    try {
        return use_case();
    } catch (steering::Refused const& refused) {
        return shown_again(visit, 422, refused.field(), sentence_of(refused, visit.language), page);
    } catch (steering::Conflict const&) {
        return shown_again(
            visit, 409, {},
            std::string{visit.language.tr("Someone else has changed this while you were writing. What you "
                                          "wrote is still here: compare, and save again.")},
            page);
    } catch (steering::Forbidden const& forbidden) {
        return not_allowed(visit, forbidden);
    } catch (steering::NotFound const&) {
        return page_not_found(visit);
    }
}

} // namespace rodtrad::web
