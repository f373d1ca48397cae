// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Glob.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace sentinel {

namespace {

QString regularExpression(const QString &pattern)
{
    QString result;
    int depth = 0;
    for (const QChar c : pattern) {
        if (c == u'*') {
            result += result.endsWith(u".*") ? QString() : u".*"_s;
        } else if (c == u'?') {
            result += u'.';
        } else if (c == u'{') {
            ++depth;
            result += u"(?:"_s;
        } else if (c == u'}' && depth > 0) {
            --depth;
            result += u')';
        } else if (c == u',' && depth > 0) {
            result += u'|';
        } else {
            result += QRegularExpression::escape(QString(c));
        }
    }
    return result;
}

} // namespace

bool globMatches(const QString &pattern, const QString &text)
{
    if (pattern == text || pattern == u"*") {
        return true;
    }
    return QRegularExpression(QRegularExpression::anchoredPattern(regularExpression(pattern))).match(text).hasMatch();
}

} // namespace sentinel
