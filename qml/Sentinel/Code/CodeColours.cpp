// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Code/CodeColours.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>
#include <QElapsedTimer>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

constexpr int kMargin = 80; // lines below the last in sight
constexpr int kSliceLines = 40; // between two looks at the clock
constexpr qint64 kSlice = 4; // milliseconds of a frame

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
class CodeColours::Painter : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    QColor key;
    QColor string;
    QColor number;
    QColor comment;
    KSyntaxHighlighting::State state; ///< at the end of the last line

    void paint(const QTextBlock &line)
    {
        m_formats.clear();
        state = highlightLine(line.text(), state);
        line.layout()->setFormats(m_formats);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (const QColor colour = colourOf(format.textStyle()); colour.isValid() && length > 0) {
            QTextCharFormat look;
            look.setForeground(colour);
            m_formats.append({.start = offset, .length = length, .format = look});
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

    QList<QTextLayout::FormatRange> m_formats;
};

CodeColours::CodeColours(QObject *parent)
    : QObject(parent)
    , m_painter(std::make_unique<Painter>())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(this, &CodeColours::changed, this, &CodeColours::begin);
    connect(this, &CodeColours::lastLineChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(&m_soon, &QTimer::timeout, this, &CodeColours::goOn);
}

CodeColours::~CodeColours() = default;

void CodeColours::setDocument(QQuickTextDocument *document)
{
    if (document == m_document) {
        return;
    }
    if (m_document) {
        disconnect(m_document->textDocument(), nullptr, this, nullptr);
    }
    m_document = document;
    if (m_document) {
        connect(m_document->textDocument(), &QTextDocument::contentsChanged, this, [this] {
            if (!m_painting) {
                begin();
            }
        });
    }
    Q_EMIT changed();
}

void CodeColours::begin()
{
    m_done = 0;
    m_painter->key = m_key;
    m_painter->string = m_string;
    m_painter->number = m_number;
    m_painter->comment = m_comment;
    m_painter->state = {};
    m_soon.start();
}

void CodeColours::goOn()
{
    QTextDocument *text = m_document ? m_document->textDocument() : nullptr;
    if (!text) {
        return;
    }
    if (m_done == 0) {
        m_painter->setDefinition(definitionFor(m_file));
    }
    const int wanted = m_lastLine > 0 ? std::min(text->blockCount(), m_lastLine + kMargin) : text->blockCount();
    if (m_done >= wanted) {
        return;
    }
    QElapsedTimer spent;
    spent.start();
    QTextBlock line = text->findBlockByNumber(m_done);
    const int from = line.position();
    int until = from;
    while (line.isValid() && m_done < wanted && (m_done % kSliceLines != 0 || spent.elapsed() < kSlice)) {
        m_painter->paint(line);
        until = line.position() + line.length();
        line = line.next();
        ++m_done;
    }
    m_painting = true; // what follows says that the contents have changed
    text->markContentsDirty(from, until - from);
    m_painting = false;
    if (m_done < wanted) {
        m_soon.start();
    }
}

} // namespace sentinel::console
