// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/NoNetwork.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace sentinel::console {

using namespace Qt::StringLiterals;

namespace {

class Refusal : public QNetworkReply
{
public:
    Refusal(const QNetworkRequest &request, QNetworkAccessManager::Operation operation, QObject *parent)
        : QNetworkReply(parent)
    {
        setRequest(request);
        setUrl(request.url());
        setOperation(operation);
        setError(ContentAccessDenied, u"pages have no network"_s); // met by developers only
        setFinished(true);
        open(ReadOnly | Unbuffered);
        // Whoever asked connects after it has the reply.
        QMetaObject::invokeMethod(
            this,
            [this] {
                Q_EMIT errorOccurred(ContentAccessDenied);
                Q_EMIT finished();
            },
            Qt::QueuedConnection);
    }

    void abort() override { }

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

class Refuser : public QNetworkAccessManager
{
public:
    using QNetworkAccessManager::QNetworkAccessManager;

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *) override
    {
        return new Refusal(request, operation, this);
    }
};

} // namespace

QNetworkAccessManager *NoNetwork::create(QObject *parent)
{
    return new Refuser(parent);
}

} // namespace sentinel::console
