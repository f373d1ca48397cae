// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/requests/ExecChannels.h"

#include "core/base/SafeText.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace sentinel::kube {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

constexpr qsizetype kMostPiece = 32 * 1024; // servers read into buffers of about that

QList<QByteArray> inputMessages(const QByteArray &bytes)
{
    QList<QByteArray> messages;
    for (qsizetype at = 0; at < bytes.size(); at += kMostPiece) {
        messages.append(char(ExecChannel::Input) + bytes.mid(at, kMostPiece));
    }
    return messages;
}

std::optional<int> exitCodeOf(const QJsonObject &status)
{
    for (const QJsonValue &cause : status["details"_L1]["causes"_L1].toArray()) {
        bool isNumber = false;
        const int code = cause["message"_L1].toString().toInt(&isNumber);
        if (cause["reason"_L1].toString() == "ExitCode"_L1 && isNumber) {
            return code;
        }
    }
    return {};
}

} // namespace

QList<QByteArray> execMessages(const ExecInput::Word &word, bool closesChannels)
{
    if (const auto *bytes = std::get_if<QByteArray>(&word)) {
        return inputMessages(*bytes);
    }
    if (const auto *size = std::get_if<TerminalSize>(&word)) {
        const QJsonObject said{{"Width"_L1, size->columns}, {"Height"_L1, size->rows}};
        return {char(ExecChannel::Size) + QJsonDocument(said).toJson(QJsonDocument::Compact)};
    }
    if (!closesChannels) {
        return {};
    }
    const char end[] = {char(ExecChannel::Close), char(ExecChannel::Input)};
    return {QByteArray(end, sizeof end)};
}

Result<ExecEnd> execEnd(const QByteArray &status)
{
    const QJsonObject said = QJsonDocument::fromJson(status).object();
    if (said["status"_L1].toString() == "Success"_L1) {
        return ExecEnd{};
    }
    const QString sentence = plainLine(said["message"_L1].toString());
    if (const auto code = exitCodeOf(said)) {
        return ExecEnd{.exitCode = *code, .sentence = sentence};
    }
    const QString reason = said["reason"_L1].toString();
    const Error::Kind kind = reason == "NotFound"_L1 ? Error::Kind::NotFound
        : reason == "BadRequest"_L1                  ? Error::Kind::Invalid
                                                     : Error::Kind::Internal;
    return failure(kind, {}, sentence.isEmpty() ? Text::tr("The server does not say how the command ended.") : sentence);
}

} // namespace sentinel::kube
