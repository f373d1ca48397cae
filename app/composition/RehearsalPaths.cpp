// SPDX-License-Identifier: GPL-3.0-or-later
// What a rehearsal cluster answers below /rehearsal/v1/ beyond its own state, speed and end: scenarios and repositories.
#include "app/composition/RehearsalCluster.h"
#include "app/composition/RehearsalParts.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::composition {

namespace {

sandbox::Answer refused(int code, const QString &sentence)
{
    return {.code = code,
            .object = QJsonObject{{u"kind"_s, u"Status"_s},
                                  {u"apiVersion"_s, u"v1"_s},
                                  {u"status"_s, u"Failure"_s},
                                  {u"message"_s, sentence},
                                  {u"reason"_s, code == 404 ? u"NotFound"_s : u"BadRequest"_s},
                                  {u"code"_s, code}}};
}

QJsonObject wordsOf(const sandbox::Scenario::Words &words)
{
    return {{u"en"_s, words.english}, {u"es"_s, words.spanish}};
}

sandbox::Answer listed(const sandbox::Scenarios &scenarios)
{
    QJsonArray items;
    for (const sandbox::Scenario &scenario : scenarios.list()) {
        items.append(QJsonObject{{u"id"_s, scenario.id},
                                 {u"title"_s, wordsOf(scenario.title)},
                                 {u"explanation"_s, wordsOf(scenario.explanation)},
                                 {u"active"_s, scenarios.active().contains(scenario.id)}});
    }
    return {.object
            = QJsonObject{{u"apiVersion"_s, u"console.sentinel/v1"_s}, {u"kind"_s, u"ScenarioList"_s}, {u"items"_s, items}}};
}

sandbox::Answer answerScenarios(sandbox::Scenarios &scenarios, const sandbox::Call &call)
{
    const QString id = call.path.section(u'/', 1);
    Result<void> done;
    if (call.method == "PUT" && !id.isEmpty()) {
        done = scenarios.start(id);
    } else if (call.method == "DELETE" && !id.isEmpty()) {
        done = scenarios.clear(id);
    } else if (call.method == "DELETE") {
        scenarios.clearAll();
    } else if (call.method != "GET" || !id.isEmpty()) {
        return refused(405, u"GET, PUT /ID and DELETE are served here."_s);
    }
    if (!done) {
        return refused(done.error().kind == Error::Kind::NotFound ? 404 : 400, done.error().detail);
    }
    return listed(scenarios);
}

sandbox::Answer answerRepositories(sandbox::RepositoryMap &repositories, const sandbox::Call &call)
{
    const QJsonObject body = QJsonDocument::fromJson(call.body).object();
    const QString url = body[u"url"].toString();
    const QString path = body[u"path"].toString();
    if (call.method == "POST") {
        if (url.isEmpty() || !QDir::isAbsolutePath(path) || !QDir(path).exists()) {
            return refused(400, u"url, and path: the folder of a repository on this machine"_s);
        }
        repositories.add(url, path);
    } else if (call.method != "GET") {
        return refused(405, u"GET and POST are served here."_s);
    }
    QJsonArray items;
    const QMap<QString, QString> all = repositories.all();
    for (const auto &[address, folder] : all.asKeyValueRange()) {
        items.append(QJsonObject{{u"url"_s, address}, {u"path"_s, folder}});
    }
    return {.object
            = QJsonObject{{u"apiVersion"_s, u"console.sentinel/v1"_s}, {u"kind"_s, u"RepositoryList"_s}, {u"items"_s, items}}};
}

} // namespace

void RehearsalCluster::servePaths()
{
    m_parts->cluster.serve(u"scenarios"_s,
                           [this](const sandbox::Call &call) { return answerScenarios(m_parts->workloads.scenarios(), call); });
    m_parts->cluster.serve(u"repositories"_s,
                           [this](const sandbox::Call &call) { return answerRepositories(m_parts->repositories, call); });
}

} // namespace sentinel::composition
