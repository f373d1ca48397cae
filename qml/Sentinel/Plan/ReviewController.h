// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Plan/BundleRows.h"
#include "qml/Sentinel/Plan/PlanController.h"

#include <memory>
#include <optional>

namespace sentinel::console {

/// The bundle of the open plan before it is written: its files, what made each line, what is different from the last one, and
/// what stands in the way.
class ReviewController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::PlanController *plan READ plan WRITE setPlan NOTIFY planChanged FINAL REQUIRED)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY planChanged FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed FINAL)
    Q_PROPERTY(QString headline READ headline NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *files MEMBER m_files CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *findings MEMBER m_findings CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *summary MEMBER m_summary CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *secrets MEMBER m_secrets CONSTANT FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *diff MEMBER m_diff CONSTANT FINAL)
    /// "files", "findings" or "reach": what of the bundle is looked at.
    Q_PROPERTY(QString view MEMBER m_view NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString file READ file WRITE setFile NOTIFY fileChanged FINAL)
    Q_PROPERTY(int fileRow READ fileRow NOTIFY fileChanged FINAL)
    Q_PROPERTY(QString text READ text NOTIFY fileChanged FINAL)
    Q_PROPERTY(int line READ line WRITE setLine NOTIFY lineChanged FINAL)
    Q_PROPERTY(int markStart READ markStart NOTIFY marked FINAL)
    Q_PROPERTY(int markLength READ markLength NOTIFY marked FINAL)
    Q_PROPERTY(QString lineOrigin READ lineOrigin NOTIFY lineChanged FINAL)
    Q_PROPERTY(QString lineKey READ lineKey NOTIFY lineChanged FINAL)
    Q_PROPERTY(QString comparedWith READ comparedWith NOTIFY changed FINAL)
    Q_PROPERTY(int changedFiles READ changedFiles NOTIFY changed FINAL)
    Q_PROPERTY(QString command READ command NOTIFY changed FINAL)
    Q_PROPERTY(QString written READ written NOTIFY changed FINAL)
    Q_PROPERTY(QString alternative READ alternative NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit ReviewController(QObject *parent = nullptr);

    Q_INVOKABLE void toggleFolder(const QString &path);
    /// Compares with a bundle on disk; empty: with nothing.
    Q_INVOKABLE void compare(const QString &folder);
    /// Generates once more and writes, so what is written is the plan as it is at this moment. `wrote` follows, or `trouble`.
    Q_INVOKABLE void write(const QString &folder);
    /// Shows this line, of the bundle or of what its chart makes, and marks it.
    Q_INVOKABLE void open(const QString &path, int line);

    [[nodiscard]] PlanController *plan() const { return m_plan; }
    void setPlan(PlanController *plan);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setActive(bool active);
    [[nodiscard]] bool isBusy() const { return m_working; }
    [[nodiscard]] bool isReady() const { return m_made && m_made->bundle; }
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString file() const { return m_file; }
    void setFile(const QString &path);
    [[nodiscard]] QString text() const;
    [[nodiscard]] int line() const { return m_line; }
    void setLine(int line);
    [[nodiscard]] QString lineOrigin() const;
    [[nodiscard]] QString lineKey() const;
    [[nodiscard]] QString comparedWith() const { return m_compared; }
    [[nodiscard]] int changedFiles() const { return m_made ? static_cast<int>(m_made->changes.size()) : 0; }
    [[nodiscard]] QString command() const;
    [[nodiscard]] QString written() const { return m_written; }
    [[nodiscard]] QString alternative() const { return m_alternative; }
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }
    /// Where the file shown stands in `files`; beyond the end when it is in a closed folder.
    [[nodiscard]] int fileRow() const;
    [[nodiscard]] int markStart() const { return m_markStart; }
    [[nodiscard]] int markLength() const { return m_markLength; }

    // --- for the other controllers
    // ---------------------------------------------------------------------------------------------------
    /// As it would be written now; null while there is none.
    [[nodiscard]] const bundle::Bundle *bundle() const { return isReady() ? &*m_made->bundle : nullptr; }
    /// Where the bundle is, or would be written by the command.
    [[nodiscard]] QString targetFolder() const;
    /// What the chart makes of the bundle: shown beside its files, and never written.
    void setRendered(const QList<bundle::File> &files);

Q_SIGNALS:
    void planChanged();
    void changed();
    void fileChanged();
    void lineChanged();
    void viewChanged();
    void marked(); ///< a line is to be brought into sight
    void made(); ///< another bundle, or the reason there is none
    void wrote(const QString &folder);

private:
    /// What one run of the generator leaves.
    struct Made
    {
        Result<bundle::Bundle> bundle;
        QMap<QString, int> objects;
        QList<bundle::Change> changes;
        std::optional<Error> notCompared;
    };
    [[nodiscard]] static Made make(const plan::InstallPlan &plan, Language language, const QString &compared);
    void refresh();
    void show(Made made);
    void showRows();
    void showTree();
    void showFindings(const Findings &findings);
    void showFile();
    [[nodiscard]] const bundle::File *shownFile() const;
    void finishWriting(const QString &folder, const Result<void> &outcome);
    void recallLastBundle();

    PlanController *m_plan = nullptr;
    bool m_active = false;
    bool m_working = false;
    bool m_stale = true; ///< the plan is another since the last run began
    std::shared_ptr<const Made> m_made;
    QSet<QString> m_closed;
    QString m_view = QStringLiteral("files");
    QString m_file;
    int m_line = 1;
    int m_markStart = 0; ///< of what is marked in the text
    int m_markLength = 0; ///< 0: nothing is
    QList<bundle::File> m_rendered;
    QString m_compared;
    QString m_written;
    QString m_alternative;
    Trouble m_trouble;
    RowsModel *m_files;
    RowsModel *m_findings;
    int m_errors = 0; ///< findings that keep the bundle from being made
    RowsModel *m_summary;
    RowsModel *m_secrets;
    RowsModel *m_diff;
};

} // namespace sentinel::console
