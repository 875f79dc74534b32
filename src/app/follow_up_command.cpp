#include "app/follow_up_command.hpp"

#include "app/output.hpp"
#include "app/settings.hpp"
#include "base/error.hpp"
#include "steering/organisation.hpp"
#include "view/format.hpp"
#include "view/sentences.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>
#include <set>

namespace rodtrad::app {

namespace {

struct Options {
    std::string unit;
    std::string period;
    std::size_t top = 20;
    OutputFormat format = OutputFormat::text;
};

std::string_view to_text(study::Tier tier) {
    switch (tier) {
    case study::Tier::act:
        return "act";
    case study::Tier::look_into:
        return "look_into";
    case study::Tier::watch:
        return "watch";
    case study::Tier::learn_from:
        return "learn_from";
    }
    return {};
}

std::string_view to_text(study::State state) {
    switch (state) {
    case study::State::appeared:
        return "new";
    case study::State::remains:
        return "remains";
    case study::State::returned:
        return "returned";
    }
    return {};
}

std::string_view said(study::State state, view::Language const& language) {
    switch (state) {
    case study::State::appeared:
        return language.trc("state", "new");
    case study::State::remains:
        return language.trc("state", "remains");
    case study::State::returned:
        return language.trc("state", "back again");
    }
    return {};
}

// What is to be printed: the cards asked for, with how each stands to what was published.
struct Shown {
    study::Card const* card;
    std::optional<study::State> state;
};

// For programs: one row a finding, every figure behind the sentence.
void print_findings(std::vector<Shown> const& cards, study::Dataset const& data, OutputFormat format,
                    view::Language const& language) {
    OutputTable table{{"tier", "priority", "measure", "unit", "group", "kind", "judgement", "certainty", "period",
                       "since", "value", "reference", "effect", "people", "p", "q", "n", "state", "sentence"}};
    auto const number = [](std::optional<double> value) { return value ? OutputCell{*value} : OutputCell{}; };
    for (auto const& [card, state] : cards) {
        for (auto const& finding : card->findings) {
            auto const sentences = view::sentences(finding, data, language);
            table.add({std::string{to_text(card->tier)}, card->priority, data.measures[card->measure].measure.code,
                       data.units[card->unit].unit.code, data.groups[finding.group].code,
                       std::string{study::to_text(finding.kind)}, std::string{study::to_text(finding.judgement)},
                       std::string{finding.certainty == study::Certainty::confirmed ? "confirmed" : "watch"},
                       finding.period.text(), finding.since ? OutputCell{finding.since->text()} : OutputCell{},
                       finding.value, finding.reference, finding.effect, number(finding.people), number(finding.p),
                       number(finding.q), static_cast<std::int64_t>(finding.n),
                       state ? OutputCell{std::string{to_text(*state)}} : OutputCell{},
                       fmt::format("{}", fmt::join(sentences, " "))});
        }
    }
    table.print(std::cout, format);
}

void print_text(std::vector<Shown> const& cards, std::size_t all, study::FollowUp const& list,
                study::Dataset const& data, view::Language const& language) {
    auto const whole = [&](std::size_t n) { return view::whole(language, static_cast<std::int64_t>(n)); };
    std::cout << language.tr("{0} series checked. Of the confirmed deviations at most 1 in 20 is chance on average.",
                             whole(list.series_checked))
              << '\n';
    if (cards.empty()) std::cout << language.tr("Nothing stands out.") << '\n';
    std::optional<study::Tier> tier;
    for (auto const& [card, state] : cards) {
        if (tier != card->tier) {
            tier = card->tier;
            std::cout << '\n'
                      << view::tier_name(card->tier, language) << ": " << view::tier_explanation(card->tier, language)
                      << '\n';
        }
        std::cout << "  • " << view::measure_title(data.measures[card->measure].measure, language) << " · "
                  << data.units[card->unit].unit.name;
        if (state) std::cout << " (" << said(*state, language) << ')';
        std::cout << '\n';
        for (auto const& sentence : view::sentences(*card, data, language)) std::cout << "    " << sentence << '\n';
    }
    if (cards.size() < all)
        std::cout << '\n'
                  << language.tr("Shown: {0} of {1}. --top shows more.", whole(cards.size()), whole(all)) << '\n';
}

// What was published and is not confirmed now, by what it was about.
void print_published(std::string_view heading, std::vector<domain::PublishedFinding> const& findings,
                     study::Dataset const& data, std::optional<study::UnitIndex> branch,
                     view::Language const& language) {
    std::set<std::pair<std::string, std::string>> about;
    for (auto const& finding : findings) {
        auto const measure = data.find_measure(finding.measure);
        auto const unit = data.find_unit(finding.unit);
        if (branch && (!unit || !data.is_in_branch(*unit, *branch))) continue;
        about.emplace(measure ? view::measure_title(data.measures[*measure].measure, language) : finding.measure,
                      unit ? data.units[*unit].unit.name : finding.unit);
    }
    if (about.empty()) return;
    std::cout << '\n' << heading << '\n';
    for (auto const& [measure, unit] : about) std::cout << "  • " << measure << " · " << unit << '\n';
}

void print_states(steering::Snapshot const& snapshot, std::optional<study::UnitIndex> branch,
                  view::Language const& language) {
    auto const& states = snapshot.states;
    std::vector<domain::PublishedFinding> kept;
    for (auto const& finding : states.kept) kept.push_back(finding.published);
    print_published(language.tr("Remains from what was published, though not confirmed now:"), kept, snapshot.data,
                    branch, language);
    print_published(language.tr("Solved since what was published:"), states.solved, snapshot.data, branch, language);
}

void follow_up(Options const& options, Settings const& settings) {
    auto const organisation = steering::Organisation::open(settings.data_folder);
    auto const snapshot = organisation->snapshot();
    auto const& data = snapshot->data;

    study::CardFilter filter;
    if (!options.unit.empty()) {
        filter.branch = data.find_unit(options.unit);
        if (!filter.branch)
            throw base::Error(fmt::format("there is no unit {}: `rodtrad units` lists those there are", options.unit));
    }
    std::optional<study::FollowUp> earlier;
    if (!options.period.empty()) {
        auto const period = domain::Period::from_text(options.period);
        if (!period)
            throw base::UsageError(
                fmt::format("--period takes a period such as 2024, 2024-03, 2024Q2, 2024T1 or 2024H1, "
                            "not \"{}\"",
                            options.period));
        earlier = organisation->follow_up({.as_of = period});
    }
    auto const& list = earlier ? *earlier : snapshot->list;
    std::vector<Shown> cards;
    for (auto const* card : study::select(list, data, filter)) {
        auto const at = static_cast<std::size_t>(card - list.cards.data());
        cards.push_back({card, earlier ? std::nullopt : snapshot->states.of_cards[at]}); // states are of today's list
    }
    auto const all = cards.size();
    if (cards.size() > options.top) cards.resize(options.top);

    auto const& language = settings.language();
    if (options.format == OutputFormat::text) {
        print_text(cards, all, list, data, language);
        if (!earlier) print_states(*snapshot, filter.branch, language);
    } else {
        print_findings(cards, data, options.format, language);
    }
}

} // namespace

void add_follow_up_command(CLI::App& root, Settings& settings) {
    auto options = std::make_shared<Options>();
    auto* command =
        root.add_subcommand("follow-up", "What deviates, the most important first: from targets, from its own "
                                         "past, from peers, between groups, and behind a mean.");
    command->add_option("--unit", options->unit, "only this unit and those below it (its code)");
    command->add_option("--period", options->period, "look as if nothing had come after it: 2024, 2024-03, 2024Q2 …");
    command->add_option("--top", options->top, "how many to show")
        ->check(CLI::Range(0, 1'000'000))
        ->capture_default_str();
    add_format_option(*command, options->format);
    command->callback([options, &settings] { follow_up(*options, settings); });
}

} // namespace rodtrad::app
