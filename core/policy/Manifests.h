// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Finding.h"
#include "core/base/Result.h"
#include "core/yaml/Value.h"

#include <QByteArray>
#include <deque>

namespace sentinel::policy {

/// One Kubernetes object, as it stands in a file.
struct Object
{
    yaml::Value tree;
    QString file;
    QString apiVersion;
    QString kind;
    QString nameSpace; ///< as written, else the one its set is installed into
    QString name;

    /// "Deployment/backend": how findings and exemptions name it.
    [[nodiscard]] QString title() const { return kind + u'/' + name; }
    /// "apps" of "apps/v1"; empty for the core group.
    [[nodiscard]] QString group() const;
    [[nodiscard]] Location at(const yaml::Value &value) const;
    /// Of the value under `path`, or of the nearest value above it that is there.
    [[nodiscard]] Location at(std::initializer_list<QStringView> path) const;
};

/// The objects that are looked at together, in the order they were read. Pointers to them stay valid while the set grows.
struct Manifests
{
    QString nameSpace = QStringLiteral("default"); ///< of objects that name none
    std::deque<Object> objects{};
    Findings findings{}; ///< documents that are no objects (rule "manifest.no-object")

    /// Adds every object of a stream, members of `kind: List` one by one. Invalid, with the place, when it is no YAML.
    [[nodiscard]] Result<void> add(const QByteArray &text, const QString &file);
};

/// Everything in the files *.yaml, *.yml and *.json below `folder`, sorted by path; hidden files and links are left out. File
/// names are `folder` and the path in it. NotFound when there is no such folder or none of these in it.
[[nodiscard]] Result<Manifests> readFolder(const QString &folder, const QString &nameSpace);

/// Whether objects of this kind live in no namespace. Of kinds nobody here knows: false.
[[nodiscard]] bool isClusterWide(QStringView group, QStringView kind);

// --- values that may be missing
// -------------------------------------------------------------------------------------------------

/// A value that stands for whatever is missing: null.
[[nodiscard]] const yaml::Value &nothing();
[[nodiscard]] const yaml::Value &valueAt(const yaml::Value &value, std::initializer_list<QStringView> path);
[[nodiscard]] QString textAt(const yaml::Value &value, std::initializer_list<QStringView> path);
/// A whole number; `otherwise` when it is missing or none.
[[nodiscard]] qint64 numberAt(const yaml::Value &value, std::initializer_list<QStringView> path, qint64 otherwise);
[[nodiscard]] bool isTrue(const yaml::Value &value);
[[nodiscard]] bool isFalse(const yaml::Value &value);

} // namespace sentinel::policy
