// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Images.h"
#include "core/bundle/Objects.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

namespace {

/// What the chart's values call the image of a component; empty where another component's is the same.
QString imageKey(QStringView component)
{
    // The backend's image, HAProxy's; and one that the chart does not run.
    if (component == u"migration" || component == u"loki-gate" || component == u"preflight") {
        return {};
    }
    if (component == u"postgresql-exporter") {
        return u"postgresExporter"_s;
    }
    QString key;
    for (qsizetype at = 0; at < component.size(); ++at) {
        if (component[at] == u'-' && at + 1 < component.size()) {
            key += component[++at].toUpper();
        } else {
            key += component[at];
        }
    }
    return key;
}

} // namespace

File versionFile(const Environment &environment)
{
    Value version = Value::map({{u"version"_s, from(u"target.version"_s, environment.answers.text(u"target.version"))}});
    QString head = u"The version of Sentinel that runs in the environment "_s + environment.name
        + u".\nA promotion copies this file to the next environment; nothing else changes."_s;
    if (environment.answers.flag(u"security.imageDigests")) {
        Value images = Value::map();
        for (const Image &image : shippedImages()) {
            if (const QString key = imageKey(image.component); !key.isEmpty() && isUsed(image, environment)) {
                images.set(key, from(u"security.imageDigests"_s, Value::map({{u"digest"_s, QString()}})));
            }
        }
        version.set(u"images"_s, images);
        head += u"\nFill in each digest (sha256:…) as your registry gives it; while one is empty, the tag is used."_s;
    }
    return yamlFile(environment.folder() + u"/version.yaml"_s, version, head);
}

} // namespace sentinel::bundle
