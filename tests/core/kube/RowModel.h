// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/ObjectView.h"

#include <QRandomGenerator>
#include <algorithm>
#include <array>
#include <map>

namespace rowmodel {

using namespace sentinel;
using namespace sentinel::kube;
using namespace Qt::StringLiterals;

inline const sentinel::kube::ResourceType kPods{.group = {}, .version = u"v1"_s, .kind = u"Pod"_s, .plural = u"pods"_s};

/// A pod as the naive model keeps it.
struct Pod
{
    QString ns{};
    QString name{};
    QString uid{};
    qint64 version = 0;
    QString status = u"Running"_s;
    qint64 restarts = 0;
    QString labels{};
    RowHealth health = RowHealth::Good;
};

/// Keeps the bytes a row's cells point at.
class Cells
{
public:
    explicit Cells(const Pod &pod)
        : m_texts{pod.ns.toStdString(), pod.name.toStdString(), pod.uid.toStdString(), pod.status.toStdString(),
                  pod.labels.toStdString()}
    {
        static const RowLayout layout = rowLayout(kPods);
        cells.setText(kNamespace, m_texts[0]);
        cells.setText(kName, m_texts[1]);
        cells.setText(kUid, m_texts[2]);
        cells.setNumber(kVersion, pod.version);
        cells.setText(layout.column(Field::Status), m_texts[3]);
        cells.setNumber(layout.column(Field::Restarts), pod.restarts);
        cells.setText(kLabels, m_texts[4]);
        cells.setNumber(kHealth, static_cast<qint64>(pod.health));
    }
    RowCells cells;

private:
    std::array<std::string, 5> m_texts;
};

/// What an item model would show: follows the view's steps and nothing else.
class Mirror final : public ViewListener
{
public:
    explicit Mirror(const ObjectView &view)
        : m_view(view)
    {
    }
    void aboutToReset() override { }
    void reset() override { readAll(); }
    void aboutToRemove(qsizetype first, qsizetype last) override { shown.remove(first, last - first + 1); }
    void removed() override { isTrue = isTrue && shown.size() == m_view.size(); }
    void aboutToInsert(qsizetype first, qsizetype last) override
    {
        m_first = first;
        m_last = last;
    }
    void inserted() override
    {
        for (qsizetype at = m_first; at <= m_last; ++at) {
            shown.insert(at, textOf(at));
        }
        isTrue = isTrue && shown.size() == m_view.size();
    }
    void changed(qsizetype first, qsizetype last, Columns columns) override
    {
        isTrue = isTrue && columns != 0;
        for (qsizetype at = first; at <= last; ++at) {
            shown[at] = textOf(at);
        }
    }
    void readAll()
    {
        shown.clear();
        for (qsizetype at = 0; at < m_view.size(); ++at) {
            shown.append(textOf(at));
        }
    }
    [[nodiscard]] QString textOf(qsizetype at) const
    {
        const ObjectStore &store = m_view.store();
        const RowId row = m_view.row(at);
        return store.string(row, kNamespace) + u'/' + store.string(row, kName) + u' '
            + store.string(row, store.column(Field::Status)) + u' '
            + QString::number(store.number(row, store.column(Field::Restarts)));
    }

    QStringList shown;
    bool isTrue = true; ///< what was told fits what the view says meanwhile

private:
    const ObjectView &m_view;
    qsizetype m_first = 0;
    qsizetype m_last = 0;
};

inline QString shownText(const Pod &pod)
{
    return pod.ns + u'/' + pod.name + u' ' + pod.status + u' ' + QString::number(pod.restarts);
}

inline QString keyOf(const Pod &pod)
{
    return pod.ns + u'/' + pod.name;
}

/// The whole way from events to views, beside a model that does it the slow way.
class World
{
public:
    explicit World(quint32 seed)
        : m_random(seed)
        , mailbox(std::make_shared<RowMailbox>(rowLayout(kPods)))
        , store(rowLayout(kPods))
        , m_batch(rowLayout(kPods))
        , plain(store)
        , byRestarts(store)
        , filtered(store)
    {
        byRestarts.setSort({.field = Field::Restarts, .isDescending = true});
        filtered.setSort({.field = Field::Status});
        filtered.setFilter({.text = u"WEB run"_s, .labels = u"app=web,tier!=old"_s});
        for (auto *view : {&plain, &byRestarts, &filtered}) {
            mirrors.push_back(std::make_unique<Mirror>(*view));
            view->setListener(mirrors.back().get());
        }
    }

    void step()
    {
        const quint32 chance = m_random.bounded(100U);
        if (chance < 45) {
            modify();
        } else if (chance < 70) {
            add();
        } else if (chance < 85) {
            remove();
        } else if (chance < 90) {
            repeatOld();
        } else if (chance < 91) {
            relist();
        } else {
            flush();
        }
    }
    void flush()
    {
        if (mailbox->take(m_batch)) {
            store.apply(m_batch);
        }
        const ChangeSet changes = store.flush();
        for (auto *view : {&plain, &byRestarts, &filtered}) {
            view->apply(changes);
        }
    }
    [[nodiscard]] QStringList expected(int which) const
    {
        QList<Pod> pods;
        for (const auto &[key, pod] : m_pods) {
            const bool passes = which != 2
                || ((pod.name.contains(u"web"_s) || pod.ns.contains(u"web"_s))
                    && pod.status.contains(u"run"_s, Qt::CaseInsensitive) && pod.labels.contains(u"\napp=web\n"_s)
                    && !pod.labels.contains(u"\ntier=old\n"_s));
            if (passes) {
                pods.append(pod);
            }
        }
        const auto byKey = [](const Pod &pod) { return (pod.ns + u'/' + pod.name).toUtf8(); };
        std::ranges::sort(pods, [&](const Pod &left, const Pod &right) {
            if (which == 1 && left.restarts != right.restarts) {
                return left.restarts > right.restarts;
            }
            if (which == 2 && left.status != right.status) {
                return left.status < right.status;
            }
            return which == 1 ? byKey(left) > byKey(right) : byKey(left) < byKey(right);
        });
        QStringList texts;
        for (const Pod &pod : std::as_const(pods)) {
            texts.append(shownText(pod));
        }
        return texts;
    }

private:
    Pod make()
    {
        static const QStringList namespaces{u"a"_s, u"a-b"_s, u"shop"_s, u"shop-eu"_s, u"web"_s};
        Pod pod{.ns = namespaces[m_random.bounded(5)],
                .name = (m_random.bounded(2) == 0 ? u"web-%1"_s : u"db.%1"_s).arg(m_random.bounded(60)),
                .uid = u"uid-%1"_s.arg(++m_lastUid),
                .version = ++m_version};
        change(pod);
        return pod;
    }
    void change(Pod &pod)
    {
        static const QStringList words{u"Running"_s, u"Pending"_s, u"CrashLoopBackOff"_s, u"Runner"_s};
        pod.status = words[m_random.bounded(4)];
        pod.restarts = m_random.bounded(5);
        pod.labels = u"\napp=%1\ntier=%2\n"_s.arg(m_random.bounded(2) == 0 ? u"web"_s : u"db"_s,
                                                  m_random.bounded(3) == 0 ? u"old"_s : u"new"_s);
        pod.version = ++m_version;
    }
    std::map<QString, Pod>::iterator any()
    {
        return m_pods.empty() ? m_pods.end() : std::next(m_pods.begin(), m_random.bounded(static_cast<int>(m_pods.size())));
    }
    void add()
    {
        const Pod pod = make();
        if (!m_pods.contains(keyOf(pod))) {
            m_pods[keyOf(pod)] = pod;
            mailbox->change(Cells(pod).cells);
        }
    }
    void modify()
    {
        if (const auto found = any(); found != m_pods.end()) {
            m_old.append(found->second);
            change(found->second);
            mailbox->change(Cells(found->second).cells);
        }
    }
    void remove()
    {
        if (const auto found = any(); found != m_pods.end()) {
            Pod pod = found->second;
            m_old.append(pod);
            m_pods.erase(found);
            pod.version = ++m_version;
            mailbox->remove(Cells(pod).cells);
        }
    }
    /// An event that was told already, of an object that changed since or is gone.
    void repeatOld()
    {
        if (!m_old.isEmpty()) {
            mailbox->change(Cells(m_old[m_random.bounded(m_old.size())]).cells);
        }
    }
    void relist()
    {
        // Meanwhile unseen: some went, some came.
        for (int times = m_random.bounded(10); times > 0 && !m_pods.empty(); --times) {
            m_pods.erase(any());
            const Pod pod = make();
            m_pods[keyOf(pod)] = pod;
        }
        m_old.clear();
        mailbox->beginList();
        const bool isInterrupted = m_random.bounded(3) == 0;
        int count = isInterrupted ? m_random.bounded(static_cast<int>(m_pods.size() + 1)) : -1;
        for (const auto &[key, pod] : m_pods) {
            if (count-- == 0) {
                return relist(); // 410 in the middle
            }
            mailbox->put(Cells(pod).cells);
            if (m_random.bounded(20) == 0) {
                flush();
            }
        }
        mailbox->endList();
    }

    QRandomGenerator m_random;
    std::map<QString, Pod> m_pods;
    QList<Pod> m_old;
    int m_lastUid = 0;
    qint64 m_version = 100;

public:
    std::shared_ptr<RowMailbox> mailbox;
    ObjectStore store;

private:
    RowBatch m_batch;

public:
    ObjectView plain;
    ObjectView byRestarts;
    ObjectView filtered;
    std::vector<std::unique_ptr<Mirror>> mirrors;
};

} // namespace rowmodel
