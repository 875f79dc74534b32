// What can be said on the page of a measure: a point is explained, a comparison is given a name.

#include "base/error.hpp"
#include "base/text.hpp"
#include "view/pages/measure_peers.hpp"
#include "web/address.hpp"
#include "web/errors.hpp"
#include "web/measure_asked.hpp"
#include "web/resources.hpp"

#include <algorithm>

namespace rodtrad::web {

namespace pages = view::pages;

namespace {

// The page again, with what was filled in and what is wrong: nothing was stored.
Response refused(Visit const& visit, pages::SeriesKey const& key, pages::MeasureQuestion const& question,
                 pages::MeasureForms const& forms) {
    auto response = measure_response(visit, key, question, &forms);
    response.status = 422;
    return response;
}

pages::MeasureQuestion question_of(Visit const& visit) {
    return pages::to_measure_question(visit.captured_as("measure"), visit.captured_as("unit"), visit.form);
}

// Lower case letters and digits, parted by hyphens: "Lika i folkmängd" → "lika-i-folkm-ngd".
std::string slug(std::string_view name) {
    std::string slug;
    for (char const c : base::lower(name)) {
        bool const is_plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_plain)
            slug += c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    while (slug.ends_with('-')) slug.pop_back();
    return slug;
}

// A code that no other group has.
std::string code_for(std::string_view unit, std::string_view name, study::Dataset const& data) {
    auto const wanted = std::string{unit} + "-" + slug(name);
    auto const is_taken = [&](std::string_view code) {
        return std::ranges::any_of(data.peer_groups,
                                   [&](study::PeerGroupEntry const& entry) { return entry.group.code == code; });
    };
    auto code = wanted;
    for (int number = 2; is_taken(code); ++number) code = wanted + "-" + std::to_string(number);
    return code;
}

domain::PeerGroup group_of(pages::Among const& among, pages::SeriesKey const& key, study::Dataset const& data,
                           std::string const& name) {
    auto const& unit = data.units[key.unit].unit.code;
    auto const& area = data.measures[key.measure].measure.area;
    auto const code = code_for(unit, name, data);
    if (among.similar) return study::to_peer_group(*among.similar, data, code, name, area);
    domain::PeerGroup group{.code = code, .name = name, .owner = unit, .area = area, .year = {}, .members = {}};
    for (auto const member : among.units)
        if (member != key.unit) group.members.push_back(data.units[member].unit.code);
    return group;
}

} // namespace

Response add_mark(Visit const& visit) {
    auto const question = question_of(visit);
    auto const asked = find_asked(visit, question.group);
    if (auto const* not_found = std::get_if<Response>(&asked)) return *not_found;
    auto const& key = std::get<pages::SeriesKey>(asked);
    auto const& language = visit.language();

    pages::MeasureForms forms;
    auto& form = forms.mark;
    form.period = visit.filled_in("period");
    form.is_new_level = visit.filled_in("slag") == "ny-niva";
    form.is_for_all_units = visit.filled_in("galler") == "alla";
    form.text = base::trimmed(visit.filled_in("text"));
    auto const period = domain::Period::from_text(form.period);
    if (form.text.empty()) form.error = language.tr("Write what is to be said: nothing was saved.");
    if (form.text.size() > static_cast<std::size_t>(pages::longest_mark) * 4)
        form.error = language.tr("The text is too long: nothing was saved.");
    if (!period) form.error = language.tr("Choose which figure it is about: nothing was saved.");
    if (!form.error.empty()) return refused(visit, key, question, forms);

    domain::Mark const mark{.measure = question.measure,
                            .unit = form.is_for_all_units ? std::string{} : question.unit,
                            .group = question.group == domain::total_group ? std::string{} : question.group,
                            .period = *period,
                            .kind = form.is_new_level ? domain::MarkKind::rebase : domain::MarkKind::explanation,
                            .text = form.text};
    try {
        visit.organisation.mark(mark, std::string{language.tr("Said on the page of the measure")}, visit.by());
    } catch (steering::Forbidden const& forbidden) {
        return not_allowed(visit, forbidden);
    } catch (base::Error const& error) {
        form.error = language.tr("Nothing was saved: {0}", std::string_view{error.what()});
        return refused(visit, key, question, forms);
    }
    return see_other(pages::measure_url(question.measure, question.unit, question.group).anchor("trend"));
}

Response save_peers(Visit const& visit) {
    auto const question = question_of(visit);
    auto const asked = find_asked(visit, question.group);
    if (auto const* not_found = std::get_if<Response>(&asked)) return *not_found;
    auto const& key = std::get<pages::SeriesKey>(asked);
    auto const& data = visit.snapshot()->data;
    auto const& language = visit.language();

    pages::MeasureForms forms;
    forms.peers.name = base::trimmed(visit.filled_in("namn"));
    auto const among = pages::among_of(question, key, data, language);
    if (slug(forms.peers.name).empty())
        forms.peers.error = language.tr("Give the group a name: nothing was saved.");
    else if (among.is_usual || among.units.size() < 2)
        forms.peers.error = language.tr("Choose others to compare with first: nothing was saved.");
    if (!forms.peers.error.empty()) return refused(visit, key, question, forms);
    try {
        visit.organisation.save_peer_group(group_of(among, key, data, forms.peers.name),
                                           std::string{language.tr("Saved on the page of the measure")}, visit.by());
    } catch (steering::Forbidden const& forbidden) {
        return not_allowed(visit, forbidden);
    } catch (base::Error const& error) {
        forms.peers.error = language.tr("Nothing was saved: {0}", std::string_view{error.what()});
        return refused(visit, key, question, forms);
    }
    return see_other(pages::measure_url(question.measure, question.unit, question.group).anchor("peers"));
}

} // namespace rodtrad::web
