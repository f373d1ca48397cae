// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Generators.h"
#include "core/bundle/Images.h"
#include "core/bundle/Values.h"

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

/// Whether the answers switch on what the catalogue calls by the chart's values.
bool isSwitchedOn(QStringView switchName, const plan::Answers &answers)
{
    const auto is = [&answers](QStringView key, QStringView value) { return answers.text(key) == value; };
    const bool metrics = !is(u"observability.prometheus", u"none");
    const std::pair<QStringView, bool> all[] = {
        {u"patroni.enabled", hasPatroni(answers)},
        {u"redisSentinel.enabled", isHighlyAvailable(answers)},
        {u"n8n.enabled", answers.flag(u"observability.automation")},
        {u"ollama.enabled", answers.flag(u"observability.ai")},
        {u"truthsync.enabled", answers.flag(u"observability.truthsync")},
        {u"observability.metrics", metrics},
        {u"observability.metrics=bundled", is(u"observability.prometheus", u"bundled")},
        {u"observability.grafana", hasGrafana(answers)},
        {u"observability.logs", !is(u"observability.loki", u"none")},
        {u"observability.logs=bundled", is(u"observability.loki", u"bundled")},
        {u"watchdog.enabled", !is(u"observability.watchdog", u"none")},
        {u"preflight", answers.flag(u"target.insideLook")},
    };
    return std::ranges::any_of(all, [switchName](const auto &one) { return one.first == switchName && one.second; });
}

} // namespace

std::span<const Image> shippedImages()
{
    return kImages;
}

bool isUsed(const Image &image, const Environment &environment)
{
    if (image.component == u"postgresql") {
        return hasSinglePostgresql(environment.answers);
    }
    const QList<QStringView> switches = image.when.split(u" or ");
    return image.when.isEmpty()
        || std::ranges::any_of(switches, [&environment](QStringView one) { return isSwitchedOn(one, environment.answers); });
}

QString preflightImage(const plan::Answers &answers)
{
    const auto found = std::ranges::find(kImages, u"preflight", &Image::component);
    return reference(*found, answers);
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
