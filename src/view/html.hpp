#pragma once

#include "view/attributes.hpp"
#include "view/markup.hpp"

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace rodtrad::view {

// What may stand between two tags: text (escaped), finished markup, or a function that writes more.
template <class T>
concept Content = std::convertible_to<T const&, std::string_view> || std::same_as<T, Raw> || std::invocable<T const&>;
template <class T>
concept Part = AnyAttribute<T> || Content<T>;

// Writes a page from the top down, straight into one string. An element is a call: its attributes first, then its
// contents. An element with contents of its own takes a function, so that every tag is closed, and closed in order:
//
//     h.article(class_("card"), [&] {
//         h.h3([&] { h.a(href(url), measure.title); });
//         h.p(sentence);
//     });
class Html {
public:
    Html() { m_out.reserve(64 * 1024); }

    void text(std::string_view text) { append_escaped(m_out, text); }
    void raw(Raw const& markup) { m_out += markup.markup(); }
    void doctype() { m_out += "<!doctype html>\n"; }

    std::string_view markup() const { return m_out; }
    std::string take() && { return std::move(m_out); }
    Raw take_raw() && { return Raw::trusted(std::move(m_out)); }

    // The document
    void html(Part auto const&... parts) { element("html", parts...); }
    void head(Part auto const&... parts) { element("head", parts...); }
    void head_title(Content auto const&... parts) { element("title", parts...); }
    void body(Part auto const&... parts) { element("body", parts...); }
    void meta(AnyAttribute auto const&... attributes) { void_element("meta", attributes...); }
    void link(AnyAttribute auto const&... attributes) { void_element("link", attributes...); }
    void script(AnyAttribute auto const&... attributes) { element("script", attributes...); } // from a file, always

    // Its parts
    void header(Part auto const&... parts) { element("header", parts...); }
    void nav(Part auto const&... parts) { element("nav", parts...); }
    void main(Part auto const&... parts) { element("main", parts...); }
    void aside(Part auto const&... parts) { element("aside", parts...); }
    void footer(Part auto const&... parts) { element("footer", parts...); }
    void section(Part auto const&... parts) { element("section", parts...); }
    void article(Part auto const&... parts) { element("article", parts...); }
    void div(Part auto const&... parts) { element("div", parts...); }
    void search(Part auto const&... parts) { element("search", parts...); }
    void h1(Part auto const&... parts) { element("h1", parts...); }
    void h2(Part auto const&... parts) { element("h2", parts...); }
    void h3(Part auto const&... parts) { element("h3", parts...); }
    void h4(Part auto const&... parts) { element("h4", parts...); }

    // Blocks
    void p(Part auto const&... parts) { element("p", parts...); }
    void ul(Part auto const&... parts) { element("ul", parts...); }
    void ol(Part auto const&... parts) { element("ol", parts...); }
    void li(Part auto const&... parts) { element("li", parts...); }
    void dl(Part auto const&... parts) { element("dl", parts...); }
    void dt(Part auto const&... parts) { element("dt", parts...); }
    void dd(Part auto const&... parts) { element("dd", parts...); }
    void figure(Part auto const&... parts) { element("figure", parts...); }
    void figcaption(Part auto const&... parts) { element("figcaption", parts...); }
    void details(Part auto const&... parts) { element("details", parts...); }
    void summary(Part auto const&... parts) { element("summary", parts...); }
    void blockquote(Part auto const&... parts) { element("blockquote", parts...); }
    void hr(AnyAttribute auto const&... attributes) { void_element("hr", attributes...); }

    // Within a line
    void a(Part auto const&... parts) { element("a", parts...); }
    void span(Part auto const&... parts) { element("span", parts...); }
    void b(Part auto const&... parts) { element("b", parts...); }
    void strong(Part auto const&... parts) { element("strong", parts...); }
    void em(Part auto const&... parts) { element("em", parts...); }
    void small(Part auto const&... parts) { element("small", parts...); }
    void mark(Part auto const&... parts) { element("mark", parts...); }
    void abbr(Part auto const&... parts) { element("abbr", parts...); }
    void code(Part auto const&... parts) { element("code", parts...); }
    void time(Part auto const&... parts) { element("time", parts...); }
    void br() { void_element("br"); }

    // Tables
    void table(Part auto const&... parts) { element("table", parts...); }
    void caption(Part auto const&... parts) { element("caption", parts...); }
    void thead(Part auto const&... parts) { element("thead", parts...); }
    void tbody(Part auto const&... parts) { element("tbody", parts...); }
    void tr(Part auto const&... parts) { element("tr", parts...); }
    void th(Part auto const&... parts) { element("th", parts...); }
    void td(Part auto const&... parts) { element("td", parts...); }

    // Forms
    void form(Part auto const&... parts) { element("form", parts...); }
    void label(Part auto const&... parts) { element("label", parts...); }
    void button(Part auto const&... parts) { element("button", parts...); }
    void select(Part auto const&... parts) { element("select", parts...); }
    void option(Part auto const&... parts) { element("option", parts...); }
    void optgroup(Part auto const&... parts) { element("optgroup", parts...); }
    void fieldset(Part auto const&... parts) { element("fieldset", parts...); }
    void legend(Part auto const&... parts) { element("legend", parts...); }
    void datalist(Part auto const&... parts) { element("datalist", parts...); }
    void textarea(Part auto const&... parts) { element("textarea", parts...); }
    void input(AnyAttribute auto const&... attributes) { void_element("input", attributes...); }

private:
    // True where no attribute stands after contents.
    template <class... Parts>
    static consteval bool has_attributes_first() {
        bool is_in_contents = false;
        bool is_right = true;
        ((AnyAttribute<Parts> ? is_right = is_right&& !is_in_contents : is_in_contents = true), ...);
        return is_right;
    }

    void element(std::string_view name, auto const&... parts) {
        static_assert(has_attributes_first<std::remove_cvref_t<decltype(parts)>...>(), "attributes come first");
        m_out += '<';
        m_out += name;
        (append_attribute(parts), ...);
        m_out += '>';
        (append_content(parts), ...);
        m_out += "</";
        m_out += name;
        m_out += '>';
    }

    void void_element(std::string_view name, auto const&... attributes) {
        m_out += '<';
        m_out += name;
        (attributes.append_to(m_out), ...);
        m_out += '>';
    }

    template <class T>
    void append_attribute(T const& part) {
        if constexpr (AnyAttribute<T>) part.append_to(m_out);
    }

    template <class T>
    void append_content(T const& part) {
        if constexpr (std::same_as<T, Raw>)
            raw(part);
        else if constexpr (std::convertible_to<T const&, std::string_view>)
            text(part);
        else if constexpr (!AnyAttribute<T>)
            part();
    }

    std::string m_out;
};

} // namespace rodtrad::view
