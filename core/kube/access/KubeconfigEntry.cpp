// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/access/KubeconfigEntry.h"

#include "core/base/Files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qint64 kMostBytes = 1024 * 1024; // of a certificate bundle; the largest in use has 250 kB

std::unexpected<Error> refused(const QString &file, const yaml::Value &value, const QString &sentence)
{
    return failure(Error::Kind::Invalid, Text::tr("reading the kubeconfig %1").arg(file), sentence,
                   {.file = file, .line = value.line(), .column = value.column()});
}

} // namespace

bool KubeconfigEntry::has(QStringView key) const
{
    const yaml::Value *found = value.find(key);
    return found && !found->isNull() && !(found->isScalar() && found->text().isEmpty());
}

Location KubeconfigEntry::place(QStringView key) const
{
    const yaml::Value *found = key.isEmpty() ? nullptr : value.find(key);
    return found && found->line() > 0 ? Location{.file = file, .line = found->line(), .column = found->column()} : where;
}

std::unexpected<Error> KubeconfigEntry::problem(const QString &sentence, QStringView key, Error::Kind kind) const
{
    return failure(kind, Text::tr("reading the kubeconfig %1").arg(file), sentence, place(key));
}

Result<QString> KubeconfigEntry::text(QStringView key) const
{
    if (!has(key)) {
        return QString();
    }
    const yaml::Value *found = value.find(key);
    if (!found->isScalar()) {
        return problem(Text::tr("\"%1\" of \"%2\" must be a text.").arg(key, name), key);
    }
    return found->text();
}

Result<bool> KubeconfigEntry::flag(QStringView key) const
{
    if (!has(key)) {
        return false;
    }
    const yaml::Value *found = value.find(key);
    if (found->kind() != yaml::Value::Kind::Boolean) {
        return problem(Text::tr("\"%1\" of \"%2\" must be true or false.").arg(key, name), key);
    }
    return found->boolean();
}

Result<QString> KubeconfigEntry::path(QStringView key) const
{
    const auto written = text(key);
    if (!written || written->isEmpty()) {
        return written;
    }
    return QDir::cleanPath(QFileInfo(file).absoluteDir().absoluteFilePath(*written));
}

Result<QStringList> KubeconfigEntry::texts(QStringView key) const
{
    const yaml::Value *found = value.find(key);
    if (!found || found->isNull()) {
        return QStringList();
    }
    QStringList all;
    for (const yaml::Value &item : found->items()) {
        all.append(item.text());
    }
    if (!found->isList() || !std::ranges::all_of(found->items(), &yaml::Value::isScalar)) {
        return problem(Text::tr("\"%1\" of \"%2\" must be a list of texts.").arg(key, name), key);
    }
    return all;
}

Result<QByteArray> KubeconfigEntry::content(const QString &key, QStringList &files) const
{
    const QString inlineKey = key + u"-data"_s;
    const auto encoded = text(inlineKey);
    if (!encoded) {
        return failure(encoded);
    }
    if (!encoded->isEmpty()) {
        QByteArray bare = encoded->toLatin1();
        bare.removeIf([](char letter) { return letter == '\n' || letter == '\r' || letter == ' '; });
        auto decoded = QByteArray::fromBase64Encoding(bare, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded) {
            return problem(Text::tr("\"%1\" of \"%2\" is not Base64.").arg(inlineKey, name), inlineKey);
        }
        return std::move(decoded.decoded);
    }
    const auto named = path(key);
    if (!named) {
        return failure(named);
    }
    if (named->isEmpty()) {
        return QByteArray();
    }
    files.append(*named);
    auto read = readFile(*named, kMostBytes);
    if (!read) {
        return problem(read.error().detail, key, read.error().kind);
    }
    return read;
}

Result<QList<KubeconfigEntry>> namedEntries(const yaml::Value &root, const QString &file, const QString &key,
                                            const QString &inner)
{
    QList<KubeconfigEntry> entries;
    const yaml::Value *list = root.find(key);
    if (!list || list->isNull()) {
        return entries;
    }
    if (!list->isList()) {
        return refused(file, *list, Text::tr("\"%1\" must be a list.").arg(key));
    }
    for (const yaml::Value &item : list->items()) {
        const yaml::Value *name = item.find(u"name");
        const yaml::Value *content = item.find(inner);
        if (!name || !name->isScalar() || name->text().isEmpty()) {
            return refused(file, item, Text::tr("An entry of \"%1\" has no name.").arg(key));
        }
        if (content && !content->isNull() && !content->isMap()) {
            return refused(file, *content, Text::tr("\"%1\" of \"%2\" must hold keys and values.").arg(inner, name->text()));
        }
        if (std::ranges::contains(entries, name->text(), &KubeconfigEntry::name)) {
            return refused(file, *name, Text::tr("\"%1\" has two entries named \"%2\".").arg(key, name->text()));
        }
        entries.append({.name = name->text(),
                        .value = content ? *content : yaml::Value(),
                        .file = file,
                        .where = {.file = file, .line = item.line(), .column = item.column()}});
    }
    return entries;
}

} // namespace sentinel::kube
