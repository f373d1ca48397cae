// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Images.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

constexpr Image kImages[] = {
#include "Images.inc"
};

QString reference(const Image &image, const plan::Answers &answers)
{
    if (image.own) {
        return answers.text(u"target.imageRegistry") + u'/' + image.repository.toString() + u':'
            + (image.tag.isEmpty() ? answers.text(u"target.version") : image.tag.toString());
    }
    const QString mirror = answers.text(u"target.mirrorRegistry");
    return (mirror.isEmpty() ? image.registry.toString() : mirror) + u'/' + image.repository.toString() + u':'
        + image.tag.toString();
}

/// Whether the values written for the environment make the chart run it.
bool isUsed(const Image &image, const Environment &environment)
{
    if (image.component == u"postgresql") {
        return environment.answers.text(u"storage.database") == u"bundled";
    }
    // The rest of what the chart leaves off by itself is switched on by no answer yet.
    return image.when.isEmpty();
}

} // namespace

std::span<const Image> shippedImages()
{
    return kImages;
}

QStringList imagesOf(const Environment &environment)
{
    QStringList references;
    for (const Image &image : kImages) {
        if (isUsed(image, environment)) {
            references.append(reference(image, environment.answers));
        }
    }
    references.sort();
    references.removeDuplicates();
    return references;
}

File imageListFile(std::span<const Environment> environments)
{
    QStringList all;
    for (const Environment &environment : environments) {
        all.append(imagesOf(environment));
    }
    all.sort();
    all.removeDuplicates();
    // Bare references, one a line: skopeo, crane and shell loops read it as it is.
    return {.path = u"images/images.txt"_s,
            .mediaType = u"text/plain"_s,
            .content = (all.join(u'\n') + u'\n').toUtf8(),
            .origins = {}};
}

} // namespace sentinel::bundle
