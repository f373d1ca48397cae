// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/Target.h"

#include "core/base/SafeText.h"
#include "core/kube/actions/KindName.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace sentinel::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

Async<Target> targetOf(kube::ApiPtr api, QString word, CancelToken cancel)
{
    const QStringList parts = word.split(u'/');
    if (parts.size() > 2 || parts.contains(QString())) {
        co_return failure(Error::Kind::Invalid, Text::tr("reading the command line"),
                          Text::tr("\"%1\" is neither the name of a pod nor KIND/NAME.").arg(plainLine(word)));
    }
    if (parts.size() == 1) {
        co_return Target{.type = {.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s}, .name = word};
    }
    const auto type = co_await kube::findKind(api, parts.at(0), cancel);
    if (!type) {
        co_return failure(type);
    }
    co_return Target{.type = *type, .name = parts.at(1)};
}

} // namespace sentinel::cli
