#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace rodtrad::base {

// Passwords, tokens and digests. Everything here may be called from several threads at once.

// What is kept of a password: argon2id with 64 MiB and two passes, salt and settings within the text (ASCII, at most
// 128 characters). Takes about a tenth of a second. At most two passwords are worked on at a time, here and in the
// checks below, so that a flood of sign-ins waits rather than eats the memory.
std::string hash_password(std::string_view password);

enum class PasswordCheck : std::uint8_t {
    wrong,
    right,
    right_but_needs_rehash, // made with weaker settings than today's: hash the password anew and keep that
};

// A hash that is damaged is answered with `wrong`.
PasswordCheck check_password(std::string_view hash, std::string_view password);

// For a name that nobody has: takes as long as check_password does, so that the time does not tell who has an account.
void check_password_of_nobody(std::string_view password);

// What may be wrong with a new password. It has no other rules: length is what makes it strong.
enum class PasswordProblem : std::uint8_t {
    none,
    not_text,    // not UTF-8
    too_short,   // fewer than 12 characters
    too_long,    // more than 1,000 bytes
    is_the_name, // the user's own name, in whatever case
    too_easy,    // a few signs, a row of them, the name or a common word: what anyone would try first
};

PasswordProblem password_problem(std::string_view password, std::string_view user_name);

// 256 random bits as 43 characters of A–Z a–z 0–9 - _ (base64url): cookies, one-time links.
std::string random_token();

// SHA-256 in 64 lower-case hexadecimal digits. Of a random token it may be kept where the token itself may not; of a
// password it may not, since passwords can be guessed.
std::string digest(std::string_view bytes);

// The same of bytes that come piece by piece.
class Digester {
public:
    Digester();
    ~Digester();
    Digester(Digester const&) = delete;
    Digester& operator=(Digester const&) = delete;
    void add(std::string_view bytes);
    std::string digest(); // once

private:
    struct State;
    std::unique_ptr<State> m_state;
};

// Compares without telling by the time how much of the beginning agrees. Texts of different lengths differ at once.
bool is_equal_in_constant_time(std::string_view a, std::string_view b);

} // namespace rodtrad::base
