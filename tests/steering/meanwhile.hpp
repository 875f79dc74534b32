#pragma once

#include "steering/organisation.hpp"

#include <functional>
#include <utility>

namespace rodtrad::steering::test {

// An organisation in which somebody else does something just before the nth work that is asked of it (from 1): what a
// use case must bear that looks first and works then.
class Meanwhile final : public Organisation {
public:
    Meanwhile(Organisation& inner, int before_work, std::function<void()> other)
        : m_inner{inner}, m_left{before_work}, m_other{std::move(other)} {}

    void carry_out(By const& by, std::function<void(Work&)> const& use_case) override {
        if (--m_left == 0) m_other();
        m_inner.carry_out(by, use_case);
    }
    void carry_out_if_free(By const& by, std::function<void(Work&)> const& use_case) override {
        m_inner.carry_out_if_free(by, use_case);
    }
    void export_to(std::filesystem::path const& folder, By const& by, ExchangeProgress const& progress) override {
        m_inner.export_to(folder, by, progress);
    }
    void read(std::function<void(store::Connection&)> const& reading) const override { m_inner.read(reading); }
    std::shared_ptr<plan::Plan const> plan() override { return m_inner.plan(); }
    DeliveryReport deliver(std::vector<std::filesystem::path> const& files, DeliveryOptions const& options,
                           By const& by) override {
        return m_inner.deliver(files, options, by);
    }
    DeliveryReport deliver_bytes(std::vector<DeliveredFile> const& files, DeliveryOptions const& options,
                                 By const& by) override {
        return m_inner.deliver_bytes(files, options, by);
    }
    DeliveryReport restate(domain::Measure const& measure, import::Fields stated, std::string const& source,
                           By const& by) override {
        return m_inner.restate(measure, stated, source, by);
    }
    DeliveryReport mark(domain::Mark const& mark, std::string const& source, By const& by) override {
        return m_inner.mark(mark, source, by);
    }
    DeliveryReport save_peer_group(domain::PeerGroup const& group, std::string const& source, By const& by) override {
        return m_inner.save_peer_group(group, source, by);
    }
    void undo(domain::DeliveryId delivery, By const& by) override { m_inner.undo(delivery, by); }
    std::vector<domain::Delivery> deliveries() const override { return m_inner.deliveries(); }
    std::vector<domain::Complaint> complaints(domain::DeliveryId delivery) const override {
        return m_inner.complaints(delivery);
    }
    domain::PublicationId publish(std::string const& name, By const& by) override { return m_inner.publish(name, by); }
    std::vector<domain::Publication> publications() const override { return m_inner.publications(); }
    std::shared_ptr<Snapshot const> snapshot() override { return m_inner.snapshot(); }
    study::FollowUp follow_up(study::FollowUpSettings const& settings) override { return m_inner.follow_up(settings); }
    std::vector<Revision> history(domain::MeasureId measure, domain::UnitId unit, std::string_view group,
                                  domain::Period period) const override {
        return m_inner.history(measure, unit, group, period);
    }
    std::optional<domain::Delivery> latest_delivery(domain::MeasureId measure, domain::UnitId unit) const override {
        return m_inner.latest_delivery(measure, unit);
    }
    std::vector<std::string> check() const override { return m_inner.check(); }

private:
    Organisation& m_inner;
    int m_left;
    std::function<void()> m_other;
};

} // namespace rodtrad::steering::test
