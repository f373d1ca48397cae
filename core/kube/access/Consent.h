// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>
#include <functional>
#include <memory>
#include <variant>

namespace sentinel::kube {

/// "The certificate of this server need not be verified." Of one cluster at one address: neither may change unseen.
struct InsecureWish
{
    QString cluster; ///< its name in the kubeconfig
    QString server; ///< "https://10.0.0.1:6443"
    bool operator==(const InsecureWish &) const = default;
};

/// "This program may be run to sign in." A kubeconfig comes from others and can name any program, so what is allowed is this file
/// with these arguments and variables, and no more.
struct PluginWish
{
    QString command; ///< absolute
    QStringList arguments{};
    QStringList variables{}; ///< "NAME=value" that the kubeconfig sets for it; only their hash is kept
    QByteArray sha256{}; ///< of the program's file, hexadecimal
    [[nodiscard]] QByteArray inputHash() const; ///< SHA-256 of `arguments` and `variables`, hexadecimal
    [[nodiscard]] QStringList shownArguments() const; ///< what follows or belongs to "--client-secret" and the like left out
    bool operator==(const PluginWish &) const = default;
};

/// What only a person may allow.
using ConsentWish = std::variant<InsecureWish, PluginWish>;

/// What is asked, as a sentence for the person who decides: the address, or the program with its arguments.
[[nodiscard]] QString consentQuestion(const ConsentWish &wish);

/// What was allowed. A port: `KnownClustersFile::consent` reads the person's own file, tests bring theirs.
class Consent
{
public:
    virtual ~Consent() = default;
    [[nodiscard]] virtual bool allows(const ConsentWish &wish) const = 0;
};

/// Nothing was allowed.
class NoConsent final : public Consent
{
public:
    [[nodiscard]] bool allows(const ConsentWish &) const override { return false; }
};

} // namespace sentinel::kube
