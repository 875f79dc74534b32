#pragma once

#include "steering/delivery_report.hpp"
#include "steering/receiver.hpp"
#include "steering/work.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace rodtrad::steering {

enum class Rights : std::uint8_t {
    are_checked, // by the caller
    by_contents, // each thing that the delivery speaks of takes the right to it, as require_contents says
};

// One delivery within a work, whole or not at all: `fill` gives the receiver what it holds. Where nothing is to be
// stored (a dry run, a strict one with complaints, nothing new), the work is taken back.
DeliveryReport receive(Work& work, DeliveryOptions const& options, std::string const& source, Rights rights,
                       std::function<void(Receiver&, DeliveryReport&)> const& fill, Receiver::Progress progress = {});

// Units, measures, groups and peer groups are defined for the whole organisation; targets are delivered at their unit,
// and points are marked at theirs. Throws Forbidden, naming the first unit that it fails at. (Rows of figures beyond
// what is allowed have been left out already, each with its complaint.)
void require_contents(Work const& work, Spoken const& spoken);

} // namespace rodtrad::steering
