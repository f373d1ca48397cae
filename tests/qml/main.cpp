// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the tst_*.qml named with -input. A warning of Qt or QML that no test announced fails the program.
#include <QApplication>
#include <QQmlEngine>
#include <QQmlExtensionPlugin>
#include <QQuickStyle>
#include <QtQuickTest>
#include <cstdio>

Q_IMPORT_QML_PLUGIN(Sentinel_DesignPlugin)
#ifdef SENTINEL_WITH_SHELL
Q_IMPORT_QML_PLUGIN(Sentinel_ShellPlugin)
#endif
#ifdef SENTINEL_WITH_PLAN
Q_IMPORT_QML_PLUGIN(Sentinel_PlanPlugin)
#endif

namespace {

QtMessageHandler g_before = nullptr;
int g_warnings = 0;

void count(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        ++g_warnings;
    }
    g_before(type, context, message);
}

} // namespace

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable()
    {
        QQuickStyle::setStyle(QStringLiteral("Fusion"));
        g_before = qInstallMessageHandler(count); // after Quick Test has put its own
    }
};

int main(int argc, char **argv)
{
    QTEST_SET_MAIN_SOURCE_PATH
    Setup setup;
    const int failed = quick_test_main_with_setup(argc, argv, "design", nullptr, &setup);
    if (g_warnings > 0) {
        std::fprintf(stderr, "%d warning(s) were given on the way, see above\n", g_warnings);
    }
    return failed != 0 || g_warnings > 0 ? 1 : 0;
}

#include "main.moc"
