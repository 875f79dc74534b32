#include "view/pages/document_words.hpp"

namespace rodtrad::view::pages {

std::string_view document_kind_name(domain::DocumentKind kind, Language const& language) {
    switch (kind) {
    case domain::DocumentKind::vision:
        return language.tr("Vision");
    case domain::DocumentKind::business_idea:
        return language.tr("Business idea");
    case domain::DocumentKind::values:
        return language.tr("Values");
    case domain::DocumentKind::strategy:
        break;
    }
    return language.tr("Strategy");
}

void write_paragraphs(Html& h, std::string_view text) {
    while (!text.empty()) {
        auto const end = text.find("\n\n");
        auto paragraph = text.substr(0, end);
        text = end == text.npos ? std::string_view{} : text.substr(end + 2);
        h.p([&] {
            while (true) {
                auto const line_end = paragraph.find('\n');
                h.text(paragraph.substr(0, line_end));
                if (line_end == paragraph.npos) break;
                h.br();
                paragraph.remove_prefix(line_end + 1);
            }
        });
    }
}

} // namespace rodtrad::view::pages
