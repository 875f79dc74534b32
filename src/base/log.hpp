#pragma once

#include "base/instant.hpp"

#include <functional>
#include <initializer_list>
#include <mutex>
#include <ostream>
#include <string_view>
#include <utility>

namespace rodtrad::base {

// What happens while the program runs unattended: one event, one line of JSON, whatever the texts hold, so that no
// text can forge a line. Safe to use from several threads.
//
//     {"time":"2026-10-03T08:15:00Z","level":"error","event":"page failed","path":"/matt/N15030","what":"…"}
class Log {
public:
    using Field = std::pair<std::string_view, std::string_view>;

    Log(std::ostream& out, std::function<Instant()> now) : m_out{out}, m_now{std::move(now)} {}
    void error(std::string_view event, std::initializer_list<Field> fields);

private:
    std::ostream& m_out;
    std::function<Instant()> m_now;
    std::mutex m_mutex;
};

} // namespace rodtrad::base
