// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <QColor>
#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>

namespace sentinel::console {

class CodeHighlighter;

/// Colours the code in a text document by the name of its file, with the colours it is given. The text stays plain: only formats
/// are laid over it.
class CodeColours : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QQuickTextDocument *document MEMBER m_document WRITE setDocument NOTIFY changed FINAL)
    Q_PROPERTY(QString file MEMBER m_file NOTIFY changed FINAL)
    Q_PROPERTY(QColor key MEMBER m_key NOTIFY changed FINAL)
    Q_PROPERTY(QColor string MEMBER m_string NOTIFY changed FINAL)
    Q_PROPERTY(QColor number MEMBER m_number NOTIFY changed FINAL)
    Q_PROPERTY(QColor comment MEMBER m_comment NOTIFY changed FINAL)
public:
    explicit CodeColours(QObject *parent = nullptr);
    ~CodeColours() override;

    void setDocument(QQuickTextDocument *document);

Q_SIGNALS:
    void changed();

private:
    void apply();

    QPointer<QQuickTextDocument> m_document;
    QPointer<CodeHighlighter> m_highlighter; ///< owned by the text document, and gone with it
    QString m_file;
    QColor m_key;
    QColor m_string;
    QColor m_number;
    QColor m_comment;
};

} // namespace sentinel::console
