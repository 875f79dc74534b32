#include "view/day_words.hpp"

#include "view/format.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

namespace rodtrad::view {

namespace {

using namespace std::chrono_literals;

constexpr std::array weekdays{message("Sunday"),   message("Monday"), message("Tuesday"), message("Wednesday"),
                              message("Thursday"), message("Friday"), message("Saturday")};
constexpr std::array numbers{message("One"),  message("Two"), message("Three"),  message("Four"),
                             message("Five"), message("Six"), message("Seven"),  message("Eight"),
                             message("Nine"), message("Ten"), message("Eleven"), message("Twelve")};

std::string_view weekday(Language const& language, base::Date day) {
    return language.tr(weekdays[std::chrono::weekday{std::chrono::sys_days{day}}.c_encoding()]);
}

// Without the year where it is this one's.
std::string short_date(Language const& language, base::Date day, base::Date today) {
    auto whole_date = date(language, day);
    if (day.year() == today.year()) whole_date.resize(whole_date.rfind(' '));
    return whole_date;
}

} // namespace

std::string weekday_and_date(Language const& language, base::Date day, base::Date today) {
    return fmt::format("{} {}", weekday(language, day), short_date(language, day, today));
}

std::string when_due(Language const& language, base::Date day, base::Date today) {
    auto const days = base::days_between(today, day);
    if (days < 0) return language.trn("{0} day late", "{0} days late", -days, whole(language, -days));
    if (days == 0) return std::string{language.tr("today")};
    if (days == 1) return std::string{language.tr("tomorrow")};
    if (days < 7) return std::string{weekday(language, day)};
    return short_date(language, day, today);
}

std::string since_when(Language const& language, base::Date day, base::Date today) {
    auto const days = base::days_between(day, today);
    if (days == 0) return std::string{language.tr("today")};
    if (days == 1) return std::string{language.tr("yesterday")};
    return short_date(language, day, today);
}

std::string_view greeting(Language const& language, std::chrono::minutes time_of_day) {
    if (time_of_day >= 4h && time_of_day < 10h) return language.tr("Good morning");
    if (time_of_day >= 10h && time_of_day < 18h) return language.tr("Hello");
    return language.tr("Good evening");
}

std::string number_word(Language const& language, std::int64_t number) {
    if (number < 1 || number > std::ssize(numbers)) return whole(language, number);
    return std::string{language.tr(numbers[static_cast<std::size_t>(number - 1)])};
}

} // namespace rodtrad::view
