#include "web/sent_file.hpp"

#include "base/error.hpp"
#include "base/message.hpp"
#include "web/form.hpp"

#include <string>
#include <utility>

namespace rodtrad::web {

using base::message;

UploadDesk::Files sent_file(Visit const& visit) {
    if (visit.files.empty() || visit.files.front().bytes.empty())
        throw steering::Refused{"file", message("Choose a file that is not empty.")};
    auto const& sent = visit.files.front();
    UploadDesk::Files files;
    files.push_back({sent.name.empty() ? std::string{"fil"} : sent.name, std::string{sent.bytes}});
    return files;
}

std::shared_ptr<UploadDesk::Files const> kept_files(Visit const& visit) {
    auto files = visit.upload_desk.find(visit.filled_in("nyckel"), visit.person().id, visit.now());
    if (!files)
        throw steering::Refused{
            "file", message("The file is no longer kept here: that is done for half an hour. Choose it again.")};
    return files;
}

Response answer_file(Visit const& visit, std::function<Response()> const& use_case,
                     std::function<Response(view::pages::Filled const&)> const& page) {
    auto const readable = [&] {
        try {
            return use_case();
        } catch (steering::Refused const&) {
            throw;
        } catch (steering::Conflict const&) {
            throw;
        } catch (steering::Forbidden const&) {
            throw;
        } catch (steering::NotFound const&) {
            throw;
        } catch (base::Error const& error) {
            throw steering::Refused{"file", message("The file could not be taken: {0}"), {error.what()}};
        }
    };
    return answer_form(visit, readable, page);
}

} // namespace rodtrad::web
