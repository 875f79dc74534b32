#include "base/message.hpp"
#include "base/text.hpp"
#include "plan/advice_rules.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace rodtrad::plan {

namespace {

using base::message;

// How a sentence may begin before its verb.
constexpr std::array<std::string_view, 8> openings{"att", "vi", "ska", "skall", "to", "we", "will", "shall"};

// What one does, in the infinitive. Verbs that also tell of a result ("öka", "minska", "nå", "ge") are not here, nor
// forms that are other words too ("inför sommaren", "hålla budget").
constexpr std::array<std::string_view, 31> swedish{
    "anordna",   "arrangera",  "bygga",     "digitalisera", "etablera",     "genomföra", "implementera", "informera",
    "införa",    "installera", "inventera", "kartlägga",    "omorganisera", "planera",   "påbörja",      "rekrytera",
    "renovera",  "revidera",   "sjösätta",  "skriva",       "starta",       "ordna",     "undersöka",    "uppdatera",
    "upphandla", "upprätta",   "utarbeta",  "utbilda",      "utreda",       "utvärdera", "översätta",
};
// These are an activity only with the word after them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> swedish_pairs{{
    {"ta", "fram"},
    {"se", "över"},
    {"sätta", "upp"},
}};
constexpr std::array<std::string_view, 17> english{
    "arrange",  "conduct", "digitise", "establish", "implement",  "install", "introduce", "investigate", "organise",
    "organize", "procure", "recruit",  "renovate",  "reorganise", "rewrite", "translate", "inventory",
};
// These are nouns too ("Train punctuality is over 95 %"): an activity only with such a word after them.
constexpr std::array<std::string_view, 13> english_doubtful{"build",  "develop", "draft", "educate", "hold",
                                                            "launch", "plan",    "run",   "start",   "survey",
                                                            "train",  "update",  "write"};
constexpr std::array<std::string_view, 11> determiners{"a",   "an",  "the",  "our",   "all",      "every",
                                                       "new", "one", "more", "staff", "employees"};

bool is_among(std::span<std::string_view const> words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

// "Utbilda alla i svenska så att 90 % klarar provet" says what is to come of it.
bool tells_outcome(std::span<std::string const> words) {
    for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if ((words[i] == "så" && words[i + 1] == "att") || (words[i] == "so" && words[i + 1] == "that")) return true;
    return false;
}

bool begins_as_activity(std::span<std::string const> words) {
    while (!words.empty() && is_among(openings, words.front())) words = words.subspan(1);
    if (words.empty()) return false;
    auto const& verb = words.front();
    auto const next = words.size() > 1 ? std::string_view{words[1]} : std::string_view{};
    for (auto const& [first, second] : swedish_pairs)
        if (verb == first) return next == second;
    return is_among(swedish, verb) || is_among(english, verb) ||
           (is_among(english_doubtful, verb) && is_among(determiners, next));
}

void advise(AdviceGround const&, domain::Goal const& goal, std::vector<Advice>& advice) {
    auto const words = base::search_words(goal.title);
    if (!begins_as_activity(words) || tells_outcome(words)) return;
    advice.push_back({AdviceRule::goal_is_activity, &goal, message("The goal reads as something to do.")});
}

} // namespace

constinit Rule const goal_is_activity{
    .rule = AdviceRule::goal_is_activity,
    .words = {message("A goal written as an activity"),
              message("What is to be done can be finished without anything getting better for anyone. A goal says what "
                      "will be different, and leaves the way there to those who do the work."),
              message("Ask \"so that what?\" and write the answer as the goal. What it said before becomes an "
                      "activity.")},
    .on_goal = advise,
};

} // namespace rodtrad::plan
