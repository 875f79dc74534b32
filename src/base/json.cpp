#include "base/json.hpp"

#include "base/error.hpp"
#include "base/text.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rodtrad::base {

namespace {

constexpr std::size_t no_indent = 0;
constexpr std::size_t deepest = 32;

void append_text(std::string& out, std::string_view text) {
    out += '"';
    for (auto const c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
            else
                out += c;
        }
    }
    out += '"';
}

class Writer {
public:
    Writer(std::string& out, std::size_t indent) : m_out{out}, m_indent{indent} {}

    void write(Json const& json, std::size_t depth = 0) {
        if (auto const* boolean = json.boolean())
            m_out += *boolean ? "true" : "false";
        else if (auto const* integer = json.integer())
            fmt::format_to(std::back_inserter(m_out), "{}", *integer);
        else if (auto const* real = json.real())
            m_out += std::isfinite(*real) ? shortest(*real) : "null";
        else if (auto const* text = json.text())
            append_text(m_out, *text);
        else if (auto const* array = json.array())
            write_all(*array, '[', ']', depth, [&](Json const& value) { write(value, depth + 1); });
        else if (auto const* object = json.object())
            write_all(*object, '{', '}', depth, [&](Json::Member const& member) {
                append_text(m_out, member.first);
                m_out += m_indent == no_indent ? ":" : ": ";
                write(member.second, depth + 1);
            });
        else
            m_out += "null";
    }

private:
    void write_all(auto const& parts, char opening, char closing, std::size_t depth, auto write_part) {
        m_out += opening;
        bool is_first = true;
        for (auto const& part : parts) {
            if (!is_first) m_out += ',';
            is_first = false;
            break_line(depth + 1);
            write_part(part);
        }
        if (!parts.empty()) break_line(depth);
        m_out += closing;
    }
    void break_line(std::size_t depth) {
        if (m_indent == no_indent) return;
        m_out += '\n';
        m_out.append(depth * m_indent, ' ');
    }

    std::string& m_out;
    std::size_t m_indent;
};

Json to_own(boost::json::value const& value) {
    switch (value.kind()) {
    case boost::json::kind::null:
        return {};
    case boost::json::kind::bool_:
        return value.get_bool();
    case boost::json::kind::int64:
        return value.get_int64();
    case boost::json::kind::uint64:
        return static_cast<double>(value.get_uint64());
    case boost::json::kind::double_:
        return value.get_double();
    case boost::json::kind::string:
        return std::string_view{value.get_string()};
    case boost::json::kind::array: {
        Json::Array array;
        for (auto const& part : value.get_array()) array.push_back(to_own(part));
        return array;
    }
    case boost::json::kind::object: {
        Json::Object object;
        for (auto const& [name, part] : value.get_object()) object.emplace_back(std::string{name}, to_own(part));
        return object;
    }
    }
    return {};
}

} // namespace

Json const* Json::find(std::string_view name) const {
    auto const* members = object();
    if (members == nullptr) return nullptr;
    auto const found = std::ranges::find(*members, name, &Member::first);
    return found == members->end() ? nullptr : &found->second;
}

std::string to_text(Json const& json) {
    std::string out;
    Writer{out, no_indent}.write(json);
    return out;
}

std::string to_indented_text(Json const& json) {
    std::string out;
    Writer{out, 2}.write(json);
    out += '\n';
    return out;
}

Json to_json(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = deepest;
    boost::json::error_code error;
    auto const value = boost::json::parse(text, error, {}, options);
    if (error) throw Error(fmt::format("\"{}\" is not JSON: {}", text.substr(0, 60), error.message()));
    return to_own(value);
}

} // namespace rodtrad::base
