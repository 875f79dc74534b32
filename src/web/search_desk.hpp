#pragma once

#include "steering/organisation.hpp"
#include "view/search_index.hpp"

#include <memory>
#include <mutex>

namespace rodtrad::web {

// Keeps the search index of the snapshot that was last asked for, and makes another when a delivery has landed.
// Safe to use from several threads.
class SearchDesk {
public:
    std::shared_ptr<view::SearchIndex const> index_of(std::shared_ptr<steering::Snapshot const> const& snapshot);

private:
    std::mutex m_mutex;
    std::shared_ptr<steering::Snapshot const> m_snapshot;
    std::shared_ptr<view::SearchIndex const> m_index;
};

} // namespace rodtrad::web
