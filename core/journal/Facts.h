// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/Digest.h"

#include <QJsonObject>
#include <QMap>

namespace sentinel::journal {

/// Short texts beside a record: "via" "argocd", "revision" "3", "bundle" its checksum. Whatever is or looks like a secret must
/// come as a Digest; a text that looks like one is replaced by its digest when the record is written.
class Facts
{
public:
    Facts &add(const QString &name, const QString &text);
    Facts &add(const QString &name, const Digest &digest);

    [[nodiscard]] QString value(const QString &name) const { return m_all.value(name); }
    [[nodiscard]] const QMap<QString, QString> &all() const { return m_all; }
    [[nodiscard]] bool isEmpty() const { return m_all.isEmpty(); }
    bool operator==(const Facts &) const = default;

private:
    QMap<QString, QString> m_all;
};

} // namespace sentinel::journal
