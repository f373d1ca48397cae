// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/FieldTree.h"
#include "core/kube/rows/RowTable.h"

#include <memory>
#include <string>
#include <vector>

namespace sentinel::kube {

/// Makes a row of what an object holds. One for each kind; this part reads what all have.
class RowReader : public FieldReader
{
public:
    explicit RowReader(const RowLayout &layout);

    [[nodiscard]] std::span<const FieldNode> tree() const { return m_tree; }
    void start(); ///< a new object
    /// The object is over. Valid until the next starts, and as long as its bytes.
    [[nodiscard]] const RowCells &finish();

    /// Of the object, as it is written.
    [[nodiscard]] std::string_view version() const { return m_version; }

    void begin(Slot message) override;
    void end(Slot message) override;
    void text(Slot slot, std::string_view text) override;
    void number(Slot slot, qint64 number) override;
    void entry(Slot slot, std::string_view key, std::string_view value) override;

protected:
    virtual void startKind() { }
    virtual void finishKind() { }

    void setText(Field field, std::string_view text);
    void setNumber(Field field, qint64 number);
    void setHealth(RowHealth health) { m_cells.setNumber(kHealth, static_cast<qint64>(health)); }
    [[nodiscard]] bool isBeingDeleted() const { return m_cells.number(kDeletion) != 0; }
    [[nodiscard]] std::string_view labels() const { return m_labels; }

private:
    const RowLayout m_layout;
    std::span<const FieldNode> m_tree;
    RowCells m_cells;
    std::string_view m_version;
    std::string m_labels;
    std::string m_owner;
    std::string_view m_ownerKind;
    std::string_view m_ownerName;
    bool m_isController = false;
};

/// The reader of a layout's kind.
[[nodiscard]] std::unique_ptr<RowReader> makeRowReader(const RowLayout &layout);

// Made by it; where each lives.
[[nodiscard]] std::unique_ptr<RowReader> makePodReader(const RowLayout &layout);
[[nodiscard]] std::unique_ptr<RowReader> makeWorkloadReader(const RowLayout &layout); ///< Deployment … CronJob
[[nodiscard]] std::unique_ptr<RowReader> makePlainReader(const RowLayout &layout); ///< everything else

/// Joined by commas; protobuf writes empty texts that JSON leaves out.
void joinWord(std::string &list, std::string_view word);

} // namespace sentinel::kube
