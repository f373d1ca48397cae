// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/Mirror.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::testing {

QString keyOf(const kube::Object &object)
{
    return object[u"metadata"][u"namespace"].toString() + u'/' + object[u"metadata"][u"name"].toString();
}

WatchMirror::WatchMirror(Start start)
    : m_api(std::move(start.access), std::move(start.options), start.clock)
    , m_keepsWhatIsGone(start.keepsWhatIsGone)
{
    deliver(m_api.watch(
                start.type, start.what, [this](const kube::WatchEvent &event) { take(event); }, m_cancel.token()),
            this, [this](const Result<void> &result) { m_ended = result ? u"without an error"_s : result.error().detail; });
}

WatchMirror::~WatchMirror()
{
    m_cancel.cancel();
}

void WatchMirror::take(const kube::WatchEvent &event)
{
    using Type = kube::WatchEvent::Type;
    ++m_heard;
    switch (event.type) {
    case Type::Replaced:
        if (!m_keepsWhatIsGone) {
            m_objects.clear();
        }
        for (const kube::Object &object : event.objects) {
            m_objects.insert(keyOf(object), object);
        }
        break;
    case Type::Added:
    case Type::Modified:
        m_objects.insert(keyOf(event.object), event.object);
        break;
    case Type::Deleted:
        m_objects.remove(keyOf(event.object));
        break;
    case Type::Disconnected:
        ++m_cuts;
        break;
    case Type::Reconnected:
        break;
    }
}

QString WatchMirror::differenceFrom(const QList<kube::Object> &server) const
{
    QMap<QString, kube::Object> there;
    for (const kube::Object &object : server) {
        there.insert(keyOf(object), object);
    }
    const auto text
        = [](const kube::Object &object) { return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)); };
    for (auto each = there.begin(); each != there.end(); ++each) {
        if (!m_objects.contains(each.key())) {
            return u"%1 is missing"_s.arg(each.key());
        }
        if (m_objects[each.key()] != each.value()) {
            return u"%1 is %2 here and %3 there"_s.arg(each.key(), text(m_objects[each.key()]), text(each.value()));
        }
    }
    for (auto each = m_objects.begin(); each != m_objects.end(); ++each) {
        if (!there.contains(each.key())) {
            return u"%1 is gone and still here"_s.arg(each.key());
        }
    }
    return {};
}

} // namespace sentinel::testing
