// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/helm/ReleaseBytes.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QThreadPool>
#include <array>
#include <simdjson.h>
#include <zlib.h>

namespace sentinel::helm {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr qsizetype kMostBody = 64 * 1024 * 1024; // a Secret of 1 MiB cannot hold more in earnest
constexpr quint32 kBad = 0x01000000; ///< outside of the three bytes of a group

/// What each of the four letters of a group adds to its three bytes.
struct Letters
{
    std::array<std::array<quint32, 256>, 4> values{};

    constexpr Letters()
    {
        constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (auto &table : values) {
            table.fill(kBad);
        }
        for (quint32 value = 0; value < kAlphabet.size(); ++value) {
            const auto letter = static_cast<unsigned char>(kAlphabet[value]);
            for (unsigned place = 0; place < 4; ++place) {
                values.at(place).at(letter) = value << (18 - 6 * place);
            }
        }
    }
};
constexpr Letters kLetters;

std::optional<QByteArray> fromBase64(std::string_view text)
{
    while (!text.empty() && (text.back() == '=' || text.back() == '\n')) {
        text.remove_suffix(1);
    }
    const std::size_t whole = text.size() / 4;
    const std::size_t rest = text.size() % 4;
    if (rest == 1) {
        return {};
    }
    QByteArray bytes(qsizetype(whole * 3 + (rest ? rest - 1 : 0)), Qt::Uninitialized);
    const auto *in = reinterpret_cast<const unsigned char *>(text.data());
    char *out = bytes.data();
    quint32 all = 0;
    for (std::size_t group = 0; group < whole; ++group, in += 4) {
        const quint32 value
            = kLetters.values[0][in[0]] | kLetters.values[1][in[1]] | kLetters.values[2][in[2]] | kLetters.values[3][in[3]];
        all |= value;
        *out++ = char(value >> 16);
        *out++ = char(value >> 8);
        *out++ = char(value);
    }
    if (rest) {
        const quint32 value = kLetters.values[0][in[0]] | kLetters.values[1][in[1]] | (rest == 3 ? kLetters.values[2][in[2]] : 0);
        all |= value;
        *out++ = char(value >> 16);
        if (rest == 3) {
            *out++ = char(value >> 8);
        }
    }
    return all & kBad ? std::nullopt : std::optional(bytes);
}

/// Into memory of the size gzip wrote at its end, and then some for the reader of JSON; where that is not so, not at all.
std::optional<simdjson::padded_string> unzipped(const QByteArray &packed)
{
    constexpr qsizetype kTrailer = 4;
    if (packed.size() < 18 || !packed.startsWith("\x1f\x8b\x08")) {
        return {};
    }
    quint32 size = 0;
    for (qsizetype at = 0; at < kTrailer; ++at) {
        size |= quint32(static_cast<unsigned char>(packed[packed.size() - kTrailer + at])) << (8 * at);
    }
    if (size == 0 || size > kMostBody) {
        return {};
    }
    simdjson::padded_string content(size);
    z_stream stream{};
    if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) {
        return {};
    }
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.constData()));
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(content.data());
    stream.avail_out = size;
    const int state = inflate(&stream, Z_FINISH);
    const bool whole = state == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    return whole ? std::optional(std::move(content)) : std::nullopt;
}

QString textOf(ondemand::value value)
{
    std::string_view text;
    return value.get_string().get(text) ? QString() : QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QJsonObject objectOf(ondemand::value value)
{
    std::string_view raw;
    if (value.raw_json().get(raw)) {
        return {};
    }
    return QJsonDocument::fromJson(QByteArray::fromRawData(raw.data(), qsizetype(raw.size()))).object();
}

QJsonObject metadataOf(ondemand::value chart)
{
    ondemand::object object;
    ondemand::value metadata;
    const bool failed = chart.get_object().get(object) || object.find_field_unordered("metadata").get(metadata);
    return failed ? QJsonObject() : objectOf(metadata);
}

/// Only what `readBody` reads; the manifest, the largest part, goes straight to where it stays.
bool readInto(Release &release, simdjson::padded_string &text)
{
    ondemand::parser parser;
    ondemand::document document;
    ondemand::object body;
    if (parser.iterate(text).get(document) || document.get_object().get(body)) {
        return false;
    }
    QJsonObject small;
    QString manifest;
    for (auto each : body) {
        ondemand::field field;
        std::string_view key;
        if (std::move(each).get(field) || field.unescaped_key().get(key)) {
            return false;
        }
        if (key == "manifest") {
            manifest = textOf(field.value());
        } else if (key == "info" || key == "config") {
            small.insert(QString::fromUtf8(key.data(), qsizetype(key.size())), objectOf(field.value()));
        } else if (key == "chart") {
            small.insert(QStringLiteral("chart"), QJsonObject{{QStringLiteral("metadata"), metadataOf(field.value())}});
        } else if (key == "apply_method") {
            small.insert(QStringLiteral("apply_method"), textOf(field.value()));
        }
    }
    if (!document.at_end() || !small.contains(QStringLiteral("info"))) {
        return false;
    }
    readBody(release, small);
    release.manifest = std::move(manifest);
    return true;
}

/// The head of the Secret, and its body packed as helm packs it.
std::optional<QByteArray> openSecret(Release &release, const QByteArray &secret)
{
    const simdjson::padded_string text(secret.constData(), std::size_t(secret.size()));
    ondemand::parser parser;
    ondemand::document document;
    ondemand::value metadata;
    if (parser.iterate(text).get(document) || document.find_field_unordered("metadata").get(metadata)) {
        return {};
    }
    const QJsonObject head = objectOf(metadata);
    const QJsonObject labels = head[u"labels"].toObject();
    release.name = labels[u"name"].toString();
    release.ns = head[u"namespace"].toString();
    release.revision = labels[u"version"].toString().toInt();
    std::string_view body;
    if (labels[u"owner"].toString() != u"helm" || release.name.isEmpty()
        || document.find_field_unordered("data").find_field_unordered("release").get_string().get(body)) {
        return {};
    }
    const auto inner = fromBase64(body);
    return inner ? fromBase64({inner->constData(), std::size_t(inner->size())}) : std::nullopt;
}

} // namespace

std::optional<Release> decodeReleaseBytes(const QByteArray &secret)
{
    Release release;
    const auto packed = openSecret(release, secret);
    auto text = packed ? unzipped(*packed) : std::nullopt;
    return text && readInto(release, *text) ? std::optional(std::move(release)) : std::nullopt;
}

Async<std::optional<Release>> decodeAside(QByteArray secret)
{
    const Promise<std::optional<Release>> promise;
    QThreadPool::globalInstance()->start([promise, secret = std::move(secret)] {
        auto release = decodeReleaseBytes(secret);
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [promise, release = std::move(release)] { promise.keep(release); },
            Qt::QueuedConnection);
    });
    return promise.answer();
}

} // namespace sentinel::helm
