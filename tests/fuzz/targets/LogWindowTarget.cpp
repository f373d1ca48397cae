// SPDX-License-Identifier: GPL-3.0-or-later
// A log whose streams break and begin again a little earlier. The input is a log and where each stream ends; what the window lets
// through is compared with the log: no line twice, and none missing without a hole being known.
#include "Fuzz.h"
#include "core/kube/actions/LogWindow.h"

#include <QList>
#include <tuple>

using namespace sentinel;
using namespace sentinel::kube;

namespace {

constexpr qint64 kSecond = 1'000'000'000;

struct Line
{
    qint64 time = 0;
    QByteArray text;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // Every line is read again by every stream: what is longer only takes longer.
    const QByteArray input = fuzz::bytesOf(data, std::min<std::size_t>(size, 200));
    std::ignore = logTime(input.left(40));
    // Times go forward as in the log of one stream; texts are often the same.
    QList<Line> log;
    qint64 time = 1'800'000'000 * kSecond;
    for (const char byte : input) {
        const auto value = static_cast<std::uint8_t>(byte);
        time += (value & 0x0f) * (kSecond / 8);
        log.append({.time = time, .text = QByteArray(1, static_cast<char>('a' + (value >> 4) % 3))});
    }
    LogWindow window;
    qsizetype told = 0;
    for (const char byte : input) {
        // A stream from the second the window asks for, to some line behind the last one told.
        const QString since = window.since();
        const qint64 from = since.isEmpty() ? 0 : logTime(since.toLatin1()).value_or(-1);
        fuzz::promise(from >= 0, "the window asks for a time that is one");
        window.begin();
        const qsizetype end = std::min(log.size(), told + (static_cast<std::uint8_t>(byte) % 5));
        for (qsizetype i = 0; i < end; ++i) {
            if (log[i].time < from) {
                continue;
            }
            if (!window.knows(log[i].time, log[i].text)) {
                fuzz::promise(i == told, "every line is told once, in its order");
                fuzz::promise(!window.hasHole() || told == 0, "nothing is missing, so no hole is said");
                window.keep(log[i].time, log[i].text);
                ++told;
            }
        }
        fuzz::promise(told >= end, "no line is lost");
    }
    return 0;
}
