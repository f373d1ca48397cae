// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/yaml/Patch.h"

#include "core/yaml/Emit.h"
#include "core/yaml/Read.h"
#include "core/yaml/SpanEdit.h"
#include "core/yaml/Wanted.h"

#include <QCoreApplication>
#include <functional>

using namespace Qt::StringLiterals;

namespace sentinel::yaml {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

const Value *find(const Value &root, const QStringList &path)
{
    const Value *at = &root;
    for (const QString &step : path) {
        const qsizetype index = at->isScalar() ? -1 : childAt(*at, step);
        if (index < 0) {
            return nullptr;
        }
        at = &child(*at, index);
    }
    return at;
}

QString doing(const QStringList &path)
{
    return Text::tr("changing \"%1\"").arg(path.join(u'.'));
}

bool isEmptyCollection(const Value &value)
{
    return !value.isScalar() && childCount(value) == 0;
}

/// Changes the text and believes it only when it reads as `wanted`.
Result<QByteArray> changed(const Source &source, const QString &fileName, const Value &root, const Value &wanted,
                           const QStringList &path, const std::function<void(SpanEdit &)> &change)
{
    SpanEdit edit(source, root);
    try {
        change(edit);
    } catch (const Refusal &refusal) {
        return failure(Error::Kind::Unsupported, doing(path), refusal.sentence, source.place(refusal.at));
    }
    const QByteArray text = edit.apply();
    const auto result = read(text, fileName);
    const bool isRight = result && (*result == wanted || (wanted.isNull() && isEmptyCollection(*result)));
    if (!isRight) {
        return failure(Error::Kind::Unsupported, doing(path),
                       Text::tr("This cannot be changed without changing something else too, because of an anchor or an unusual "
                                "layout here; change it in an editor."),
                       source.place(edit.place()));
    }
    return text;
}

/// The value on the way that is neither a map nor missing.
Error blocked(const Source &source, const Value &root, const QStringList &path)
{
    const Value *at = &root;
    qsizetype depth = 0;
    while (depth < path.size()) {
        const qsizetype index = at->isScalar() ? -1 : childAt(*at, path.at(depth));
        if (index < 0) {
            break;
        }
        at = &child(*at, index);
        ++depth;
    }
    const QString name = depth == 0 ? Text::tr("The document") : u"\"%1\""_s.arg(path.first(depth).join(u'.'));
    const QString sentence = at->isList()
        ? Text::tr("%1 is a list; name the item as [NAME].").arg(name)
        : Text::tr("%1 is a single value and cannot hold \"%2\"; remove it first.").arg(name, path.at(depth));
    return Error{.kind = Error::Kind::Invalid, .doing = doing(path), .detail = sentence, .where = source.place(at->span().begin)};
}

} // namespace

Result<QByteArray> setValue(const QByteArray &text, const QString &fileName, const QStringList &path, const Value &value)
{
    const auto root = read(text, fileName);
    if (!root) {
        return failure(root);
    }
    if (const Value *old = find(*root, path); old && *old == value) {
        return text;
    }
    if (path.isEmpty()) {
        return emit(value).text;
    }
    const Source source(text, fileName);
    const auto wanted = withValue(*root, path, value);
    if (!wanted) {
        return failure(blocked(source, *root, path));
    }
    return changed(source, fileName, *root, *wanted, path, [&](SpanEdit &edit) { edit.set(path, value); });
}

Result<QByteArray> removeValue(const QByteArray &text, const QString &fileName, const QStringList &path)
{
    const auto root = read(text, fileName);
    if (!root) {
        return failure(root);
    }
    if (path.isEmpty() || !find(*root, path)) {
        return text;
    }
    const Source source(text, fileName);
    return changed(source, fileName, *root, withoutValue(*root, path), path, [&](SpanEdit &edit) { edit.remove(path); });
}

} // namespace sentinel::yaml
