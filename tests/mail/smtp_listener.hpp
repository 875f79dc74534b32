#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace rodtrad::mail::test {

struct Taken {
    std::vector<std::string> commands; // as they came, without CR LF
    std::string message;               // without the dots that the protocol adds
};

enum class Manner : std::uint8_t {
    takes_all,
    refuses_recipient,
    offers_sign_in,
    says_nothing, // takes the connection, and never greets
    hangs_up,     // in the middle of the letter
};

// A mail server on this machine that speaks as much of RFC 5321 as it takes to be given a letter.
class SmtpListener {
public:
    explicit SmtpListener(Manner manner = Manner::takes_all);
    ~SmtpListener();
    SmtpListener(SmtpListener const&) = delete;
    SmtpListener& operator=(SmtpListener const&) = delete;

    std::string url() const;
    std::vector<Taken> taken(); // letters, and talks that came to no letter, so far

private:
    void serve();
    void talk(int connection);

    Manner m_manner;
    int m_socket = -1;
    int m_port = 0;
    std::mutex m_lock;
    std::vector<Taken> m_taken;
    int m_connection = -1;
    std::thread m_thread;
};

} // namespace rodtrad::mail::test
