#pragma once

#include "study/dataset.hpp"
#include "study/follow_up.hpp"

#include <string>

namespace rodtrad::bench {

// The columns of the job, from the tables of a follow-up, as {"series.last": [count, sum, sum of sizes], …}: what the
// other engines answer of theirs. Series are the leaves'; what the study keeps in no column (gaps, the hundred
// strongest) is left out. Where the study takes the season away, and the job does not, the columns that it touches are
// left out.
std::string column_sums(study::Dataset const& data, study::FollowUp const& list);

} // namespace rodtrad::bench
