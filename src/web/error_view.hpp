#pragma once

#include "base/fields.hpp"

#include <string>
#include <tuple>

namespace rodtrad::web {

// What is answered instead of the JSON that was asked for.
struct ErrorView {
    struct Error {
        int status = 500; // as on the answer itself
        std::string message;

        static constexpr auto fields() {
            return std::tuple{base::Field{"status", &Error::status}, base::Field{"message", &Error::message}};
        }
    };
    Error error;

    static constexpr auto fields() { return std::tuple{base::Field{"error", &ErrorView::error}}; }
};

} // namespace rodtrad::web
