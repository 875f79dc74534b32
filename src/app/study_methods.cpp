#include "app/study_methods.hpp"

#include "base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace rodtrad::app {

namespace {

std::vector<StudyMethod> all_methods() {
    std::vector<StudyMethod> all;
    for (auto const methods :
         {series_methods(), trend_methods(), family_methods(), parts_methods(), effect_methods(), case_methods()})
        all.insert(all.end(), methods.begin(), methods.end());
    return all;
}

StudyMethod find_method(StudyRequest const& request) {
    std::vector<std::string_view> tables;
    for (auto const& method : all_methods()) {
        if (method.method != request.method) continue;
        if (method.table == request.table) return method;
        if (!method.table.empty()) tables.push_back(method.table);
    }
    auto const is_known =
        std::ranges::any_of(all_methods(), [&](auto& known) { return known.method == request.method; });
    if (!is_known)
        throw base::UsageError(
            fmt::format("there is no method {}; there are {}", request.method, built_study_methods()));
    throw base::UsageError(fmt::format("{} has no table {}; {}", request.method, request.table,
                                       tables.empty() ? std::string{"it has only one: leave out --table"}
                                                      : fmt::format("it has {}", fmt::join(tables, ", "))));
}

} // namespace

std::string built_study_methods() {
    std::vector<std::string_view> names;
    for (auto const& method : all_methods())
        if (method.table.empty()) names.push_back(method.method);
    return fmt::format("{}", fmt::join(names, ", "));
}

void run_study(StudyRequest const& request, std::ostream& out) {
    auto const method = find_method(request);
    if (method.takes_series && !request.series)
        throw base::UsageError(
            fmt::format("{} needs --series: a file with the settings of each series", request.method));
    if (!method.takes_series && request.series)
        throw base::UsageError(fmt::format("{} takes no --series", request.method));
    auto const table = StudyTable::read(request.input);
    std::optional<StudyTable> series;
    if (request.series) series = StudyTable::read(*request.series);
    base::CsvWriter writer{out};
    method.print({table, series ? &*series : nullptr}, writer);
}

} // namespace rodtrad::app
