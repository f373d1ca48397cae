// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollback/ManifestText.h"

#include <QHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::rollback {

namespace {

/// "registry:5000/sentinel/backend:1.2@sha256:…" without tag and digest.
QString repositoryOf(const QString &image)
{
    const QString name = image.section(u'@', 0, 0);
    const qsizetype colon = name.lastIndexOf(u':');
    return colon > name.lastIndexOf(u'/') ? name.left(colon) : name;
}

QByteArrayView trimmed(QByteArrayView text)
{
    return text.trimmed();
}

constexpr qsizetype kMostValueNames = 50; ///< enough for a person

QString unquoted(QByteArrayView text)
{
    text = trimmed(text);
    const bool quoted = text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
    return QString::fromUtf8(quoted ? text.sliced(1, text.size() - 2) : text);
}

} // namespace

QList<QByteArrayView> documentsOf(QByteArrayView stream)
{
    QList<QByteArrayView> documents;
    qsizetype begin = 0;
    while (begin <= stream.size()) {
        qsizetype end = begin;
        // A line that begins with "---" parts two documents.
        for (;;) {
            if (stream.sliced(end).startsWith("---")) {
                break;
            }
            const qsizetype lineEnd = stream.indexOf('\n', end);
            if (lineEnd < 0) {
                end = stream.size();
                break;
            }
            end = lineEnd + 1;
            if (end >= stream.size()) {
                break;
            }
        }
        const QByteArrayView document = trimmed(stream.sliced(begin, end - begin));
        if (!document.isEmpty()) {
            documents.append(document);
        }
        if (end >= stream.size()) {
            break;
        }
        const qsizetype next = stream.indexOf('\n', end);
        if (next < 0) {
            break;
        }
        begin = next + 1;
    }
    return documents;
}

QStringList imagesIn(QByteArrayView stream)
{
    QStringList images;
    QSet<QString> seen;
    constexpr QByteArrayView kWord("image:");
    for (qsizetype at = stream.indexOf(kWord); at >= 0; at = stream.indexOf(kWord, at + kWord.size())) {
        qsizetype begin = at;
        while (begin > 0 && (stream[begin - 1] == ' ' || stream[begin - 1] == '-')) {
            --begin;
        }
        // At the beginning of a line, or in a map in braces; not "someimage:" nor in the middle of a sentence.
        if (begin > 0 && QByteArrayView("\n{,").indexOf(stream[begin - 1]) < 0) {
            continue;
        }
        qsizetype end = at + kWord.size();
        while (end < stream.size() && QByteArrayView("\n,}").indexOf(stream[end]) < 0) {
            ++end;
        }
        const QString image = unquoted(stream.sliced(at + kWord.size(), end - at - kWord.size()));
        if (!image.isEmpty() && !seen.contains(image)) {
            seen.insert(image);
            images.append(image);
        }
    }
    return images;
}

QList<ImageChange> imageChanges(const QStringList &now, const QStringList &then)
{
    const QSet<QString> present(now.cbegin(), now.cend());
    const QSet<QString> past(then.cbegin(), then.cend());
    QList<ImageChange> changes;
    QHash<QString, qsizetype> byRepository;
    for (const QString &image : now) {
        if (!past.contains(image)) {
            byRepository.insert(repositoryOf(image), changes.size());
            changes.append({.now = image, .then = {}});
        }
    }
    for (const QString &image : then) {
        if (present.contains(image)) {
            continue;
        }
        const auto same = byRepository.constFind(repositoryOf(image));
        if (same != byRepository.cend() && changes[*same].then.isEmpty()) {
            changes[*same].then = image;
        } else {
            changes.append({.now = {}, .then = image});
        }
    }
    return changes;
}

static void addDifferingPaths(QStringList &paths, const QString &at, const QJsonValue &now, const QJsonValue &then)
{
    const QJsonObject left = now.toObject();
    const QJsonObject right = then.toObject();
    if (now == then) {
        return;
    }
    if (left.isEmpty() && right.isEmpty()) {
        paths.append(at);
        return;
    }
    const QString prefix = at.isEmpty() ? QString() : at + u'.';
    for (auto one = left.begin(); one != left.end(); ++one) {
        addDifferingPaths(paths, prefix + one.key(), one.value(), right[one.key()]);
    }
    for (auto one = right.begin(); one != right.end(); ++one) {
        if (!left.contains(one.key())) {
            addDifferingPaths(paths, prefix + one.key(), QJsonValue::Undefined, one.value());
        }
    }
}

QStringList differingPaths(const QJsonValue &now, const QJsonValue &then)
{
    QStringList paths;
    addDifferingPaths(paths, {}, now, then);
    return paths;
}

void takeValues(Distance &distance, const QJsonValue &now, const QJsonValue &then)
{
    distance.valueNames = differingPaths(now, then);
    distance.values = int(distance.valueNames.size());
    distance.valueNames = distance.valueNames.first(std::min(distance.valueNames.size(), kMostValueNames));
}

ReleaseText::ReleaseText(helm::Release release)
    : m_release(std::move(release))
    , m_text(m_release.manifest.toUtf8())
    , m_documents(documentsOf(m_text))
    , m_known(m_documents.cbegin(), m_documents.cend())
    , m_images(imagesIn(m_text))
{
    m_release.manifest.clear();
}

Distance ReleaseText::distanceTo(const helm::Release &then) const
{
    const QByteArray thenText = then.manifest.toUtf8();
    Distance distance{.known = true};
    if (m_text != thenText) {
        const QList<QByteArrayView> thenDocuments = documentsOf(thenText);
        const QSet<QByteArrayView> past(thenDocuments.cbegin(), thenDocuments.cend());
        const auto missing = [](const QList<QByteArrayView> &list, const QSet<QByteArrayView> &in) {
            return int(std::ranges::count_if(list, [&in](QByteArrayView one) { return !in.contains(one); }));
        };
        // One that changed is missing on both sides.
        distance.objects = std::max(missing(m_documents, past), missing(thenDocuments, m_known));
        distance.images = imageChanges(m_images, imagesIn(thenText));
    }
    takeValues(distance, m_release.values, then.values);
    return distance;
}

} // namespace sentinel::rollback
