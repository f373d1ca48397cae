// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Workloads/FilterText.h"

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

std::optional<kube::RowHealth> healthNamed(const QString &word)
{
    static const QHash<QString, kube::RowHealth> kWords{{u"good"_s, kube::RowHealth::Good},
                                                        {u"waiting"_s, kube::RowHealth::Waiting},
                                                        {u"bad"_s, kube::RowHealth::Bad},
                                                        {u"done"_s, kube::RowHealth::Done},
                                                        {u"unknown"_s, kube::RowHealth::Unknown}};
    const auto found = kWords.constFind(word.toLower());
    return found == kWords.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace

kube::ViewFilter filterOf(const QString &typed)
{
    kube::ViewFilter filter;
    QStringList words;
    QStringList labels;
    const QStringList parts = typed.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString rest = part.mid(part.indexOf(u':') + 1);
        if (part.startsWith(u"ns:")) {
            filter.ns = rest;
        } else if (part.startsWith(u"label:")) {
            labels.append(rest);
        } else if (!part.startsWith(u"status:")) {
            words.append(part);
        } else if (const auto health = healthNamed(rest)) {
            filter.health.append(*health);
        } else {
            words.append(rest);
        }
    }
    labels.removeAll(QString());
    words.removeAll(QString());
    filter.labels = labels.join(u',');
    filter.text = words.join(u' ');
    return filter;
}

} // namespace sentinel::console
