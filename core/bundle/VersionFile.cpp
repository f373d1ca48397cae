// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Images.h"
#include "core/bundle/Objects.h"

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

using yaml::Value;

File versionFile(const Environment &environment)
{
    Value version = Value::map({{u"version"_s, from(u"target.version"_s, environment.answers.text(u"target.version"))}});
    QString head = u"The version of Sentinel that runs in the environment "_s + environment.name
        + u".\nA promotion copies this file to the next environment; nothing else changes."_s;
    if (environment.answers.flag(u"security.imageDigests")) {
        Value images = Value::map();
        for (const Image &image : shippedImages()) {
            // What the chart leaves off by itself is switched on by no answer yet; the migration runs the backend's image.
            if (image.component != u"migration" && image.when.isEmpty()) {
                images.set(image.component.toString(), from(u"security.imageDigests"_s, Value::map({{u"digest"_s, QString()}})));
            }
        }
        version.set(u"images"_s, images);
        head += u"\nFill in each digest (sha256:…) as your registry gives it; while one is empty, the tag is used."_s;
    }
    return yamlFile(environment.folder() + u"/version.yaml"_s, version, head);
}

} // namespace sentinel::bundle
