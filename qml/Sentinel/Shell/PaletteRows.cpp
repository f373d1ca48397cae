// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Shell/PaletteRows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::shell {

namespace {

/// Without accents and case, so that "pagina" finds "Página".
QString plain(QStringView text)
{
    QString result;
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar character : decomposed) {
        if (character.category() != QChar::Mark_NonSpacing) {
            result += character;
        }
    }
    return result;
}

QString textOf(const QObject *command, const char *property)
{
    return command ? command->property(property).toString() : QString();
}

} // namespace

int PaletteRows::fit(QStringView typed, QStringView text)
{
    const QString needle = plain(typed).simplified();
    const QString hay = plain(text);
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar wanted : needle) {
        if (wanted.isSpace()) {
            continue;
        }
        const qsizetype found = hay.indexOf(wanted, at);
        if (found < 0) {
            return -1;
        }
        const bool opensWord = found == 0 || !hay[found - 1].isLetterOrNumber();
        score += 1 + (opensWord ? 4 : 0) + (found == last + 1 ? 3 : 0);
        last = found;
        at = found + 1;
    }
    return hay.startsWith(needle) ? score + 10 : score;
}

QList<QObject *> PaletteRows::commands() const
{
    return QList<QObject *>(m_commands.cbegin(), m_commands.cend());
}

void PaletteRows::setCommands(const QList<QObject *> &commands)
{
    m_commands = QList<QPointer<QObject>>(commands.cbegin(), commands.cend());
    Q_EMIT commandsChanged();
    choose();
}

void PaletteRows::setFilter(const QString &filter)
{
    if (filter != m_filter) {
        m_filter = filter;
        Q_EMIT filterChanged();
        choose();
    }
}

void PaletteRows::choose()
{
    struct Scored
    {
        int score;
        QPointer<QObject> command;
    };
    QList<Scored> scored;
    for (const QPointer<QObject> &command : std::as_const(m_commands)) {
        const int own = fit(m_filter, textOf(command, "text"));
        const int others
            = fit(m_filter, textOf(command, "group") + u' ' + textOf(command, "text") + u' ' + textOf(command, "keywords"));
        if (command && (own >= 0 || others >= 0)) {
            scored.append({std::max(own * 2, others), command});
        }
    }
    if (!m_filter.isEmpty()) {
        std::ranges::stable_sort(scored, std::ranges::greater(), &Scored::score);
    }
    beginResetModel();
    m_shown.clear();
    for (const Scored &each : std::as_const(scored)) {
        m_shown.append(each.command);
    }
    endResetModel();
    Q_EMIT countChanged();
}

int PaletteRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PaletteRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const QObject *command = m_shown.at(index.row());
    switch (role) {
    case TextRole:
    case Qt::DisplayRole:
        return textOf(command, "text");
    case GroupRole:
        return textOf(command, "group");
    case IconRole:
        return textOf(command, "iconName");
    case ShortcutRole:
        return textOf(command, "shortcut");
    case BlockedRole:
        return textOf(command, "blockedReason");
    default:
        return {};
    }
}

QHash<int, QByteArray> PaletteRows::roleNames() const
{
    return {{TextRole, "text"},
            {GroupRole, "group"},
            {IconRole, "iconName"},
            {ShortcutRole, "shortcut"},
            {BlockedRole, "blockedReason"}};
}

QObject *PaletteRows::commandAt(int row) const
{
    QObject *command = row >= 0 && row < count() ? m_shown.at(row).data() : nullptr;
    return command && textOf(command, "blockedReason").isEmpty() ? command : nullptr;
}

} // namespace sentinel::shell
