// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/FollowObjects.h"

#include "core/kube/rows/JsonFields.h"
#include "core/kube/rows/RowReader.h"

#include <QJsonDocument>

namespace sentinel::kube {

namespace {

/// Puts JSON values into the mailbox, as what a watch says of them.
class ObjectRows
{
public:
    explicit ObjectRows(std::shared_ptr<RowMailbox> rows)
        : m_rows(std::move(rows))
        , m_reader(makeRowReader(m_rows->layout()))
    {
    }

    void take(const WatchEvent &event)
    {
        switch (event.type) {
        case WatchEvent::Type::Replaced:
            m_rows->beginList();
            for (const Object &object : event.objects) {
                read(object, [this](const RowCells &cells) { m_rows->put(cells); });
            }
            m_rows->endList();
            m_rows->tell({.phase = FeedState::Phase::Live});
            break;
        case WatchEvent::Type::Added:
        case WatchEvent::Type::Modified:
            read(event.object, [this](const RowCells &cells) { m_rows->change(cells); });
            break;
        case WatchEvent::Type::Deleted:
            read(event.object, [this](const RowCells &cells) { m_rows->remove(cells); });
            break;
        case WatchEvent::Type::Disconnected:
            m_rows->tell({.phase = FeedState::Phase::Stale, .problem = event.problem, .since = m_rows->heardAt()});
            return;
        case WatchEvent::Type::Reconnected:
            m_rows->tell({.phase = FeedState::Phase::Live});
            break;
        }
        m_rows->heard();
    }

private:
    void read(const Object &object, const std::function<void(const RowCells &)> &put)
    {
        std::string json = QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
        m_reader->start();
        if (m_json.readObject(json, m_reader->tree(), *m_reader)) {
            if (const RowCells &cells = m_reader->finish(); !cells.text(kName).empty()) {
                put(cells);
            }
        }
    }

    std::shared_ptr<RowMailbox> m_rows;
    std::unique_ptr<RowReader> m_reader;
    JsonFields m_json;
};

} // namespace

Async<void> followObjects(Api *api, ResourceType type, ListOptions options, std::shared_ptr<RowMailbox> rows, CancelToken cancel)
{
    const auto objects = std::make_shared<ObjectRows>(std::move(rows));
    return api->watch(
        std::move(type), std::move(options), [objects](const WatchEvent &event) { objects->take(event); }, std::move(cancel));
}

} // namespace sentinel::kube
