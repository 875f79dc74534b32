#pragma once

#include "web/visit.hpp"

#include <optional>

// What somebody has typed is not lost because the session came to its end meanwhile: it is carried along to where one
// signs in, and can be sent from there. Never a password, and only to an address of ours that takes forms.
namespace rodtrad::web {

// What can be sent anew: everything but the secret of the form. Nothing of a form that holds a password.
Pairs worth_keeping(Pairs const& form);

// A form came, and nobody is signed in: the page to sign in on, with what was typed.
Response sign_in_to_send(Visit const& visit);

// A form came from another session than the visitor's: nothing is done before the visitor has seen that and sends it
// anew.
Response ask_to_send(Visit const& visit);

// After signing in, with what sign_in_to_send carried along: the page to send it from. Nothing where there is nothing
// to send, or it leads to no form of ours. The visit is that of who is signed in now.
std::optional<Response> kept_form(Visit const& visit);

} // namespace rodtrad::web
