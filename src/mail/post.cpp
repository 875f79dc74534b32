#include "mail/post.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <curl/curl.h>
#include <memory>
#include <string_view>

namespace rodtrad::mail {

namespace {

// curl's own state for the whole process, made before the first letter.
void start_curl() {
    static CURLcode const started = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (started != CURLE_OK)
        throw base::Error(fmt::format("letters cannot be sent from this machine: {}", curl_easy_strerror(started)));
}

struct Closing {
    void operator()(CURL* connection) const { curl_easy_cleanup(connection); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
    void operator()(char* text) const { curl_free(text); }
};

struct Address {
    std::string scheme;
    std::string host;
};

// The parts that decide how the server is spoken to.
Address parts_of(std::string const& url) {
    std::unique_ptr<CURLU, Closing> const parsed{curl_url()};
    auto const part = [&](CURLUPart which) {
        char* text = nullptr;
        bool const is_there = curl_url_get(parsed.get(), which, &text, 0) == CURLUE_OK;
        std::unique_ptr<char, Closing> const owned{text};
        return is_there ? std::string{text} : std::string{};
    };
    bool const is_url = parsed && curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) == CURLUE_OK;
    Address address{is_url ? part(CURLUPART_SCHEME) : "", is_url ? part(CURLUPART_HOST) : ""};
    bool const has_more =
        is_url && (!part(CURLUPART_USER).empty() || part(CURLUPART_PATH) != "/" || !part(CURLUPART_QUERY).empty());
    if ((address.scheme != "smtp" && address.scheme != "smtps") || has_more)
        throw base::Error(
            fmt::format("\"{}\" is not the address of a mail server: smtp://host:port or smtps://host:port", url));
    return address;
}

// The name that a machine greets with, as far as its letters go: it becomes part of an address.
std::string_view checked_hello(std::string_view name) {
    constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-";
    if (name.find_first_not_of(allowed) != std::string_view::npos)
        throw base::Error(fmt::format("\"{}\" is not a name to greet with: letters, digits, points and hyphens", name));
    return name;
}

bool is_this_machine(std::string_view host) {
    return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

// What curl asks for, piece by piece.
std::size_t hand_over(char* room, std::size_t size, std::size_t number, void* rest) {
    auto& text = *static_cast<std::string_view*>(rest);
    auto const length = std::min(size * number, text.size());
    text.copy(room, length);
    text.remove_prefix(length);
    return length;
}

} // namespace

void send(Letter const& letter, Server const& server) {
    std::string const message = to_message(letter);
    Address const address = parts_of(server.url);
    start_curl();
    std::unique_ptr<CURL, Closing> const connection{curl_easy_init()};
    std::unique_ptr<curl_slist, Closing> const recipients{curl_slist_append(nullptr, letter.to.c_str())};
    if (!connection || !recipients) throw base::Error("there is no memory left to send a letter");
    auto const set = [&](CURLoption option, auto value) {
        if (auto const code = curl_easy_setopt(connection.get(), option, value); code != CURLE_OK)
            throw base::Error(fmt::format("letters cannot be sent like this: {}", curl_easy_strerror(code)));
    };

    // The name to greet with is curl's path.
    set(CURLOPT_URL,
        fmt::format("{}/{}", server.url.substr(0, server.url.find_last_not_of('/') + 1), checked_hello(server.hello))
            .c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, "");
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_CONNECTTIMEOUT, static_cast<long>(server.connect_timeout.count()));
    set(CURLOPT_TIMEOUT, static_cast<long>(server.timeout.count()));
    // A password is for the server's eyes only; on this machine nobody listens in between.
    bool const must_encrypt = !server.user.empty() && !is_this_machine(address.host);
    set(CURLOPT_USE_SSL, static_cast<long>(must_encrypt ? CURLUSESSL_ALL : CURLUSESSL_TRY));
    if (!server.ca_file.empty()) set(CURLOPT_CAINFO, server.ca_file.c_str());
    if (!server.user.empty()) {
        set(CURLOPT_USERNAME, server.user.c_str());
        set(CURLOPT_PASSWORD, server.password.c_str());
    }
    set(CURLOPT_MAIL_FROM, letter.from.c_str());
    set(CURLOPT_MAIL_RCPT, recipients.get());
    std::string_view rest = message;
    set(CURLOPT_UPLOAD, 1L);
    set(CURLOPT_READFUNCTION, &hand_over);
    set(CURLOPT_READDATA, static_cast<void*>(&rest));
    std::array<char, CURL_ERROR_SIZE> reason{};
    set(CURLOPT_ERRORBUFFER, reason.data());

    if (auto const code = curl_easy_perform(connection.get()); code != CURLE_OK) {
        std::string_view const said{reason.data()};
        throw base::Error(fmt::format("the mail server {} did not take the letter to {}: {}", server.url, letter.to,
                                      said.empty() ? std::string_view{curl_easy_strerror(code)} : said));
    }
}

} // namespace rodtrad::mail
