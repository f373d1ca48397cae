// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/GuardOfBundle.h"

#include "core/base/Files.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

Result<rollback::GuardRules> guardRulesOf(const deploy::Package &package)
{
    const QString path = u"%1/environments/%2/guard.yaml"_s.arg(package.folder, package.environment);
    if (!QFileInfo::exists(path)) {
        return rollback::GuardRules();
    }
    const auto text = readFile(path);
    return text ? rollback::readGuardRules(*text, path) : failure(text);
}

rollback::SubjectName subjectNameOf(const deploy::Package &package)
{
    return package.via == deploy::Via::ArgoCd
        ? rollback::SubjectName{.word = package.application(), .ns = package.argoNamespace, .way = rollback::Way::ArgoCd}
        : rollback::SubjectName{.word = u"sentinel"_s, .ns = package.ns(), .way = rollback::Way::Helm};
}

} // namespace sentinel::composition
