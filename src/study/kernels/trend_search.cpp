#include "study/kernels/trend_search.hpp"

#include "study/kernels/vectors.hpp"

namespace rodtrad::study {

namespace {

constexpr std::size_t width = vector_bytes / sizeof(float); // units side by side
constexpr std::size_t half_width = width / 2;

using HalfFloats [[gnu::vector_size(vector_bytes / 2)]] = float;

Floats as_floats(Counts counts) { return __builtin_convertvector(counts, Floats); }

bool is_all(Counts mask) {
    std::int32_t all = -1;
    for (std::size_t lane = 0; lane < width; ++lane) all &= mask[lane];
    return all != 0;
}

// One more in each lane where a is below b: with the fewest instructions the processor has for it.
void count_where_below(Counts& count, Floats a, Floats b) {
    if constexpr (compiled_for == Processor::avx512)
        count = a < b ? count + 1 : count;
    else
        count -= a < b;
}

struct OnePer {
    float periods[trend_periods];
};
constexpr auto one_per = [] {
    OnePer one{};
    for (std::size_t t = 1; t < trend_periods; ++t) one.periods[t] = 1 / static_cast<float>(t);
    return one;
}();

// `width` units of a block, from the given one on.
class Search {
public:
    Search(TrendBlock& block, std::size_t first_unit, std::size_t periods)
        : m_block{block}, m_first{first_unit}, m_periods{periods} {}

    void run() {
        scale_figures();
        count_signs();
        start();
        come_near();
        pick();
    }

private:
    static constexpr int most_passes = 9;
    static constexpr std::int32_t picked = 4;
    static constexpr std::uint32_t pair_bits = 511; // a pair's number takes the last bits of its slope
    static_assert(trend_periods * (trend_periods - 1) / 2 <= pair_bits);
    static constexpr float steepest = 1.5F; // no slope is steeper, in levels per period

    Floats level(std::size_t t) const { return load_as<Floats>(m_block.levels[t] + m_first); }
    float time(std::size_t t) const { return static_cast<float>(t) - static_cast<float>(m_periods - 1) / 2; }

    void scale_figures() {
        Counts is_ordinary;
        for (std::size_t half = 0; half < 2; ++half) {
            auto const unit = m_first + half * half_width;
            auto least = Doubles{} + __builtin_inf();
            auto most = -least;
            for (std::size_t t = 0; t < m_periods; ++t) {
                auto const figure = load_as<Doubles>(m_block.figures[t] + unit);
                least = figure < least ? figure : least;
                most = figure > most ? figure : most;
            }
            auto const range = most - least;
            auto const is_usable = (range > 1e-290) & (range < 1e300);
            auto const centre = is_usable ? least + range / 2 : Doubles{};
            auto const scale = is_usable ? 1 / range : Doubles{};
            for (std::size_t t = 0; t < m_periods; ++t) {
                auto const figure = load_as<Doubles>(m_block.figures[t] + unit);
                auto const around = is_usable ? figure - centre : figure * 0;
                put(m_block.levels[t] + unit, __builtin_convertvector(around * scale, HalfFloats));
            }
            for (std::size_t lane = 0; lane < half_width; ++lane) {
                is_ordinary[half * half_width + lane] = is_usable[lane] != 0 ? -1 : 0;
                m_range[half * half_width + lane] = range[lane];
            }
        }
        m_is_ordinary = is_ordinary;
    }

    void count_signs() {
        Counts count{};
        Counts rising{};
        Counts equal{};
        Counts ties{};
        for (std::size_t j = 0; j < m_periods; ++j) {
            auto const later = level(j);
            count -= later == later;
            Counts equals{};
            for (std::size_t i = 0; i < j; ++i) {
                auto const earlier = level(i);
                count_where_below(rising, earlier, later);
                equals = earlier == later ? equals + 1 : equals;
            }
            equal += equals;
            // The figure that makes a tied group of t one of t + 1 adds this to Σ t (t − 1) (2t + 5).
            ties += 6 * equals * (equals + 2);
        }
        m_slopes = count * (count - 1) / 2;
        auto const falling = m_slopes - rising - equal;
        m_lower = (m_slopes - 1) >> 1;
        m_upper = m_slopes >> 1;
        m_fewest = m_upper - (picked - 2);
        m_is_nought = (falling <= m_lower) & (m_upper < falling + equal);
        put(m_block.count + m_first, count);
        if (is_all(equal == 0))
            put(m_block.truly_equal + m_first, equal);
        else
            count_truly_equal();
        put(m_block.rising + m_first, rising);
        put(m_block.falling + m_first, falling);
        put(m_block.equal + m_first, equal);
        put(m_block.ties + m_first, ties);
    }

    void count_truly_equal() {
        for (std::size_t half = 0; half < 2; ++half) {
            auto const unit = m_first + half * half_width;
            LongCounts equal{};
            for (std::size_t j = 1; j < m_periods; ++j) {
                auto const later = load_as<Doubles>(m_block.figures[j] + unit);
                for (std::size_t i = 0; i < j; ++i) {
                    auto const earlier = load_as<Doubles>(m_block.figures[i] + unit);
                    if constexpr (compiled_for == Processor::avx512)
                        equal = earlier == later ? equal + 1 : equal;
                    else
                        equal -= earlier == later;
                }
            }
            for (std::size_t lane = 0; lane < half_width; ++lane)
                m_block.truly_equal[unit + lane] = static_cast<std::int32_t>(equal[lane]);
        }
    }

    // The search starts at the least-squares slope, and guesses how many slopes there are per unit of slope around it
    // if the figures scatter normally about their line.
    void start() {
        Floats n{};
        Floats sum_t{};
        Floats sum_tt{};
        Floats sum_x{};
        Floats sum_xt{};
        Floats sum_xx{};
        Floats distances{}; // Σ (later − earlier) over all pairs
        for (std::size_t t = 0; t < m_periods; ++t) {
            auto const level_here = level(t);
            auto const is_there = level_here == level_here;
            auto const x = is_there ? level_here : Floats{};
            auto const one = is_there ? Floats{} + 1 : Floats{};
            distances += one * (time(t) * n - sum_t);
            n += one;
            sum_t += time(t) * one;
            sum_tt += time(t) * time(t) * one;
            sum_x += x;
            sum_xt += time(t) * x;
            sum_xx += x * x;
        }
        auto const one_over_n = 1 / n;
        auto const tt = sum_tt - sum_t * sum_t * one_over_n;
        auto const xt = sum_xt - sum_x * sum_t * one_over_n;
        auto const xx = sum_xx - sum_x * sum_x * one_over_n;
        auto const slope = xt / tt;
        auto const variance = (xx - slope * xt) * one_over_n;
        auto const some_variance = variance > 1e-6F ? variance : Floats{} + 1e-6F;
        m_guess = slope;
        for (std::size_t lane = 0; lane < width; ++lane)
            m_per_slope[lane] = 3.5449F * __builtin_sqrtf(some_variance[lane]); // 2 √π σ
        m_per_slope /= distances;
    }

    // How many slopes are below the guess; `rest` is what it leaves of the levels.
    Counts count_below(Floats const* rest) const {
        Counts a{};
        Counts b{};
        Counts c{};
        Counts d{};
        std::size_t j = 0;
        for (; j + 4 <= m_periods; j += 4) { // four later figures against each earlier one: one load, four comparisons
            auto const p = rest[j];
            auto const q = rest[j + 1];
            auto const r = rest[j + 2];
            auto const s = rest[j + 3];
            for (std::size_t i = 0; i < j; ++i) {
                auto const earlier = rest[i];
                count_where_below(a, p, earlier);
                count_where_below(b, q, earlier);
                count_where_below(c, r, earlier);
                count_where_below(d, s, earlier);
            }
            count_where_below(b, q, p);
            count_where_below(c, r, p);
            count_where_below(c, r, q);
            count_where_below(d, s, p);
            count_where_below(d, s, q);
            count_where_below(d, s, r);
        }
        for (; j < m_periods; ++j)
            for (std::size_t i = 0; i < j; ++i) count_where_below(a, rest[j], rest[i]);
        return a + b + c + d;
    }

    void come_near() {
        auto low = Floats{} - steepest;
        auto high = Floats{} + steepest;
        m_high = high;
        Counts below_low{};
        auto below_high = m_slopes;
        auto is_done = m_is_nought | ~m_is_ordinary | (m_slopes <= 0);
        m_guess = is_done ? Floats{} : m_guess;
        auto const aim = (as_floats(m_fewest + m_lower) + 1) / 2;
        for (int pass = 0;; ++pass) {
            for (std::size_t t = 0; t < m_periods; ++t) m_rest[t] = level(t) - m_guess * time(t);
            m_below = count_below(m_rest);
            m_is_near = (m_below >= m_fewest) & (m_below <= m_lower);
            is_done |= m_is_near;
            if (pass == most_passes || is_all(is_done)) break;

            auto const is_low = m_below <= m_lower;
            low = is_low ? m_guess : low;
            below_low = is_low ? m_below : below_low;
            high = is_low ? high : m_guess;
            m_high = m_below > m_upper ? m_guess : m_high;
            below_high = is_low ? below_high : m_below;
            auto const by_density = m_guess + (aim - as_floats(m_below)) * m_per_slope;
            auto const across = low + (high - low) * (aim - as_floats(below_low)) / as_floats(below_high - below_low);
            auto const is_bracketed = (low > -steepest) & (high < steepest);
            auto const next = is_bracketed ? across : by_density;
            auto const is_inside = (next > low) & (next < high);
            m_guess = is_done ? m_guess : is_inside ? next : (low + high) / 2;
        }
        m_low = low;
    }

    // The smallest slopes not below the guess, as their distances from it. A distance below it has its sign bit set,
    // and as a key is, like NaN, larger than any number.
    void pick() {
        Keys nearest[picked];
        for (auto& key : nearest) key = Keys{} + (0x7e800000U & ~pair_bits);
        std::uint32_t number = 0;
        for (std::size_t j = 1; j < m_periods; ++j)
            for (std::size_t i = 0; i < j; ++i, ++number) {
                auto const distance = (m_rest[j] - m_rest[i]) * one_per.periods[j - i];
                auto key = (same_bits<Keys>(distance) & ~pair_bits) | number;
                for (auto& kept : nearest) {
                    auto const larger = kept < key ? key : kept;
                    kept = kept < key ? kept : key;
                    key = larger;
                }
            }

        // Which of them are the middle ones, and do they stand clear of their neighbours?
        auto const steepness = m_guess < 0 ? -m_guess : m_guess;
        auto const rounding = (steepness * static_cast<float>(trend_periods) + 1) * 0x1p-21F;
        auto const first_place = m_lower - m_below;
        auto const last_place = m_upper - m_below;
        Keys first{};
        Keys second{};
        auto is_clear = m_is_near;
        Floats previous{};
        Floats highest{};
        for (std::int32_t place = 0; place < picked; ++place) {
            auto const key = nearest[place];
            auto const distance = same_bits<Floats>(key & ~pair_bits);
            first = first_place == place ? key : first;
            second = last_place == place ? key : second;
            highest = last_place == place ? distance : highest;
            auto const is_border = (first_place == place) | (last_place == place - 1);
            is_clear &= ~is_border | (distance - previous > rounding + distance * 0x1p-13F);
            previous = distance;
        }
        put(m_block.first_pair + m_first, first & pair_bits);
        put(m_block.second_pair + m_first, second & pair_bits);

        auto const low = (m_is_near ? m_guess : m_low) - 2 * rounding;
        auto const high = (m_is_near ? m_guess + highest * (1 + 0x1p-12F) : m_high) + 2 * rounding;
        for (std::size_t lane = 0; lane < width; ++lane) {
            auto const unit = m_first + lane;
            m_block.low[unit] = static_cast<double>(low[lane]) * m_range[lane];
            m_block.high[unit] = static_cast<double>(high[lane]) * m_range[lane];
            m_block.middle[unit] = m_is_ordinary[lane] == 0 ? TrendBlock::Middle::none
                                   : m_is_nought[lane] != 0 ? TrendBlock::Middle::nought
                                   : is_clear[lane] != 0    ? TrendBlock::Middle::pairs
                                                            : TrendBlock::Middle::bounds;
        }
    }

    TrendBlock& m_block;
    std::size_t m_first;
    std::size_t m_periods;

    double m_range[width];
    Counts m_is_ordinary; // neither too close nor too far apart for floats
    Counts m_slopes;      // how many
    Counts m_lower;       // ranks of the two middle slopes, from 0
    Counts m_upper;
    Counts m_fewest; // slopes below a guess that is near enough
    Counts m_is_nought;
    Floats m_per_slope;
    Floats m_guess;
    Floats m_rest[trend_periods];
    Counts m_below; // slopes below the guess
    Counts m_is_near;
    Floats m_low; // bounds of the middle slopes
    Floats m_high;
};

} // namespace

template <>
void search_trends<compiled_for>(TrendBlock& block, std::size_t periods) {
    for (std::size_t unit = 0; unit < TrendBlock::units; unit += width) Search(block, unit, periods).run();
}

} // namespace rodtrad::study
