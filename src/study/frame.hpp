#pragma once

#include "base/text.hpp"
#include "study/kernels/unit_layout.hpp"
#include "study/peers.hpp"

#include <memory>

namespace rodtrad::study {

// What follows from a dataset's units and peer groups alone. Datasets that share one have the same groups as well, at
// the same positions: what is kept of a measure speaks of units, groups and peer groups by theirs.
class Frame {
public:
    explicit Frame(Dataset const& data);

    UnitLayout const& layout() const { return m_layout; }
    Peers const& peers() const { return m_peers; }
    std::optional<UnitIndex> find_unit(std::string_view code) const;

private:
    base::TextMap<UnitIndex> m_by_code;
    Peers m_peers;
    UnitLayout m_layout;
};

// The dataset's own, or a new one where it has none.
std::shared_ptr<Frame const> frame_of(Dataset const& data);

// The layout alone: for who rolls up before there are peers.
UnitLayout layout_of(base::IndexVector<UnitIndex, UnitNode> const& units);

} // namespace rodtrad::study
