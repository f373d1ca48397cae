// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/Options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace sentinel::console {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr int kSmallestSide = 320; // below it not even the rail fits
constexpr int kLargestSide = 7680;

std::expected<QSize, QString> sizeFrom(const QString &text)
{
    static const QRegularExpression kForm(u"^(\\d{1,5})x(\\d{1,5})$"_s);
    const QRegularExpressionMatch match = kForm.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const auto fits = [](int side) { return side >= kSmallestSide && side <= kLargestSide; };
    if (!match.hasMatch() || !fits(size.width()) || !fits(size.height())) {
        return std::unexpected(Text::tr("--size %1 is no window size. Write WIDTHxHEIGHT, each from %2 to %3, such as 1440x900.")
                                   .arg(text)
                                   .arg(kSmallestSide)
                                   .arg(kLargestSide));
    }
    return size;
}

std::expected<QString, QString> oneOf(const QString &option, const QString &value, const QStringList &known)
{
    if (value.isEmpty() || known.contains(value)) {
        return value;
    }
    return std::unexpected(Text::tr("--%1 %2 is not known. Write one of: %3.").arg(option, value, known.join(u", "_s)));
}

std::expected<QString, QString> planFrom(const QStringList &files)
{
    if (files.isEmpty()) {
        return QString();
    }
    if (files.size() > 1) {
        return std::unexpected(Text::tr("One plan can be open at a time, and %1 were named. Name one file.").arg(files.size()));
    }
    const QFileInfo file(files.first());
    if (!file.exists()) {
        return std::unexpected(
            Text::tr("%1: there is no such file. Make a plan with \"sentinelctl plan new\", or start without one.")
                .arg(files.first()));
    }
    if (!file.isFile() || !file.isReadable()) {
        return std::unexpected(
            Text::tr("%1: this is not a file that can be read. Name a plan, such as sentinel-plan.yaml.").arg(files.first()));
    }
    return file.absoluteFilePath();
}

} // namespace

std::expected<Options, QString> optionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("Size, configure and check an installation of Sentinel on Kubernetes."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption tour(u"tour"_s, Text::tr("Play every page without a person and leave pictures in FOLDER."),
                                  u"FOLDER"_s);
    const QCommandLineOption theme(u"theme"_s, Text::tr("Appearance: light or dark."), u"NAME"_s);
    const QCommandLineOption language(u"language"_s, Text::tr("Language: en or es."), u"CODE"_s);
    const QCommandLineOption size(u"size"_s, Text::tr("Size of the window, such as 1440x900."), u"WxH"_s);
    const QCommandLineOption frame(u"print-first-frame"_s,
                                   Text::tr("Print how many milliseconds the first usable frame took, and end."));
    parser.addOptions({tour, theme, language, size, frame});
    parser.addPositionalArgument(u"PLAN-FILE"_s, Text::tr("Plan to open."), u"[PLAN-FILE]"_s);
    if (!parser.parse(arguments)) {
        return std::unexpected(Text::tr("%1 (--help lists what there is)").arg(parser.errorText()));
    }

    Options options;
    if (parser.isSet(help) || parser.isSet(u"help-all"_s)) {
        options.answer = parser.helpText();
        return options;
    }
    if (parser.isSet(version)) {
        options.answer = u"sentinel-console %1\n"_s.arg(QStringLiteral(SENTINEL_VERSION));
        return options;
    }
    if (parser.isSet(tour)) {
        if (parser.value(tour).isEmpty()) {
            return std::unexpected(Text::tr("--tour needs a folder for the pictures, such as --tour pictures."));
        }
        options.tourFolder = QDir(parser.value(tour)).absolutePath();
    }
    const auto plan = planFrom(parser.positionalArguments());
    const auto chosenTheme = oneOf(theme.names().first(), parser.value(theme), {u"light"_s, u"dark"_s});
    const auto chosenLanguage = oneOf(language.names().first(), parser.value(language), {u"en"_s, u"es"_s});
    for (const auto *each : {&plan, &chosenTheme, &chosenLanguage}) {
        if (!*each) {
            return std::unexpected(each->error());
        }
    }
    options.planFile = *plan;
    options.theme = *chosenTheme;
    options.language = *chosenLanguage;
    options.printFirstFrame = parser.isSet(frame);
    if (parser.isSet(size)) {
        const auto wanted = sizeFrom(parser.value(size));
        if (!wanted) {
            return std::unexpected(wanted.error());
        }
        options.size = *wanted;
    }
    return options;
}

} // namespace sentinel::console
