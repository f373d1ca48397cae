// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/CodeColours.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

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

CodeColours::CodeColours(QObject *parent)
    : QObject(parent)
{
}

CodeColours::~CodeColours() = default;

void CodeColours::setDocument(QQuickTextDocument *document)
{
    if (document != m_document) {
        m_document = document;
        m_highlighter.reset();
        if (m_document) {
            m_highlighter = std::make_unique<KSyntaxHighlighting::SyntaxHighlighter>(m_document->textDocument());
        }
        apply();
    }
}

void CodeColours::setFile(const QString &file)
{
    if (file != m_file) {
        m_file = file;
        apply();
    }
}

void CodeColours::setDark(bool dark)
{
    if (dark != m_dark) {
        m_dark = dark;
        apply();
    }
}

void CodeColours::apply()
{
    if (m_highlighter) {
        // The GitHub themes keep 4.5:1 for every style on our sunken ground; Breeze's comments do not.
        m_highlighter->setTheme(repository().theme(m_dark ? u"GitHub Dark"_s : u"GitHub Light"_s));
        m_highlighter->setDefinition(definitionFor(m_file));
    }
    Q_EMIT changed();
}

} // namespace sentinel::console
