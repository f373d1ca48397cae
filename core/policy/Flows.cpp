// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Flows.h"

#include "core/policy/Rules.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::policy {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PolicyFlows)
};

class Reader
{
public:
    Reader(QString fileName, const Lookup &lookup)
        : m_fileName(std::move(fileName))
        , m_lookup(lookup)
    {
    }

    /// Nothing when the item does not apply here, or is wrong, which `findings` then says.
    [[nodiscard]] std::optional<Flow> item(const yaml::Value &value)
    {
        for (const yaml::Entry &entry : valueAt(value, {u"when"}).entries()) {
            if (looked(entry.key) != entry.value.text()) {
                return {};
            }
        }
        const std::optional<FlowEnd> from = end(valueAt(value, {u"from"}), value);
        const std::optional<FlowEnd> to = end(valueAt(value, {u"to"}), value);
        const std::optional<PortSet> open = ports(valueAt(value, {u"ports"}), value);
        if (!from || !to || !open) {
            return {};
        }
        return Flow{
            .from = *from, .to = *to, .ports = *open, .needed = !isFalse(valueAt(value, {u"needed"})), .where = place(value)};
    }
    void say(const yaml::Value &value, const QString &sentence)
    {
        m_findings.append({.severity = Severity::Error, .rule = u"flow.invalid"_s, .sentence = sentence, .where = place(value)});
    }
    [[nodiscard]] const Findings &findings() const { return m_findings; }

private:
    [[nodiscard]] Location place(const yaml::Value &value) const
    {
        return {.file = m_fileName, .line = value.line(), .column = value.column()};
    }
    [[nodiscard]] std::optional<QString> looked(const QString &key) const { return m_lookup ? m_lookup(key) : std::nullopt; }
    /// The text itself, or what its key stands for; nothing when that has no value.
    [[nodiscard]] std::optional<QString> resolved(const yaml::Value &value) const
    {
        const QString text = value.text();
        return text.startsWith(u'{') && text.endsWith(u'}') ? looked(text.sliced(1, text.size() - 2)) : text;
    }

    [[nodiscard]] std::optional<FlowEnd> end(const yaml::Value &value, const yaml::Value &item)
    {
        FlowEnd result;
        bool applies = !value.entries().isEmpty();
        if (!applies) {
            say(item, Text::tr("A flow needs from and to, each with whom it means."));
        }
        for (const yaml::Entry &entry : value.entries()) {
            const std::optional<QString> text = resolved(entry.value);
            if (!text || (text->isEmpty() && entry.value.isScalar())) {
                applies = false;
            } else if (entry.key == "component"_L1) {
                QStringList names{*text};
                if (entry.value.isList()) {
                    names.clear();
                    for (const yaml::Value &name : entry.value.items()) {
                        names.append(name.text());
                    }
                }
                result.pods = LabelSelector(u"app.kubernetes.io/component"_s, names);
            } else if (entry.key == "pods"_L1) {
                result.pods = LabelSelector(labelsOf(entry.value));
            } else if (entry.key == "namespace"_L1) {
                result.nameSpace = *text;
            } else if (entry.key == "every"_L1) {
                result.everyPod = true;
            } else if (result.range = AddressRange::parse(*text); entry.key != "cidr"_L1 || !result.range) {
                say(entry.value, Text::tr("\"%1: %2\" is no end of a flow.").arg(entry.key, *text));
                applies = false;
            }
        }
        return applies ? std::optional(result) : std::nullopt;
    }

    [[nodiscard]] std::optional<PortSet> ports(const yaml::Value &value, const yaml::Value &item)
    {
        PortSet result;
        for (const yaml::Value &each : value.items()) {
            const std::optional<QString> number = resolved(each.isMap() ? valueAt(each, {u"port"}) : each);
            const std::optional<Protocol> protocol = protocolOf(textAt(each, {u"protocol"}));
            if (!number || number->isEmpty()) {
                return {};
            }
            const int port = number->toInt();
            if (port < 1 || port > kLastPort || !protocol) {
                say(each, Text::tr("\"%1\" is no port.").arg(*number));
                return {};
            }
            result.add(*protocol, port, port);
        }
        if (result.isEmpty()) {
            say(item, Text::tr("A flow needs ports."));
            return {};
        }
        return result;
    }

    QString m_fileName;
    const Lookup &m_lookup;
    Findings m_findings;
};

Finding finding(QLatin1StringView rule, const Endpoint &from, const Endpoint &to, const Location &where, const QString &sentence,
                const QString &remedy)
{
    return {.severity = findRule(QString(rule))->severity,
            .rule = rule,
            .object = from.title + u" → "_s + to.title,
            .path = {},
            .sentence = sentence,
            .remedy = remedy,
            .where = where};
}

} // namespace

bool FlowEnd::covers(const Endpoint &endpoint, const QString &home) const
{
    if (range) {
        return endpoint.kind == Endpoint::Kind::Outside
            && std::ranges::all_of(endpoint.addresses, [this](const Address &address) { return range->contains(address); });
    }
    if (endpoint.kind == Endpoint::Kind::Outside) {
        return false;
    }
    if (everyPod) {
        return endpoint.kind == Endpoint::Kind::Workload && (nameSpace.isEmpty() || endpoint.nameSpace == nameSpace);
    }
    return endpoint.nameSpace == (nameSpace.isEmpty() ? home : nameSpace) && (!pods || pods->matches(endpoint.labels));
}

Result<QList<Flow>> readFlows(const QByteArray &text, const QString &fileName, const Lookup &lookup)
{
    const Result<yaml::Value> tree = yaml::read(text, fileName);
    if (!tree) {
        return failure(tree);
    }
    Reader reader(fileName, lookup);
    if (textAt(*tree, {u"kind"}) != "FlowList"_L1 || textAt(*tree, {u"apiVersion"}) != "console.sentinel/v1"_L1) {
        reader.say(*tree,
                   Text::tr("This is no file of flows: it begins \"apiVersion: console.sentinel/v1\", \"kind: FlowList\"."));
    }
    QList<Flow> result;
    for (const yaml::Value &item : valueAt(*tree, {u"items"}).items()) {
        if (const std::optional<Flow> flow = reader.item(item)) {
            result.append(*flow);
        }
    }
    if (!reader.findings().isEmpty()) {
        return failure(invalid(Text::tr("reading flows"), reader.findings()));
    }
    return result;
}

Findings proveFlows(const Network &network, const Reachability &reach, const QList<Flow> &flows, const QString &home)
{
    Findings findings;
    const auto isWorkload = [](const Endpoint &end) { return end.kind == Endpoint::Kind::Workload; };
    for (int from = 0; from < reach.size(); ++from) {
        for (int to = 0; to < reach.size(); ++to) {
            const Endpoint &source = network.endpoints[from];
            const Endpoint &destination = network.endpoints[to];
            if (!isWorkload(source) && !isWorkload(destination)) {
                continue;
            }
            const Reach &open = reach.between(from, to);
            PortSet wanted;
            PortSet anywhere; // of flows to or from any address, which a pod's may be among
            for (const Flow &flow : flows) {
                const bool isToAll = flow.to.range && flow.to.range->isEverything() && flow.from.covers(source, home);
                const bool isFromAll = flow.from.range && flow.from.range->isEverything() && flow.to.covers(destination, home);
                if (isToAll || isFromAll) {
                    anywhere.add(flow.ports);
                }
                if (!flow.from.covers(source, home) || !flow.to.covers(destination, home)) {
                    continue;
                }
                wanted.add(flow.ports);
                if (const PortSet closed = flow.ports.without(open.open); flow.needed && !closed.isEmpty() && from != to) {
                    findings.append(finding("network.flow-closed"_L1, source, destination, flow.where,
                                            Text::tr("%1 needs %2 on %3, and network policies close it.")
                                                .arg(source.title, destination.title, closed.toString()),
                                            Text::tr("Open it at both ends: egress of one, ingress of the other.")));
                }
            }
            const bool isHeld = (!isWorkload(source) || reach.isIsolated(from, false))
                && (!isWorkload(destination) || reach.isIsolated(to, true));
            if (!isHeld) {
                continue;
            }
            const Location &where = isWorkload(destination) ? destination.where : source.where;
            if (const PortSet extra = open.open.without(wanted); !extra.isEmpty()) {
                findings.append(finding("network.flow-unwanted"_L1, source, destination, where,
                                        Text::tr("%1 reaches %2 on %3, and nothing needs that.")
                                            .arg(source.title, destination.title, extra.toString()),
                                        Text::tr("Narrow the policies that allow it, or add it to the flows that are wanted.")));
            }
            if (const PortSet extra = open.perhaps.without(wanted).without(anywhere); !extra.isEmpty()) {
                findings.append(
                    finding("network.flow-perhaps"_L1, source, destination, where,
                            Text::tr("%1 may reach %2 on %3, where the network plug-in takes pods for part of an address block.")
                                .arg(source.title, destination.title, extra.toString()),
                            Text::tr("Take the pods' addresses out of the block with \"except\".")));
            }
        }
    }
    return findings;
}

} // namespace sentinel::policy
