// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kube/rows/RowReader.h"

#include "core/kube/rows/KindTrees.h"

#include <charconv>

namespace sentinel::kube {

namespace {

qint64 versionOf(std::string_view text)
{
    qint64 version = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    return error == std::errc() && end == text.data() + text.size() ? version : 0;
}

} // namespace

RowReader::RowReader(const RowLayout &layout)
    : m_layout(layout)
    , m_tree(treeOf(layout.reader))
{
}

void RowReader::start()
{
    m_cells.clear();
    for (int column = 0; column < m_layout.columns(); ++column) {
        m_cells.setText(column, {});
        m_cells.setNumber(column, 0);
    }
    m_version = {};
    m_labels.clear();
    m_owner.clear();
    startKind();
}

const RowCells &RowReader::finish()
{
    if (!m_labels.empty()) {
        m_labels += '\n';
    }
    m_cells.setText(kLabels, m_labels);
    m_cells.setText(kOwner, m_owner);
    finishKind();
    return m_cells;
}

void RowReader::setText(Field field, std::string_view text)
{
    if (const int column = m_layout.column(field); column >= 0) {
        m_cells.setText(column, text);
    }
}

void RowReader::setNumber(Field field, qint64 number)
{
    if (const int column = m_layout.column(field); column >= 0) {
        m_cells.setNumber(column, number);
    }
}

void RowReader::begin(Slot message)
{
    if (message == Slot::OwnerReference) {
        m_ownerKind = {};
        m_ownerName = {};
        m_isController = false;
    }
}

void RowReader::end(Slot message)
{
    if (message == Slot::OwnerReference && m_isController) {
        m_owner.assign(m_ownerKind).append("/").append(m_ownerName);
    }
}

void RowReader::text(Slot slot, std::string_view text)
{
    switch (slot) {
    case Slot::Name:
        m_cells.setText(kName, text);
        break;
    case Slot::Namespace:
        m_cells.setText(kNamespace, text);
        break;
    case Slot::Uid:
        m_cells.setText(kUid, text);
        break;
    case Slot::Version:
        m_version = text;
        m_cells.setNumber(kVersion, versionOf(text));
        break;
    case Slot::OwnerKind:
        m_ownerKind = text;
        break;
    case Slot::OwnerName:
        m_ownerName = text;
        break;
    default:
        break;
    }
}

void RowReader::number(Slot slot, qint64 number)
{
    if (slot == Slot::Created) {
        m_cells.setNumber(kCreated, number);
    } else if (slot == Slot::Deletion) {
        m_cells.setNumber(kDeletion, number);
    } else if (slot == Slot::OwnerIsController) {
        m_isController = number != 0;
    }
}

void RowReader::entry(Slot slot, std::string_view key, std::string_view value)
{
    if (slot == Slot::Labels) {
        m_labels.append("\n").append(key).append("=").append(value);
    }
}

void joinWord(std::string &list, std::string_view word)
{
    if (!list.empty() && !word.empty()) {
        list += ',';
    }
    list += word;
}

std::unique_ptr<RowReader> makeRowReader(const RowLayout &layout)
{
    switch (layout.reader) {
    case RowLayout::Reader::Pod:
        return makePodReader(layout);
    case RowLayout::Reader::Deployment:
    case RowLayout::Reader::StatefulSet:
    case RowLayout::Reader::DaemonSet:
    case RowLayout::Reader::ReplicaSet:
    case RowLayout::Reader::Job:
    case RowLayout::Reader::CronJob:
        return makeWorkloadReader(layout);
    case RowLayout::Reader::Metadata:
    case RowLayout::Reader::Custom:
    case RowLayout::Reader::Service:
    case RowLayout::Reader::Node:
    case RowLayout::Reader::Claim:
    case RowLayout::Reader::Ingress:
    case RowLayout::Reader::Namespace:
    case RowLayout::Reader::Event:
    case RowLayout::Reader::Application:
        return makePlainReader(layout);
    }
    return std::make_unique<RowReader>(layout);
}

} // namespace sentinel::kube
