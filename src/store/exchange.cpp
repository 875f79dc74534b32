#include "store/exchange.hpp"

#include "domain/behaviour.hpp"
#include "domain/check_in.hpp"
#include "domain/dialogue.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/person.hpp"
#include "domain/reminder.hpp"
#include "domain/scorecard.hpp"
#include "domain/seen.hpp"
#include "domain/steering_document.hpp"
#include "domain/thread_share.hpp"

#include <fmt/format.h>

namespace rodtrad::store {

namespace {

constexpr auto integer = ColumnKind::integer;
constexpr auto real = ColumnKind::real;
constexpr auto text = ColumnKind::text;

// A column of a table of figures: how it is selected and restored, where that is not by its own name.
struct Told {
    std::string_view name;
    ColumnKind kind = text;
    bool is_optional = false;
    std::string_view selected{}; // "u.code"
    std::string_view restored{}; // "(select id from unit where code = ?)"
    std::string_view column{};   // in the database, where it has another name there
};

constexpr std::string_view unit_of_code = "(select id from unit where code = ?)";
constexpr std::string_view measure_of_code = "(select id from measure where code = ?)";
constexpr std::string_view group_of_code = "(select id from subgroup where code = ?)";
constexpr std::string_view peers_of_code = "(select id from peer_group where code = ?)";

// `from` joins the table, as t, with what gives the codes; `order` is of the contents alone.
ExchangeTable told(std::string_view name, std::string_view about, std::string_view table, std::string_view from,
                   std::string_view order, std::vector<Told> const& columns) {
    ExchangeTable result{.name = std::string{name}, .about = std::string{about}};
    std::string selected;
    std::string named;
    std::string restored;
    for (auto const& column : columns) {
        auto const* const comma = selected.empty() ? "" : ", ";
        auto const own = column.column.empty() ? column.name : column.column;
        selected += comma + (column.selected.empty() ? fmt::format("t.{}", own) : std::string{column.selected});
        named += fmt::format("{}{}", comma, own);
        restored += fmt::format("{}{}", comma, column.restored.empty() ? "?" : column.restored);
        result.columns.push_back(
            {.name = std::string{column.name}, .kind = column.kind, .is_optional = column.is_optional});
    }
    result.select = fmt::format("select {} from {} order by {}", selected, from, order);
    result.insert = fmt::format("insert into {} ({}) values ({})", table, named, restored);
    return result;
}

// The table of a described record.
template <class T>
ExchangeTable described(std::string_view about) {
    ExchangeTable table{.name = std::string{T::table}, .about = std::string{about}};
    std::string names;
    std::string places;
    for (auto const& column : Records<T>::described_columns()) {
        table.columns.push_back({std::string{column.name}, column.kind, column.is_optional, column.otherwise});
        names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", column.name); // "values" is a word of SQL
        places += places.empty() ? "?" : ", ?";
    }
    table.select = fmt::format("select {} from {} order by id", names, T::table);
    table.insert = fmt::format("insert into {} ({}) values ({})", T::table, names, places);
    return table;
}

void add_figures(std::vector<ExchangeTable>& tables) {
    tables.push_back(told("deliveries", "What was handed in, when, and what came of it", "delivery", "delivery t",
                          "t.id",
                          {{"id", integer},
                           {"received"},
                           {"undone", text, true},
                           {"source"},
                           {"format"},
                           {"rows", integer},
                           {"added", integer},
                           {"revised", integer},
                           {"unchanged", integer},
                           {"left_out", integer},
                           {"figures", integer},
                           {"without_value", integer},
                           {"complaints", integer},
                           {"touches_all", integer}}));
    tables.push_back(told("complaints", "What was wrong with rows that were handed in", "complaint", "complaint t",
                          "t.delivery, t.position",
                          {{"delivery", integer},
                           {"position", integer},
                           {"file"},
                           {"row", integer},
                           {"column_name"},
                           {"content"},
                           {"problem"},
                           {"remedy"},
                           {"is_left_out", integer}}));
    // The numbers are kept: they decide in which order things of the same name stand.
    for (auto const& [name, table, about] :
         {std::tuple{"units", "unit", "Units by their codes"},
          std::tuple{"measures", "measure", "Measures by their codes"},
          std::tuple{"groups", "subgroup", "Groups by their codes"},
          std::tuple{"peer_groups", "peer_group", "Groups of units that are compared, by their codes"}})
        tables.push_back(told(name, about, table, fmt::format("{} t", table), "t.id", {{"id", integer}, {"code"}}));
    tables.push_back(told("unit_versions", "What each delivery said of a unit", "unit_version",
                          "unit_version t join unit u on u.id = t.unit left join unit p on p.id = t.parent",
                          "u.code, t.delivery",
                          {{"unit", text, false, "u.code", unit_of_code},
                           {"delivery", integer},
                           {"name"},
                           {"parent", text, true, "p.code", unit_of_code},
                           {"kind"},
                           {"operation"},
                           {"valid_from", text, true},
                           {"valid_to", text, true},
                           {"external_codes"},
                           {"predecessors"}}));
    tables.push_back(told("measure_versions", "What each delivery said of a measure", "measure_version",
                          "measure_version t join measure m on m.id = t.measure", "m.code, t.delivery",
                          {{"measure", text, false, "m.code", measure_of_code},
                           {"delivery", integer},
                           {"title"},
                           {"title_en"},
                           {"definition"},
                           {"unit_of_measure"},
                           {"kind"},
                           {"multiplier", real},
                           {"polarity"},
                           {"aggregation"},
                           {"periodicity", text, true},
                           {"level"},
                           {"perspective"},
                           {"area"},
                           {"source"},
                           {"owner"},
                           {"people"},
                           {"min_effect", real, true},
                           {"decimals", integer, true},
                           {"weight", real},
                           {"conditions"}}));
    tables.push_back(told("group_versions", "What each delivery said of a group", "subgroup_version",
                          "subgroup_version t join subgroup g on g.id = t.subgroup", "g.code, t.delivery",
                          {{"group", text, false, "g.code", group_of_code, "subgroup"},
                           {"delivery", integer},
                           {"name"},
                           {"name_en"},
                           {"kind"}}));
    tables.push_back(
        told("peer_group_versions", "What each delivery said of a group of peers", "peer_group_version",
             "peer_group_version t join peer_group g on g.id = t.peer_group left join unit u on u.id = t.owner",
             "g.code, t.delivery",
             {{"peer_group", text, false, "g.code", peers_of_code},
              {"delivery", integer},
              {"name"},
              {"owner", text, true, "u.code", unit_of_code},
              {"area"},
              {"year", integer, true}}));
    tables.push_back(told("peer_group_members", "Who was in a group of peers", "peer_group_member",
                          "peer_group_member t join peer_group g on g.id = t.peer_group join unit u on u.id = t.unit",
                          "g.code, t.delivery, u.code",
                          {{"peer_group", text, false, "g.code", peers_of_code},
                           {"delivery", integer},
                           {"unit", text, false, "u.code", unit_of_code}}));
    constexpr std::string_view of_series = "join measure m on m.id = s.measure join unit u on u.id = s.unit "
                                           "join subgroup g on g.id = s.subgroup";
    tables.push_back(told("series", "Which rows of figures there are", "series", fmt::format("series s {}", of_series),
                          "m.code, u.code, g.code",
                          {{"measure", text, false, "m.code", measure_of_code},
                           {"unit", text, false, "u.code", unit_of_code},
                           {"group", text, false, "g.code", group_of_code, "subgroup"}}));
    tables.push_back(ExchangeTable{
        .name = "observations",
        .about = "Every figure that was ever delivered; the newest of a delivery that is not undone stands",
        .columns = {{"measure"},
                    {"unit"},
                    {"group"},
                    {"period", integer},
                    {"delivery", integer},
                    {"state", integer},
                    {"value", real, true},
                    {"numerator", real, true},
                    {"denominator", real, true}},
        .select = fmt::format("select m.code, u.code, g.code, t.period, t.delivery, t.state, t.value, t.numerator, "
                              "t.denominator from observation t join series s on s.id = t.series {} "
                              "order by m.code, u.code, g.code, t.period, t.delivery",
                              of_series),
        .insert =
            fmt::format("insert into observation (series, period, delivery, state, value, numerator, denominator) "
                        "values ((select id from series where measure = {} and unit = {} and subgroup = {}), "
                        "?, ?, ?, ?, ?, ?)",
                        measure_of_code, unit_of_code, group_of_code)});
    tables.push_back(told("targets", "What was aimed at", "target_version",
                          "target_version t join measure m on m.id = t.measure join unit u on u.id = t.unit "
                          "join subgroup g on g.id = t.subgroup",
                          "m.code, u.code, g.code, t.period, t.delivery",
                          {{"measure", text, false, "m.code", measure_of_code},
                           {"unit", text, false, "u.code", unit_of_code},
                           {"group", text, false, "g.code", group_of_code, "subgroup"},
                           {"period", integer},
                           {"delivery", integer},
                           {"floor", real, true},
                           {"target", real, true},
                           {"stretch", real, true},
                           {"is_inherited", integer}}));
    tables.push_back(told("marks", "New starts and explanations on points", "mark_version",
                          "mark_version t join measure m on m.id = t.measure left join unit u on u.id = t.unit "
                          "left join subgroup g on g.id = t.subgroup",
                          "m.code, u.code, g.code, t.period, t.kind, t.delivery",
                          {{"measure", text, false, "m.code", measure_of_code},
                           {"unit", text, true, "u.code", unit_of_code},
                           {"group", text, true, "g.code", group_of_code, "subgroup"},
                           {"period", integer},
                           {"kind"},
                           {"delivery", integer},
                           {"text"}}));
    tables.push_back(told("delivery_measures", "Which measures a delivery touched", "delivery_measure",
                          "delivery_measure t join measure m on m.id = t.measure", "t.delivery, m.code",
                          {{"delivery", integer}, {"measure", text, false, "m.code", measure_of_code}}));
    // Each has a token of its own in every database, which therefore stays at home.
    tables.push_back(ExchangeTable{.name = "changes",
                                   .about = "Every change of the figures, in order",
                                   .columns = {{"revision", integer}, {"delivery", integer, true}},
                                   .select = "select revision, delivery from change order by revision",
                                   .insert = "insert into change (revision, token, delivery) values "
                                             "(?, lower(hex(randomblob(16))), ?)"});
    tables.push_back(told("publications", "When the list was handed out", "publication", "publication t", "t.id",
                          {{"id", integer}, {"name"}, {"made"}, {"revision", integer}}));
    tables.push_back(told("published_findings", "What the list said when it was handed out", "published_finding",
                          "published_finding t", "t.publication, t.measure, t.unit, t.subgroup, t.kind, t.judgement",
                          {{"publication", integer},
                           {"measure"},
                           {"unit"},
                           {"group", text, false, {}, {}, "subgroup"},
                           {"kind"},
                           {"judgement"},
                           {"period", integer},
                           {"value", real},
                           {"reference", real},
                           {"effect", real},
                           {"q", real, true},
                           {"first_seen"},
                           {"publications_above", integer},
                           {"is_solved", integer}}));
}

void add_plan(std::vector<ExchangeTable>& tables) {
    tables.push_back(described<domain::Person>("Who uses the program"));
    tables.push_back(described<domain::Membership>("Where people work, or sit"));
    tables.push_back(described<domain::Grant>("Roles: who may what, where and when"));
    tables.push_back(described<domain::SteeringDocument>("Visions, business ideas, values and strategies"));
    tables.push_back(described<domain::Profile>("How units describe themselves"));
    tables.push_back(described<domain::Perspective>("The sides an organisation looks at itself from"));
    tables.push_back(described<domain::SuccessFactor>("What must go well"));
    tables.push_back(described<domain::Scorecard>("Editions of scorecards"));
    tables.push_back(described<domain::Goal>("Goals"));
    tables.push_back(described<domain::GoalStep>("The lives of goals, step by step"));
    tables.push_back(described<domain::Judgement>("What people say of how goals are going"));
    tables.push_back(described<domain::KeyResult>("The measurable outcomes of goals"));
    tables.push_back(described<domain::Behaviour>("What can be seen when goals are lived"));
    tables.push_back(described<domain::Activity>("What is done for goals"));
    tables.push_back(described<domain::CheckIn>("How goals are going, told by those who carry them"));
    tables.push_back(described<domain::CoachingQuestion>("The bank of questions for check-ins"));
    tables.push_back(described<domain::Comment>("What has been said"));
    tables.push_back(described<domain::PrivateNote>("What people have noted for themselves: for nobody else to read"));
    tables.push_back(described<domain::Proposal>("What people think that goals should be or have"));
    tables.push_back(described<domain::Following>("Who follows which goals"));
    tables.push_back(described<domain::Seen>("What people have ticked off"));
    tables.push_back(described<domain::Reminder>("Who has been reminded of which check-in"));
    tables.push_back(described<domain::ThreadShare>("How much of the organisation had an unbroken thread"));
    tables.push_back(told("setting", "What was set for the whole organisation", "setting", "setting t", "t.name",
                          {{"name"}, {"value"}}));
    tables.push_back(told("journal", "Who did what, when and why; each line carries a digest of the one before",
                          "journal", "journal t", "t.number",
                          {{"number", integer},
                           {"at"},
                           {"person", integer, true},
                           {"actor"},
                           {"action"},
                           {"kind"},
                           {"record", integer},
                           {"before"},
                           {"after"},
                           {"reason"},
                           {"previous"},
                           {"digest"}}));
}

} // namespace

std::vector<ExchangeTable> const& exchange_tables() {
    static auto const tables = [] {
        std::vector<ExchangeTable> all;
        add_figures(all);
        add_plan(all);
        return all;
    }();
    return tables;
}

void each_row(Connection& connection, ExchangeTable const& table,
              std::function<void(std::span<RecordCell const>)> const& take) {
    auto const statement = connection.prepare(table.select);
    while (statement->step()) take(cells_at(*statement, table.columns.size()));
}

RowRestorer::RowRestorer(Connection& connection, ExchangeTable const& table)
    : m_insert{connection.prepare(table.insert)} {}

void RowRestorer::write(std::span<RecordCell const> cells) {
    bind_all(*m_insert, cells, 1);
    m_insert->run();
}

void begin_restore(Connection& connection) {
    for (auto const* const table : {"delivery", "unit", "measure", "person", "goal", "journal"})
        if (connection.prepare(fmt::format("select 1 from {} limit 1", table))->step())
            throw DatabaseError(Problem::unique, "there is an organisation already: restore into a new data folder");
    connection.prepare("delete from change")->run(); // a new database counts its own making
}

} // namespace rodtrad::store
