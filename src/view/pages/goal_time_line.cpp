#include "view/format.hpp"
#include "view/pages/dialogue_parts.hpp"
#include "view/pages/goal_view.hpp"
#include "view/pages/goal_words.hpp"

#include <algorithm>
#include <span>

namespace rodtrad::view::pages {

namespace {

constexpr std::size_t shown_at_once = 6; // the rest are one click away

void write_step(Html& h, TimeLineEntry const& entry, Context const& context) {
    auto const& language = context.language;
    auto const& step = *entry.step;
    write_who(h, context, entry.at, step.by, step_name(step.kind, language));
    write_alterations(h, step.alterations);
    if (!step.reason.empty()) write_words(h, language.tr("“{0}”", step.reason));
}

void write_judgement(Html& h, TimeLineEntry const& entry, Context const& context) {
    auto const& language = context.language;
    auto const& judgement = *entry.judgement;
    write_who(h, context, entry.at, judgement.by, language.tr("judgement"));
    write_words(h, verdict_name(judgement.verdict, language), language.tr("“{0}”", judgement.reason));
}

void write_entries(Html& h, std::span<TimeLineEntry const> entries, Context const& context) {
    h.ol(class_("log"), [&] {
        for (auto const& entry : entries)
            h.li([&] {
                if (entry.step) write_step(h, entry, context);
                if (entry.judgement) write_judgement(h, entry, context);
                if (entry.check_in) write_check_in_entry(h, context, *entry.check_in);
            });
    });
}

} // namespace

void write_alterations(Html& h, std::vector<AlterationView> const& alterations) {
    if (alterations.empty()) return;
    h.ul(class_("alterations"), [&] {
        for (auto const& alteration : alterations)
            h.li([&] {
                auto const what =
                    alteration.key_result.empty() ? alteration.what : alteration.key_result + ", " + alteration.what;
                h.text(what + ": " + alteration.before + " → " + alteration.after);
            });
    });
}

void write_time_line(Html& h, GoalView const& view, Context const& context) {
    auto const& language = context.language;
    h.section(class_("panel wide time-line"), id("time-line"), [&] {
        h.h2(language.tr("What has happened"));
        write_confidence(h, context, view.dialogue.check_ins);
        auto const entries = std::span{view.time_line};
        auto const latest = entries.first(std::min(entries.size(), shown_at_once));
        auto const earlier = entries.subspan(latest.size());
        write_entries(h, latest, context);
        if (earlier.empty()) return;
        h.details([&] {
            auto const many = static_cast<std::int64_t>(earlier.size());
            h.summary(language.trn("{0} earlier", "{0} earlier", many, whole(language, many)));
            write_entries(h, earlier, context);
        });
    });
}

} // namespace rodtrad::view::pages
