// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/transport/Http.h"

namespace sentinel::kube {

QByteArray HttpAnswer::header(QByteArrayView name) const
{
    const QList<QByteArray> all = allHeaders(name);
    return all.isEmpty() ? QByteArray() : all.first();
}

QList<QByteArray> HttpAnswer::allHeaders(QByteArrayView name) const
{
    QList<QByteArray> values;
    for (const auto &[key, value] : headers) {
        if (key == name) {
            values.append(value);
        }
    }
    return values;
}

} // namespace sentinel::kube
