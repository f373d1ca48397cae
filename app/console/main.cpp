// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition/Application.h"
#include "app/console/FirstFrame.h"
#include "app/console/Frame.h"
#include "app/console/NoNetwork.h"
#include "app/console/Options.h"
#include "app/console/Tour.h"
#include "app/console/Warnings.h"
#include "qml/Sentinel/Design/Theme.h"
#include "qml/Sentinel/Shell/Console.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QQmlEngine>
#include <QQuickWindow>
#include <QtQml/QQmlExtensionPlugin>
#include <cstdio>

Q_IMPORT_QML_PLUGIN(Sentinel_DesignPlugin)
Q_IMPORT_QML_PLUGIN(Sentinel_ShellPlugin)
#ifdef SENTINEL_WITH_PLAN
Q_IMPORT_QML_PLUGIN(Sentinel_PlanPlugin)
#endif
#ifdef SENTINEL_WITH_ACTIVITY
Q_IMPORT_QML_PLUGIN(Sentinel_ActivityPlugin)
#endif

using namespace Qt::StringLiterals;
using namespace sentinel;

namespace {

enum ExitCode { Done = 0, Incomplete = 1, WrongUsage = 2, Impossible = 3 };

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

int complain(const QString &sentence, ExitCode code)
{
    std::fprintf(stderr, "sentinel-console: %s\n", qUtf8Printable(sentence));
    return code;
}

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    return arguments;
}

/// Nothing can be shown, which the toolkit would answer by aborting.
bool hasNoDisplay()
{
#ifdef Q_OS_LINUX
    const char *const displays[] = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    return std::ranges::all_of(displays, [](const char *name) { return qEnvironmentVariableIsEmpty(name); });
#else
    return false;
#endif
}

/// The program ends before it has a window: in the person's language, without a display.
int endEarly(int argc, char **argv, const QStringList &arguments)
{
    QCoreApplication application(argc, argv);
    composition::identify(application);
    composition::speak(application, composition::systemLanguage());
    const auto options = console::optionsFrom(arguments);
    if (!options) {
        return complain(options.error(), WrongUsage);
    }
    if (!options->answer.isEmpty()) {
        std::fputs(qUtf8Printable(options->answer), stdout);
        return Done;
    }
    return complain(
        Text::tr("There is no display: DISPLAY and WAYLAND_DISPLAY are empty. Start it on a desktop, or play its pages "
                 "with --tour FOLDER."),
        Impossible);
}

int playTour(shell::Console &settings, QQuickWindow *window, const console::Options &options)
{
    const bool complete = console::Tour(settings, window, options).play();
    const qsizetype warnings = console::collectedWarnings().size();
    if (warnings > 0) {
        return complain(Text::tr("%n warning(s) were given on the way, see above.", nullptr, int(warnings)), Incomplete);
    }
    return complete ? Done : Incomplete;
}

int start(QApplication &application, const console::Options &options, const QElapsedTimer &sinceStart)
{
    shell::Console settings(nullptr);
    shell::Console::use(&settings);
    settings.setPlanFile(options.planFile);
    if (!options.theme.isEmpty()) {
        settings.setTheme(options.theme);
    }
    if (!options.language.isEmpty()) {
        settings.setLanguage(options.language);
    }

    console::NoNetwork noNetwork;
    QQmlEngine engine;
    engine.setNetworkAccessManagerFactory(&noNetwork);
    // Pages that bring libraries of their own are modules beside the program, loaded when they are first opened. Last in the
    // list: what the program holds itself is never looked for on the disk.
    engine.setImportPathList(engine.importPathList() << QCoreApplication::applicationDirPath() + u"/../qml"_s);
    settings.attach(&engine);
    // The tokens dress the application: fonts and palette have to be there before the first text is.
    engine.singletonInstance<design::Theme *>("Sentinel.Design", "Theme");
    const std::unique_ptr<QObject> frame = options.planFile.isEmpty()
        ? console::makeFrame(engine, u"Sentinel.Shell"_s, u"StartPage"_s)
        : console::makeFrame(engine, u"Sentinel.Plan"_s, u"PlanPage"_s);
    auto *window = qobject_cast<QQuickWindow *>(frame.get());
    if (!window) {
        return complain(
            Text::tr("The window could not be built; the reason is above. The installation may be damaged: install it again."),
            Impossible);
    }
    if (options.size.isValid()) {
        window->resize(options.size);
    }
    if (options.isTour()) {
        return playTour(settings, window, options);
    }
    if (options.printFirstFrame) {
        console::printFirstFrame(window, sinceStart);
    }
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    const QStringList arguments = argumentsOf(argc, argv);
    const auto options = console::optionsFrom(arguments);
    if (!options || !options->answer.isEmpty() || (!options->isTour() && hasNoDisplay())) {
        return endEarly(argc, argv, arguments);
    }
    if (options->isTour()) {
        console::keepTourToItself();
        console::collectWarnings();
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
            qputenv("QT_QPA_PLATFORM", "offscreen");
            qputenv("QT_QUICK_BACKEND", "software");
        }
    }

    qputenv("QT_QUICK_CONTROLS_STYLE", "Fusion"); // of the file dialogs; ours are built on the templates
    QApplication application(argc, argv); // not QGuiApplication: Qt Charts draws with widgets' graphics view
    composition::identify(application);
    return start(application, *options, sinceStart);
}
