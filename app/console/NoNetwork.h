// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQmlNetworkAccessManagerFactory>

namespace sentinel::console {

/// The pages reach no network: whatever QML would fetch (an image named by a file or a cluster, a module) is refused.
class NoNetwork : public QQmlNetworkAccessManagerFactory
{
public:
    QNetworkAccessManager *create(QObject *parent) override;
};

} // namespace sentinel::console
