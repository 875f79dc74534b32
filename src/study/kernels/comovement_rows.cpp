#include "study/kernels/comovement_rows.hpp"

#include "study/kernels/block.hpp"

namespace rodtrad::study {

namespace {

// The changes of a few units of one member, bounded, one row after another.
void changes_of(double const* figures, ComovementTask const& task, double* changes) {
    auto before = load_as<Doubles>(figures);
    for (std::size_t t = 1; t < task.periods; ++t) {
        auto const now = load_as<Doubles>(figures + t * task.stride);
        auto change = now - before;
        change = change > task.most ? in_all(task.most) : change;
        change = change < -task.most ? in_all(-task.most) : change;
        put(changes + (t - 1) * block_units, change);
        before = now;
    }
}

void add(Doubles lanes, double* sums) { put(sums, load_as<Doubles>(sums) + lanes); }

void add_pair(double const* ones, double const* others, std::size_t rows, double* sums) {
    Doubles count{};
    Doubles products{};
    Doubles squares_of_one{};
    Doubles squares_of_other{};
    for (std::size_t row = 0; row < rows; ++row) {
        auto const one = load_as<Doubles>(ones + row * block_units);
        auto const other = load_as<Doubles>(others + row * block_units);
        auto const have_both = (one == one) & (other == other);
        count += have_both ? in_all(1) : Doubles{};
        products += have_both ? one * other : Doubles{};
        squares_of_one += have_both ? one * one : Doubles{};
        squares_of_other += have_both ? other * other : Doubles{};
    }
    add(count, sums);
    add(products, sums + comovement_units);
    add(squares_of_one, sums + 2 * comovement_units);
    add(squares_of_other, sums + 3 * comovement_units);
}

} // namespace

template <>
void comovement_rows<compiled_for>(ComovementTask const& task) {
    auto const rows = task.periods - 1;
    for (std::size_t unit = 0; unit < task.stride; unit += block_units) {
        for (std::size_t member = 0; member < task.count; ++member)
            changes_of(task.members[member] + unit, task, task.changes + member * rows * block_units);
        auto* sums = task.sums + unit % comovement_units;
        for (std::size_t one = 0; one < task.count; ++one)
            for (auto other = one + 1; other < task.count; ++other) {
                add_pair(task.changes + one * rows * block_units, task.changes + other * rows * block_units, rows,
                         sums);
                sums += comovement_sums * comovement_units;
            }
    }
}

} // namespace rodtrad::study
