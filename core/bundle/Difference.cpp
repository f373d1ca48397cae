// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bundle/Manifest.h"

#include <dtl/dtl.hpp>

#include <sstream>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;

namespace sentinel::bundle {

namespace {

/// Above this the comparison would take seconds and nobody reads the answer.
constexpr qsizetype kMostDiffBytes = 2 * 1024 * 1024;

std::vector<std::string> linesOf(const QByteArray &content)
{
    std::vector<std::string> lines;
    qsizetype begin = 0;
    while (begin < content.size()) {
        const qsizetype end = content.indexOf('\n', begin);
        if (end < 0) {
            lines.emplace_back(content.constData() + begin, static_cast<size_t>(content.size() - begin));
            lines.back() += "\n\\ No newline at end of file";
            break;
        }
        lines.emplace_back(content.constData() + begin, static_cast<size_t>(end - begin));
        begin = end + 1;
    }
    return lines;
}

bool isText(const QByteArray &content)
{
    return content.size() <= kMostDiffBytes && !content.contains('\0');
}

/// All lines of one side, where the other has none: dtl counts such a hunk from 1, `diff -u` and whoever applies it from 0.
std::string wholeHunk(const std::vector<std::string> &lines, char sign)
{
    const std::string range = "1," + std::to_string(lines.size());
    std::string text = sign == '-' ? "@@ -" + range + " +0,0 @@\n" : "@@ -0,0 +" + range + " @@\n";
    for (const std::string &line : lines) {
        text += sign + line + '\n';
    }
    return text;
}

std::string hunks(const std::vector<std::string> &older, const std::vector<std::string> &newer)
{
    if (older.empty() || newer.empty()) {
        return older.empty() && newer.empty() ? std::string() : older.empty() ? wholeHunk(newer, '+') : wholeHunk(older, '-');
    }
    dtl::Diff<std::string> diff(older, newer);
    diff.onHuge();
    diff.compose();
    diff.composeUnifiedHunks();
    std::ostringstream text;
    diff.printUnifiedFormat(text);
    return text.str();
}

/// A unified diff with three lines of context, as `diff -u` writes it.
QString unified(const QString &path, const QByteArray *older, const QByteArray *newer)
{
    if ((older && !isText(*older)) || (newer && !isText(*newer))) {
        return {};
    }
    const std::string body = hunks(linesOf(older ? *older : QByteArray()), linesOf(newer ? *newer : QByteArray()));
    return u"--- "_s + (older ? u"a/"_s + path : u"/dev/null"_s) + u"\n+++ "_s + (newer ? u"b/"_s + path : u"/dev/null"_s) + u'\n'
        + QString::fromStdString(body);
}

Change change(Change::Kind kind, const File *older, const File *newer)
{
    const QString &path = newer ? newer->path : older->path;
    return {
        .kind = kind, .path = path, .diff = unified(path, older ? &older->content : nullptr, newer ? &newer->content : nullptr)};
}

/// The manifest repeats what the other files say; its own lines would only be noise.
bool isDerived(const QString &path)
{
    return path == kManifestPath || path == kSignaturePath;
}

} // namespace

QList<Change> difference(const Bundle &older, const Bundle &newer)
{
    QList<Change> changes;
    auto left = older.files.begin();
    auto right = newer.files.begin();
    // Both are sorted by path, so one walk over the two finds everything.
    while (left != older.files.end() || right != newer.files.end()) {
        const bool onlyLeft = right == newer.files.end() || (left != older.files.end() && left->path < right->path);
        const bool onlyRight = !onlyLeft && (left == older.files.end() || right->path < left->path);
        if (isDerived(onlyLeft ? left->path : right->path)) {
            // counted among neither
        } else if (onlyLeft) {
            changes.append(change(Change::Kind::Removed, &*left, nullptr));
        } else if (onlyRight) {
            changes.append(change(Change::Kind::Added, nullptr, &*right));
        } else if (left->content != right->content) {
            changes.append(change(Change::Kind::Changed, &*left, &*right));
        }
        left += onlyRight ? 0 : 1;
        right += onlyLeft ? 0 : 1;
    }
    return changes;
}

} // namespace sentinel::bundle
