// SPDX-License-Identifier: GPL-3.0-or-later
// A watch in JSON, a line an event, brought in pieces: what is told never depends on where the pieces end.
#include "Fuzz.h"
#include "core/kube/requests/WatchStream.h"
#include "core/kube/transport/Lines.h"

#include <QJsonDocument>

using namespace sentinel;
using namespace sentinel::kube;

namespace {

constexpr qint64 kMostInput = 1 << 20;

struct Told
{
    QList<int> events;
    QString version;
    QString problem;
    bool operator==(const Told &) const = default;
};

Told follow(const QList<QByteArray> &pieces)
{
    Told told;
    WatchStream stream(
        [&told](const WatchEvent &event) { told.events.append(static_cast<int>(event.type)); },
        {.group = {}, .version = QStringLiteral("v1"), .kind = QStringLiteral("Pod"), .plural = QStringLiteral("pods")}, {});
    stream.listed({.items = {}, .resourceVersion = QStringLiteral("1")});
    const CancelToken open = stream.open();
    Lines lines(kMostInput);
    for (const QByteArray &piece : pieces) {
        const bool isShort = lines.feed(piece, [&stream, &open](const QByteArray &text) {
            if (open.isCancelled()) {
                return;
            }
            const QJsonDocument document = QJsonDocument::fromJson(text);
            stream.lines({document.isObject() ? HttpLine{.json = document.object(), .isJson = true} : HttpLine{.text = text}});
        });
        fuzz::promise(isShort, "a line shorter than the limit is taken");
    }
    told.version = stream.resourceVersion();
    told.problem = stream.serverProblem();
    return told;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::bytesOf(data, size);
    QList<QByteArray> pieces;
    fuzz::inPieces(input, [&pieces](const QByteArray &piece) {
        pieces.append(piece);
        return true;
    });
    fuzz::promise(follow(pieces) == follow({input.mid(1)}), "pieces tell what the whole tells");
    return 0;
}
