// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QMetaType>
#include <QObject>
#include <QString>

namespace sentinel::console {

/// What last could not be done, in words; empty when everything went well.
class Trouble
{
    Q_GADGET
    Q_PROPERTY(bool present READ isPresent FINAL)
    Q_PROPERTY(QString title MEMBER title FINAL)
    Q_PROPERTY(QString explanation MEMBER explanation FINAL)
    Q_PROPERTY(QString nextStep MEMBER nextStep FINAL)
    Q_PROPERTY(QString text READ text FINAL)
public:
    QString title;
    QString explanation;
    QString nextStep;

    [[nodiscard]] bool isPresent() const { return !title.isEmpty(); }
    /// Explanation and next step in one paragraph.
    [[nodiscard]] QString text() const;
    [[nodiscard]] static Trouble of(const Error &error);
    bool operator==(const Trouble &) const = default;
};

} // namespace sentinel::console
