#pragma once

#include "view/url.hpp"

#include <concepts>
#include <string>
#include <string_view>

namespace rodtrad::view {

// An attribute that a page may use is a function below; there is no other way to write one. Attributes that hold
// style or script do not exist, and those that hold an address take a Url.
//
// An attribute only borrows its text: it is made in the call that writes it, and never kept.
class Attribute {
public:
    // Refuses, when compiling, whatever could carry style, script or an address.
    struct Name {
        consteval Name(char const* name) : text{name} {
            std::string_view const all{name};
            for (char const c : all)
                if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) throw "not an attribute's name";
            for (std::string_view const refused : {"style", "href", "src", "srcset", "srcdoc", "action", "formaction"})
                if (all == refused) throw "use the function that takes a Url, or a class";
            if (all.starts_with("on") || all.starts_with("hx-on")) throw "no inline script";
        }
        std::string_view text;
    };

    constexpr Attribute(Name name, std::string_view value, std::string_view second = {})
        : m_name{name.text}, m_value{value}, m_second{second} {}

    // The same one, or nothing at all.
    constexpr Attribute when(bool is_wanted) const {
        auto attribute = *this;
        if (!is_wanted) attribute.m_name = {};
        return attribute;
    }

    void append_to(std::string& out) const;

private:
    std::string_view m_name;
    std::string_view m_value;
    std::string_view m_second; // after a space
};

class UrlAttribute {
public:
    constexpr UrlAttribute(std::string_view name, Url const& url) : m_name{name}, m_url{&url} {}
    void append_to(std::string& out) const;

private:
    std::string_view m_name;
    Url const* m_url;
};

class NumberAttribute {
public:
    constexpr NumberAttribute(Attribute::Name name, long value) : m_name{name.text}, m_value{value} {}
    void append_to(std::string& out) const;

private:
    std::string_view m_name;
    long m_value;
};

// Written without a value, or not at all.
class Flag {
public:
    constexpr Flag(Attribute::Name name, bool is_on) : m_name{is_on ? name.text : std::string_view{}} {}
    void append_to(std::string& out) const;

private:
    std::string_view m_name;
};

template <class T>
concept AnyAttribute = std::same_as<T, Attribute> || std::same_as<T, UrlAttribute> ||
                       std::same_as<T, NumberAttribute> || std::same_as<T, Flag>;

// Everywhere.
constexpr Attribute class_(std::string_view names, std::string_view more = {}) { return {"class", names, more}; }
constexpr Attribute id(std::string_view value) { return {"id", value}; }
constexpr Attribute lang(std::string_view code) { return {"lang", code}; }
constexpr Attribute title(std::string_view text) { return {"title", text}; }
constexpr Flag hidden(bool is_on = true) { return {"hidden", is_on}; }
constexpr NumberAttribute tabindex(long value) { return {"tabindex", value}; }

// For those who listen.
constexpr Attribute role(std::string_view value) { return {"role", value}; }
constexpr Attribute aria_label(std::string_view text) { return {"aria-label", text}; }
constexpr Attribute aria_labelledby(std::string_view ids) { return {"aria-labelledby", ids}; }
constexpr Attribute aria_describedby(std::string_view ids) { return {"aria-describedby", ids}; }
constexpr Attribute aria_hidden() { return {"aria-hidden", "true"}; }
constexpr Attribute aria_current(std::string_view what = "page") { return {"aria-current", what}; }
constexpr Attribute aria_live(std::string_view manner = "polite") { return {"aria-live", manner}; }
constexpr Attribute aria_sort(std::string_view order) { return {"aria-sort", order}; }

// Links and what is fetched.
constexpr UrlAttribute href(Url const& url) { return {"href", url}; }
constexpr UrlAttribute src(Url const& url) { return {"src", url}; }
constexpr UrlAttribute action(Url const& url) { return {"action", url}; }
constexpr Attribute hreflang(std::string_view code) { return {"hreflang", code}; }
constexpr Attribute rel(std::string_view value) { return {"rel", value}; }
constexpr Attribute download(std::string_view file_name) { return {"download", file_name}; }
constexpr Flag defer(bool is_on = true) { return {"defer", is_on}; }

// In the head.
constexpr Attribute charset(std::string_view value) { return {"charset", value}; }
constexpr Attribute content(std::string_view value) { return {"content", value}; }

// Forms.
constexpr Attribute name(std::string_view value) { return {"name", value}; }
constexpr Attribute value(std::string_view text) { return {"value", text}; }
constexpr Attribute type(std::string_view kind) { return {"type", kind}; }
constexpr Attribute method(std::string_view value) { return {"method", value}; }
constexpr Attribute for_(std::string_view id) { return {"for", id}; }
constexpr Attribute placeholder(std::string_view text) { return {"placeholder", text}; }
constexpr Attribute autocomplete(std::string_view what) { return {"autocomplete", what}; }
constexpr Attribute list(std::string_view id) { return {"list", id}; }
constexpr NumberAttribute maxlength(long characters) { return {"maxlength", characters}; }
constexpr NumberAttribute rows(long lines) { return {"rows", lines}; }
constexpr Attribute aria_invalid() { return {"aria-invalid", "true"}; }
constexpr Attribute label(std::string_view text) { return {"label", text}; }
constexpr Attribute inputmode(std::string_view keyboard) { return {"inputmode", keyboard}; }
constexpr Attribute accept(std::string_view endings) { return {"accept", endings}; }
constexpr Attribute enctype(std::string_view kind) { return {"enctype", kind}; }
constexpr Attribute data_draft(std::string_view key) { return {"data-draft", key}; }
constexpr Flag multiple(bool is_on = true) { return {"multiple", is_on}; }
constexpr Flag checked(bool is_on = true) { return {"checked", is_on}; }
constexpr Flag selected(bool is_on = true) { return {"selected", is_on}; }
constexpr Flag disabled(bool is_on = true) { return {"disabled", is_on}; }
constexpr Flag required(bool is_on = true) { return {"required", is_on}; }

// Tables, lists, disclosure.
constexpr Attribute scope(std::string_view what) { return {"scope", what}; }
constexpr NumberAttribute colspan(long columns) { return {"colspan", columns}; }
constexpr NumberAttribute rowspan(long rows) { return {"rowspan", rows}; }
constexpr NumberAttribute start(long number) { return {"start", number}; }
constexpr Attribute datetime(std::string_view value) { return {"datetime", value}; }
constexpr Flag open(bool is_on = true) { return {"open", is_on}; }

// htmx: only what works without eval. Targets are ids of this page.
enum class Swap { inner, outer, morph };
enum class Trigger { change, submit, typing };
constexpr UrlAttribute hx_get(Url const& url) { return {"hx-get", url}; }
constexpr Attribute hx_target(std::string_view selector) { return {"hx-target", selector}; }
constexpr Attribute hx_select(std::string_view selector) { return {"hx-select", selector}; }
constexpr Attribute hx_push_url() { return {"hx-push-url", "true"}; }
constexpr Attribute hx_swap(Swap how) {
    switch (how) {
    case Swap::inner:
        return {"hx-swap", "innerHTML"};
    case Swap::outer:
        return {"hx-swap", "outerHTML"};
    case Swap::morph:
        break;
    }
    return {"hx-swap", "innerMorph"};
}
constexpr Attribute hx_trigger(Trigger when) {
    switch (when) {
    case Trigger::change:
        return {"hx-trigger", "change"};
    case Trigger::submit:
        return {"hx-trigger", "submit"};
    case Trigger::typing:
        break;
    }
    return {"hx-trigger", "input changed delay:250ms, submit"};
}

// data_("data-measure", code): read by tests in the browser.
constexpr Attribute data_(Attribute::Name name, std::string_view value) { return {name, value}; }

} // namespace rodtrad::view
