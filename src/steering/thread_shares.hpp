#pragma once

namespace rodtrad::steering {

class Work;

// Keeps how much of the organisation has a whole thread on the day of the work: one record a day, which a later call on
// the same day writes anew where the share has changed. Nothing is kept of an organisation without steering documents
// and goals. It is done by the program itself (the command line), or by whoever may publish.
void record_thread_share(Work& work);

} // namespace rodtrad::steering
