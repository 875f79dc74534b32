#pragma once

#include "store/connection.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace rodtrad::store {

// An empty database of one kind, and further connections to the same one. Gone when it goes out of scope.
class TestDatabase {
public:
    virtual ~TestDatabase() = default;
    virtual std::unique_ptr<Connection> connect() = 0;
};

struct BackEnd {
    std::string name;
    std::function<std::unique_ptr<TestDatabase>()> make;
};

// Every database the product runs on: each test of the store runs on them all.
std::vector<BackEnd> back_ends();

} // namespace rodtrad::store
