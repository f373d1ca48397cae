// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/JsonFields.h"
#include "core/kube/rows/RowMailbox.h"
#include "core/kube/rows/RowReader.h"
#include "core/kube/transport/Http.h"

#include <QJsonObject>
#include <string>

namespace sentinel::kube {

/// Turns what a server sends into rows of a mailbox, on the transport's thread, whichever of protobuf and JSON it is. What else
/// was found can be read once the exchange is over.
class RowDecoder : public ChunkSink
{
public:
    explicit RowDecoder(std::shared_ptr<RowMailbox> rows);

    void begin(const HttpAnswer &head) override;
    [[nodiscard]] bool take(QByteArrayView piece) override;

    [[nodiscard]] const RowLayout &layout() const { return m_rows->layout(); }
    [[nodiscard]] bool isProtobuf() const { return m_isProtobuf; }
    [[nodiscard]] qint64 objects() const { return m_objects; } ///< read so far
    [[nodiscard]] const QString &version() const { return m_version; } ///< where a watch goes on from
    /// Why what came cannot be read, for the log; empty: it could.
    [[nodiscard]] const QString &problem() const { return m_problem; }

protected:
    /// Takes in the next whole part of `bytes`. 0: there is none yet. Sets `m_problem` when it cannot be read.
    [[nodiscard]] virtual size_t readPart(std::string_view bytes) = 0;
    /// Reads an object into the row of `reader()`.
    [[nodiscard]] bool readObject(std::string_view protobuf);
    [[nodiscard]] bool hasName(const RowCells &cells) const { return !cells.text(kName).empty(); }
    void fail(const QString &problem) { m_problem = problem; }

    const std::shared_ptr<RowMailbox> m_rows;
    const std::unique_ptr<RowReader> m_reader;
    JsonFields m_json;
    bool m_isProtobuf = false;
    qint64 m_objects = 0;
    QString m_version;
    std::string m_buffer; ///< what is not read yet

private:
    QString m_problem;
};

/// One answer to a list: a page, or all of it. Protobuf is read object by object as it comes.
class PageDecoder final : public RowDecoder
{
public:
    using RowDecoder::RowDecoder;

    void begin(const HttpAnswer &head) override;
    void end() override;

    [[nodiscard]] const QString &place() const { return m_place; } ///< where the next page goes on; empty: there is none
    [[nodiscard]] qint64 remaining() const { return m_remaining; } ///< objects behind this page; -1: not said
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

protected:
    [[nodiscard]] size_t readPart(std::string_view bytes) override;

private:
    [[nodiscard]] size_t readEnvelopePart(std::string_view bytes);
    [[nodiscard]] size_t readListPart(std::string_view bytes);
    void readPage();

    QString m_place;
    qint64 m_remaining = -1;
    bool m_isWhole = false;
    bool m_hasMagic = false;
    bool m_isInside = false; ///< of the list
    quint64 m_left = 0; ///< bytes of the list to come
};

/// A watch.
class WatchDecoder final : public RowDecoder
{
public:
    /// `isInitial`: begins with everything there is, as one list.
    WatchDecoder(std::shared_ptr<RowMailbox> rows, bool isInitial);

    void begin(const HttpAnswer &head) override;
    void end() override;

    [[nodiscard]] bool hasHeard() const { return m_hasHeard; } ///< an event or a bookmark
    [[nodiscard]] bool isInitial() const { return m_isInitial; } ///< of what there is not all has come
    /// The Status of an ERROR event, which ended it; empty: there was none.
    [[nodiscard]] const QJsonObject &refusal() const { return m_refusal; }

protected:
    [[nodiscard]] size_t readPart(std::string_view bytes) override;

private:
    [[nodiscard]] size_t readFrame(std::string_view bytes);
    [[nodiscard]] size_t readLine(std::string_view bytes);
    void change(std::string_view type);
    void mark(std::string_view version, bool isInitialEnd);

    bool m_isInitial;
    bool m_hasHeard = false;
    QJsonObject m_refusal;
    std::string m_line;
};

/// A refusal in protobuf, as the JSON it stands for; an answer that is none is left as it is.
void readRefusal(HttpAnswer &answer);

} // namespace sentinel::kube
