#include "view/well_formed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

namespace rodtrad::tests {

namespace {

class Reader {
public:
    explicit Reader(std::string_view xml) : m_xml{xml} {}

    std::string fault() {
        while (m_at < m_xml.size() && m_fault.empty()) {
            if (m_xml[m_at] == '<')
                read_tag();
            else
                read_text(m_xml.find('<', m_at));
        }
        if (m_fault.empty() && !m_open.empty()) fail(fmt::format("<{}> is never closed", m_open.back()));
        return m_fault;
    }

private:
    void fail(std::string_view what) {
        auto const from = m_at < 40 ? 0 : m_at - 40;
        m_fault = fmt::format("{} near: {}", what, m_xml.substr(from, 80));
    }

    void read_text(std::size_t end) {
        auto const text = m_xml.substr(m_at, std::min(end, m_xml.size()) - m_at);
        check_references(text);
        m_at += text.size();
    }

    void check_references(std::string_view text) {
        if (text.find("nan") != text.npos || text.find("inf") != text.npos) fail("a number that is none");
        for (auto at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
            auto const rest = text.substr(at);
            bool is_known = false;
            for (auto const reference : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"})
                is_known = is_known || rest.starts_with(reference);
            if (!is_known) fail("a loose &");
        }
    }

    void read_tag() {
        auto const end = m_xml.find('>', m_at);
        if (end == m_xml.npos) return fail("a tag without an end");
        auto tag = m_xml.substr(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        if (tag.starts_with('/')) {
            if (m_open.empty() || m_open.back() != tag.substr(1)) return fail(fmt::format("<{}> closes nothing", tag));
            m_open.pop_back();
            return;
        }
        bool const is_closed = tag.ends_with('/');
        if (is_closed) tag.remove_suffix(1);
        auto const name = tag.substr(0, tag.find(' '));
        check_attributes(tag.substr(name.size()));
        if (!is_closed) m_open.emplace_back(name);
    }

    void check_attributes(std::string_view text) {
        std::set<std::string_view> names;
        while (!text.empty()) {
            auto const equals = text.find("=\"");
            if (!text.starts_with(' ') || equals == text.npos) return fail("an attribute without a value");
            auto const name = text.substr(1, equals - 1);
            if (name.empty() || name.find_first_of(" \"'<>") != name.npos) return fail("an odd attribute");
            if (!names.insert(name).second) return fail("an attribute given twice");
            auto const end = text.find('"', equals + 2);
            if (end == text.npos) return fail("a value without an end");
            auto const value = text.substr(equals + 2, end - equals - 2);
            if (value.find('<') != value.npos) return fail("a < in a value");
            check_references(value);
            text.remove_prefix(end + 1);
        }
    }

    std::string_view m_xml;
    std::size_t m_at = 0;
    std::vector<std::string> m_open;
    std::string m_fault;
};

} // namespace

std::string fault_in(std::string_view xml) { return Reader{xml}.fault(); }

} // namespace rodtrad::tests
