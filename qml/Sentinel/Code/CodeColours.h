// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointer>
#include <QQuickTextDocument>
#include <QTimer>
#include <memory>

namespace sentinel::console {

/// Colours the code in a text document by the name of its file, with the colours it is given. The text stays plain: only formats
/// are laid over it, from the top to a little below the last line that is looked at.
class CodeColours : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QQuickTextDocument *document MEMBER m_document WRITE setDocument NOTIFY changed FINAL)
    Q_PROPERTY(QString file MEMBER m_file NOTIFY changed FINAL)
    Q_PROPERTY(int lastLine MEMBER m_lastLine NOTIFY lastLineChanged FINAL) ///< in sight, from 1; 0: all are
    Q_PROPERTY(QColor key MEMBER m_key NOTIFY changed FINAL)
    Q_PROPERTY(QColor string MEMBER m_string NOTIFY changed FINAL)
    Q_PROPERTY(QColor number MEMBER m_number NOTIFY changed FINAL)
    Q_PROPERTY(QColor comment MEMBER m_comment NOTIFY changed FINAL)
public:
    explicit CodeColours(QObject *parent = nullptr);
    ~CodeColours() override;

    void setDocument(QQuickTextDocument *document);
    /// Lines that have their colours.
    [[nodiscard]] int linesDone() const { return m_done; }

Q_SIGNALS:
    void changed();
    void lastLineChanged();

private:
    class Painter;
    void begin();
    void goOn(); ///< for as long as a frame can spare

    QPointer<QQuickTextDocument> m_document;
    std::unique_ptr<Painter> m_painter;
    QTimer m_soon;
    int m_done = 0;
    int m_lastLine = 0;
    bool m_painting = false;
    QString m_file;
    QColor m_key;
    QColor m_string;
    QColor m_number;
    QColor m_comment;
};

} // namespace sentinel::console
