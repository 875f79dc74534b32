#include "steering/profiles.hpp"

#include "steering/known_unit.hpp"
#include "steering/written_text.hpp"

namespace rodtrad::steering {

namespace {

using domain::Profile;

// What is filled in: everything that is a text, but whose it is.
void tidy(Profile& profile) {
    bool is_empty = true;
    base::for_each_field(profile, [&]<class Value>(std::string_view name, Value& value) {
        if constexpr (std::same_as<Value, std::string>) {
            if (name == "unit") return;
            value = written_text(name, value, Empty::is_fine);
            is_empty = is_empty && value.empty();
        }
    });
    if (is_empty) throw Refused{{}, base::message("Answer at least one of the questions.")};
}

} // namespace

domain::ProfileId describe_unit(Work& work, Profile answers) {
    work.require(plan::Right::steer, answers.unit);
    known_unit(work, "unit", answers.unit);
    auto const* standing = work.plan().profile_of(answers.unit);
    auto const standing_version = standing == nullptr ? 0 : standing->version;
    answers.id = standing == nullptr ? domain::ProfileId{} : standing->id;
    if (answers.version != standing_version)
        throw Conflict{Profile::table, answers.id.value(), answers.version, standing_version};
    tidy(answers);
    return work.put(std::move(answers), "profile.describe");
}

} // namespace rodtrad::steering
