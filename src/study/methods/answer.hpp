#pragma once

#include <cassert>
#include <cstdint>
#include <string_view>
#include <utility>
#include <variant>

namespace rodtrad::study {

// Why a method says nothing. Never a NaN, an infinity or a zero in place of a figure.
enum class NoAnswer : std::uint8_t {
    no_data,
    too_few_points,
    too_few_units,
    zero_variance,
    zero_denominator,
    negative_count,
    numerator_exceeds_denominator,
    not_identified,  // what is asked about cannot be told apart from what is held constant
    out_of_range,    // a figure, or what comes of it, is no finite number
    target_at_bound, // a share that should be 0 or 100 %: any miss is a fact, and chance has no say
};
std::string_view to_text(NoAnswer reason); // as the enumerators are written

// What a method found, or why it found nothing.
template <class Value, class Reason = NoAnswer>
class Answer {
public:
    Answer(Value value) : m_content{std::move(value)} {}
    Answer(Reason reason) : m_content{reason} {}

    bool has_value() const { return m_content.index() == 0; }
    explicit operator bool() const { return has_value(); }
    Value const& operator*() const {
        assert(has_value());
        return *std::get_if<0>(&m_content);
    }
    Value const* operator->() const { return &**this; }
    Reason reason() const {
        assert(!has_value());
        return *std::get_if<1>(&m_content);
    }

private:
    std::variant<Value, Reason> m_content;
};

} // namespace rodtrad::study
