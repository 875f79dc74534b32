#pragma once

#include <stdexcept>
#include <string>

namespace rodtrad::base {

// The work stops, and a person can do something about it: the message carries the values and the way out.
// The program ends with exit code 1.
class Error : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// The command itself was given wrongly (an unknown method, an option that contradicts another): exit code 2.
class UsageError : public Error {
public:
    using Error::Error;
};

} // namespace rodtrad::base
