#include "view/pages/changed_meanwhile.hpp"

namespace rodtrad::view::pages {

std::vector<FieldDifference> changed_meanwhile(Filled const& standing, Filled const& typed,
                                               std::span<FieldLabel const> fields, std::string_view version) {
    std::vector<FieldDifference> differences;
    auto const read = typed.value(version);
    if (read.empty() || read == standing.value(version)) return differences;
    for (auto const& [name, label] : fields)
        if (typed.value(name) != standing.value(name))
            differences.push_back(
                {std::string{label}, std::string{typed.value(name)}, std::string{standing.value(name)}});
    return differences;
}

} // namespace rodtrad::view::pages
