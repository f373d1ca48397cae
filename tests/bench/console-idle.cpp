// SPDX-License-Identifier: GPL-3.0-or-later
// The console's window with the Deploy page of a deployed environment, its watches running. Says "idle" once everything is shown,
// and stays until it is ended: console-idle KUBECONFIG BUNDLE.
#include "app/composition/Application.h"
#include "app/console/Frame.h"
#include "app/console/NoNetwork.h"
#include "qml/Sentinel/Design/Theme.h"
#include "qml/Sentinel/Shell/ClusterContext.h"
#include "qml/Sentinel/Shell/Console.h"

#include <QApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTimer>
#include <QtQml/QQmlExtensionPlugin>
#include <algorithm>
#include <cstdio>

Q_IMPORT_QML_PLUGIN(Sentinel_DesignPlugin)
Q_IMPORT_QML_PLUGIN(Sentinel_ShellPlugin)

using namespace Qt::StringLiterals;
using namespace sentinel;

namespace {

constexpr std::chrono::seconds kPatience{30};
constexpr std::chrono::milliseconds kLookAgain{100}; // until it is idle; afterwards nothing of this program runs

/// The controller behind the Deploy page; null while that is not there.
const QObject *controllerIn(const QQuickWindow &window)
{
    const auto *page = window.property("currentPage").value<QQuickItem *>();
    const QList<QObject *> parts = page ? page->findChildren<QObject *>() : QList<QObject *>();
    const auto found
        = std::ranges::find_if(parts, [](const QObject *part) { return part->inherits("sentinel::console::DeployController"); });
    return found == parts.end() ? nullptr : *found;
}

/// Everything the page shows has come and is healthy.
bool isAllShown(const QQuickWindow &window)
{
    const QObject *controller = controllerIn(window);
    return controller && controller->property("settled").toBool() && controller->property("progress").toReal() >= 1;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_CONTROLS_STYLE", "Fusion");
    QApplication application(argc, argv);
    composition::identify(application);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        std::fputs("console-idle KUBECONFIG BUNDLE\n", stderr);
        return 2;
    }
    shell::Console settings(nullptr);
    shell::Console::use(&settings);
    settings.cluster()->useCluster({{u"kubeconfig"_s, arguments.at(1)}});
    console::NoNetwork noNetwork;
    QQmlEngine engine;
    engine.setNetworkAccessManagerFactory(&noNetwork);
    engine.setImportPathList(engine.importPathList() << QCoreApplication::applicationDirPath() + u"/../qml"_s);
    settings.attach(&engine);
    engine.singletonInstance<design::Theme *>("Sentinel.Design", "Theme");
    const std::unique_ptr<QObject> frame = console::makeFrame(engine, u"Sentinel.Shell"_s, u"StartPage"_s);
    auto *window = qobject_cast<QQuickWindow *>(frame.get());
    if (!window) {
        return 1;
    }
    QMetaObject::invokeMethod(window, "openPage", Q_ARG(QString, u"deploy"_s),
                              Q_ARG(QVariant, QVariantMap({{u"folder"_s, arguments.at(2)}})));
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, window, [window, &look] {
        if (isAllShown(*window)) {
            look.stop();
            std::puts("idle");
            std::fflush(stdout);
        }
    });
    look.start(kLookAgain);
    QTimer::singleShot(kPatience, window, [window, &look] {
        if (look.isActive()) {
            const QObject *controller = controllerIn(*window);
            std::fprintf(stderr, "the Deploy page does not show a healthy environment: %s\n",
                         controller ? qUtf8Printable(controller->property("headline").toString() + u" "_s
                                                     + controller->property("subtitle").toString())
                                    : "it is not there");
            QCoreApplication::exit(1);
        }
    });
    return application.exec();
}
