#include "web/page_answer.hpp"

namespace rodtrad::web {

Response json_answer(base::Json const& json) {
    return {.content_type = "application/json", .body = base::to_text(json)};
}

} // namespace rodtrad::web
