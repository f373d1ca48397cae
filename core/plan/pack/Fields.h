// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Finding.h"
#include "core/plan/Catalogue.h"
#include "core/yaml/Value.h"

namespace sentinel::plan::pack {

/// The fields of one map in the data files. Each is taken once; whatever is left over is a mistake, said with its place.
class Fields
{
public:
    Fields(const yaml::Value &map, QString file, Findings &problems);

    [[nodiscard]] bool has(QStringView name) const { return m_map.find(name) != nullptr; }
    [[nodiscard]] QString text(const QString &name); ///< must be there
    [[nodiscard]] QString optionalText(const QString &name);
    [[nodiscard]] bool flag(const QString &name);
    [[nodiscard]] Words words(const QString &name); ///< must be there, in both languages
    [[nodiscard]] Words optionalWords(const QString &name);
    [[nodiscard]] QStringList texts(const QString &name);
    [[nodiscard]] QList<yaml::Value> items(const QString &name); ///< a list of maps
    [[nodiscard]] QList<yaml::Entry> entries(const QString &name); ///< a map
    void finish(); ///< complains about fields nobody took

    /// At the field's value, `column` characters in (from 1).
    void complain(const QString &name, const QString &sentence, int column = 1);

private:
    const yaml::Value *take(const QString &name, bool needed);

    yaml::Value m_map;
    QString m_file;
    QStringList m_taken;
    Findings &m_problems;
};

} // namespace sentinel::plan::pack
