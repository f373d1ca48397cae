// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/Shipped.h"

#include "core/base/Files.h"

using namespace Qt::StringLiterals;

namespace sentinel::policy {

Result<QList<Flow>> shippedFlows(const Lookup &lookup)
{
    const QString path = u":/policy/flows.yaml"_s;
    const Result<QByteArray> text = readFile(path);
    return text ? readFlows(*text, u"flows.yaml"_s, lookup) : failure(text);
}

} // namespace sentinel::policy
