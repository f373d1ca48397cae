// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Code/CodeColours.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

/// Reading some 400 definitions takes a while, so they are read once and not before a file is looked at.
KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository shared;
    return shared;
}

KSyntaxHighlighting::Definition definitionFor(const QString &file)
{
    // Templates of the chart are Go templates around YAML; YAML colours them best of what there is.
    if (file.contains(u"/templates/"_s) && !file.endsWith(u".txt"_s)) {
        return repository().definitionForName(u"YAML"_s);
    }
    return repository().definitionForFileName(file);
}

} // namespace

/// The grammar of the library, the colours of the design: those of its own themes are below 4.5:1 on our ground.
class CodeHighlighter : public KSyntaxHighlighting::SyntaxHighlighter
{
public:
    using SyntaxHighlighter::SyntaxHighlighter;

    QColor key;
    QColor string;
    QColor number;
    QColor comment;

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (const QColor colour = colourOf(format.textStyle()); colour.isValid()) {
            setFormat(offset, length, colour);
        }
    }

private:
    [[nodiscard]] QColor colourOf(KSyntaxHighlighting::Theme::TextStyle style) const
    {
        using KSyntaxHighlighting::Theme;
        switch (style) {
        case Theme::Keyword:
        case Theme::ControlFlow:
        case Theme::Function:
        case Theme::DataType:
            return key;
        case Theme::String:
        case Theme::Attribute: // what the grammar of YAML calls a plain value
        case Theme::Char:
        case Theme::VerbatimString:
        case Theme::SpecialString:
            return string;
        case Theme::DecVal:
        case Theme::BaseN:
        case Theme::Float:
        case Theme::Constant:
            return number;
        case Theme::Comment:
        case Theme::Documentation:
        case Theme::Annotation:
            return comment;
        default:
            return {};
        }
    }
};

CodeColours::CodeColours(QObject *parent)
    : QObject(parent)
{
    connect(this, &CodeColours::changed, this, &CodeColours::apply);
}

CodeColours::~CodeColours()
{
    delete m_highlighter;
}

void CodeColours::setDocument(QQuickTextDocument *document)
{
    if (document == m_document) {
        return;
    }
    delete m_highlighter;
    m_document = document;
    if (m_document) {
        m_highlighter = new CodeHighlighter(m_document->textDocument());
    }
    Q_EMIT changed();
}

void CodeColours::apply()
{
    if (!m_highlighter) {
        return;
    }
    m_highlighter->key = m_key;
    m_highlighter->string = m_string;
    m_highlighter->number = m_number;
    m_highlighter->comment = m_comment;
    // Setting a definition colours the whole document anew, which is what new colours need as well.
    m_highlighter->setDefinition(definitionFor(m_file));
    m_highlighter->rehighlight();
}

} // namespace sentinel::console
