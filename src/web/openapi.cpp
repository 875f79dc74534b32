#include "web/openapi.hpp"

#include "base/json_schema.hpp"
#include "web/described_routes.hpp"
#include "web/error_view.hpp"
#include "web/routes.hpp"

#include <fmt/format.h>

#include <string>

namespace rodtrad::web {

namespace {

using base::Json;
using base::Schemas;

Json reference(std::string_view part, std::string_view name) {
    return Json::Object{{"$ref", fmt::format("#/components/{}/{}", part, name)}};
}

// "{goal}" → a parameter of the path.
Json::Array parameters_of(std::string_view pattern) {
    Json::Array parameters;
    for (auto at = pattern.find('{'); at != std::string_view::npos; at = pattern.find('{', at + 1))
        parameters.emplace_back(Json::Object{{"name", pattern.substr(at + 1, pattern.find('}', at) - at - 1)},
                                             {"in", "path"},
                                             {"required", true},
                                             {"schema", Json::Object{{"type", "string"}}}});
    return parameters;
}

std::string_view right_in_words(Needs needs) {
    switch (needs) {
    case Needs::nothing:
        return "Open to all.";
    case Needs::signed_in:
        return "For everyone who is signed in.";
    case Needs::take_part:
        return "Takes the right to take part.";
    case Needs::check_in:
        return "Takes the right to check in.";
    case Needs::steer:
        return "Takes the right to steer.";
    case Needs::annotate:
        return "Takes the right to annotate.";
    case Needs::deliver:
        return "Takes the right to deliver figures.";
    case Needs::define:
        return "Takes the right to define.";
    case Needs::administer:
    case Needs::undeclared:
        break;
    }
    return "Takes the right to administer.";
}

Json answer_of(DescribedRoute const& described, Schemas& schemas) {
    if (described.schema != nullptr)
        return Json::Object{
            {"description", "What the page shows"},
            {"content", Json::Object{{"application/json", Json::Object{{"schema", described.schema(schemas)}}},
                                     {"text/html", Json::Object{{"schema", Json::Object{{"type", "string"}}}}}}}};
    return Json::Object{{"description", "The file"},
                        {"content", Json::Object{{std::string{described.file}, Json::Object{}}}}};
}

Json operation_of(DescribedRoute const& described, Route const& route, Schemas& schemas) {
    bool const is_file_or_page = described.schema != nullptr || !described.file.empty();
    Json::Object answers;
    if (is_file_or_page) answers.emplace_back("200", answer_of(described, schemas));
    answers.emplace_back("303", reference("responses", "elsewhere"));
    if (route.needs != Needs::nothing) {
        answers.emplace_back("401", reference("responses", "error"));
        answers.emplace_back("403", reference("responses", "error"));
    }
    answers.emplace_back("404", reference("responses", "error"));

    Json::Object operation{{"summary", described.summary}, {"description", right_in_words(route.needs)}};
    if (auto parameters = parameters_of(described.pattern); !parameters.empty())
        operation.emplace_back("parameters", std::move(parameters));
    if (route.needs == Needs::nothing) operation.emplace_back("security", Json::Array{});
    operation.emplace_back("responses", std::move(answers));
    return operation;
}

Json components_of(Schemas& schemas) {
    auto const error = schemas.of<ErrorView>();
    Json::Object const elsewhere{
        {"description", "What is asked for stands at another address"},
        {"headers", Json::Object{{"Location", Json::Object{{"schema", Json::Object{{"type", "string"}}}}}}}};
    Json::Object const refused{{"description", "Why there is no answer, in the reader’s language"},
                               {"content", Json::Object{{"application/json", Json::Object{{"schema", error}}}}}};
    Json::Object const session{{"type", "apiKey"},
                               {"in", "cookie"},
                               {"name", "rodtrad"},
                               {"description", "Set by signing in with a form at /logga-in. Over https its name is "
                                               "__Host-rodtrad."}};
    return Json::Object{{"schemas", schemas.all()},
                        {"responses", Json::Object{{"elsewhere", elsewhere}, {"error", refused}}},
                        {"securitySchemes", Json::Object{{"session", session}}}};
}

Route const* find_question(std::string_view pattern) {
    for (auto const& route : all_routes())
        if (route.takes == Takes::questions && route.pattern == pattern) return &route;
    return nullptr;
}

} // namespace

Json openapi(std::string_view program_version) {
    Schemas schemas{"#/components/schemas/"};
    Json::Object paths;
    for (auto const& described : described_routes())
        if (auto const* route = find_question(described.pattern))
            paths.emplace_back(std::string{described.pattern},
                               Json::Object{{"get", operation_of(described, *route, schemas)}});
    return Json::Object{
        {"openapi", "3.1.0"},
        {"info", Json::Object{{"title", "Rödtråd"},
                              {"version", program_version},
                              {"description", "Every page as JSON, at its own address: ask with “Accept: "
                                              "application/json”, or with “format=json” among the parameters."}}},
        {"security", Json::Array{Json::Object{{"session", Json::Array{}}}}},
        {"paths", std::move(paths)},
        {"components", components_of(schemas)}};
}

} // namespace rodtrad::web
