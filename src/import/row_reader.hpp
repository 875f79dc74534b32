#pragma once

#include "import/columns.hpp"
#include "import/mapping.hpp"
#include "import/reading.hpp"

#include <memory>

namespace rodtrad::import {

// Understands the rows of one kind of table, and hands them to the sink. The mapping and the reading outlive it.
class RowReader {
public:
    virtual ~RowReader() = default;
    virtual void read(TableRow const& row) = 0; // as wide as the headings
    virtual void finish() {}
};

std::unique_ptr<RowReader> observation_rows(Columns const& columns, Mapping const& mapping, Reading& reading);
std::unique_ptr<RowReader> target_rows(Columns const& columns, Mapping const& mapping, Reading& reading);
std::unique_ptr<RowReader> unit_rows(Columns const& columns, Mapping const& mapping, Reading& reading);
std::unique_ptr<RowReader> measure_rows(Columns const& columns, Mapping const& mapping, Reading& reading);
std::unique_ptr<RowReader> group_rows(Columns const& columns, Mapping const& mapping, Reading& reading);
std::unique_ptr<RowReader> peer_group_rows(Columns const& columns, Mapping const& mapping, Reading& reading);
std::unique_ptr<RowReader> mark_rows(Columns const& columns, Mapping const& mapping, Reading& reading);

} // namespace rodtrad::import
