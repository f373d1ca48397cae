// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace sentinel::testing {

/// How the events of a watch are written: a JSON object a line, or protobuf with a length of four bytes before each.
enum class Framing { Lines, Protobuf };

[[nodiscard]] Framing framingOf(const QByteArray &contentType);

/// Cuts a watch into its frames as the bytes come. A frame is the bytes as they go over the wire.
class Frames
{
public:
    explicit Frames(Framing framing)
        : m_framing(framing)
    {
    }
    [[nodiscard]] QList<QByteArray> feed(const QByteArray &bytes);
    [[nodiscard]] const QByteArray &rest() const { return m_begun; }

private:
    Framing m_framing;
    QByteArray m_begun;
};

/// What a frame says, as far as a fault has to know.
struct FrameEvent
{
    QByteArray type; ///< "ADDED"; empty: no event
    QByteArray object; ///< namespace/name; empty when the frame does not tell (a row of a Table without its object)
    QByteArray version;
    QByteArray apiVersion;
    QByteArray kind;
    bool endsInitial = false; ///< the bookmark that says the initial set is complete
};

[[nodiscard]] FrameEvent eventOf(const QByteArray &frame, Framing framing);

/// An ERROR event with a Status of this code.
[[nodiscard]] QByteArray errorFrame(Framing framing, int code, const QByteArray &reason, const QByteArray &message);
/// A BOOKMARK of the version that `last` reached; empty when `last` is no plain object.
[[nodiscard]] QByteArray bookmarkFrame(Framing framing, const FrameEvent &last);
[[nodiscard]] QByteArray nonsenseFrame(Framing framing);

} // namespace sentinel::testing
