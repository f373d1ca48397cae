// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Sync/AppsModel.h"

#include "core/base/SafeText.h"
#include "qml/Sentinel/Sync/SyncWords.h"

namespace sentinel::console {

namespace {

/// More rows than this at once: the list is arranged anew, which is quicker than telling each.
constexpr std::size_t kFew = 64;

int rankOf(kube::RowHealth health)
{
    switch (health) {
    case kube::RowHealth::Bad:
        return 0;
    case kube::RowHealth::Waiting:
        return 1;
    case kube::RowHealth::Unknown:
        return 2;
    case kube::RowHealth::Good:
        return 3;
    case kube::RowHealth::Done:
        return 4;
    }
    Q_UNREACHABLE_RETURN(2);
}

/// By what a row is ordered; clusters decide where all is the same.
std::string keyOf(const kube::ObjectStore &store, kube::RowId row, AppsModel::Order order)
{
    const kube::ObjectName name = store.name(row);
    std::string key;
    if (order == AppsModel::Order::Health) {
        key += static_cast<char>('0' + rankOf(store.health(row)));
    } else if (order == AppsModel::Order::Sync) {
        const int column = store.column(kube::Field::Sync);
        const std::string_view sync = column < 0 ? std::string_view() : store.text(row, column);
        key += sync == "OutOfSync" ? '0' : sync == "Synced" ? '2' : '1';
    }
    return key + name.name.toStdString() + '\0' + name.ns.toStdString();
}

} // namespace

/// What the view of one cluster tells, and the keys of its rows.
class AppsModel::Part : public kube::ViewListener
{
public:
    Part(AppsModel *model, int cluster, kube::ObjectView *view)
        : m_model(model)
        , m_cluster(cluster)
        , m_view(view)
    {
        m_view->setListener(this);
    }
    ~Part() override { m_view->setListener(nullptr); }
    Part(const Part &) = delete;
    Part &operator=(const Part &) = delete;

    [[nodiscard]] const kube::ObjectStore &store() const { return m_view->store(); }
    [[nodiscard]] const std::string &key(kube::RowId row) const
    {
        static const std::string kNone; // a row that never was in the view
        return row < m_keys.size() ? m_keys[row] : kNone;
    }
    void setKey(kube::RowId row, std::string key) { m_keys[row] = std::move(key); }
    [[nodiscard]] Rows rows(qsizetype first, qsizetype last)
    {
        Rows rows;
        for (qsizetype at = first; at <= last; ++at) {
            rows.push_back({m_cluster, m_view->row(at)});
        }
        return rows;
    }
    /// All of them, with their keys made anew.
    [[nodiscard]] Rows keyed(qsizetype first, qsizetype last)
    {
        Rows made = rows(first, last);
        m_keys.resize(std::max<std::size_t>(m_keys.size(), store().end()));
        for (const Place &place : made) {
            m_keys[place.row] = keyOf(store(), place.row, m_model->m_order);
        }
        return made;
    }
    [[nodiscard]] Rows all() { return keyed(0, m_view->size() - 1); }

private:
    void aboutToReset() override { m_model->beginResetModel(); }
    void reset() override
    {
        m_model->gather();
        m_model->endResetModel();
    }
    void aboutToRemove(qsizetype first, qsizetype last) override { m_model->take(rows(first, last)); }
    void removed() override { }
    void aboutToInsert(qsizetype first, qsizetype last) override
    {
        m_first = first;
        m_last = last;
    }
    void inserted() override { m_model->add(keyed(m_first, m_last)); }
    void changed(qsizetype first, qsizetype last, kube::Columns columns) override
    {
        Q_UNUSED(columns)
        const Rows changed = rows(first, last);
        for (const Place &place : changed) {
            m_model->rekey(place, keyOf(store(), place.row, m_model->m_order));
        }
    }

    AppsModel *m_model;
    int m_cluster;
    kube::ObjectView *m_view;
    std::vector<std::string> m_keys; ///< of each row of the store
    qsizetype m_first = 0;
    qsizetype m_last = 0;
};

AppsModel::AppsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

AppsModel::~AppsModel() = default;

void AppsModel::setView(int cluster, kube::ObjectView *view)
{
    beginResetModel();
    const auto at = static_cast<std::size_t>(cluster);
    if (at >= m_parts.size()) {
        m_parts.resize(at + 1);
    }
    m_parts[at].reset();
    if (view) {
        m_parts[at] = std::make_unique<Part>(this, cluster, view);
    }
    gather();
    endResetModel();
}

void AppsModel::setName(int cluster, const QString &name)
{
    if (std::exchange(m_names[cluster], name) != name) {
        retranslate();
    }
}

void AppsModel::clear()
{
    beginResetModel();
    m_parts.clear();
    m_names.clear();
    m_rows.clear();
    endResetModel();
}

void AppsModel::setOrder(Order order)
{
    if (order != m_order) {
        beginResetModel();
        m_order = order;
        gather();
        endResetModel();
    }
}

void AppsModel::retranslate()
{
    if (rowCount() > 0) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

AppsModel::Part *AppsModel::part(int cluster) const
{
    return cluster >= 0 && static_cast<std::size_t>(cluster) < m_parts.size() ? m_parts[static_cast<std::size_t>(cluster)].get()
                                                                              : nullptr;
}

const std::string &AppsModel::key(const Place &place) const
{
    return m_parts[static_cast<std::size_t>(place.cluster)]->key(place.row);
}

bool AppsModel::less(const Place &left, const Place &right) const
{
    if (m_order == Order::Cluster && left.cluster != right.cluster) {
        return left.cluster < right.cluster;
    }
    const int compared = key(left).compare(key(right));
    return compared != 0 ? compared < 0 : std::pair(left.cluster, left.row) < std::pair(right.cluster, right.row);
}

AppsModel::Rows::const_iterator AppsModel::find(const Place &place) const
{
    const auto at
        = std::ranges::lower_bound(m_rows, place, [this](const Place &left, const Place &right) { return less(left, right); });
    return at != m_rows.end() && at->cluster == place.cluster && at->row == place.row ? at : m_rows.end();
}

void AppsModel::gather()
{
    m_rows.clear();
    for (const auto &part : m_parts) {
        const Rows rows = part ? part->all() : Rows();
        m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    }
    std::ranges::sort(m_rows, [this](const Place &left, const Place &right) { return less(left, right); });
}

void AppsModel::add(const Rows &rows)
{
    if (rows.size() > kFew) {
        beginResetModel();
        gather();
        endResetModel();
        return;
    }
    for (const Place &place : rows) {
        const auto at = std::ranges::lower_bound(m_rows, place,
                                                 [this](const Place &left, const Place &right) { return less(left, right); });
        const int index = static_cast<int>(at - m_rows.begin());
        beginInsertRows({}, index, index);
        m_rows.insert(at, place);
        endInsertRows();
    }
}

void AppsModel::take(const Rows &rows)
{
    const bool isMany = rows.size() > kFew;
    if (isMany) {
        beginResetModel();
    }
    for (const Place &place : rows) {
        const auto at = find(place);
        if (at == m_rows.end()) {
            continue;
        }
        const int index = static_cast<int>(at - m_rows.begin());
        if (!isMany) {
            beginRemoveRows({}, index, index);
        }
        m_rows.erase(at);
        if (!isMany) {
            endRemoveRows();
        }
    }
    if (isMany) {
        endResetModel();
    }
}

/// The row has changed; its place too, where the order asks for it.
void AppsModel::rekey(const Place &place, std::string key)
{
    const auto at = find(place);
    if (at == m_rows.end()) {
        return;
    }
    const auto from = at - m_rows.begin();
    Part &part = *this->part(place.cluster);
    if (key != part.key(place.row)) {
        const std::string before = part.key(place.row);
        const auto isLess = [this](const Place &left, const Place &right) { return less(left, right); };
        part.setKey(place.row, key);
        // The row itself stands in the wrong place now, so what is before and what is behind it are searched apart.
        const auto front = std::lower_bound(m_rows.cbegin(), m_rows.cbegin() + from, place, isLess);
        const auto to = front != m_rows.cbegin() + from
            ? front - m_rows.cbegin()
            : std::lower_bound(m_rows.cbegin() + from + 1, m_rows.cend(), place, isLess) - m_rows.cbegin();
        if (to != from && to != from + 1) {
            part.setKey(place.row, before);
            beginMoveRows({}, static_cast<int>(from), static_cast<int>(from), {}, static_cast<int>(to));
            part.setKey(place.row, key);
            const auto begin = m_rows.begin();
            to > from ? std::rotate(begin + from, begin + from + 1, begin + to)
                      : std::rotate(begin + to, begin + from, begin + from + 1);
            endMoveRows();
        }
    }
    const int now = indexOf(place);
    Q_EMIT dataChanged(index(now), index(now));
}

int AppsModel::indexOf(const Place &place) const
{
    if (!part(place.cluster)) {
        return -1;
    }
    const auto at = find(place);
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

kube::ObjectName AppsModel::name(int index) const
{
    const Place at = place(index);
    return part(at.cluster)->store().name(at.row);
}

int AppsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString AppsModel::text(const Place &place, kube::Field field) const
{
    const kube::ObjectStore &store = part(place.cluster)->store();
    const int column = store.column(field);
    return column < 0 ? QString() : plainLine(store.string(place.row, column));
}

QVariant AppsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const Place at = place(index.row());
    switch (role) {
    case TitleRole:
        return plainLine(name(index.row()).name);
    case NsRole:
        return plainLine(name(index.row()).ns);
    case ClusterRole:
        return plainLine(m_names.value(at.cluster));
    case SyncRole:
        return syncWord(text(at, kube::Field::Sync)).word;
    case SyncToneRole:
        return number(syncWord(text(at, kube::Field::Sync)).tone);
    case HealthRole:
        return healthWord(text(at, kube::Field::Status)).word;
    case HealthToneRole:
        return number(healthWord(text(at, kube::Field::Status)).tone);
    case RevisionRole:
        return text(at, kube::Field::Revision).left(8);
    default:
        return {};
    }
}

QHash<int, QByteArray> AppsModel::roleNames() const
{
    return {{TitleRole, "title"},       {NsRole, "ns"},         {ClusterRole, "cluster"},       {SyncRole, "sync"},
            {SyncToneRole, "syncTone"}, {HealthRole, "health"}, {HealthToneRole, "healthTone"}, {RevisionRole, "revision"}};
}

} // namespace sentinel::console
