#pragma once

#include "import/byte_source.hpp"
#include "import/mapping.hpp"
#include "import/read_file.hpp"

#include <memory>
#include <optional>
#include <string>

namespace rodtrad::import {

// As read_file, of bytes from anywhere; the name is for messages and complaints.
FileReport read_bytes(std::unique_ptr<ByteSource> bytes, std::string const& name, std::optional<Mapping> const& mapping,
                      Sink& sink);

} // namespace rodtrad::import
