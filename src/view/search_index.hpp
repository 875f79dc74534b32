#pragma once

#include "study/dataset.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rodtrad::view {

struct SearchHits {
    std::vector<study::UnitIndex> units; // the best first, at most as many as asked for
    std::vector<study::MeasureIndex> measures;
    std::size_t units_found = 0; // in all
    std::size_t measures_found = 0;
};

// Finds units and measures by their names and codes, in both languages. Built once for a dataset.
//
// Every word asked for must begin a word of the name, in any order: "för ek" finds "Ekskolans förskola".
// A name that is the question itself comes first, then names that begin with it, then those holding its words whole.
class SearchIndex {
public:
    explicit SearchIndex(study::Dataset const& data);
    SearchHits find(std::string_view question, std::size_t at_most) const;

private:
    using Target = std::variant<study::UnitIndex, study::MeasureIndex>;
    struct Name {
        Target target;
        std::vector<std::string> words;
        std::string code; // lower case
    };
    using Word = std::pair<std::string, std::uint32_t>; // a word, and the name it stands in

    void add(Target target, std::string_view name, std::string_view code);
    std::vector<std::uint32_t> names_with_all(std::vector<std::string> const& question) const;

    std::vector<Name> m_names;
    std::vector<Word> m_words; // sorted
};

} // namespace rodtrad::view
