// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/WrittenBundles.h"

#include "core/base/Files.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

QString listIn(const QString &stateFolder)
{
    return stateFolder + u"/written-bundles.json"_s;
}

QJsonObject read(const QString &stateFolder)
{
    const auto text = readFile(listIn(stateFolder));
    return text ? QJsonDocument::fromJson(*text).object() : QJsonObject();
}

} // namespace

void rememberBundle(const QString &stateFolder, const QString &planFile, const QString &bundleFolder)
{
    QJsonObject folders = read(stateFolder);
    folders.insert(planFile, bundleFolder);
    // Only a convenience: where it cannot be written, the next review asks for the folder.
    [[maybe_unused]] const auto written = writeFile(listIn(stateFolder), QJsonDocument(folders).toJson());
}

QString rememberedBundle(const QString &stateFolder, const QString &planFile)
{
    const QString folder = read(stateFolder).value(planFile).toString();
    return QFileInfo::exists(folder + u"/bundle.json"_s) ? folder : QString();
}

} // namespace sentinel::console
