#include "import/mapping.hpp"

#include "base/error.hpp"
#include "import/byte_source.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <charconv>

namespace rodtrad::import {

namespace {

constexpr std::size_t max_mapping_size = std::size_t{1} << 20U;

class MappingReader {
public:
    explicit MappingReader(std::string_view name) : m_name{name} {}

    Mapping read(toml::table const& document) {
        // Whether columns have headings decides how they are referred to.
        if (auto const* node = document.get("has_header")) m_mapping.has_header = boolean(*node, "has_header");
        for (auto const& [key, node] : document) top(key.str(), node);
        return std::move(m_mapping);
    }

private:
    [[noreturn]] void fail(toml::node const& node, std::string const& what) const {
        throw base::Error{fmt::format("{}: line {}: {}", m_name, node.source().begin.line, what)};
    }

    std::string text(toml::node const& node, std::string_view key) const {
        if (auto const value = node.value_exact<std::string>()) return *value;
        if (auto const number = node.value_exact<std::int64_t>()) return std::to_string(*number);
        fail(node, fmt::format("{} must be a text in quotation marks.", key));
    }
    bool boolean(toml::node const& node, std::string_view key) const {
        if (auto const value = node.value_exact<bool>()) return *value;
        fail(node, fmt::format("{} must be true or false.", key));
    }
    toml::table const& table(toml::node const& node, std::string_view key) const {
        if (auto const* value = node.as_table()) return *value;
        fail(node, fmt::format("{} must be a section: [{}].", key, key));
    }
    template <class Value>
    Value known(std::optional<Value> value, toml::node const& node, std::string_view key,
                std::string_view choices) const {
        if (value) return *value;
        fail(node, fmt::format("{} can be {}.", key, choices));
    }

    void top(std::string_view key, toml::node const& node) {
        if (key == "kind") {
            m_mapping.kind = known(to_table_kind(text(node, key)), node, key,
                                   "observations, targets, units, measures, groups or peer_groups");
        } else if (key == "sheet") {
            m_mapping.sheet = text(node, key);
        } else if (key == "charset") {
            m_mapping.charset = known(to_charset(text(node, key)), node, key, "utf-8 or cp1252");
        } else if (key == "separator") {
            auto const separator = text(node, key);
            if (separator.size() != 1 || separator == "\"" || separator == "\n" || separator == "\r" ||
                separator == std::string_view{"\0", 1} || static_cast<unsigned char>(separator[0]) >= 0x80)
                fail(node, R"(separator must be one character, such as ";" or "\t".)");
            m_mapping.separator = separator[0];
        } else if (key == "decimal") {
            auto const sign = text(node, key);
            if (sign != "," && sign != ".") fail(node, R"(decimal can be "," or ".".)");
            m_mapping.decimal = sign == "," ? DecimalSign::comma : DecimalSign::point;
        } else if (key == "columns") {
            for (auto const& [field, column] : table(node, key))
                m_mapping.columns.insert_or_assign(field_name(field.str(), column), column_ref(column));
        } else if (key == "constants") {
            for (auto const& [field, constant] : table(node, key))
                m_mapping.constants.insert_or_assign(field_name(field.str(), constant), text(constant, field.str()));
        } else if (key == "values") {
            for (auto const& [code, state] : table(node, key))
                m_mapping.values.insert_or_assign(std::string{code.str()},
                                                  known(to_no_value_state(text(state, code.str())), state, code.str(),
                                                        "missing, not_applicable or confidential"));
        } else if (key == "groups") {
            for (auto const& [code, group] : table(node, key))
                m_mapping.groups.insert_or_assign(std::string{code.str()}, text(group, code.str()));
        } else if (key == "keep") {
            for (auto const& [column, texts] : table(node, key)) keep(column.str(), texts);
        } else if (key == "period") {
            for (auto const& [what, value] : table(node, key)) period(what.str(), value);
        } else if (key != "has_header") {
            fail(node, fmt::format("\"{}\" is unknown. A mapping can hold kind, sheet, charset, separator, decimal, "
                                   "has_header and the "
                                   "sections columns, constants, values, groups, keep and period.",
                                   key));
        }
    }

    std::string field_name(std::string_view name, toml::node const& node) const {
        if (name.starts_with(external_prefix)) return std::string{name};
        for (auto const kind : {TableKind::observations, TableKind::targets, TableKind::units, TableKind::measures,
                                TableKind::groups, TableKind::peer_groups, TableKind::marks})
            for (auto const& field : fields_of(kind))
                if (field.name == name) return std::string{name};
        fail(node, fmt::format("there is no field \"{}\".", name));
    }

    ColumnRef column_ref(toml::node const& node) const {
        if (auto const number = node.value_exact<std::int64_t>()) {
            if (*number < 1 || *number > 1024) fail(node, "columns are numbered from 1.");
            return static_cast<std::size_t>(*number);
        }
        auto const heading = node.value_exact<std::string>();
        if (!heading) fail(node, "a column is given by its heading in quotation marks, or by its number.");
        if (!m_mapping.has_header) fail(node, "a file without headings has columns by number alone.");
        return *heading;
    }

    void keep(std::string_view column, toml::node const& node) {
        Mapping::Keep kept{std::string{column}, {}};
        if (!m_mapping.has_header) {
            std::size_t number = 0;
            auto const [stop, error] = std::from_chars(column.data(), column.data() + column.size(), number);
            if (error != std::errc{} || stop != column.data() + column.size() || number < 1 || number > 1024)
                fail(node, "a file without headings has columns by number alone.");
            kept.column = number;
        }
        auto const* texts = node.as_array();
        if (texts == nullptr) fail(node, fmt::format("{} must be a list: [\"…\", \"…\"].", column));
        for (auto const& kept_text : *texts) kept.texts.insert(text(kept_text, column));
        m_mapping.keep.push_back(std::move(kept));
    }

    void period(std::string_view what, toml::node const& node) {
        if (what == "pattern") {
            try {
                m_mapping.period_pattern.emplace(text(node, what));
            } catch (base::Error const& error) {
                fail(node, error.what());
            }
        } else if (what == "periodicity") {
            m_mapping.periodicity =
                known(to_periodicity(text(node, what)), node, what, "year, half_year, tertial, quarter or month");
        } else {
            fail(node, fmt::format("\"{}\" is unknown. The section period can hold pattern and periodicity.", what));
        }
    }

    std::string_view m_name;
    Mapping m_mapping;
};

} // namespace

Mapping to_mapping(std::string_view toml, std::string_view name) {
    try {
        return MappingReader{name}.read(toml::parse(toml));
    } catch (toml::parse_error const& error) {
        throw base::Error{
            fmt::format("{}: line {}: this is not TOML: {}.", name, error.source().begin.line, error.description())};
    }
}

Mapping read_mapping(std::filesystem::path const& path) {
    auto const file = open_file(path);
    std::string text(max_mapping_size, '\0');
    text.resize(read_all(*file, text));
    if (text.size() == max_mapping_size)
        throw base::Error{
            fmt::format("{}: this is too large for a mapping. Did two files change places?", path.string())};
    return to_mapping(text, path.string());
}

} // namespace rodtrad::import
