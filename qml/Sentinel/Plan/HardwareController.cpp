// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/HardwareController.h"

#include "qml/Sentinel/Plan/HardwareRows.h"
#include "qml/Sentinel/Plan/PlanWords.h"
#include "qml/Sentinel/Rows/Tone.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointF>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

} // namespace

HardwareController::HardwareController(QObject *parent)
    : QObject(parent)
    , m_view(u"nodes"_s)
    , m_selected(u"storage.total"_s)
    , m_tiles(new RowsModel(tileRoles(), this))
    , m_nodes(new RowsModel(nodeRoles(), this))
    , m_components(new RowsModel(componentRoles(), this))
    , m_banners(new RowsModel(bannerRoles(), this))
    , m_unplaced(new RowsModel({"id", "label", "reason"}, this))
    , m_growth(new RowsModel(growthRoles(), this))
    , m_comesFrom(new RowsModel({"key", "label", "value"}, this))
{
    m_laterTimer.setSingleShot(true);
    m_laterTimer.setInterval(std::chrono::milliseconds(120));
    connect(&m_laterTimer, &QTimer::timeout, this, &HardwareController::judgeAndGrow);
}

void HardwareController::setPlan(PlanController *plan)
{
    if (plan == m_plan) {
        return;
    }
    if (m_plan) {
        disconnect(m_plan, nullptr, this, nullptr);
    }
    m_plan = plan;
    if (m_plan) {
        connect(m_plan, &PlanController::refreshed, this, &HardwareController::recompute);
        connect(m_plan->document(), &PlanDocument::opened, this, &HardwareController::closeInventory);
    }
    recompute();
    Q_EMIT planChanged();
}

void HardwareController::setActive(bool active)
{
    if (active == m_active) {
        return;
    }
    m_active = active;
    if (m_active && m_stale) {
        recompute();
    }
    Q_EMIT planChanged();
}

void HardwareController::recompute()
{
    m_stale = !m_active;
    if (!m_active || !m_plan || !m_plan->document()->isOpen()) {
        return;
    }
    m_sizing = sizing::size(m_plan->answers());
    m_sentence = hardwareSentence(m_plan->answers(), m_plan->language());
    m_tiles->setRows(tileRows(m_sizing, m_plan->answers(), m_plan->language()));
    m_components->setRows(componentRows(m_sizing, m_plan->language()));
    placePods();
    refreshBanners();
    refreshFormula();
    m_laterTimer.start();
    Q_EMIT changed();
}

void HardwareController::placePods()
{
    const QString lost = m_now.lostNode;
    m_whole = sizing::place(m_sizing, m_inventory.isEmpty() ? sizing::nodesOf(m_sizing, m_plan->answers()) : m_inventory);
    m_now = m_whole;
    const bool stands = std::ranges::any_of(m_whole.nodes, [&](const sizing::Node &node) { return node.name == lost; });
    if (!lost.isEmpty() && stands) {
        m_now = sizing::loseNode(m_whole, m_sizing, lost);
    }
    refreshPicture();
    refreshVerdict();
}

void HardwareController::loseNode(const QString &node)
{
    if (node == m_now.lostNode || !m_plan || !m_plan->document()->isOpen()) {
        return;
    }
    m_now = node.isEmpty() ? m_whole : sizing::loseNode(m_whole, m_sizing, node);
    refreshPicture();
    refreshVerdict();
    Q_EMIT changed();
}

void HardwareController::toggleLostNode(const QString &node)
{
    if (!m_now.lostNode.isEmpty() && (node.isEmpty() || node == m_now.lostNode)) {
        loseNode({});
        return;
    }
    if (!node.isEmpty()) {
        loseNode(node);
        return;
    }
    // The node that hurts most: the one with the most pods on it.
    QHash<QString, int> pods;
    for (const sizing::PlacedPod &pod : m_whole.pods) {
        ++pods[pod.node];
    }
    QString worst;
    for (const sizing::Node &each : m_whole.nodes) {
        if (worst.isEmpty() || pods.value(each.name) > pods.value(worst)) {
            worst = each.name;
        }
    }
    loseNode(worst);
}

QString HardwareController::measureName() const
{
    if (!m_measure.isEmpty()) {
        return m_measure;
    }
    return tighterMeasure(m_whole) == Measure::Cpu ? u"cpu"_s : u"memory"_s;
}

void HardwareController::setMeasureName(const QString &name)
{
    m_measure = name;
    refreshPicture();
    Q_EMIT changed();
}

void HardwareController::refreshPicture()
{
    const Measure measure = measureName() == u"cpu"_s ? Measure::Cpu : Measure::Memory;
    m_nodes->setRows(nodeRows(m_whole, m_now, measure, m_plan->language()));
    QList<RowsModel::Row> rows;
    for (const sizing::UnplacedPod &pod : m_now.unplaced) {
        const QString label = u"%1-%2"_s.arg(componentLabel(pod.component)).arg(pod.ordinal);
        rows.append({{u"id"_s, label}, {u"label"_s, label}, {u"reason"_s, pod.reason}});
    }
    m_unplaced->setRows(rows);
}

void HardwareController::refreshVerdict()
{
    const int waiting = static_cast<int>(m_now.unplaced.size());
    const QString lost = m_now.lostNode;
    const Language language = m_plan->language();
    Tone tone = waiting == 0 && m_now.quorumHolds ? Tone::Ok : lost.isEmpty() ? Tone::Error : Tone::Warning;
    if (lost.isEmpty()) {
        m_verdict = waiting == 0
            ? Text::tr("Everything fits: %1 pods placed, none is left waiting.").arg(m_now.pods.size())
            : counted(waiting, Text::tr("1 pod finds no node."), Text::tr("%1 pods find no node."), language);
    } else if (waiting == 0) {
        m_verdict = counted(
            m_now.movedCount(), Text::tr("Still fits with %2 lost: 1 pod moves, none is left waiting.").replace(u"%2"_s, lost),
            Text::tr("Still fits with %2 lost: %1 pods move, none is left waiting.").replace(u"%2"_s, lost), language);
    } else {
        m_verdict = counted(waiting, Text::tr("With %2 lost, 1 pod waits until it is back.").replace(u"%2"_s, lost),
                            Text::tr("With %2 lost, %1 pods wait until it is back.").replace(u"%2"_s, lost), language);
    }
    if (!lost.isEmpty()) {
        m_verdict += u' '
            + (m_now.quorumHolds ? Text::tr("Database quorum holds.") : Text::tr("The database loses its quorum: writes stop."));
        tone = m_now.quorumHolds ? tone : Tone::Error;
    }
    m_verdictStatus = number(tone);
}

void HardwareController::select(const QString &figure)
{
    if (figure != m_selected && !figure.isEmpty()) {
        m_selected = figure;
        refreshFormula();
        Q_EMIT changed();
    }
}

void HardwareController::refreshFormula()
{
    m_formula = {};
    QList<RowsModel::Row> rows;
    if (const sizing::Figure *figure = m_sizing.figure(m_selected)) {
        const Language language = m_plan->language();
        const QStringList worked = figure->id == u"storage.total"_s
            ? volumeLines(m_sizing, language)
            : localFigures(figure->worked, language).split(u'\n', Qt::SkipEmptyParts);
        const QString display = localFigures(figure->display, language);
        m_formula = {{u"title"_s, figure->label},
                     {u"display"_s, display},
                     {u"symbols"_s, localFigures(figure->formula, language)},
                     {u"worked"_s, worked},
                     {u"result"_s, u"= "_s + display},
                     {u"source"_s, figure->source}};
        for (const QString &key : figure->inputs) {
            if (plan::Catalogue::shipped().find(key) && m_plan->answers().applies(key)) {
                rows.append({{u"key"_s, key},
                             {u"label"_s, labelOf(key, m_plan->language())},
                             {u"value"_s, spoken(m_plan->answers(), key, m_plan->language())}});
            }
        }
    }
    m_comesFrom->setRows(rows);
}

void HardwareController::takeProposal(const QString &banner)
{
    for (const Finding &verdict : m_sizing.verdicts + m_placed) {
        if (verdict.rule + u' ' + verdict.object == banner) {
            if (const auto proposal = proposalFor(verdict, m_plan->language())) {
                m_plan->answer(proposal->key, proposal->value);
                m_plan->settle(proposal->key);
                return;
            }
        }
    }
}

void HardwareController::openInventory(const QString &path)
{
    const QString local = localPath(path);
    const auto nodes = sizing::loadInventory(local);
    m_trouble = nodes ? Trouble() : Trouble::of(nodes.error());
    if (nodes) {
        m_inventory = *nodes;
        m_inventoryName = QFileInfo(local).fileName();
        m_now.lostNode.clear();
        recompute();
    }
    Q_EMIT changed();
}

void HardwareController::closeInventory()
{
    m_inventory.clear();
    m_inventoryName.clear();
    m_trouble = {};
    m_now.lostNode.clear();
    recompute();
    Q_EMIT changed();
}

void HardwareController::refreshBanners()
{
    m_banners->setRows(bannerRows(m_sizing.verdicts + m_placed, m_plan->language()));
}

void HardwareController::judgeAndGrow()
{
    if (!m_active || !m_plan || !m_plan->document()->isOpen()) {
        return;
    }
    m_placed = sizing::judge(m_whole, m_sizing, m_plan->answers());
    refreshBanners();
    m_growth->setRows(growthRows(m_plan->document()->plan(), m_plan->shownEnvironment(), m_plan->language()));
    Q_EMIT grown();
    Q_EMIT changed();
    Q_EMIT settled();
}

QVariantList HardwareController::growthCharts() const
{
    QVariantList nodes;
    QVariantList disks;
    QStringList spokenNodes;
    QStringList spokenDisks;
    for (const RowsModel::Row &row : m_growth->rows()) {
        const double factor = row.value(u"factor"_s).toDouble();
        nodes.append(QPointF(factor, row.value(u"nodes"_s).toDouble()));
        disks.append(QPointF(factor, row.value(u"storage"_s).toDouble()));
        spokenNodes.append(Text::tr("%1 at %2 times the load").arg(row.value(u"nodesText"_s).toString()).arg(factor));
        spokenDisks.append(Text::tr("%1 at %2 times the load").arg(row.value(u"storageText"_s).toString()).arg(factor));
    }
    const auto chart = [](const QString &title, const QVariantList &points, const QStringList &spoken) {
        const QVariantMap line{{u"name"_s, title}, {u"status"_s, number(Tone::Info)}, {u"points"_s, points}};
        return QVariantMap{
            {u"title"_s, title}, {u"series"_s, QVariantList{line}}, {u"summary"_s, title + u": "_s + spoken.join(u", "_s)}};
    };
    return {chart(Text::tr("Nodes by load"), nodes, spokenNodes), chart(Text::tr("SSD by load, TiB"), disks, spokenDisks)};
}

} // namespace sentinel::console
