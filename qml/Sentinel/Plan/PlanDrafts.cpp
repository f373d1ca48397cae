// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/PlanDrafts.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUuid>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

QByteArray describe(const Draft &draft)
{
    const QJsonObject object{
        {u"name"_s, draft.name},
        {u"file"_s, draft.file},
        {u"step"_s, draft.step},
        {u"environment"_s, draft.environment},
        {u"profile"_s, draft.profile},
        {u"visited"_s, QJsonArray::fromStringList(draft.visited)},
        {u"changed"_s, draft.changed.toUTC().toString(Qt::ISODate)},
        {u"savedText"_s, QString::fromUtf8(draft.savedText)},
    };
    return QJsonDocument(object).toJson();
}

Draft describedBy(const QJsonObject &object)
{
    Draft draft;
    draft.name = object.value(u"name"_s).toString();
    draft.file = object.value(u"file"_s).toString();
    draft.step = object.value(u"step"_s).toString();
    draft.environment = object.value(u"environment"_s).toString();
    draft.profile = object.value(u"profile"_s).toString();
    for (const auto &step : object.value(u"visited"_s).toArray()) {
        draft.visited.append(step.toString());
    }
    draft.changed = QDateTime::fromString(object.value(u"changed"_s).toString(), Qt::ISODate);
    draft.savedText = object.value(u"savedText"_s).toString().toUtf8();
    return draft;
}

} // namespace

QString PlanDrafts::usualFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation) + u"/sentinel-console/drafts"_s;
}

QString PlanDrafts::idFor(const QString &file)
{
    if (file.isEmpty()) {
        return u"new-"_s + QUuid::createUuid().toString(QUuid::Id128).left(12);
    }
    return u"file-"_s + QString::fromLatin1(QCryptographicHash::hash(file.toUtf8(), QCryptographicHash::Sha256).toHex().left(16));
}

QString PlanDrafts::pathOf(const QString &id, QStringView ending) const
{
    return m_folder + u'/' + id + ending.toString();
}

Result<void> PlanDrafts::keep(const Draft &draft) const
{
    // Drafts may name hosts and people; the folder is for its owner alone.
    constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir(m_folder).exists() && (!QDir().mkpath(m_folder) || !QFile::setPermissions(m_folder, kOwnerOnly))) {
        return failure(Error::Kind::Forbidden, Text::tr("keeping a draft"),
                       Text::tr("The folder %1 cannot be made. Save the plan to a file instead.").arg(m_folder));
    }
    if (const auto written = writeFile(pathOf(draft.id, u".yaml"), draft.text); !written) {
        return written;
    }
    return writeFile(pathOf(draft.id, u".json"), describe(draft));
}

Result<Draft> PlanDrafts::read(const QString &id) const
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_-]+$"_s);
    if (!plain.match(id).hasMatch()) {
        return failure(Error::Kind::Invalid, Text::tr("opening a draft"), Text::tr("\"%1\" is no name of a draft.").arg(id));
    }
    const auto text = readFile(pathOf(id, u".yaml"));
    if (!text) {
        return failure(text);
    }
    // Without its description a draft still holds every answer; only the page is lost.
    const auto description = readFile(pathOf(id, u".json"));
    Draft draft = describedBy(description ? QJsonDocument::fromJson(*description).object() : QJsonObject());
    draft.id = id;
    draft.text = *text;
    return draft;
}

QList<Draft> PlanDrafts::all() const
{
    QList<Draft> drafts;
    const QStringList files = QDir(m_folder).entryList({u"*.yaml"_s}, QDir::Files);
    for (const QString &file : files) {
        if (const auto draft = read(file.chopped(5))) {
            drafts.append(*draft);
        }
    }
    std::ranges::stable_sort(drafts, [](const Draft &a, const Draft &b) { return a.changed > b.changed; });
    return drafts;
}

void PlanDrafts::drop(const QString &id) const
{
    QFile::remove(pathOf(id, u".json"));
    QFile::remove(pathOf(id, u".yaml"));
}

} // namespace sentinel::console
