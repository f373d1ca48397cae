// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Rollback/PausesController.h"

#include "core/base/SafeText.h"
#include "core/rollback/Rollback.h"
#include "qml/Sentinel/Rows/Trouble.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

rollback::Subject applicationNamed(const QString &title)
{
    return {.way = rollback::Way::ArgoCd, .ns = title.section(u'/', 0, 0), .name = title.section(u'/', 1)};
}

[[nodiscard]] Async<void> resumed(RollbackDoor door, rollback::Subject subject)
{
    const auto services = co_await door.services(subject, {});
    if (!services) {
        co_return failure(services);
    }
    co_return co_await rollback::resumeAutoSync(subject, *services, {});
}

[[nodiscard]] Async<void> verified(RollbackDoor door, CancelToken cancel)
{
    const auto services = co_await door.services({}, cancel);
    if (!services) {
        co_return failure(services);
    }
    const auto open = co_await rollback::openPauses(*services, cancel);
    co_return open ? Result<void>() : failure(open);
}

} // namespace

PausesController::PausesController(QObject *parent)
    : QObject(parent)
{
}

PausesController::~PausesController()
{
    m_cancel.cancel();
}

void PausesController::setPlaceProperties(const QVariantMap &properties)
{
    m_properties = properties;
    m_place = placeOf(properties);
    Q_EMIT changed();
}

Result<RollbackDoor> PausesController::door() const
{
    return m_place.usable ? doorTo(m_place)
                          : Result<RollbackDoor>(failure(Error::Kind::Unreachable, Text::tr("turning auto-sync on again"),
                                                         Text::tr("No cluster is connected.")));
}

void PausesController::verify()
{
    m_cancel.cancel();
    m_cancel = {};
    const auto way = door();
    if (way) {
        // What cannot be asked stays a reminder: nobody knows better.
        deliver(verified(*way, m_cancel.token()), this, [](const Result<void> &) { });
    }
}

void PausesController::resume(const QVariantMap &pause)
{
    const QString title = pause.value(u"application"_s).toString();
    const auto way = door();
    if (!way) {
        end(title, failure(way));
        return;
    }
    if (const QString server = pause.value(u"server"_s).toString(); !server.isEmpty() && server != way->server) {
        Q_EMIT ended(
            false,
            Text::tr("Auto-sync of %1 is paused on %2, and the console works with another cluster. Choose that one first.")
                .arg(plainLine(title), plainLine(pause.value(u"cluster"_s, server).toString())));
        return;
    }
    ++m_running;
    Q_EMIT changed();
    deliver(resumed(*way, applicationNamed(title)), this, [this, title](const Result<void> &result) {
        --m_running;
        Q_EMIT changed();
        end(title, result);
    });
}

void PausesController::end(const QString &application, const Result<void> &result)
{
    Q_EMIT ended(result.has_value(),
                 result ? Text::tr("Auto-sync of %1 is on again, as it was.").arg(plainLine(application))
                        : Trouble::of(result.error()).text());
}

} // namespace sentinel::console
