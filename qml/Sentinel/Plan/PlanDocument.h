// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Language.h"
#include "core/plan/InstallPlan.h"
#include "qml/Sentinel/Rows/Trouble.h"

#include <QObject>
#include <QStringList>
#include <optional>
#include <qqmlregistration.h>

namespace sentinel::console {

/// The plan that is open: its value, where it is saved, and what was done to it, to be undone.
class PlanDocument : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("PlanController makes it.")
    Q_PROPERTY(bool open READ isOpen NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL)
    Q_PROPERTY(QString path READ path NOTIFY changed FINAL)
    Q_PROPERTY(bool dirty READ isDirty NOTIFY changed FINAL)
    Q_PROPERTY(QString undoKey READ undoKey NOTIFY changed FINAL)
    Q_PROPERTY(QString redoKey READ redoKey NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY troubleChanged FINAL)
public:
    using QObject::QObject;

    // --- for pages
    // -----------------------------------------------------------------------------------------------------------------
    /// A new plan of one environment per name in `environments`; none: one named like the profile.
    Q_INVOKABLE void create(const QString &profile, const QStringList &environments = {});
    /// `path`: a path or a file URL. A file that cannot be read, or is no plan, leaves what is open as it was and sets `trouble`.
    Q_INVOKABLE void load(const QString &path);
    /// Where it came from, or nowhere yet: then `trouble` says so.
    Q_INVOKABLE void save();
    Q_INVOKABLE void saveAs(const QString &path);
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();
    Q_INVOKABLE void close();
    Q_INVOKABLE void clearTrouble();

    // --- for the other controllers
    // ---------------------------------------------------------------------------------------------------
    [[nodiscard]] bool isOpen() const { return m_plan.has_value(); }
    [[nodiscard]] const plan::InstallPlan &plan() const { return *m_plan; } ///< only while open
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] bool isDirty() const;
    [[nodiscard]] QString undoKey() const { return m_past.isEmpty() ? QString() : m_past.last().key; }
    [[nodiscard]] QString redoKey() const { return m_future.isEmpty() ? QString() : m_future.last().key; }
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }
    [[nodiscard]] const QByteArray &savedText() const { return m_savedText; }
    [[nodiscard]] const Findings &findings() const { return m_findings; }
    [[nodiscard]] Language language() const { return m_language; }

    void setLanguage(Language language);
    /// Shows why something with this plan could not be done.
    void fail(const Error &error) { setTrouble(Trouble::of(error)); }
    /// One answer; empty removes it. Answers to the same key that follow each other are undone together, until `seal`.
    [[nodiscard]] Result<void> set(const QString &key, const QString &value);
    /// The next answer is a new step to undo, even to the same key.
    void seal() { m_sealed = true; }
    /// Takes up a draft: `savedText` is what the file at `path` held when the draft was begun.
    void restore(const plan::InstallPlan &draft, const QString &path, const QByteArray &savedText);

Q_SIGNALS:
    void opened(); ///< another plan, or none
    void changed(); ///< the plan's text, its path, or what can be undone
    void saved();
    void troubleChanged();

private:
    struct Edit
    {
        plan::InstallPlan before;
        QString key;
    };
    void take(plan::InstallPlan plan, const QString &path, const QByteArray &savedText);
    void become(const plan::InstallPlan &plan);
    void setTrouble(const Trouble &trouble);

    std::optional<plan::InstallPlan> m_plan;
    QString m_path;
    QByteArray m_savedText; ///< as the file has it; empty: never saved
    QList<Edit> m_past;
    QList<Edit> m_future; ///< `before` is then the plan to come back to
    bool m_sealed = true;
    Findings m_findings;
    Trouble m_trouble;
    Language m_language = Language::English;
};

/// "/a/b" for "/a/b" and for "file:///a/b".
[[nodiscard]] QString localPath(const QString &pathOrUrl);

} // namespace sentinel::console
