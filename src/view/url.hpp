#pragma once

#include <string>
#include <string_view>

namespace rodtrad::view {

// An address within this site. It always begins with one slash (or is an anchor on the same page), so it can neither
// carry a scheme such as javascript: nor lead to another host; everything put into it is percent-encoded.
//
//     Url{"/measures"}.segment(code).query("unit", unit).anchor("units")
class Url {
public:
    // `path` is not yet encoded; its slashes part segments, all other reserved characters are encoded.
    explicit Url(std::string_view path);

    // A place on the page itself: "#main".
    static Url on_this_page(std::string_view id);

    // One more segment, in which a slash is a character like any other.
    Url segment(std::string_view text) const;

    // A query pair; takes the place of an earlier one with the same name, at its position.
    Url query(std::string_view name, std::string_view value) const;
    // One more pair, beside any with the same name: for what several can be chosen of.
    Url also(std::string_view name, std::string_view value) const;
    Url without_query(std::string_view name) const;

    // The anchor is always last; a query added later goes before it.
    Url anchor(std::string_view id) const;

    std::string text() const { return m_path + m_query + m_anchor; }
    std::string_view path() const { return m_path; }
    static constexpr std::string_view json_format = "uri-reference"; // as JSON Schema calls it
    bool operator==(Url const&) const = default;

private:
    Url() = default;
    std::string m_path;
    std::string m_query;  // empty, or from its question mark
    std::string m_anchor; // empty, or from its number sign
};

} // namespace rodtrad::view
