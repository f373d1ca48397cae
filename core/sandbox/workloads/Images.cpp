// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/workloads/Images.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

QString hostOf(const QString &fullName)
{
    return fullName.section(u'/', 0, 0);
}

} // namespace

Images::Images(const World &world)
    : m_world(world)
{
}

bool Images::isOn(const QString &node, const QString &image) const
{
    return m_pulled.contains(node + u' ' + image);
}

void Images::pulled(const QString &node, const QString &image)
{
    m_pulled.insert(node + u' ' + image);
}

qint64 Images::bytesOf(const QString &image)
{
    return 20'000'000 + static_cast<qint64>(steadyNumber(image, 380'000)) * 1000;
}

Duration Images::pullTime(const QString &image) const
{
    const Pace &pace = m_world.options.pace;
    const qint64 span = (pace.pullMost - pace.pullLeast).count();
    return pace.pullLeast + Duration(span * (bytesOf(image) - 20'000'000) / 380'000'000);
}

QString Images::refusal(const QJsonObject &pod, const QString &image) const
{
    static const QRegularExpression kAbsent(u"(does-?not-?exist|non-?existent|no-such)"_s);
    const QString full = fullName(image);
    if (hostOf(full).section(u':', 0, 0).endsWith(u".invalid")) {
        return u"failed to pull and unpack image \"%1\": failed to resolve reference \"%1\": failed to do request: Head "
               "\"https://%2/v2/\": dial tcp: lookup %2: no such host"_s.arg(full, hostOf(full));
    }
    if (m_world.breakage.isImageMissing(pod, image) || kAbsent.match(image).hasMatch()) {
        return u"rpc error: code = NotFound desc = failed to pull and unpack image \"%1\": failed to resolve reference \"%1\": "
               u"%1: not "
               "found"_s.arg(full);
    }
    return {};
}

bool Images::isMalformed(const QString &image)
{
    static const QRegularExpression kName(
        u"^[A-Za-z0-9][A-Za-z0-9.:_-]*(/[a-z0-9]+([._-]+[a-z0-9]+)*)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$"_s);
    return !kName.match(image).hasMatch();
}

QString Images::fullName(const QString &image)
{
    const QString first = image.section(u'/', 0, 0);
    const bool hasHost = image.contains(u'/') && (first.contains(u'.') || first.contains(u':') || first == u"localhost");
    QString full = hasHost ? image : image.contains(u'/') ? u"docker.io/"_s + image : u"docker.io/library/"_s + image;
    if (!full.section(u'/', -1).contains(u':') && !full.contains(u'@')) {
        full += u":latest"_s;
    }
    return full;
}

QString Images::idOf(const QString &image)
{
    const QString full = fullName(image);
    if (full.contains(u'@')) {
        return full;
    }
    const QByteArray digest = QCryptographicHash::hash(full.toUtf8(), QCryptographicHash::Sha256).toHex();
    return full.left(full.lastIndexOf(u':')) + u"@sha256:"_s + QString::fromLatin1(digest);
}

bool Images::isAlwaysPulled(const QJsonObject &container)
{
    const QString policy = container.value(u"imagePullPolicy").toString();
    return policy == u"Always" || (policy.isEmpty() && fullName(container.value(u"image").toString()).endsWith(u":latest"));
}

} // namespace sentinel::sandbox
