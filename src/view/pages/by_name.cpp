#include "view/pages/by_name.hpp"

#include "base/error.hpp"

#include <unicode/coll.h>

#include <memory>
#include <utility>

namespace rodtrad::view::pages {

namespace {

icu::Collator const& swedish_order() {
    static std::unique_ptr<icu::Collator const> const collator = [] {
        auto status = U_ZERO_ERROR;
        std::unique_ptr<icu::Collator> made{icu::Collator::createInstance(icu::Locale{"sv_SE"}, status)};
        if (U_FAILURE(status)) throw base::Error("the Swedish alphabet is not known: ICU's data is missing");
        return made;
    }();
    return *collator;
}

std::string sort_key(std::string_view name) {
    auto const text = icu::UnicodeString::fromUTF8({name.data(), static_cast<std::int32_t>(name.size())});
    auto const& order = swedish_order();
    std::string key(static_cast<std::size_t>(order.getSortKey(text, nullptr, 0)), '\0');
    order.getSortKey(text, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
    return key;
}

} // namespace

std::vector<std::size_t> alphabetical(std::vector<std::string_view> const& names) {
    std::vector<std::pair<std::string, std::size_t>> keys; // names alike stay in the order given
    keys.reserve(names.size());
    for (auto const name : names) keys.emplace_back(sort_key(name), keys.size());
    std::ranges::sort(keys);
    std::vector<std::size_t> places;
    places.reserve(keys.size());
    for (auto const& [key, place] : keys) places.push_back(place);
    return places;
}

} // namespace rodtrad::view::pages
