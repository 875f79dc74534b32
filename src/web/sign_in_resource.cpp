// The way in and the way out.

#include "steering/demo_sign_in.hpp"
#include "steering/work.hpp"
#include "view/format.hpp"
#include "view/pages/people_addresses.hpp"
#include "view/pages/person_words.hpp"
#include "web/address.hpp"
#include "web/kept_form.hpp"
#include "web/page_answer.hpp"
#include "web/people_resources.hpp"
#include "web/session_cookies.hpp"
#include "web/sign_in.hpp"

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

void fill_in_people_to_try(Visit const& visit, pages::SignInView& view) {
    auto const demo = steering::find_demo_sign_in(visit.organisation);
    if (!demo) return;
    view.password = demo->password;
    for (auto const& user_name : demo->people)
        if (auto const* person = visit.plan().find_user(user_name); person != nullptr && person->is_active)
            view.people.push_back(
                {.user_name = user_name,
                 .name = person->name,
                 .what = pages::what_is(*person, visit.plan(), visit.data(), visit.today(), visit.language())});
}

// Signed in already, perhaps in another window.
bool is_signed_in(Visit const& visit) {
    return steering::find_signed_in(visit.organisation, session_token(visit.request), visit.now()).has_value();
}

Response go_on(std::string_view to) {
    auto const url = within_site(to);
    return see_other(url ? *url : view::Url{"/"});
}

} // namespace

Response sign_in_response(Visit const& visit, pages::SignInView view) {
    fill_in_people_to_try(visit, view);
    return page_or_json(visit, view,
                        [&] { return pages::sign_in_page(view, pages::sign_in_url(view.to), visit.context()); });
}

Response show_sign_in(Visit const& visit) {
    auto const to = visit.request.parameter("till");
    if (is_signed_in(visit)) return go_on(to);
    return sign_in_response(visit, {.to = std::string{to}});
}

Response take_sign_in(Visit const& visit) {
    auto const& language = visit.language();
    auto const user_name = visit.filled_in("user_name");
    auto const answer = steering::sign_in(visit.organisation,
                                          {.user_name = user_name,
                                           .password = visit.filled_in("password"),
                                           .address = visit.request.remote,
                                           .device = visit.request.header("user-agent")},
                                          visit.now());
    if (answer.token.empty()) {
        pages::SignInView view{.user_name = std::string{user_name},
                               .problem = std::string{language.tr("The user name or the password is wrong.")},
                               .to = std::string{visit.filled_in("till")},
                               .kept = std::string{visit.filled_in("kvar")}};
        if (answer.to_wait.count() > 0)
            view.problem = language.trn("Too many tries have failed. Wait {0} minute, and try again.",
                                        "Too many tries have failed. Wait {0} minutes, and try again.",
                                        answer.to_wait.count(), view::whole(language, answer.to_wait.count()));
        auto response = sign_in_response(visit, std::move(view));
        response.status = answer.to_wait.count() > 0 ? 429 : 422;
        return response;
    }
    Visit inside{visit};
    inside.who = steering::find_signed_in(visit.organisation, answer.token, visit.now());
    inside.csrf = inside.who ? inside.who->csrf : std::string{};
    auto const kept = inside.who ? kept_form(inside) : std::nullopt;
    auto response = kept ? *kept : go_on(visit.filled_in("till"));
    keep_session(response, visit.request, answer.token);
    return response;
}

Response take_sign_out(Visit const& visit) {
    visit.organisation.carry_out(visit.by(),
                                 [&](steering::Work& work) { steering::sign_out(work, visit.who->session); });
    auto response = see_other(pages::sign_in_url());
    end_session(response, visit.request);
    return response;
}

Response take_sign_out_elsewhere(Visit const& visit) {
    visit.organisation.carry_out(visit.by(),
                                 [&](steering::Work& work) { steering::sign_out_elsewhere(work, visit.who->session); });
    return see_other(pages::own_settings_url().anchor("inloggad"));
}

} // namespace rodtrad::web
