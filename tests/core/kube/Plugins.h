// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/access/PluginRun.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

/// Allows what it is told to.
class FakeConsent final : public sentinel::kube::Consent
{
public:
    bool allows(const sentinel::kube::ConsentWish &wish) const override
    {
        asked.append(wish);
        return isWilling;
    }
    bool isWilling = true;
    mutable QList<sentinel::kube::ConsentWish> asked;
};

/// Sign-in programs as small scripts, and what they wrote down.
class PluginFolder
{
public:
    /// `body` of a shell script; "$FOLDER" is ours. Each run adds a line to `runs`.
    sentinel::kube::ExecPlugin plugin(const QByteArray &body, const QString &name = QStringLiteral("sign-in"))
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        const QByteArray text
            = "#!/bin/sh\nFOLDER='" + m_folder.path().toUtf8() + "'\necho run >> \"$FOLDER/runs\"\n" + body + "\n";
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
            qFatal("no sign-in program");
        }
        return {.command = path,
                .apiVersion = QStringLiteral("client.authentication.k8s.io/v1"),
                .interaction = sentinel::kube::ExecPlugin::Interaction::Never};
    }
    /// A script that prints an ExecCredential with this status.
    sentinel::kube::ExecPlugin giving(const QByteArray &status)
    {
        return plugin("cat <<'END'\n{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":"
                      + status + "}\nEND");
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
            qFatal("cannot write");
        }
    }
    [[nodiscard]] int runs() const { return static_cast<int>(read(QStringLiteral("runs")).count('\n')); }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};
