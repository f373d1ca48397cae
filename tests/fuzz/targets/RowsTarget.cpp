// SPDX-License-Identifier: GPL-3.0-or-later
// Lists and watches as they go into the columns, in JSON and in protobuf, brought in pieces. Which of them, and of which kind the
// objects are, the first byte says; the rows never depend on where the pieces end.
#include "Fuzz.h"
#include "core/kube/rows/RowDecoder.h"

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

namespace {

const QList<ResourceType> &kinds()
{
    static const QList<ResourceType> kKinds{
        {.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s},
        {.group = {}, .version = u"v1"_s, .kind = u"ConfigMap"_s, .plural = u"configmaps"_s},
        {.group = {}, .version = u"v1"_s, .kind = u"Service"_s, .plural = u"services"_s},
        {.group = {}, .version = u"v1"_s, .kind = u"Node"_s, .plural = u"nodes"_s, .namespaced = false},
        {.group = {}, .version = u"v1"_s, .kind = u"Event"_s, .plural = u"events"_s},
        {.group = {}, .version = u"v1"_s, .kind = u"PersistentVolumeClaim"_s, .plural = u"persistentvolumeclaims"_s},
        {.group = u"apps"_s, .version = u"v1"_s, .kind = u"Deployment"_s, .plural = u"deployments"_s},
        {.group = u"batch"_s, .version = u"v1"_s, .kind = u"Job"_s, .plural = u"jobs"_s},
        {.group = u"batch"_s, .version = u"v1"_s, .kind = u"CronJob"_s, .plural = u"cronjobs"_s},
        {.group = u"networking.k8s.io"_s, .version = u"v1"_s, .kind = u"Ingress"_s, .plural = u"ingresses"_s},
        {.group = u"argoproj.io"_s, .version = u"v1alpha1"_s, .kind = u"Application"_s, .plural = u"applications"_s},
        {.group = u"example.com"_s, .version = u"v1"_s, .kind = u"Widget"_s, .plural = u"widgets"_s},
    };
    return kKinds;
}

struct Told
{
    QStringList rows;
    QString version;
    bool isGood = true;
    bool operator==(const Told &) const = default;
};

QString cellsOf(const RowTable &rows, RowId row)
{
    QString cells;
    for (int column = 0; column < rows.layout().columns(); ++column) {
        const CellKind kind = cellKind(rows.layout().fields[static_cast<size_t>(column)]);
        const std::string_view text
            = kind == CellKind::Word || kind == CellKind::Text ? rows.text(row, column) : std::string_view();
        cells += QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size())) + u'|'
            + QString::number(kind == CellKind::Word || kind == CellKind::Text ? 0 : rows.number(row, column)) + u'|';
    }
    return cells;
}

Told decode(std::uint8_t choice, const QList<QByteArray> &pieces)
{
    const auto mailbox = std::make_shared<RowMailbox>(rowLayout(kinds()[choice / 4 % kinds().size()]));
    const bool isProtobuf = (choice & 1) != 0;
    std::unique_ptr<RowDecoder> decoder;
    if ((choice & 2) != 0) {
        decoder = std::make_unique<WatchDecoder>(mailbox, (choice & 128) != 0);
    } else {
        decoder = std::make_unique<PageDecoder>(mailbox);
    }
    HttpAnswer head{.status = 200};
    const QByteArray type = isProtobuf ? "application/vnd.kubernetes.protobuf" : "application/json";
    head.headers.emplaceBack("content-type", type);
    decoder->begin(head);
    Told told;
    for (const QByteArray &piece : pieces) {
        told.isGood = told.isGood && decoder->take(piece);
        if (!told.isGood) {
            break;
        }
    }
    decoder->end();
    told.version = decoder->version();
    RowBatch batch(mailbox->layout());
    if (mailbox->take(batch)) {
        for (RowId row = 0; row < batch.rows.end(); ++row) {
            if (batch.rows.contains(row)) {
                told.rows.append(QString::number(batch.isGone[row]) + u'|' + cellsOf(batch.rows, row));
            }
        }
    }
    return told;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2) {
        return 0;
    }
    const QByteArray input = fuzz::bytesOf(data + 1, size - 1);
    QList<QByteArray> pieces;
    fuzz::inPieces(input, [&pieces](const QByteArray &piece) {
        pieces.append(piece);
        return true;
    });
    const Told inPieces = decode(data[0], pieces);
    const Told whole = decode(data[0], {input.mid(1)});
    fuzz::promise(!inPieces.isGood || !whole.isGood || inPieces == whole, "pieces give the rows of the whole");
    return 0;
}
