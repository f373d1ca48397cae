// SPDX-License-Identifier: GPL-3.0-or-later
// What the console does when somebody deploys and goes back, without its window: the controllers of its pages on a real cluster.
//   console-desk KUBECONFIG deploy BUNDLE ENVIRONMENT VIA    0 healthy, 1 not; says the cause and how it would be gone back from
//   console-desk KUBECONFIG back SUBJECT TO                  0 healthy, 1 refused or not healthy
//   console-desk KUBECONFIG resume APPLICATION               0 auto-sync is on again
// What its pages would show is printed as one JSON document; 3 when it could not.
#include "app/composition/Application.h"
#include "qml/Sentinel/Deploy/DeployController.h"
#include "qml/Sentinel/Rollback/PausesController.h"
#include "qml/Sentinel/Rollback/RollbackController.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>
#include <QUuid>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sentinel;

namespace {

enum ExitCode { Good = 0, Bad = 1, WrongUsage = 2, Impossible = 3 };
constexpr std::chrono::minutes kPatience{12};

void end(const QJsonObject &told, ExitCode code)
{
    std::printf("%s\n", QJsonDocument(told).toJson().constData());
    QCoreApplication::exit(code);
}

QJsonArray rowsOf(const console::RowsModel &model)
{
    QJsonArray rows;
    for (const console::RowsModel::Row &row : model.rows()) {
        rows.append(QJsonObject::fromVariantMap(row));
    }
    return rows;
}

class DeployDesk : public QObject
{
public:
    DeployDesk(const QVariantMap &place, const QStringList &words)
    {
        deploy.setLink(&link);
        deploy.setBundle(&bundle);
        guard.setLink(&link);
        guard.setBundle(&bundle);
        deploy.setGuard(&guard);
        bundle.setFolder(words.at(0));
        bundle.setEnvironment(words.at(1));
        bundle.setWay(words.at(2));
        connect(&deploy, &console::DeployController::asked, this, &DeployDesk::answer);
        connect(&deploy, &console::DeployController::changed, this, [this] {
            if (!begun && deploy.blockedReason().isEmpty()) {
                begun = true;
                QMetaObject::invokeMethod(this, [this] { deploy.deploy(); }, Qt::QueuedConnection);
            } else if (deploy.trouble().isPresent() && !deploy.isRunning()) {
                tell(deploy.trouble().text(), Impossible);
            }
        });
        connect(&deploy, &console::DeployController::ended, this, [this](bool healthy, const QString &sentence) {
            if (!guard.isWatching()) {
                tell(sentence, healthy ? Good : Bad);
            }
        });
        connect(&guard, &console::GuardController::ended, this, [this](bool, const QString &sentence) { tell(sentence, Bad); });
        link.setPlaceProperties(place);
    }

private:
    /// A person types what no cluster can make.
    void answer()
    {
        QVariantMap values;
        for (const console::RowsModel::Row &row : deploy.property("questions").value<console::RowsModel *>()->rows()) {
            values.insert(row.value(u"id"_s).toString(), QUuid::createUuid().toString(QUuid::Id128));
        }
        deploy.answer(values);
    }
    void tell(const QString &sentence, ExitCode code)
    {
        end({{u"sentence"_s, sentence},
             {u"headline"_s, deploy.headline()},
             {u"guard"_s, guard.title()},
             {u"cause"_s, deploy.causeTitle()},
             {u"next"_s, deploy.causeText()},
             {u"rollBack"_s, QJsonObject::fromVariantMap(deploy.rollBack())},
             {u"rollBackReason"_s, deploy.rollBackReason()},
             {u"steps"_s, rowsOf(*deploy.property("steps").value<console::RowsModel *>())}},
            code);
    }

    console::ClusterLink link;
    console::BundleController bundle;
    console::DeployController deploy;
    console::GuardController guard;
    bool begun = false;
};

class RollbackDesk : public QObject
{
public:
    RollbackDesk(const QVariantMap &place, const QStringList &words)
        : to(words.at(1))
    {
        connect(&back, &console::RollbackController::changed, this, &RollbackDesk::act, Qt::QueuedConnection);
        connect(&back, &console::RollbackController::accepted, this, [this] { accepted = true; });
        connect(&back, &console::RollbackController::ended, this,
                [this](bool good, const QString &sentence) { tell(sentence, good ? Good : Bad); });
        back.setPlaceProperties(place);
        back.open({{u"subject"_s, words.at(0)}});
    }

private:
    void act()
    {
        if (back.isRunning() || confirmed) {
            return;
        }
        if (back.trouble().isPresent()) {
            tell(back.trouble().text(), Impossible);
        } else if (back.candidate().isEmpty() && back.candidates()->count() > 0) {
            back.setCandidate(to);
        } else if (!back.headline().isEmpty() && !back.isLooking()) {
            seen = {{u"headline"_s, back.headline()},    {u"checks"_s, rowsOf(*back.checks())},
                    {u"lines"_s, rowsOf(*back.lines())}, {u"happens"_s, QJsonArray::fromStringList(back.happens())},
                    {u"command"_s, back.command()},      {u"candidates"_s, rowsOf(*back.candidates())}};
            confirmed = true;
            if (const QString reason = back.acceptBlockedReason(); !reason.isEmpty()) {
                tell(reason, Bad);
            } else {
                back.confirm();
            }
        }
    }
    void tell(const QString &sentence, ExitCode code)
    {
        seen.insert(u"sentence"_s, sentence);
        seen.insert(u"accepted"_s, accepted);
        end(seen, code);
    }

    console::RollbackController back;
    QString to;
    QJsonObject seen;
    bool confirmed = false;
    bool accepted = false;
};

class ResumeDesk : public QObject
{
public:
    ResumeDesk(const QVariantMap &place, const QStringList &words)
    {
        connect(
            &pauses, &console::PausesController::ended, this,
            [](bool good, const QString &sentence) { end({{u"sentence"_s, sentence}}, good ? Good : Impossible); },
            Qt::QueuedConnection);
        pauses.setPlaceProperties(place);
        pauses.resume({{u"application"_s, words.at(0)}});
    }

private:
    console::PausesController pauses;
};

std::unique_ptr<QObject> deskFor(const QString &verb, const QVariantMap &place, const QStringList &words)
{
    if (verb == u"deploy" && words.size() == 3) {
        return std::make_unique<DeployDesk>(place, words);
    }
    if (verb == u"back" && words.size() == 2) {
        return std::make_unique<RollbackDesk>(place, words);
    }
    return verb == u"resume" && words.size() == 1 ? std::make_unique<ResumeDesk>(place, words) : std::unique_ptr<QObject>();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    composition::identify(application);
    const QStringList arguments = QCoreApplication::arguments();
    const QVariantMap place{{u"usable"_s, true}, {u"kubeconfig"_s, arguments.value(1)}, {u"protection"_s, u"confirm"_s}};
    const auto desk = deskFor(arguments.value(2), place, arguments.mid(3));
    if (!desk) {
        std::fputs("console-desk KUBECONFIG deploy BUNDLE ENVIRONMENT VIA | back SUBJECT TO | resume APPLICATION\n", stderr);
        return WrongUsage;
    }
    QTimer::singleShot(kPatience, &application, [] { end({{u"sentence"_s, u"it took too long"_s}}, Impossible); });
    return application.exec();
}
