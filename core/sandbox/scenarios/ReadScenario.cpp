// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scenarios/Scenarios.h"
#include "core/yaml/Read.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::sandbox {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

struct Form
{
    const char *name;
    Fault::Kind kind;
    QStringList keys; ///< besides "fault"
};

const QList<Form> &forms()
{
    using enum Fault::Kind;
    static const QList<Form> all{
        {"LoseNode", LoseNode, {u"target"_s, u"count"_s}},
        {"MissingImage", MissingImage, {u"target"_s, u"image"_s}},
        {"FailProbe", FailProbe, {u"target"_s, u"container"_s, u"probe"_s, u"sentence"_s}},
        {"FailContainer", FailContainer, {u"target"_s, u"container"_s, u"exitCode"_s, u"after"_s, u"sentence"_s, u"log"_s}},
        {"FillVolume", FillVolume, {u"target"_s, u"volume"_s}},
        {"ExpireCertificate", ExpireCertificate, {u"target"_s, u"after"_s}},
        {"SlowApi", SlowApi, {u"after"_s}},
        {"TooManyRequests", TooManyRequests, {u"percent"_s, u"after"_s}},
        {"DropWatches", DropWatches, {u"after"_s, u"gone"_s}},
    };
    return all;
}

class ScenarioReader
{
public:
    explicit ScenarioReader(QString file)
        : m_file(std::move(file))
    {
    }

    Scenario read(const yaml::Value &root);
    [[nodiscard]] const Findings &problems() const { return m_problems; }

private:
    void complain(int line, int column, const QString &sentence);
    void complain(const yaml::Value &at, const QString &sentence) { complain(at.line(), at.column(), sentence); }
    void onlyKeys(const yaml::Value &map, const QStringList &known);
    const yaml::Value *required(const yaml::Value &map, const QString &key, yaml::Value::Kind kind);
    QString textIn(const yaml::Value &map, const QString &key);
    int numberIn(const yaml::Value &map, const QString &key, int fallback, int least, int most);
    Duration durationIn(const yaml::Value &map, const QString &key);
    Scenario::Words wordsIn(const yaml::Value &map, const QString &key);
    Target targetIn(const yaml::Value &map);
    void readFault(const yaml::Value &item, Scenario &into);
    void readParts(const yaml::Value &item, Fault &fault);

    QString m_file;
    Findings m_problems;
};

void ScenarioReader::complain(int line, int column, const QString &sentence)
{
    m_problems.append({.severity = Severity::Error,
                       .rule = u"scenario.file"_s,
                       .sentence = sentence,
                       .where = {.file = m_file, .line = std::max(line, 1), .column = std::max(column, 1)}});
}

void ScenarioReader::onlyKeys(const yaml::Value &map, const QStringList &known)
{
    for (const yaml::Entry &entry : map.entries()) {
        if (!known.contains(entry.key)) {
            complain(entry.keyLine, entry.keyColumn,
                     Text::tr("Nothing here is called \"%1\". Known here: %2.").arg(entry.key.left(80), known.join(u", "_s)));
        }
    }
}

const yaml::Value *ScenarioReader::required(const yaml::Value &map, const QString &key, yaml::Value::Kind kind)
{
    const yaml::Value *value = map.find(key);
    if (!value) {
        complain(map, Text::tr("\"%1\" is missing here.").arg(key));
        return nullptr;
    }
    if (value->kind() != kind) {
        complain(*value,
                 kind == yaml::Value::Kind::Map        ? Text::tr("\"%1\" must be a map.").arg(key)
                     : kind == yaml::Value::Kind::List ? Text::tr("\"%1\" must be a list.").arg(key)
                                                       : Text::tr("\"%1\" must be a text.").arg(key));
        return nullptr;
    }
    return value;
}

QString ScenarioReader::textIn(const yaml::Value &map, const QString &key)
{
    const yaml::Value *value = map.find(key);
    if (value && !value->isScalar()) {
        complain(*value, Text::tr("\"%1\" must be a text.").arg(key));
        return {};
    }
    return value ? value->text() : QString();
}

int ScenarioReader::numberIn(const yaml::Value &map, const QString &key, int fallback, int least, int most)
{
    const yaml::Value *value = map.find(key);
    if (!value) {
        return fallback;
    }
    bool isNumber = false;
    const int number = value->text().toInt(&isNumber);
    if (!isNumber || number < least || number > most) {
        complain(*value, Text::tr("\"%1\" must be a whole number from %2 to %3.").arg(key).arg(least).arg(most));
        return fallback;
    }
    return number;
}

Duration ScenarioReader::durationIn(const yaml::Value &map, const QString &key)
{
    const yaml::Value *value = map.find(key);
    if (!value) {
        return {};
    }
    const auto duration = parseDuration(value->text());
    if (!duration) {
        complain(*value, Text::tr("\"%1\" must be a time such as 500ms, 30s or 2h.").arg(key));
    }
    return duration.value_or(Duration::zero());
}

Scenario::Words ScenarioReader::wordsIn(const yaml::Value &map, const QString &key)
{
    const yaml::Value *words = required(map, key, yaml::Value::Kind::Map);
    if (!words) {
        return {};
    }
    onlyKeys(*words, {u"en"_s, u"es"_s});
    const yaml::Value *english = required(*words, u"en"_s, yaml::Value::Kind::String);
    const QString spanish = textIn(*words, u"es"_s);
    // A person's own file may speak one language; the shipped ones speak both, which a test sees to.
    const QString said = english ? english->text() : QString();
    return {.english = said, .spanish = spanish.isEmpty() ? said : spanish};
}

Target ScenarioReader::targetIn(const yaml::Value &map)
{
    const yaml::Value *target = map.find(u"target");
    if (!target) {
        return {};
    }
    if (!target->isMap()) {
        complain(*target, Text::tr("\"%1\" must be a map.").arg(u"target"_s));
        return {};
    }
    onlyKeys(*target, {u"kind"_s, u"namespace"_s, u"name"_s, u"labels"_s});
    Target result{.kind = textIn(*target, u"kind"_s), .ns = textIn(*target, u"namespace"_s), .name = textIn(*target, u"name"_s)};
    if (const yaml::Value *labels = target->find(u"labels")) {
        if (!labels->isMap()) {
            complain(*labels, Text::tr("\"%1\" must be a map.").arg(u"labels"_s));
        }
        for (const yaml::Entry &entry : labels->entries()) {
            result.labels.insert(entry.key, entry.value.text());
        }
    }
    return result;
}

void ScenarioReader::readParts(const yaml::Value &item, Fault &fault)
{
    fault.target = targetIn(item);
    fault.container = textIn(item, u"container"_s);
    fault.image = textIn(item, u"image"_s);
    fault.volume = textIn(item, u"volume"_s);
    fault.sentence = textIn(item, u"sentence"_s);
    fault.after = durationIn(item, u"after"_s);
    fault.exitCode = numberIn(item, u"exitCode"_s, 1, 1, 255);
    fault.count = numberIn(item, u"count"_s, 1, 1, 100);
    fault.percent = numberIn(item, u"percent"_s, 100, 1, 100);
    if (const yaml::Value *probe = item.find(u"probe")) {
        fault.probe = probe->text();
        if (!QStringList{u"readiness"_s, u"liveness"_s, u"startup"_s}.contains(fault.probe)) {
            complain(*probe, Text::tr("\"%1\" must be one of %2.").arg(u"probe"_s, u"readiness, liveness, startup"_s));
        }
    }
    if (const yaml::Value *gone = item.find(u"gone")) {
        fault.gone = gone->boolean();
        if (gone->kind() != yaml::Value::Kind::Boolean) {
            complain(*gone, Text::tr("\"%1\" must be true or false.").arg(u"gone"_s));
        }
    }
    if (const yaml::Value *log = item.find(u"log")) {
        if (!log->isList()) {
            complain(*log, Text::tr("\"%1\" must be a list.").arg(u"log"_s));
        }
        for (const yaml::Value &line : log->items()) {
            fault.log.append(line.text());
        }
    }
}

void ScenarioReader::readFault(const yaml::Value &item, Scenario &into)
{
    if (!item.isMap()) {
        complain(item, Text::tr("A fault must be a map that begins with \"fault\"."));
        return;
    }
    const yaml::Value *name = required(item, u"fault"_s, yaml::Value::Kind::String);
    if (!name) {
        return;
    }
    const auto form
        = std::ranges::find_if(forms(), [&](const Form &each) { return name->text() == QLatin1StringView(each.name); });
    if (form == forms().end()) {
        QStringList known;
        for (const Form &each : forms()) {
            known.append(QString::fromLatin1(each.name));
        }
        complain(*name, Text::tr("There is no fault \"%1\". Known: %2.").arg(name->text().left(80), known.join(u", "_s)));
        return;
    }
    onlyKeys(item, QStringList{u"fault"_s} + form->keys);
    Fault fault{.kind = form->kind};
    readParts(item, fault);
    const bool needsTime = fault.kind == Fault::Kind::SlowApi || fault.kind == Fault::Kind::DropWatches;
    if (needsTime && fault.after <= Duration::zero()) {
        complain(item, Text::tr("\"%1\" is missing here.").arg(u"after"_s));
    }
    into.faults.append(fault);
}

Scenario ScenarioReader::read(const yaml::Value &root)
{
    static const QRegularExpression kName(u"^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"_s);
    Scenario scenario;
    if (!root.isMap()) {
        complain(root, Text::tr("A scenario is a map with apiVersion, kind, metadata and spec."));
        return scenario;
    }
    onlyKeys(root, {u"apiVersion"_s, u"kind"_s, u"metadata"_s, u"spec"_s});
    for (const auto &[key, value] : {std::pair{u"apiVersion"_s, u"console.sentinel/v1"_s}, std::pair{u"kind"_s, u"Scenario"_s}}) {
        const yaml::Value *present = required(root, key, yaml::Value::Kind::String);
        if (present && present->text() != value) {
            complain(*present, Text::tr("\"%1\" must be %2.").arg(key, value));
        }
    }
    if (const yaml::Value *metadata = required(root, u"metadata"_s, yaml::Value::Kind::Map)) {
        onlyKeys(*metadata, {u"name"_s});
        const yaml::Value *name = required(*metadata, u"name"_s, yaml::Value::Kind::String);
        scenario.id = name ? name->text() : QString();
        if (name && !kName.match(scenario.id).hasMatch()) {
            complain(*name, Text::tr("A name has lower-case letters, digits and \"-\" only."));
        }
    }
    const yaml::Value *spec = required(root, u"spec"_s, yaml::Value::Kind::Map);
    if (!spec) {
        return scenario;
    }
    onlyKeys(*spec, {u"title"_s, u"explanation"_s, u"faults"_s});
    scenario.title = wordsIn(*spec, u"title"_s);
    scenario.explanation = wordsIn(*spec, u"explanation"_s);
    const yaml::Value *faults = required(*spec, u"faults"_s, yaml::Value::Kind::List);
    if (faults && faults->items().isEmpty()) {
        complain(*faults, Text::tr("A scenario needs at least one fault."));
    }
    for (const yaml::Value &item : faults ? faults->items() : QList<yaml::Value>()) {
        readFault(item, scenario);
    }
    return scenario;
}

} // namespace

Result<Scenario> readScenario(const QByteArray &text, const QString &fileName)
{
    const auto root = yaml::read(text, fileName, {.bytes = 64 * 1024, .depth = 16, .nodes = 2000});
    if (!root) {
        return failure(root);
    }
    ScenarioReader reader(fileName);
    Scenario scenario = reader.read(*root);
    if (!reader.problems().isEmpty()) {
        return failure(invalid(Text::tr("reading the scenario"), reader.problems()));
    }
    return scenario;
}

} // namespace sentinel::sandbox
