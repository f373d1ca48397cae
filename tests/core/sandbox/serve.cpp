// SPDX-License-Identifier: GPL-3.0-or-later
// A rehearsal cluster without controllers: `rehearsal_serve KUBECONFIG [PORT]` writes the kubeconfig, prints "ready URL" and
// serves until it is told to end.
#include "core/sandbox/Cluster.h"

#include <QCoreApplication>

#include <cstdio>

using namespace sentinel;

int main(int argc, char **argv)
{
    const QCoreApplication program(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: rehearsal_serve KUBECONFIG [PORT]\n", stderr);
        return 2;
    }
    SystemClock wall;
    sandbox::Cluster cluster(wall, {.port = static_cast<quint16>(arguments.value(2).toUShort())});
    QObject::connect(&cluster, &sandbox::Cluster::shutdownRequested, &program, &QCoreApplication::quit);
    auto ready = cluster.start();
    if (ready) {
        ready = cluster.writeKubeconfigTo(arguments.at(1));
    }
    if (!ready) {
        std::fprintf(stderr, "%s: %s\n", qPrintable(ready.error().doing), qPrintable(ready.error().detail));
        return 3;
    }
    std::printf("ready %s\n", qPrintable(cluster.url()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
