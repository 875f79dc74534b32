#pragma once

#include "study/follow_up.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/card_view.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace rodtrad::view::pages {

struct TierCount {
    study::Tier tier;
    std::size_t cards;
};

struct Choice {
    std::string value;
    std::string text;
    int depth = 0;
};

// The list of what stands out, as asked for.
struct ListView {
    ListQuestion question;
    std::vector<Link> way; // to the branch asked for; empty for everything

    // Of the whole organisation
    std::size_t series_checked = 0;
    std::string newest; // period

    // Of the branch, whatever else is asked
    std::size_t cards_in_branch = 0;
    std::size_t units_in_branch = 0; // that have a card
    std::size_t measures_in_branch = 0;

    std::array<TierCount, 4> tiers; // with all of the question but the tier
    std::vector<Choice> branches;   // units with a card in their branch
    std::vector<Choice> measures;   // with a card in the branch

    std::size_t found = 0; // cards that answer the question
    std::size_t pages = 1;
    std::vector<CardView> cards; // of this page
};

ListView list_view(study::Dataset const& data, study::FollowUp const& list, ListQuestion const& question,
                   Language const& language);

std::string list_page(ListView const& view, Context const& context);

// The part of that page that htmx puts in the place of the old one: the element with the id "list".
std::string list_part(ListView const& view, Language const& language);

} // namespace rodtrad::view::pages
