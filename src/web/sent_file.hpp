#pragma once

#include "view/pages/form.hpp"
#include "web/upload_desk.hpp"
#include "web/visit.hpp"

#include <functional>
#include <memory>

// A file that is sent, shown, and stored when the one who sent it says so: what that takes wherever it is done.
namespace rodtrad::web {

// The file of the form. Throws Refused, field "file", where there is none or it is empty.
UploadDesk::Files sent_file(Visit const& visit);

// What was kept under the key of the form ("nyckel"). Throws Refused, field "file", where it is kept no longer.
std::shared_ptr<UploadDesk::Files const> kept_files(Visit const& visit);

// As answer_form; a file that cannot be read is told of beside the field (422).
Response answer_file(Visit const& visit, std::function<Response()> const& use_case,
                     std::function<Response(view::pages::Filled const&)> const& page);

} // namespace rodtrad::web
