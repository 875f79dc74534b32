#include "steering/demo_sign_in.hpp"

#include "base/json_of.hpp"
#include "steering/organisation.hpp"
#include "steering/work.hpp"
#include "store/settings.hpp"

namespace rodtrad::steering {

namespace {

constexpr std::string_view setting = "demo_sign_in";

} // namespace

std::optional<DemoSignIn> find_demo_sign_in(Organisation& organisation) {
    std::optional<std::string> text;
    organisation.read([&](store::Connection& connection) { text = store::find_setting(connection, setting); });
    if (!text) return {};
    DemoSignIn sign_in;
    base::read_json(base::to_json(*text), sign_in, std::string{setting});
    return sign_in;
}

void set_demo_sign_in(Work& work, DemoSignIn const& sign_in) {
    work.require(plan::Right::administer, {});
    store::write_setting(work.connection(), setting, base::to_text(base::json_of(sign_in)));
    work.tell({.kind = "setting"}, "setting.demo_sign_in");
}

} // namespace rodtrad::steering
