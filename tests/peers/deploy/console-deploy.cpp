// SPDX-License-Identifier: GPL-3.0-or-later
// What the console does when somebody presses Deploy, without its window: the controllers of the Deploy page on a rehearsal
// cluster. console-deploy KUBECONFIG BUNDLE: begins, or goes on with what an earlier one left open; 0 once everything is healthy.
#include "app/composition/Application.h"
#include "qml/Sentinel/Deploy/DeployController.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace sentinel;

namespace {

constexpr std::chrono::seconds kPatience{90};

int complain(const QString &sentence)
{
    std::fprintf(stderr, "console-deploy: %s\n", qUtf8Printable(sentence));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    composition::identify(application);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        std::fputs("console-deploy KUBECONFIG BUNDLE\n", stderr);
        return 2;
    }
    console::ClusterLink link;
    console::BundleController bundle;
    console::DeployController deploy;
    deploy.setLink(&link);
    deploy.setBundle(&bundle);
    bundle.setFolder(arguments.at(2));
    if (!bundle.isReady()) {
        return complain(bundle.trouble().text());
    }
    deploy.rehearse(); // as soon as the cluster answers
    QObject::connect(&deploy, &console::DeployController::changed, &application, [&deploy] {
        if (deploy.trouble().isPresent()) {
            QCoreApplication::exit(complain(deploy.trouble().text()));
        } else if (deploy.hasBegun() && !deploy.isRunning() && deploy.tone() == console::number(console::Tone::Ok)) {
            QCoreApplication::exit(0);
        }
    });
    QTimer::singleShot(kPatience, &application,
                       [&deploy] { QCoreApplication::exit(complain(deploy.headline() + u' ' + deploy.stepText())); });
    link.setPlaceProperties({{u"usable"_s, true}, {u"kubeconfig"_s, arguments.at(1)}, {u"rehearsal"_s, true}});
    return application.exec();
}
