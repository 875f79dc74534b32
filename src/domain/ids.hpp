#pragma once

#include "base/strong.hpp"

namespace rodtrad::domain {

using UnitId = base::Id<struct UnitTag>;
using MeasureId = base::Id<struct MeasureTag>;
using GroupId = base::Id<struct GroupTag>;
using DeliveryId = base::Id<struct DeliveryTag>;

} // namespace rodtrad::domain
