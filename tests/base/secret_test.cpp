#include "base/secret.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace rodtrad::base;

TEST_CASE("a password is recognised by its hash, another is not, and no two hashes are alike") {
    std::string const password = "åtta gröna hästar";
    auto const hash = hash_password(password);
    CHECK(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$"));
    CHECK(check_password(hash, password) == PasswordCheck::right);
    CHECK(check_password(hash, "åtta gröna hästar ") == PasswordCheck::wrong);
    CHECK(check_password(hash, "") == PasswordCheck::wrong);
    CHECK(hash != hash_password(password));
}

TEST_CASE("a hash made with weaker settings is still recognised, and asks to be made anew") {
    // Of "the old password", with 8 MiB.
    auto const* const hash =
        "$argon2id$v=19$m=8192,t=1,p=1$/cOvdZUTijL++LgMecPFlA$cUkD2DYifIZhkpQ561b6Jrhcf//hcDkFsZ0pG4JzyF0";
    CHECK(check_password(hash, "the old password") == PasswordCheck::right_but_needs_rehash);
    CHECK(check_password(hash, "another password") == PasswordCheck::wrong);
}

TEST_CASE("a hash that is damaged lets nobody in") {
    auto const hash = hash_password("twelve letters");
    for (auto const& damaged : {std::string{}, std::string{"twelve letters"}, hash.substr(0, hash.size() - 4),
                                hash + hash, std::string{"$argon2id$v=19$m=99999999999,t=2,p=1$AAAA$AAAA"}})
        CHECK(check_password(damaged, "twelve letters") == PasswordCheck::wrong);
}

TEST_CASE("many who sign in at once all get their answer") {
    auto const hash = hash_password("twelve letters");
    std::vector<PasswordCheck> answers(8, PasswordCheck::wrong);
    std::vector<std::thread> people;
    people.reserve(answers.size());
    for (auto& answer : answers)
        people.emplace_back([&] {
            check_password_of_nobody("twelve letters");
            answer = check_password(hash, "twelve letters");
        });
    for (auto& person : people) person.join();
    CHECK(answers == std::vector<PasswordCheck>(8, PasswordCheck::right));
}

TEST_CASE("a new password is long enough, not beyond all bounds, and not the name") {
    CHECK(password_problem("åäöåxåäöåyåz", "anna") == PasswordProblem::none); // twelve characters
    CHECK(password_problem("åäöåäöåäöåä", "anna") == PasswordProblem::too_short);
    CHECK(password_problem("", "anna") == PasswordProblem::too_short);
    CHECK(password_problem(std::string(990, 'x') + "och annat.", "anna") == PasswordProblem::none);
    CHECK(password_problem(std::string(1001, 'x'), "anna") == PasswordProblem::too_long);
    CHECK(password_problem("Åsa.Öberg@exempel.se", "åsa.öberg@exempel.se") == PasswordProblem::is_the_name);
    CHECK(password_problem("twelve \xC5 letters", "anna") == PasswordProblem::not_text);
}

TEST_CASE("a password that anyone would try first will not do") {
    for (auto const* easy : {"aaaaaaaaaaaa", "abababababab", "123456789012", "abcdefghijkl", "Lösenord1234",
                             "annaannaanna", "Anna 2026 2026", "password!!!!"})
        CHECK_MESSAGE(password_problem(easy, "anna") == PasswordProblem::too_easy, easy);
    for (auto const* fine : {"åtta gröna hästar", "anna äter glass", "k4-9xw!tr7zq"})
        CHECK_MESSAGE(password_problem(fine, "anna") == PasswordProblem::none, fine);
}

TEST_CASE("tokens are 43 characters that fit in an address, and never the same") {
    std::set<std::string> tokens;
    for (int i = 0; i < 1000; ++i) {
        auto const token = random_token();
        CHECK(token.size() == 43);
        CHECK(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") ==
              std::string::npos);
        tokens.insert(token);
    }
    CHECK(tokens.size() == 1000);
}

TEST_CASE("the digest is SHA-256") {
    // FIPS 180-4's own examples.
    CHECK(digest("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(digest("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(digest(std::string_view{"a\0b", 3}) != digest("a"));
}

TEST_CASE("texts are compared whole") {
    CHECK(is_equal_in_constant_time("token", "token"));
    CHECK(is_equal_in_constant_time("", ""));
    CHECK_FALSE(is_equal_in_constant_time("token", "tokem"));
    CHECK_FALSE(is_equal_in_constant_time("token", "toke"));
}
