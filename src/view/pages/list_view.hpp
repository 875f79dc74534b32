#pragma once

#include "base/fields.hpp"
#include "study/follow_up.hpp"
#include "study/states.hpp"
#include "view/pages/addresses.hpp"
#include "view/pages/card_view.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace rodtrad::view::pages {

struct TierCount {
    study::Tier tier;
    std::size_t cards;

    static constexpr auto fields() {
        return std::tuple{base::Field{"tier", &TierCount::tier}, base::Field{"cards", &TierCount::cards}};
    }
};

struct ListChoice {
    std::string value;
    std::string text;
    int depth = 0;
};

// What has left the list since it was published, or is kept on it although it is quiet now.
struct PublishedRow {
    Link measure;
    Link unit;
    std::string text; // "Förändring: 79,6 % mot 86,9 %"

    static constexpr auto fields() {
        return std::tuple{base::Field{"measure", &PublishedRow::measure}, base::Field{"unit", &PublishedRow::unit},
                          base::Field{"text", &PublishedRow::text}};
    }
};

// The list as it was last handed out.
struct Published {
    study::States const& states;
    std::string name; // of the publication
    base::Instant made;
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

    std::array<TierCount, 4> tiers;   // with all of the question but the tier
    std::vector<ListChoice> branches; // units with a card in their branch
    std::vector<ListChoice> measures; // with a card in the branch

    // Against the latest publication, in the branch; the sentence is empty where nothing has been published.
    std::string since_published;
    std::vector<PublishedRow> solved;
    std::vector<PublishedRow> kept;

    std::size_t found = 0; // cards that answer the question
    std::size_t pages = 1;
    std::vector<CardView> cards; // of this page

    static constexpr auto fields() {
        return std::tuple{base::Field{"way", &ListView::way},
                          base::Field{"series_checked", &ListView::series_checked},
                          base::Field{"newest", &ListView::newest},
                          base::Field{"cards_in_branch", &ListView::cards_in_branch},
                          base::Field{"units_in_branch", &ListView::units_in_branch},
                          base::Field{"measures_in_branch", &ListView::measures_in_branch},
                          base::Field{"tiers", &ListView::tiers},
                          base::Field{"since_published", &ListView::since_published},
                          base::Field{"solved", &ListView::solved},
                          base::Field{"kept", &ListView::kept},
                          base::Field{"found", &ListView::found},
                          base::Field{"pages", &ListView::pages},
                          base::Field{"cards", &ListView::cards}};
    }
};

// `published` may be null: then nothing has been.
ListView list_view(study::Dataset const& data, study::FollowUp const& list, ListQuestion const& question,
                   Language const& language, Published const* published = nullptr);

std::string list_page(ListView const& view, Context const& context);

// The part of that page that htmx puts in the place of the old one: the element with the id "list".
std::string list_part(ListView const& view, Language const& language);

} // namespace rodtrad::view::pages
