// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/CommandLine.h"

#include <QBuffer>
#include <QFile>

namespace sentinel::testing {

using namespace Qt::StringLiterals;

Answer run(const QStringList &arguments, Language language)
{
    QBuffer out;
    QBuffer err;
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    const cli::Exit code = cli::run(arguments, {.out = out, .err = err, .language = language});
    return {.code = code, .out = QString::fromUtf8(out.data()), .err = QString::fromUtf8(err.data())};
}

PlanFolder::PlanFolder(const QStringList &arguments)
{
    const Answer answer = run(QStringList{u"plan"_s, u"new"_s, u"--out"_s, plan()} + arguments);
    if (answer.code != cli::Exit::Done) {
        qFatal("plan new failed: %s", qPrintable(answer.err));
    }
}

QByteArray PlanFolder::read(const QString &name) const
{
    QFile stored(file(name));
    return stored.open(QIODevice::ReadOnly) ? stored.readAll() : QByteArray();
}

void PlanFolder::write(const QString &name, const QByteArray &content) const
{
    QFile stored(file(name));
    if (!stored.open(QIODevice::WriteOnly) || stored.write(content) != content.size()) {
        qFatal("cannot write %s", qPrintable(name));
    }
}

} // namespace sentinel::testing
