// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QStringList>
#include <memory>

struct TestKey;

/// A certificate authority that lives as long as a test.
class Authority
{
public:
    struct Issued
    {
        QByteArray certificate; ///< PEM
        QByteArray key;
    };
    struct Wish
    {
        QString commonName = QStringLiteral("kube-apiserver");
        QStringList names{QStringLiteral("127.0.0.1"), QStringLiteral("localhost")};
        QDateTime notBefore = QDateTime::currentDateTimeUtc().addDays(-1);
        QDateTime notAfter = QDateTime::currentDateTimeUtc().addDays(1);
    };

    explicit Authority(const QString &commonName = QStringLiteral("test-ca"));
    ~Authority();

    [[nodiscard]] QByteArray certificate() const { return m_certificate; }
    [[nodiscard]] Issued issue(const Wish &wish) const;
    [[nodiscard]] Issued issue() const { return issue(Wish{}); }

private:
    std::unique_ptr<TestKey> m_key;
    QString m_name;
    QByteArray m_certificate;
};
