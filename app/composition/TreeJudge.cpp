// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/TreeJudge.h"
#include "core/deploy/Health.h"

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

QString wordOf(deploy::Health health)
{
    switch (health) {
    case deploy::Health::Healthy:
        return u"Healthy"_s;
    case deploy::Health::Progressing:
    case deploy::Health::Waiting:
        return u"Progressing"_s;
    case deploy::Health::Degraded:
        return u"Degraded"_s;
    case deploy::Health::Missing:
        return u"Missing"_s;
    case deploy::Health::Suspended:
        return u"Suspended"_s;
    case deploy::Health::Unknown:
        return u"Unknown"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

gitops::JudgeHealth treeJudge()
{
    return [](const kube::Object &object) {
        const deploy::Judgement judgement = deploy::judge(object);
        return gitops::TreeHealth{.status = wordOf(judgement.health), .message = judgement.sentence};
    };
}

} // namespace sentinel::composition
