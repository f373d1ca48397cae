// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/ArgoCd.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::wording {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

QString conditionTitle(const QString &type)
{
    if (type == u"ComparisonError") {
        return Text::tr("What it should be could not be made");
    }
    if (type == u"InvalidSpecError") {
        return Text::tr("The Application itself is wrong");
    }
    if (type == u"SyncError") {
        return Text::tr("Auto-sync failed and does not try again by itself");
    }
    if (type == u"DeletionError") {
        return Text::tr("It could not be deleted");
    }
    if (type == u"UnknownError") {
        return Text::tr("Argo CD failed");
    }
    if (type == u"SharedResourceWarning") {
        return Text::tr("An object belongs to another Application too");
    }
    if (type == u"RepeatedResourceWarning") {
        return Text::tr("The sources hold an object twice");
    }
    if (type == u"ExcludedResourceWarning") {
        return Text::tr("Argo CD is told to leave a kind out");
    }
    if (type == u"OrphanedResourceWarning") {
        return Text::tr("There are objects nobody brings");
    }
    return plainLine(type);
}

} // namespace sentinel::wording
