#include "steering/snapshots.hpp"

#include "base/log.hpp"
#include "steering/cube_cache.hpp"
#include "steering/load.hpp"
#include "store/publications.hpp"

#include <utility>

namespace rodtrad::steering {

namespace {

std::filesystem::path cache_in(std::filesystem::path const& data_folder) { return data_folder / "cubes.cache"; }

std::size_t cells_in(study::Dataset const& data) {
    std::size_t cells = 0;
    for (auto const& measure : data.measures)
        if (measure.cube) cells += measure.cube->axes().cells();
    return cells;
}

// The name of the root that holds at least half of all units, the first stored where two do: a unit that has strayed to
// the top does not rename the organisation. Where no root is the whole (all municipalities of a country), the folder's.
std::string name_of(study::Dataset const& data, std::filesystem::path const& data_folder) {
    study::UnitNode const* whole = nullptr;
    for (study::UnitIndex unit; unit < data.units.end_key(); unit = data.units[unit].branch_end) {
        auto const& root = data.units[unit];
        auto const in_branch = root.branch_end.value() - unit.value();
        if (2 * in_branch >= data.units.size() && (whole == nullptr || root.id < whole->id)) whole = &root;
    }
    return whole == nullptr ? data_folder.filename().string() : whole->unit.name;
}

} // namespace

Snapshots::Snapshots(std::filesystem::path data_folder, OrganisationOptions options, Connect connect)
    : m_folder{std::move(data_folder)}, m_options{options}, m_connect{std::move(connect)}, m_reader{m_connect()} {}

std::shared_ptr<KnownSnapshot const> Snapshots::current() {
    std::lock_guard const making{m_making};
    return renewed();
}

std::shared_ptr<KnownSnapshot const> Snapshots::latest() {
    auto known = m_known.load();
    if (!known) return current();
    if (known->moment == moment()) return known;
    std::unique_lock const making{m_making, std::try_to_lock};
    return making ? renewed() : known;
}

store::Moment Snapshots::moment() {
    std::lock_guard const lock{m_reading};
    return store::moment(*m_reader);
}

std::shared_ptr<KnownSnapshot const> Snapshots::renewed() {
    auto known = m_known.load();
    if (known && known->moment == moment()) return known;
    auto made = made_after(known.get());
    m_known.store(made);
    return made;
}

// Where there is a snapshot before, only what was touched since is read again.
std::shared_ptr<KnownSnapshot const> Snapshots::made_after(KnownSnapshot const* before) {
    auto const connection = m_connect(); // loading takes a while: nobody should wait for it to read a moment
    auto made = std::make_shared<KnownSnapshot>();
    {
        store::Transaction const reading{*connection, store::Transaction::Kind::read};
        made->moment = store::moment(*connection);
        made->revision = made->moment.revision;
        made->published = store::published(*connection);
        auto const touched = before != nullptr ? store::touched_since(*connection, before->moment)
                                               : store::Touched{.is_everything = true, .measures = {}};
        made->data = touched.is_everything ? loaded(*connection, made->moment)
                                           : reloaded(*connection, before->data, touched.measures);
    }
    made->list = study::follow_up(made->data, {}, before != nullptr ? &before->list : nullptr);
    made->states = study::states_of(made->list, made->data, made->published);
    made->name = name_of(made->data, m_folder);
    return made;
}

// From the file that an earlier start left, where that holds this very moment; else from the database.
study::Dataset Snapshots::loaded(store::Connection& connection, store::Moment const& moment) {
    auto data = load_definitions(connection);
    if (read_cubes(cache_in(m_folder), moment, data)) return data;
    std::vector<std::string> problems; // Organisation::check tells them
    load_figures(connection, data, problems);
    if (cells_in(data) >= m_options.cache_from) keep(data, moment);
    return data;
}

// Nobody waits for it: the next start is quicker once it is there.
void Snapshots::keep(study::Dataset const& data, store::Moment const& moment) {
    m_keeper = std::jthread{[this, data, moment] {
        try {
            write_cubes(cache_in(m_folder), moment, data);
        } catch (std::exception const& error) {
            if (m_options.log != nullptr) m_options.log->error("cache not written", {{"what", error.what()}});
        }
    }};
}

} // namespace rodtrad::steering
