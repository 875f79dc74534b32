#include "web/search_desk.hpp"

namespace rodtrad::web {

std::shared_ptr<view::SearchIndex const>
SearchDesk::index_of(std::shared_ptr<steering::Snapshot const> const& snapshot) {
    std::lock_guard const lock{m_mutex};
    if (m_snapshot != snapshot) {
        m_index = std::make_shared<view::SearchIndex const>(snapshot->data);
        m_snapshot = snapshot;
    }
    return m_index;
}

} // namespace rodtrad::web
