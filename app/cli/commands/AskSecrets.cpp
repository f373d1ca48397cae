// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/AskSecrets.h"

#include <QCoreApplication>
#include <QFileDevice>
#include <iostream>
#include <string>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Typed letters are not shown while it lives.
class Hidden
{
public:
    Hidden()
    {
        m_is = tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_is) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
        }
    }
    ~Hidden()
    {
        if (m_is) {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        }
    }
    Hidden(const Hidden &) = delete;
    Hidden &operator=(const Hidden &) = delete;

private:
    termios m_before{};
    bool m_is = false;
};

void prompt(const Io &io, const QString &text)
{
    io.err.write(text.toUtf8() + ' ');
    if (auto *file = qobject_cast<QFileDevice *>(&io.err)) {
        file->flush();
    }
}

} // namespace

bool askYes(const Io &io, const QString &question)
{
    prompt(io, Text::tr("%1 [y/N]").arg(question));
    std::string line;
    std::getline(std::cin, line);
    const QString word = QString::fromStdString(line).trimmed().toLower();
    return !word.isEmpty() && (word == u"y" || word == u"yes" || word == Text::tr("y") || word == Text::tr("yes"));
}

Async<deploy::SecretValues> askSecrets(const Io &io, QList<deploy::SecretQuestion> questions)
{
    const Promise<deploy::SecretValues> promise;
    deploy::SecretValues values;
    for (const deploy::SecretQuestion &question : std::as_const(questions)) {
        prompt(io, Text::tr("%1/%2, %3:").arg(question.name, question.key.key, question.key.purpose));
        const Hidden hidden;
        std::string line;
        if (!std::getline(std::cin, line) || line.empty()) {
            promise.keep(failure(Error::Kind::Cancelled, Text::tr("asking for a value"), Text::tr("No value was given.")));
            return promise.answer();
        }
        io.say({});
        values.insert(question.name + u'/' + question.key.key, QByteArray::fromStdString(line));
    }
    promise.keep(values);
    return promise.answer();
}

} // namespace sentinel::cli
