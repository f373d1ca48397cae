// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectFeed.h"
#include "qml/Sentinel/Workloads/WorkloadsLink.h"

#include <QPointer>
#include <QTimer>

namespace sentinel::console {

/// One object from near: its YAML, read again when it changes, and what the cluster said about it.
class InspectController : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(sentinel::console::WorkloadsLink *link READ link WRITE setLink NOTIFY wired FINAL REQUIRED)
    Q_PROPERTY(QVariantMap object READ object WRITE setObject NOTIFY changed FINAL) ///< {kind, ns, name, version}; empty: none
    Q_PROPERTY(QString tab READ tab WRITE setTab NOTIFY changed FINAL) ///< "yaml", "events", "logs"
    Q_PROPERTY(bool present READ isPresent NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool gone READ isGone NOTIFY changed FINAL) ///< it was deleted while it was looked at
    Q_PROPERTY(bool hasLogs READ hasLogs NOTIFY changed FINAL)
    Q_PROPERTY(QString title READ title NOTIFY changed FINAL) ///< "Pod backend-6c9f4-x2k8p"
    Q_PROPERTY(QString subtitle READ subtitle NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY textChanged FINAL) ///< YAML, with lines people can read
    Q_PROPERTY(bool folded READ isFolded WRITE setFolded NOTIFY changed FINAL) ///< managed fields
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged FINAL)
    Q_PROPERTY(int found READ foundCount NOTIFY searchChanged FINAL)
    Q_PROPERTY(int foundAt READ foundAt NOTIFY searchChanged FINAL) ///< which of them is marked, from 1; 0: none
    Q_PROPERTY(int foundStart READ foundStart NOTIFY searchChanged FINAL) ///< in `text`; −1: none
    Q_PROPERTY(QString command READ command NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::RowsModel *events MEMBER m_events CONSTANT FINAL)
    Q_PROPERTY(QString eventsProblem READ eventsProblem NOTIFY changed FINAL)
    Q_PROPERTY(sentinel::console::Trouble trouble READ trouble NOTIFY changed FINAL)
public:
    explicit InspectController(QObject *parent = nullptr);
    ~InspectController() override;

    Q_INVOKABLE void findNext(bool forward);
    Q_INVOKABLE void copy(); ///< the whole YAML as it is shown, to the clipboard
    Q_INVOKABLE void retranslate();

    [[nodiscard]] WorkloadsLink *link() const { return m_link; }
    void setLink(WorkloadsLink *link);
    [[nodiscard]] QVariantMap object() const { return m_object; }
    void setObject(const QVariantMap &object);
    [[nodiscard]] QString tab() const { return m_tab; }
    void setTab(const QString &tab);
    [[nodiscard]] bool isPresent() const { return !m_object.isEmpty(); }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isGone() const { return m_gone; }
    [[nodiscard]] bool hasLogs() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString subtitle() const;
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] bool isFolded() const { return m_folded; }
    void setFolded(bool folded);
    [[nodiscard]] QString search() const { return m_search; }
    void setSearch(const QString &search);
    [[nodiscard]] int foundCount() const { return int(m_found.size()); }
    [[nodiscard]] int foundAt() const { return m_foundAt + 1; }
    [[nodiscard]] int foundStart() const { return m_foundAt < 0 ? -1 : int(m_found.at(m_foundAt)); }
    [[nodiscard]] QString command() const;
    [[nodiscard]] QString eventsProblem() const { return m_eventsProblem; }
    [[nodiscard]] const Trouble &trouble() const { return m_trouble; }

    [[nodiscard]] std::optional<kube::ResourceType> type() const;
    [[nodiscard]] kube::ObjectName name() const;
    /// As last read; empty: not yet.
    [[nodiscard]] const kube::Object &content() const { return m_content; }

Q_SIGNALS:
    void wired();
    void changed();
    void textChanged();
    void searchChanged();
    void contentChanged();
    void linkChanged(); ///< how the cluster is treated, what one may do there
    void reconnected();

private:
    void read();
    void take(const Result<kube::Object> &object);
    void write();
    void follow();
    void watchEvents();
    void showEvents();

    QPointer<WorkloadsLink> m_link;
    QVariantMap m_object;
    QString m_tab = QStringLiteral("yaml");
    bool m_busy = false;
    bool m_gone = false;
    bool m_folded = true;
    kube::Object m_content;
    QString m_text;
    QString m_search;
    QList<qsizetype> m_found;
    int m_foundAt = -1;
    QString m_eventsProblem;
    Trouble m_trouble;
    CancelSource m_cancel;
    QTimer m_soon; ///< an object that changes all the time is read twice a second
    std::unique_ptr<kube::ObjectFeed> m_feed;
    RowsModel *m_events;
};

} // namespace sentinel::console
