// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Read.h"

#include "core/yaml/Complaint.h"
#include "core/yaml/EventTree.h"
#include "core/yaml/TreeBuilder.h"

#include <QCoreApplication>
#include <istream>
#include <streambuf>
#include <yaml-cpp/parser.h>

namespace sentinel::yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Lets yaml-cpp read our bytes where they are.
class Bytes final : public std::streambuf
{
public:
    explicit Bytes(QByteArrayView text)
    {
        // A get area is never written to, whatever its type says.
        char *begin = const_cast<char *>(text.data()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
        setg(begin, begin, begin + text.size());
    }
};

std::unexpected<Error> refuse(const Source &source, const Refusal &refusal)
{
    return failure(Error::Kind::Invalid, Text::tr("reading YAML"), refusal.sentence, source.place(refusal.at));
}

Result<QList<Value>> readDocuments(const QByteArray &text, const QString &fileName, const Limits &limits,
                                   TreeBuilder::Documents documents)
{
    const Source source(text, fileName);
    TreeBuilder builder(source, limits, documents);
    try {
        source.check(limits);
        Bytes bytes(QByteArrayView(text).sliced(source.start()));
        std::istream stream(&bytes);
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) { }
        return builder.finish();
    } catch (const Refusal &refusal) {
        return refuse(source, complaint(source, builder, refusal));
    } catch (const YAML::Exception &exception) {
        return refuse(source, complaint(source, builder, exception));
    } catch (const std::exception &exception) {
        return refuse(source,
                      {.at = builder.readUpTo(),
                       .sentence = Text::tr("The text behind this place cannot be read (%1); check its tags and quotes.")
                                       .arg(QString::fromUtf8(exception.what()))});
    }
}

Result<QList<Value>> withoutEmpty(Result<QList<Value>> documents)
{
    if (documents) {
        documents->removeIf([](const Value &document) { return document.isNull(); });
    }
    return documents;
}

} // namespace

Result<Value> read(const QByteArray &text, const QString &fileName, Limits limits)
{
    auto documents = readDocuments(text, fileName, limits, TreeBuilder::Documents::One);
    if (!documents) {
        return failure(documents);
    }
    return documents->isEmpty() ? Value() : std::move(documents->first());
}

Result<QList<Value>> readAll(const QByteArray &text, const QString &fileName, Limits limits)
{
    return withoutEmpty(readDocuments(text, fileName, limits, TreeBuilder::Documents::Many));
}

Result<QList<Value>> readManifests(const QByteArray &text, const QString &fileName, Limits limits)
{
    if (auto documents = treesOfEvents(text, limits)) {
        return withoutEmpty(std::move(*documents));
    }
    return readAll(text, fileName, limits);
}

} // namespace sentinel::yaml
