// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Duration.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <memory>
#include <optional>
#include <utility>

namespace sentinel::kube {

struct HttpAnswer;

/// Takes the body of a good answer as it comes, on the transport's thread, which goes on reading whatever anybody else does.
class ChunkSink
{
public:
    virtual ~ChunkSink() = default;
    virtual void begin(const HttpAnswer &head) = 0;
    /// False: reading on is of no use; the exchange ends as if this were all.
    [[nodiscard]] virtual bool take(QByteArrayView piece) = 0;
    virtual void end() = 0; ///< the body was whole
};

/// One exchange with the server, as the transport knows it.
struct HttpRequest
{
    enum class Reading {
        Whole, ///< the body at once; JSON is parsed
        Bytes, ///< the body at once, as it came
        Lines, ///< line by line while it comes
        JsonLines, ///< line by line, each parsed
        Chunks, ///< piece by piece to `chunks`
    };
    /// Whose turn it is when more is asked than the server shall be burdened with.
    enum class Priority {
        User, ///< somebody clicked and waits
        Usual,
        Background, ///< nobody looks at it yet
    };
    QByteArray method = "GET";
    QByteArray target; ///< path and query below the server's address, percent-encoded
    QList<QByteArray> headers{}; ///< "Accept: application/json"
    std::optional<QByteArray> body{};
    Reading reading = Reading::Whole;
    Priority priority = Priority::Usual; ///< what writes is the user's in any case
    std::shared_ptr<ChunkSink> chunks{};
    bool compresses = false; ///< of Chunks: it has an end, and may come packed where that pays
    /// Much comes: over a connection of its own in HTTP/1.1, since HTTP/2 costs the API server twice the CPU for it.
    bool isBulk = false;
    Duration deadline{}; ///< for everything; 0: none
    Duration silence{}; ///< longest time without a byte once connected; 0: any
    Duration answersWithin{}; ///< of a stream: until the answer begins; 0: any time
    Duration quiet{}; ///< of a stream, once it began: longest time without a byte; 0: any. Looked at every few seconds
};

/// What came back, whatever its status.
struct HttpAnswer
{
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers{}; ///< names in lower case
    QByteArray body{}; ///< as it came, where it is not a JSON object
    QJsonObject json{};
    bool isJson = false;

    [[nodiscard]] bool isGood() const { return status >= 200 && status < 300; }
    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< the first of that name
    [[nodiscard]] QList<QByteArray> allHeaders(QByteArrayView name) const;
};

/// When an answer may come packed (gzip).
enum class Packing {
    WhereItPays, ///< over links where the bytes take longer than the packing
    Always,
    Never,
};

/// A line of a stream.
struct HttpLine
{
    QByteArray text{}; ///< without its end; empty when it was parsed
    QJsonObject json{};
    bool isJson = false;
};

/// A body (or, of a stream, the lines a receiver has not taken yet) may grow to this; a list of 100,000 pods is half of it.
constexpr qint64 kMostBody = qint64{1} << 30;
/// The longest line of a stream: an object may have about 3 MB.
constexpr qint64 kMostLine = qint64{32} << 20;

} // namespace sentinel::kube
