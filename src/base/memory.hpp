#pragma once

namespace rodtrad::base {

// From now on memory that was given back is kept for the next who asks. A follow-up takes and gives back the same
// hundreds of megabytes each time, and being handed clean pages by the system would take a tenth of it. For who answers
// many questions; once, before other threads are started.
void keep_freed_memory();

} // namespace rodtrad::base
