#include "import/kolada.hpp"

#include "base/error.hpp"
#include "import/json_elements.hpp"
#include "import/kolada_words.hpp"
#include "import/period_text.hpp"
#include "import/words.hpp"

#include <boost/json/monotonic_resource.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include <array>
#include <cmath>

namespace json = boost::json;

namespace rodtrad::import {

namespace {

enum class ElementKind : std::uint8_t {
    kpi,
    municipality,
    organisational_unit,
    municipality_group,
    kpi_group,
    values,
    unknown
};

constexpr std::size_t max_depth = 16;

bool has(json::object const& element, std::string_view key) { return element.if_contains(key) != nullptr; }

// A text field; empty where it is absent, null or of another type.
std::string_view text(json::object const& element, std::string_view key) {
    auto const* field = element.if_contains(key);
    auto const* string = field != nullptr ? field->if_string() : nullptr;
    if (string == nullptr) return {};
    return base::trimmed({string->data(), string->size()});
}

ElementKind kind_of(json::object const& element) {
    if (has(element, "kpi")) return ElementKind::values;
    if (has(element, "members"))
        return text(element, "id").starts_with("G2KPI") ? ElementKind::kpi_group : ElementKind::municipality_group;
    if (has(element, "operating_area") || has(element, "municipality_type")) return ElementKind::kpi;
    if (has(element, "id") && has(element, "municipality")) return ElementKind::organisational_unit;
    if (has(element, "id") && has(element, "type")) return ElementKind::municipality;
    return ElementKind::unknown;
}

std::string_view name_of(ElementKind kind) {
    switch (kind) {
    case ElementKind::kpi:
        return "KPIs";
    case ElementKind::municipality:
        return "municipalities";
    case ElementKind::organisational_unit:
        return "organisational units";
    case ElementKind::municipality_group:
        return "groups";
    case ElementKind::values:
        return "values";
    case ElementKind::kpi_group:
    case ElementKind::unknown:
        break;
    }
    return {};
}

// Kolada writes line breaks as a backslash and an n.
std::string with_line_breaks(std::string_view description) {
    std::string result;
    for (std::size_t at = 0; at < description.size(); ++at) {
        if (description.substr(at, 2) == "\\n")
            result += '\n', ++at;
        else
            result += description[at];
    }
    return result;
}

class Kolada {
public:
    Kolada(Utf8Source& source, Reading& reading) : m_elements{source, reading.file}, m_reading{reading} {}

    void read() {
        while (auto const element = m_elements.next()) {
            m_row = element->number;
            json::monotonic_resource memory{m_memory.data(), m_memory.size()};
            json::error_code error;
            json::parse_options options;
            options.max_depth = max_depth;
            auto const value = json::parse({element->text.data(), element->text.size()}, error, &memory, options);
            if (error) m_elements.fail_at_element(error.message());
            read_element(value.is_object() ? value.get_object() : json::object{}, element->text);
        }
        if (m_row == 0)
            throw base::Error{
                fmt::format("{}: the JSON holds nothing. Kolada answers so when it does not know what was "
                            "asked for: check the address it was fetched from.",
                            m_reading.file)};
    }

    std::string format() const {
        if (m_first == ElementKind::kpi) return m_is_v3 ? "Kolada KPIs (v3), JSON" : "Kolada KPIs (v2), JSON";
        return fmt::format("Kolada {}, JSON", name_of(m_first));
    }

private:
    void read_element(json::object const& element, std::string_view as_text) {
        auto const kind = kind_of(element);
        if (m_first == ElementKind::unknown) {
            m_first = kind;
            m_is_v3 = has(element, "auspice");
        }
        if (m_first == ElementKind::unknown) fail_unknown();
        if (m_first == ElementKind::kpi_group)
            throw base::Error{fmt::format("{}: these are groups of KPIs, which nothing is made of here. Leave the file "
                                          "out; groups of municipalities are what comparisons need.",
                                          m_reading.file)};
        if (kind != m_first) {
            ++m_reading.report.rows;
            return leave_out({}, as_text, problems::unknown_element);
        }
        if (as_text.find("\\u0000") != std::string_view::npos) {
            ++m_reading.report.rows;
            return leave_out({}, as_text, problems::nul_byte);
        }
        switch (kind) {
        case ElementKind::kpi:
            return read_kpi(element);
        case ElementKind::municipality:
            return read_municipality(element);
        case ElementKind::organisational_unit:
            return read_organisational_unit(element);
        case ElementKind::municipality_group:
            return read_group(element);
        case ElementKind::values:
            return read_values(element);
        case ElementKind::kpi_group:
        case ElementKind::unknown:
            return;
        }
    }

    void read_kpi(json::object const& element) {
        ++m_reading.report.rows;
        if (!is_there(element, "id") || !is_there(element, "title")) return;
        auto const title = text(element, "title");
        auto const description = with_line_breaks(text(element, "description"));
        auto scale = kolada::scale_of(title);

        domain::Measure measure;
        measure.code = text(element, "id");
        measure.title = title;
        measure.definition = description;
        measure.unit_of_measure = std::move(scale.unit_of_measure);
        measure.kind = scale.kind;
        measure.multiplier = scale.multiplier;
        measure.perspective = text(element, "perspective");
        measure.area = kolada::area_of(text(element, "operating_area"), title, description);
        measure.source = kolada::source_of(description);
        // Kolada does not know which way is better: a polarity that someone has set is left alone.
        constexpr auto stated =
            static_cast<Fields>(MeasureField::title) | static_cast<Fields>(MeasureField::definition) |
            static_cast<Fields>(MeasureField::unit_of_measure) | static_cast<Fields>(MeasureField::kind) |
            static_cast<Fields>(MeasureField::multiplier) | static_cast<Fields>(MeasureField::aggregation) |
            static_cast<Fields>(MeasureField::perspective) | static_cast<Fields>(MeasureField::area) |
            static_cast<Fields>(MeasureField::source);
        m_reading.sink.measure(measure, stated, place());
    }

    void read_municipality(json::object const& element) {
        ++m_reading.report.rows;
        if (!is_there(element, "id") || !is_there(element, "title")) return;
        constexpr std::string_view country = "0000";
        domain::Unit unit;
        unit.code = text(element, "id");
        unit.name = text(element, "title");
        if (unit.code == country) {
            unit.kind = domain::UnitKind::country;
        } else if (text(element, "type") == "L") {
            unit.kind = domain::UnitKind::region;
            unit.parent = country;
        } else {
            // A municipality's code begins with that of its county, which is the region's: 0180 → 0001.
            unit.kind = domain::UnitKind::municipality;
            unit.parent = "00" + unit.code.substr(0, 2);
        }
        give(unit);
    }

    void read_organisational_unit(json::object const& element) {
        ++m_reading.report.rows;
        if (!is_there(element, "id") || !is_there(element, "title") || !is_there(element, "municipality")) return;
        domain::Unit unit;
        unit.code = text(element, "id");
        unit.name = text(element, "title");
        unit.parent = text(element, "municipality");
        give(unit);
    }

    void give(domain::Unit const& unit) {
        auto stated = static_cast<Fields>(UnitField::name) | static_cast<Fields>(UnitField::kind);
        if (unit.parent) stated |= static_cast<Fields>(UnitField::parent);
        m_reading.sink.unit(unit, stated, place());
    }

    void read_group(json::object const& element) {
        ++m_reading.report.rows;
        if (!is_there(element, "id") || !is_there(element, "title")) return;
        domain::PeerGroup group;
        group.code = text(element, "id");
        auto title = text(element, "title");
        constexpr std::string_view unweighted = "(ovägt medel)"; // says how Kolada computes, not who the members are
        if (title.ends_with(unweighted)) title = base::trimmed(title.substr(0, title.size() - unweighted.size()));
        group.name = title;
        if (auto likes = kolada::likes_of(title)) {
            group.owner = std::move(likes->owner);
            group.area = std::move(likes->area);
            group.year = likes->year;
        }
        auto const* members = element.at("members").if_array();
        if (members == nullptr) return leave_out("members", {}, problems::missing_member);
        for (auto const& member : *members) {
            auto const code = member.is_object() ? text(member.get_object(), "member_id") : std::string_view{};
            if (code.empty()) return leave_out("members", json::serialize(member), problems::missing_member);
            group.members.emplace_back(code);
        }
        m_reading.sink.peer_group(group, place());
    }

    // Either {"kpi","municipality" or "ou","period","values":[{"gender","value"}…]} or, as a flat table has it,
    // {"kpi","municipality_id","year","gender","value"}: there "municipality" is the name.
    void read_values(json::object const& element) {
        auto const* values = element.if_contains("values");
        if (values == nullptr) return read_value(element, element);
        auto const* several = values->if_array();
        if (several == nullptr) {
            ++m_reading.report.rows;
            return leave_out("values", {}, problems::missing_member);
        }
        for (auto const& value : *several) {
            if (value.is_object()) {
                read_value(element, value.get_object());
                continue;
            }
            ++m_reading.report.rows;
            leave_out("values", json::serialize(value), problems::missing_member);
        }
    }

    void read_value(json::object const& about, json::object const& value) {
        ++m_reading.report.rows;
        if (!is_there(about, "kpi")) return;
        auto const unit_key = unit_key_of(about);
        if (!is_there(about, unit_key)) return;
        auto const* period_key = has(about, "period") ? "period" : "year";
        auto const period = period_of(about, period_key);
        if (!period) return;

        ObservationRow observation{text(about, "kpi"), text(about, unit_key), to_group_code(text(value, "gender")),
                                   *period, domain::Missing{}};
        // The value decides, not the status: a value that is missing has no status of its own.
        auto const* number = value.if_contains("value");
        if (is_withdrawn(value)) {
            m_reading.note(m_row, "isdeleted", number != nullptr ? json::serialize(*number) : "", problems::withdrawn);
        } else if (number != nullptr && !number->is_null()) {
            if (!number->is_number()) return leave_out("value", json::serialize(*number), problems::not_a_number);
            auto const measured = number->to_number<double>();
            if (!std::isfinite(measured))
                return leave_out("value", json::serialize(*number), problems::number_out_of_range);
            observation.outcome = domain::Measured{measured, {}, false};
        }
        m_reading.sink.observation(observation, place());
    }

    static std::string_view unit_key_of(json::object const& about) {
        if (has(about, "municipality_id")) return "municipality_id";
        return has(about, "ou") ? "ou" : "municipality";
    }

    std::optional<domain::Period> period_of(json::object const& element, std::string_view key) {
        auto const* field = element.if_contains(key);
        auto const is_number = field != nullptr && field->is_int64();
        auto const written = is_number ? std::to_string(field->get_int64()) : std::string{text(element, key)};
        auto const period = to_period(written).period;
        if (!period) leave_out(key, written, problems::not_a_period);
        return period;
    }

    static bool is_withdrawn(json::object const& value) {
        for (auto const* key : {"isdeleted", "is_deleted"}) {
            auto const* field = value.if_contains(key);
            if (field == nullptr) continue;
            if (field->is_bool()) return field->get_bool();
            return field->is_int64() && field->get_int64() != 0;
        }
        return false;
    }

    bool is_there(json::object const& element, std::string_view key) {
        if (!text(element, key).empty()) return true;
        auto const* field = element.if_contains(key);
        leave_out(key, field != nullptr ? json::serialize(*field) : std::string{}, problems::missing_member);
        return false;
    }

    void leave_out(std::string_view key, std::string_view as_text, problems::Problem const& problem) {
        m_reading.leave_out(m_row, key, as_text, problem);
    }

    [[noreturn]] void fail_unknown() const {
        throw base::Error{fmt::format(
            "{}: this is JSON, but not what Kolada gives: it should hold KPIs, municipalities, groups or values.",
            m_reading.file)};
    }

    Place place() const { return m_reading.place(m_row); }

    JsonElements m_elements;
    Reading& m_reading;
    std::int64_t m_row = 0;
    ElementKind m_first = ElementKind::unknown;
    bool m_is_v3 = false;
    std::array<unsigned char, 16384> m_memory;
};

} // namespace

void read_kolada(Utf8Source& text, Reading& reading) {
    Kolada kolada{text, reading};
    kolada.read();
    reading.report.format = kolada.format();
}

} // namespace rodtrad::import
