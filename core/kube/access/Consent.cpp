// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/Consent.h"

#include "core/base/OperationRun.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

bool namesSecret(const QString &option)
{
    constexpr std::array kWords{"secret"_L1, "password"_L1, "passwd"_L1, "token"_L1, "key"_L1, "credential"_L1};
    return option.startsWith(u'-')
        && std::ranges::any_of(kWords, [&](QLatin1StringView word) { return option.contains(word, Qt::CaseInsensitive); });
}

/// Each text with its length in front, so that no two lists give the same bytes.
void feed(QCryptographicHash &hash, const QStringList &texts)
{
    hash.addData(QByteArray::number(texts.size()) + ';');
    for (const QString &text : texts) {
        const QByteArray bytes = text.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    }
}

QString question(const InsecureWish &wish)
{
    return Text::tr("May %1 (%2) be used without verifying its certificate? Whoever stands between can then read and change "
                    "everything, your credentials included.")
        .arg(plainLine(wish.cluster), plainLine(wish.server));
}

QString question(const PluginWish &wish)
{
    const QString line = plainLine((QStringList(wish.command) + wish.shownArguments()).join(u' '));
    if (wish.variables.isEmpty()) {
        return Text::tr("May the program \"%1\" be run to sign in? It runs as you, with all you may do.").arg(line);
    }
    QStringList names;
    for (const QString &variable : wish.variables) {
        names.append(variable.section(u'=', 0, 0));
    }
    return Text::tr("May the program \"%1\" be run to sign in, with the variables %2 set? It runs as you, with all you may do.")
        .arg(line, plainLine(names.join(u", "_s)));
}

} // namespace

QByteArray PluginWish::inputHash() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    feed(hash, arguments);
    feed(hash, variables);
    return hash.result().toHex();
}

QStringList PluginWish::shownArguments() const
{
    QStringList shown;
    bool isSecret = false; // the one before named a secret that comes now
    for (const QString &argument : arguments) {
        const qsizetype equals = argument.indexOf(u'=');
        const QString option = equals < 0 ? argument : argument.first(equals);
        if (std::exchange(isSecret, false) && !argument.startsWith(u'-')) {
            shown.append(u"…"_s);
        } else if (!namesSecret(option)) {
            shown.append(argument);
        } else {
            isSecret = equals < 0;
            shown.append(equals < 0 ? argument : option + u"=…"_s);
        }
    }
    return shown;
}

QString consentQuestion(const ConsentWish &wish)
{
    return std::visit([](const auto &each) { return question(each); }, wish);
}

} // namespace sentinel::kube
