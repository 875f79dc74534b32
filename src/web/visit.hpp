#pragma once

#include "base/date.hpp"
#include "base/instant.hpp"
#include "plan/rights.hpp"
#include "steering/organisation.hpp"
#include "steering/sign_in.hpp"
#include "view/language.hpp"
#include "view/pages/context.hpp"
#include "web/http.hpp"
#include "web/multipart.hpp"
#include "web/search_desk.hpp"
#include "web/upload_desk.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rodtrad::web {

// What time it is, as whoever runs the site says.
using Clock = base::Instant (*)();

// One request on its way to an answer, with what a resource needs to give it.
class Visit {
public:
    Visit(Request const& the_request, view::Language const& the_language, steering::Organisation& the_organisation,
          SearchDesk& the_search_desk, UploadDesk& the_upload_desk, std::string_view program_version, Clock clock)
        : request{the_request}, organisation{the_organisation}, search_desk{the_search_desk},
          upload_desk{the_upload_desk}, m_language{&the_language}, m_program_version{program_version}, m_clock{clock} {}

    Request const& request;
    steering::Organisation& organisation;
    SearchDesk& search_desk;
    UploadDesk& upload_desk;
    Pairs form{};                            // what was filled in, for a route that takes forms
    std::vector<UploadedFile> files{};       // and what was sent with it
    Pairs captured{};                        // what stood in the braces of the route's pattern
    std::optional<steering::SignedIn> who{}; // nothing: nobody is signed in, or the route does not ask
    std::string_view set_up_code{};          // while nobody can sign in: what whoever sets it up must know
    std::string csrf{};                      // the secret that this visitor's forms carry

    view::Language const& language() const { return *m_language; }
    void answer_in(view::Language const& language) { m_language = &language; }

    std::string const& captured_as(std::string_view name) const; // it must be in the pattern

    std::string_view filled_in(std::string_view name) const;             // of the form; empty where there is none such
    std::vector<std::string> filled_in_all(std::string_view name) const; // every one: checked boxes
    base::Instant now() const { return m_clock(); }
    base::Date today() const { return base::day_of(now()); }
    // Who asks, and when: for use cases. Only where somebody is signed in.
    steering::By by() const;
    domain::Person const& person() const;
    bool may(plan::Right right, std::string_view unit) const; // unit: code; empty: the whole organisation

    // Everything that stands, the same throughout the visit. Fetched when first asked for: assets do without.
    std::shared_ptr<steering::Snapshot const> const& snapshot() const;
    study::Dataset const& data() const { return snapshot()->data; }
    plan::Plan const& plan() const;
    view::pages::Context context() const;
    view::pages::Context context_without_organisation() const; // of what has been read: for when the rest may fail

    // htmx asks for the part of the page that it will put in place. For the whole it asks too: on the way back.
    bool is_for_part() const { return request.header("hx-request-type") == "partial"; }

private:
    view::Language const* m_language;
    std::string_view m_program_version;
    Clock m_clock;
    mutable std::shared_ptr<steering::Snapshot const> m_snapshot;
    mutable std::shared_ptr<plan::Plan const> m_plan;
};

} // namespace rodtrad::web
