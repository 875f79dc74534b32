#pragma once

#include "steering/organisation.hpp"
#include "temporary_folder.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace rodtrad::tests {

// Lillköping: a municipality with two schools and one measure over twelve years, in a folder of its own.
class SmallOrganisation {
public:
    SmallOrganisation();
    SmallOrganisation(SmallOrganisation const&) = delete;
    SmallOrganisation& operator=(SmallOrganisation const&) = delete;

    std::filesystem::path const& folder() const { return m_folder.path(); }
    steering::Organisation& organisation() { return *m_organisation; }

private:
    test::TemporaryFolder m_folder; // outlives the organisation in it
    std::unique_ptr<steering::Organisation> m_organisation;
};

// Delivers one file with this content.
void deliver(steering::Organisation& organisation, std::filesystem::path const& folder, std::string const& name,
             std::string const& content);

} // namespace rodtrad::tests
