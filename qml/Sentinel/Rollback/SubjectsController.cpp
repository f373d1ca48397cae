// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Rollback/SubjectsController.h"

#include "qml/Sentinel/Rollback/RollbackRows.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

SubjectsController::SubjectsController(QObject *parent)
    : QObject(parent)
    , m_rows(subjectRoles())
{
}

SubjectsController::~SubjectsController()
{
    m_cancel.cancel();
}

void SubjectsController::setPlaceProperties(const QVariantMap &properties)
{
    m_properties = properties;
    const ClusterPlace place = placeOf(properties);
    if (place == m_place) {
        return;
    }
    m_place = place;
    m_door.reset();
    m_found = {};
    m_trouble = {};
    m_rows.setRows({});
    if (place.usable) {
        auto door = doorTo(place);
        if (door) {
            m_door = std::move(*door);
        } else {
            m_trouble = Trouble::of(door.error());
        }
    }
    refresh();
}

void SubjectsController::refresh()
{
    m_cancel.cancel();
    m_cancel = {};
    m_looking = m_door.has_value();
    if (m_door) {
        deliver(subjectsOn(m_door->api, m_cancel.token()), this,
                [this, token = m_cancel.token()](const Result<SubjectsFound> &found) {
                    if (!token.isCancelled()) {
                        take(found);
                    }
                });
    }
    Q_EMIT changed();
}

void SubjectsController::take(const Result<SubjectsFound> &found)
{
    m_looking = false;
    m_trouble = found ? Trouble() : Trouble::of(found.error());
    if (found) {
        m_found = *found;
        m_rows.setRows(subjectRows(m_found.subjects));
    }
    Q_EMIT changed();
}

void SubjectsController::retranslate()
{
    m_rows.setRows(subjectRows(m_found.subjects));
    Q_EMIT changed();
}

QString SubjectsController::neighbour(const QString &id, int by) const
{
    const auto &rows = m_rows.rows();
    if (rows.isEmpty()) {
        return {};
    }
    const auto found = std::ranges::find_if(rows, [&id](const RowsModel::Row &row) { return row.value(u"id"_s) == id; });
    const qsizetype at = found == rows.cend() ? 0 : std::clamp<qsizetype>(found - rows.cbegin() + by, 0, rows.size() - 1);
    return rows.at(at).value(u"id"_s).toString();
}

QString SubjectsController::headline() const
{
    const auto count = [this](std::initializer_list<Tone> tones) {
        return std::ranges::count_if(m_rows.rows(), [&tones](const RowsModel::Row &row) {
            return std::ranges::any_of(tones, [&row](Tone tone) { return row.value(u"tone"_s).toInt() == number(tone); });
        });
    };
    const auto bad = count({Tone::Error});
    const auto waiting = count({Tone::Info, Tone::Warning});
    return m_rows.count() == 0 ? Text::tr("Rollback")
        : bad > 0              ? Text::tr("%1 of %2 not healthy").arg(bad).arg(m_rows.count())
        : waiting > 0          ? Text::tr("%1 of %2 not healthy yet").arg(waiting).arg(m_rows.count())
                               : Text::tr("Nothing has to be rolled back");
}

QString SubjectsController::blockedReason() const
{
    return m_place.usable            ? QString()
        : !m_place.problem.isEmpty() ? m_place.problem
        : m_place.rehearsal          ? Text::tr("The rehearsal cluster is starting.")
                                     : Text::tr("No cluster is connected.");
}

QString SubjectsController::unread() const
{
    return m_found.unread ? Text::tr("The list may be incomplete. %1").arg(Trouble::of(*m_found.unread).text()) : QString();
}

} // namespace sentinel::console
