// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"
#include "core/base/Origin.h"
#include "core/base/Quantity.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <variant>

namespace sentinel::plan {

struct GroupItem;

/// One answer in its type. Text, host, URL, secret reference, choice: QString. Port, Integer: qint64.
/// monostate: optional and not answered.
using Datum = std::variant<std::monostate, bool, qint64, double, QString, QStringList, Quantity, Duration, QList<GroupItem>>;

/// One item of a repeatable group: field name → answer.
struct GroupItem
{
    QHash<QString, Datum> fields;
    [[nodiscard]] QString text(QStringView field) const;
    [[nodiscard]] qint64 integer(QStringView field) const;
    bool operator==(const GroupItem &) const; // defined out of line: Datum is recursive
};

/// The answer in the notation a person types ("90d", "512Mi", "1200", "true", "a, b"); empty for none. Groups: "N entries" is the
/// caller's.
[[nodiscard]] QString notation(const Datum &datum);

/// Every question's answer for one environment (and, where asked, one cluster), defaults worked out. Total: asking for a key that
/// does not exist is a fault of ours and asserts.
class Answers
{
public:
    struct Resolved
    {
        Datum datum;
        Origin origin;
        bool applies = true; ///< its `when` is true; answers that do not apply keep their default but must not be used for output
    };

    [[nodiscard]] QString planName() const { return m_planName; }
    [[nodiscard]] QString environment() const { return m_environment; }
    [[nodiscard]] QString profile() const { return m_profile; }
    [[nodiscard]] QString cluster() const { return m_cluster; } ///< empty: the environment as a whole
    [[nodiscard]] int environmentCount() const { return m_environmentCount; }

    [[nodiscard]] const Resolved &resolved(QStringView key) const;
    [[nodiscard]] bool has(QStringView key) const; ///< answered or defaulted to something that is not empty, and applies
    [[nodiscard]] bool applies(QStringView key) const;
    [[nodiscard]] Origin origin(QStringView key) const;

    [[nodiscard]] QString text(QStringView key) const; ///< Text-like types and Choice; empty for none
    [[nodiscard]] bool flag(QStringView key) const;
    [[nodiscard]] qint64 integer(QStringView key) const; ///< Port, Integer
    [[nodiscard]] double decimal(QStringView key) const; ///< Decimal and Integer
    [[nodiscard]] Quantity quantity(QStringView key) const; ///< zero for none
    [[nodiscard]] Duration duration(QStringView key) const; ///< zero for none
    [[nodiscard]] QStringList choices(QStringView key) const;
    [[nodiscard]] QList<GroupItem> group(QStringView key) const;
    [[nodiscard]] QString notation(QStringView key) const;

    // Filled by the resolver (Resolve.cpp) and by tests.
    void set(const QString &key, Resolved resolved) { m_answers.insert(key, std::move(resolved)); }
    void describe(QString planName, QString environment, QString profile, QString cluster, int environmentCount);

private:
    QString m_planName;
    QString m_environment;
    QString m_profile;
    QString m_cluster;
    int m_environmentCount = 1;
    QHash<QString, Resolved> m_answers;
};

} // namespace sentinel::plan
