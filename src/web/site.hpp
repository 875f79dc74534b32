#pragma once

#include "base/log.hpp"
#include "steering/organisation.hpp"
#include "web/http.hpp"
#include "web/search_desk.hpp"
#include "web/visit.hpp"

#include <atomic>
#include <cstdint>
#include <string>

namespace rodtrad::web {

struct RouteMatch;

// The whole site: a request in, an answer out. Here is what all pages share: who asks and whether they may come there
// at all, whether the browser has the page already, how long it may keep it, what happens when one fails, and how they
// are packed. Safe to use from several threads.
class Site {
public:
    // `set_up_code`: what the one who sets up the organisation has been shown. While nobody can sign in, whoever knows
    // it may do that, and nothing else can be done. Empty: nobody may.
    Site(steering::Organisation& organisation, base::Log& log, std::string program_version, Clock clock,
         std::string set_up_code = {});

    // Makes ready what the first visitor would otherwise wait for.
    void warm();

    Response answer(Request const& request);

private:
    Response follow(Visit& visit);
    Response show(Visit& visit, RouteMatch& match) const;
    // Who asks, and the secret of their forms. A visitor who is not signed in is given one in a cookie.
    void identify(Visit& visit, bool is_before_sign_in) const;
    bool is_to_be_set_up(base::Instant now);
    Response fail(Visit const& visit, std::string_view what) const;
    std::string page_tag(Visit const& visit) const;

    steering::Organisation& m_organisation;
    base::Log& m_log;
    std::string m_program_version;
    Clock m_clock;
    std::string m_set_up_code;
    std::atomic<bool> m_is_set_up = false;
    std::string m_run; // marks the pages of this run: those of another may be made by another version
    SearchDesk m_search_desk;
    UploadDesk m_upload_desk;
};

} // namespace rodtrad::web
