// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on the Sync page, without its window: its controllers on real clusters, with the program's own way to them.
// console-sync KUBECONFIG CONTEXT NAMESPACE/NAME STEP…: one JSON object a step on stdout, in order; 1 where a step does not come
// to an end. Clusters of the person's list that are ticked are listened to besides.
#include "app/composition/Application.h"
#include "qml/Sentinel/Sync/AppController.h"
#include "qml/Sentinel/Sync/AppsController.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sentinel;
using namespace sentinel::console;

namespace {

constexpr int kPatience = 120'000; // milliseconds

class Person
{
public:
    Person(const QString &kubeconfig, const QString &context, const QString &application)
        : m_ns(application.section(u'/', 0, 0))
        , m_name(application.section(u'/', 1))
    {
        m_apps.setClusters(&m_clusters);
        m_app.setLink(m_apps.chosenLink());
        QObject::connect(&m_apps, &AppsController::chosenChanged, &m_app, [this] {
            m_app.setLink(m_apps.chosenLink());
            m_app.setApplication(m_apps.chosen());
        });
        QObject::connect(&m_app, &AppController::ended, &m_app,
                         [this](bool good, const QString &sentence) { m_end = {{u"good"_s, good}, {u"sentence"_s, sentence}}; });
        QObject::connect(&m_app, &AppController::ownerAsked, &m_app, [this](bool, const QString &sentence, const QString &patch) {
            m_end = {{u"good"_s, false}, {u"sentence"_s, sentence}, {u"patch"_s, patch}};
        });
        m_clusters.setPlace({{u"usable"_s, true},
                             {u"kubeconfig"_s, kubeconfig},
                             {u"context"_s, context},
                             {u"configFolder"_s, composition::configFolder()}});
    }

    /// Nothing: it did not come to an end.
    std::optional<QJsonObject> does(const QString &step)
    {
        const QString verb = step.section(u':', 0, 0);
        const QString rest = step.section(u':', 1);
        m_end = {};
        if (verb == u"list") {
            return listed();
        }
        if (verb == u"open") {
            return opened(rest);
        }
        if (verb == u"tab") {
            m_app.setTab(rest);
            return after([this] { return !m_app.isLooking(); }, [this] { return seen(); });
        }
        if (verb == u"sync" || verb == u"begin") {
            m_app.sync(QJsonDocument::fromJson(rest.isEmpty() ? "{}" : rest.toUtf8()).object().toVariantMap());
            return verb == u"sync" ? ended() : after([this] { return isBusy(); }, [this] { return state(); });
        }
        if (verb == u"waits") {
            return after([this, rest] { return m_app.state().value(u"message"_s).toString().contains(rest); },
                         [this] { return state(); });
        }
        if (verb == u"told") {
            return after([this, rest] { return m_app.note().contains(rest); }, [this] { return seen(); });
        }
        if (verb == u"refresh") {
            m_app.refresh(true);
            return ended();
        }
        if (verb == u"terminate") {
            m_app.terminate();
            return ended();
        }
        if (verb == u"auto") {
            m_app.setAutoSync(rest == u"on");
            return ended();
        }
        if (verb == u"teach") {
            m_app.teachOwnerAndSetAutoSync(rest == u"on");
            return ended();
        }
        return std::nullopt;
    }

private:
    template <typename Answer>
    std::optional<QJsonObject> after(const std::function<bool()> &condition, Answer answer)
    {
        return QTest::qWaitFor(condition, kPatience) ? std::optional<QJsonObject>(answer()) : std::nullopt;
    }
    std::optional<QJsonObject> ended()
    {
        return after([this] { return !m_end.isEmpty(); }, [this] { return m_end; });
    }
    [[nodiscard]] bool isBusy() const { return m_app.state().value(u"busy"_s).toBool(); }
    [[nodiscard]] QJsonObject state() const { return QJsonObject::fromVariantMap(m_app.state()); }
    [[nodiscard]] QString cell(int row, AppsModel::Role role)
    {
        return m_apps.rows()->data(m_apps.rows()->index(row), role).toString();
    }
    /// Rows with the name, of every cluster, and clusters in trouble.
    std::optional<QJsonObject> listed()
    {
        const auto isThere = [this] { return !m_clusters.isConnecting() && !m_apps.isLoading() && m_apps.count() > 0; };
        return after(isThere, [this] {
            QJsonArray rows;
            for (int row = 0; row < m_apps.count(); ++row) {
                if (cell(row, AppsModel::TitleRole) == m_name) {
                    rows.append(QJsonArray{cell(row, AppsModel::ClusterRole), cell(row, AppsModel::NsRole),
                                           cell(row, AppsModel::SyncRole), cell(row, AppsModel::HealthRole)});
                }
            }
            QJsonArray notices;
            for (const RowsModel::Row &notice : m_apps.property("notices").value<RowsModel *>()->rows()) {
                notices.append(notice.value(u"title"_s).toString());
            }
            return QJsonObject{{u"rows"_s, rows}, {u"notices"_s, notices}};
        });
    }
    /// The one in this cluster; of the cluster in use where none is named.
    std::optional<QJsonObject> opened(const QString &cluster)
    {
        const auto find = [this, cluster] {
            for (int row = 0; row < m_apps.count(); ++row) {
                if (cell(row, AppsModel::TitleRole) == m_name && cell(row, AppsModel::NsRole) == m_ns
                    && (cluster.isEmpty() || cell(row, AppsModel::ClusterRole) == cluster)) {
                    m_apps.choose(row);
                    return true;
                }
            }
            return false;
        };
        QElapsedTimer timer;
        if (!QTest::qWaitFor(find, kPatience)) {
            return std::nullopt;
        }
        timer.start();
        return after([this] { return m_app.isPresent() && !m_app.isLooking() && m_app.resources()->rowCount() > 0; },
                     [this, &timer] {
                         QJsonObject answer = state();
                         answer.insert(u"resources"_s, m_app.resources()->rowCount());
                         answer.insert(u"milliseconds"_s, timer.elapsed());
                         return answer;
                     });
    }
    [[nodiscard]] QJsonObject seen() const
    {
        QJsonArray rows;
        for (const RowsModel::Row &row : m_app.property("rows").value<RowsModel *>()->rows()) {
            rows.append(QJsonObject::fromVariantMap(row));
        }
        return {{u"rows"_s, rows}, {u"note"_s, m_app.note()}, {u"trouble"_s, m_app.trouble().text()}};
    }

    QString m_ns;
    QString m_name;
    SyncClusters m_clusters;
    AppsController m_apps;
    AppController m_app;
    QJsonObject m_end;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    composition::identify(application);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5) {
        std::fputs("console-sync KUBECONFIG CONTEXT NAMESPACE/NAME STEP…\n", stderr);
        return 2;
    }
    Person person(arguments.at(1), arguments.at(2), arguments.at(3));
    for (const QString &step : arguments.sliced(4)) {
        const auto answer = person.does(step);
        if (!answer) {
            std::fprintf(stderr, "console-sync: \"%s\" did not come to an end\n", qUtf8Printable(step));
            return 1;
        }
        std::printf("%s\n", QJsonDocument(*answer).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
    return 0;
}
