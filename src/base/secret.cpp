#include "base/secret.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <semaphore>
#include <set>
#include <sodium.h>

namespace rodtrad::base {

namespace {

constexpr std::size_t memory = 64UL * 1024 * 1024; // bytes for each password that is worked on
constexpr unsigned long long passes = 2;
constexpr std::ptrdiff_t at_a_time = 2;

constexpr std::size_t shortest_password = 12;  // characters
constexpr std::size_t longest_password = 1000; // bytes

void start_sodium() {
    static bool const has_started = sodium_init() >= 0;
    if (!has_started) throw Error("the library of secrets (libsodium) finds no source of randomness on this machine");
}

// A place among those that may be worked on; waits for one, and gives it back.
class Turn {
public:
    Turn() { places().acquire(); }
    ~Turn() { places().release(); }
    Turn(Turn const&) = delete;
    Turn& operator=(Turn const&) = delete;

private:
    static std::counting_semaphore<at_a_time>& places() {
        static std::counting_semaphore<at_a_time> all{at_a_time};
        return all;
    }
};

} // namespace

std::string hash_password(std::string_view password) {
    start_sodium();
    Turn const turn;
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(), passes, memory,
                              crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw Error("there is not enough memory (64 MiB) to work on a password: try again in a while");
    return hash.data();
}

PasswordCheck check_password(std::string_view hash, std::string_view password) {
    start_sodium();
    std::string const terminated{hash};
    Turn const turn;
    if (crypto_pwhash_str_verify(terminated.c_str(), password.data(), password.size()) != 0)
        return PasswordCheck::wrong;
    return crypto_pwhash_str_needs_rehash(terminated.c_str(), passes, memory) == 0
               ? PasswordCheck::right
               : PasswordCheck::right_but_needs_rehash;
}

void check_password_of_nobody(std::string_view password) {
    hash_password(password); // the same work as a check
}

namespace {

void take_out(std::string& text, std::string_view part) {
    for (auto at = text.find(part); at != text.npos; at = text.find(part)) text.erase(at, part.size());
}

bool is_row(std::string_view text) { // "123456789012", "abcdefghijkl"
    std::size_t steps = 0;
    for (std::size_t i = 1; i < text.size(); ++i) steps += std::abs(text[i] - text[i - 1]) == 1 ? 1U : 0U;
    return 4 * steps >= 3 * (text.size() - 1);
}

// What is left when the name, the commonest word, digits and signs are gone is too little to be a secret.
bool is_too_easy(std::string_view password, std::string_view user_name) {
    constexpr std::size_t fewest_signs = 5;
    constexpr std::size_t least_left = 4;
    constexpr std::array common{"lösenord", "losenord", "password", "qwerty", "välkommen", "valkommen", "hemligt"};
    auto text = lower(password);
    if (std::set(text.begin(), text.end()).size() < fewest_signs || is_row(text)) return true;
    if (auto const name = lower(trimmed(user_name)); !name.empty()) take_out(text, name);
    for (std::string_view const word : common) take_out(text, word);
    std::erase_if(text, [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '!' || c == '.' || c == '-'; });
    return text.size() < least_left;
}

} // namespace

PasswordProblem password_problem(std::string_view password, std::string_view user_name) {
    if (!is_utf8(password)) return PasswordProblem::not_text;
    if (password.size() > longest_password) return PasswordProblem::too_long;
    auto const is_first_byte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    if (static_cast<std::size_t>(std::count_if(password.begin(), password.end(), is_first_byte)) < shortest_password)
        return PasswordProblem::too_short;
    if (lower(trimmed(password)) == lower(trimmed(user_name))) return PasswordProblem::is_the_name;
    if (is_too_easy(password, user_name)) return PasswordProblem::too_easy;
    return PasswordProblem::none;
}

std::string random_token() {
    start_sodium();
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text{};
    return sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                             sodium_base64_VARIANT_URLSAFE_NO_PADDING);
}

std::string digest(std::string_view bytes) {
    Digester digester;
    digester.add(bytes);
    return digester.digest();
}

struct Digester::State {
    crypto_hash_sha256_state sha;
};

Digester::Digester() : m_state{std::make_unique<State>()} {
    start_sodium();
    crypto_hash_sha256_init(&m_state->sha);
}

Digester::~Digester() = default;

void Digester::add(std::string_view bytes) {
    crypto_hash_sha256_update(&m_state->sha, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
}

std::string Digester::digest() {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256_final(&m_state->sha, hash.data());
    std::array<char, 2 * crypto_hash_sha256_BYTES + 1> text{};
    return sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
}

bool is_equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

} // namespace rodtrad::base
