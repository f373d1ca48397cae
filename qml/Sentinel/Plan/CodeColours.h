// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <QQuickTextDocument>
#include <QtQmlIntegration>
#include <memory>

namespace sentinel::console {

/// Colours the code in a text document by the name of its file. The text stays plain: only formats are laid over it.
class CodeColours : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *document READ document WRITE setDocument NOTIFY changed FINAL)
    Q_PROPERTY(QString file READ file WRITE setFile NOTIFY changed FINAL)
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY changed FINAL)
public:
    explicit CodeColours(QObject *parent = nullptr);
    ~CodeColours() override;

    [[nodiscard]] QQuickTextDocument *document() const { return m_document; }
    void setDocument(QQuickTextDocument *document);
    [[nodiscard]] QString file() const { return m_file; }
    void setFile(const QString &file);
    [[nodiscard]] bool isDark() const { return m_dark; }
    void setDark(bool dark);

Q_SIGNALS:
    void changed();

private:
    void apply();

    QQuickTextDocument *m_document = nullptr;
    QString m_file;
    bool m_dark = false;
    std::unique_ptr<KSyntaxHighlighting::SyntaxHighlighter> m_highlighter;
};

} // namespace sentinel::console
