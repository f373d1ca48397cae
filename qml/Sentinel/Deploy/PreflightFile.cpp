// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Deploy/PreflightFile.h"

#include "core/base/Files.h"
#include "core/preflight/ReportDocument.h"
#include "core/yaml/Json.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// The text of the report: its page of HTML is styled for browsers, and plain text cannot act.
QByteArray pdfOf(const preflight::Report &report)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(18, 18, 18, 18), QPageLayout::Millimeter);
    writer.setTitle(Text::tr("Preflight of %1, environment %2").arg(report.bundle, report.environment));
    QTextDocument document;
    QFont font = document.defaultFont();
    font.setPointSizeF(9.5);
    document.setDefaultFont(font);
    document.setPlainText(preflight::reportText(report));
    document.print(&writer);
    buffer.close();
    return bytes;
}

} // namespace

Result<void> saveReport(const preflight::Report &report, const QString &path)
{
    if (path.endsWith(".html"_L1)) {
        return writeFile(path, preflight::reportHtml(report));
    }
    if (path.endsWith(".pdf"_L1)) {
        return writeFile(path, pdfOf(report));
    }
    if (path.endsWith(".json"_L1)) {
        return writeFile(path, QJsonDocument(yaml::toJson(preflight::reportDocument(report)).toObject()).toJson());
    }
    if (path.endsWith(".txt"_L1)) {
        return writeFile(path, preflight::reportText(report).toUtf8());
    }
    return failure(Error::Kind::Invalid, Text::tr("saving the report"),
                   Text::tr("The name must end in .html, .pdf, .json or .txt, which says what is written."));
}

} // namespace sentinel::console
