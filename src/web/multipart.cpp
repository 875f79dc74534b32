#include "web/multipart.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace rodtrad::web {

namespace {

constexpr std::string_view line_end = "\r\n";

std::string_view without_blanks_before(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    return text;
}

// What stands before `end`, taken off the text with it; nothing where `end` does not come.
std::optional<std::string_view> taken_until(std::string_view& text, std::string_view end) {
    auto const at = text.find(end);
    if (at == std::string_view::npos) return {};
    auto const taken = text.substr(0, at);
    text.remove_prefix(at + end.size());
    return taken;
}

// A quoted string, taken off the text. Browsers write a quote in it as %22, others as \" ; a backslash before anything
// else is itself, as in C:\figures.csv.
std::optional<std::string> taken_quoted(std::string_view& text) {
    std::string value;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[i] == '"') {
            text.remove_prefix(i + 1);
            return value;
        }
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '"' || text[i + 1] == '\\')) ++i;
        value += text[i];
    }
    return {};
}

std::optional<std::string> taken_value(std::string_view& text) {
    if (text.starts_with('"')) return taken_quoted(text);
    auto const end = std::min(text.find_first_of("; \t"), text.size());
    std::string value{text.substr(0, end)};
    text.remove_prefix(end);
    if (value.empty() || value.find('"') != std::string::npos) return {};
    return value;
}

// "form-data; name=a; filename="b"" → the value in lower case, and the parameters by names in lower case, none twice.
struct Parameterised {
    std::string value;
    Pairs parameters;

    std::string const* parameter(std::string_view name) const {
        auto const found = std::ranges::find(parameters, name, &std::pair<std::string, std::string>::first);
        return found == parameters.end() ? nullptr : &found->second;
    }
};

std::optional<Parameterised> to_parameterised(std::string_view text) {
    auto const semicolon = std::min(text.find(';'), text.size());
    Parameterised result{.value = ascii_lower(base::trimmed(text.substr(0, semicolon))), .parameters = {}};
    text.remove_prefix(semicolon);
    while (!(text = without_blanks_before(text)).empty()) {
        if (!text.starts_with(';')) return {};
        text = without_blanks_before(text.substr(1));
        if (text.empty()) break; // a semicolon at the end
        auto const name = taken_until(text, "=");
        if (!name || !is_token(*name)) return {};
        auto value = taken_value(text);
        if (!value || result.parameter(ascii_lower(*name)) != nullptr) return {};
        result.parameters.emplace_back(ascii_lower(*name), std::move(*value));
    }
    return result;
}

// HTML writes these three so in the names of fields and files.
std::string unescaped(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, char>, 3> escapes{{{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}}};
    std::string result;
    while (!text.empty()) {
        auto const* const escape =
            std::ranges::find_if(escapes, [&](auto const& known) { return text.starts_with(known.first); });
        bool const is_escape = escape != escapes.end();
        result += is_escape ? escape->second : text.front();
        text.remove_prefix(is_escape ? escape->first.size() : 1);
    }
    return result;
}

// Some browsers have sent the whole path, and anybody can send "../../etc/passwd".
std::string last_segment(std::string name) {
    std::erase_if(name, is_control);
    name.erase(0, name.find_last_of("/\\") + 1);
    return name == "." || name == ".." ? std::string{} : name;
}

struct PartHead {
    std::string name;
    std::optional<std::string> file_name;
    std::string content_type = "text/plain";
};

// The headers of a part, each a line "name: value", the last one ended too.
std::optional<PartHead> to_part_head(std::string_view text) {
    PartHead head;
    bool is_disposed = false;
    while (!text.empty()) {
        auto line = *taken_until(text, line_end);
        auto const header = taken_until(line, ":");
        if (!header || !is_token(*header) || !is_header_value(line)) return {};
        auto const name = ascii_lower(*header);
        auto const value = base::trimmed(line);
        if (name == "content-type") {
            head.content_type = value;
        } else if (name == "content-transfer-encoding") {
            auto const encoding = ascii_lower(value);
            if (encoding != "7bit" && encoding != "8bit" && encoding != "binary") return {};
        } else if (name == "content-disposition") {
            auto const stated = to_parameterised(value);
            if (is_disposed || !stated || stated->value != "form-data") return {};
            is_disposed = true;
            auto const* const field = stated->parameter("name");
            // RFC 7578, 4.2: "filename*" is not for forms. Passed over, it would make a field of a file.
            if (field == nullptr || stated->parameter("filename*") != nullptr) return {};
            head.name = unescaped(*field);
            if (auto const* const file = stated->parameter("filename")) head.file_name = unescaped(*file);
        }
    }
    if (!is_disposed || !base::is_utf8(head.name) || std::ranges::any_of(head.name, is_control)) return {};
    if (!base::is_utf8(head.content_type) || (head.file_name && !base::is_utf8(*head.file_name))) return {};
    return head;
}

bool take_part(MultipartForm& form, std::string_view part) {
    auto const head_end = part.substr(0, longest_part_head + 4).find("\r\n\r\n");
    if (head_end == std::string_view::npos) return false;
    auto head = to_part_head(part.substr(0, head_end + line_end.size()));
    if (!head) return false;
    auto const bytes = part.substr(head_end + 4);
    if (head->file_name) {
        if (head->file_name->empty() && bytes.empty()) return true;
        form.files.push_back(
            {std::move(head->name), last_segment(std::move(*head->file_name)), std::move(head->content_type), bytes});
        return true;
    }
    if (!base::is_utf8(bytes)) return false;
    form.fields.emplace_back(std::move(head->name), bytes);
    return true;
}

enum class Delimiter : std::uint8_t { of_part, last, malformed };

// What follows the boundary on its line, taken off the text.
Delimiter taken_delimiter(std::string_view& rest) {
    bool const is_last = rest.starts_with("--");
    if (is_last) rest.remove_prefix(2);
    rest = without_blanks_before(rest); // RFC 2046: transport padding
    if (is_last && rest.empty()) return Delimiter::last;
    if (!rest.starts_with(line_end)) return Delimiter::malformed;
    rest.remove_prefix(line_end.size());
    return is_last ? Delimiter::last : Delimiter::of_part;
}

} // namespace

std::optional<std::string> boundary_of(std::string_view content_type) {
    auto const stated = to_parameterised(content_type);
    if (!stated || stated->value != "multipart/form-data") return {};
    auto const* const boundary = stated->parameter("boundary");
    if (boundary == nullptr || boundary->empty() || boundary->size() > 70 || boundary->ends_with(' ')) return {};
    auto const is_allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view{"'()+_,-./:=? "}.find(c) != std::string_view::npos;
    };
    if (!std::ranges::all_of(*boundary, is_allowed)) return {};
    return *boundary;
}

std::optional<MultipartForm> to_multipart(std::string_view content_type, std::string_view body) {
    auto const boundary = boundary_of(content_type);
    if (!boundary) return {};
    auto const opening = "--" + *boundary;
    auto const delimiter = "\r\n" + opening;
    if (body.starts_with(opening))
        body.remove_prefix(opening.size());
    else if (!taken_until(body, delimiter))
        return {};

    MultipartForm form;
    for (std::size_t parts = 0; parts <= most_parts; ++parts) {
        auto const kind = taken_delimiter(body);
        if (kind == Delimiter::last) return form;
        if (kind == Delimiter::malformed || parts == most_parts) return {};
        auto const part = taken_until(body, delimiter);
        if (!part || !take_part(form, *part)) return {};
    }
    return {};
}

} // namespace rodtrad::web
