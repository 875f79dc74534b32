#pragma once

#include "domain/dialogue.hpp"
#include "domain/ids.hpp"
#include "view/url.hpp"

#include <cstdint>

namespace rodtrad::view::pages {

// Where a goal is lived and talked about. All of them are below the goal's own page, /mal/17.

Url behaviours_url(domain::GoalId goal);                                   // /mal/17/beteenden
Url behaviour_url(domain::GoalId goal, domain::BehaviourId behaviour);     // /mal/17/beteenden/3
Url new_activity_url(domain::GoalId goal);                                 // /mal/17/aktiviteter
Url activity_url(domain::GoalId goal, domain::ActivityId activity);        // /mal/17/aktiviteter/3
Url check_in_form_url(domain::GoalId goal);                                // /mal/17/stam-av
Url check_ins_url(domain::GoalId goal);                                    // /mal/17/avstamningar
Url check_in_url(domain::GoalId goal, domain::CheckInId check_in);         // /mal/17/avstamningar/3
Url correct_check_in_url(domain::GoalId goal, domain::CheckInId check_in); // /mal/17/avstamningar/3/ratta
Url acknowledge_url(domain::GoalId goal, domain::CheckInId check_in);      // /mal/17/avstamningar/3/last; takes a form
Url remind_url(domain::GoalId goal);                                       // /mal/17/paminn; takes a form
Url proposals_url(domain::GoalId goal);                                    // /mal/17/forslag
Url proposal_url(domain::GoalId goal, domain::ProposalId proposal);        // /mal/17/forslag/3
Url comments_url(domain::GoalId goal);                                     // /mal/17/kommentarer
Url comment_url(domain::GoalId goal, domain::CommentId comment);           // /mal/17/kommentarer/3
Url withdraw_url(domain::GoalId goal, domain::CommentId comment);          // …/3/ta-tillbaka; takes a form
Url note_url(domain::GoalId goal);                                         // /mal/17/anteckning
Url follow_url(domain::GoalId goal);                                       // /mal/17/folj; takes a form
Url questions_url();                                                       // /installningar/fragor

// Where what is said about a thing is read: on the page of the thing, at the words themselves.
Url said_url(domain::Comment const& comment);

} // namespace rodtrad::view::pages
