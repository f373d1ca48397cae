// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/yaml/Gap.h"

#include <QHash>
#include <unordered_map>
#include <vector>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

namespace sentinel::yaml {

/// Builds trees from yaml-cpp's events and refuses what yaml-cpp lets pass. Its tag tells quoted ("!") from plain ("?") scalars.
class TreeBuilder final : public YAML::EventHandler
{
public:
    enum class Documents { One, Many };

    TreeBuilder(const Source &source, Limits limits, Documents documents);

    void OnDocumentStart(const YAML::Mark &mark) override;
    void OnDocumentEnd() override;
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override;
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, const std::string &content) override;
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override;
    void OnSequenceEnd() override;
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override;
    void OnMapEnd() override;

    /// Walks over the rest of the text and hands out the documents.
    [[nodiscard]] QList<Value> finish();

    // --- how far it came, for the sentence when yaml-cpp gives up
    // -------------------------------------------------------------------
    [[nodiscard]] qsizetype readUpTo() const { return m_gap.at(); }
    [[nodiscard]] Span lastScalar() const { return m_lastScalar; }
    [[nodiscard]] qsizetype openBracket() const; ///< of the innermost flow collection still open, or -1

private:
    enum class Style { Block, Flow, Pair }; ///< Pair: "a: b" inside [ ], a map without braces

    struct Frame
    {
        bool isMap = false;
        Style style = Style::Block;
        qsizetype begin = 0;
        qsizetype column = 0; ///< bytes from the line's start
        YAML::anchor_t anchor = 0;
        qsizetype nodes = 1;
        int depth = 1;
        bool hasKey = false; ///< `key` waits for its value
        Entry key{};
        QList<Value> items{};
        QList<Entry> entries{};
        QHash<QString, int> lines{}; ///< of the keys, once there are many
    };

    struct Node
    {
        Value value;
        qsizetype nodes = 1;
        int depth = 0;
    };

    struct Explicit
    {
        qsizetype begin = 0; ///< behind the properties
        QByteArray tag; ///< as written, "" when there is none
    };

    [[nodiscard]] qsizetype position(const YAML::Mark &mark) const;
    [[nodiscard]] Explicit skipProperties(qsizetype at, int most) const;
    [[nodiscard]] bool expectsKey() const { return !m_frames.empty() && m_frames.back().isMap && !m_frames.back().hasKey; }
    [[nodiscard]] bool belongsHere(qsizetype at) const;
    [[nodiscard]] Value scalarValue(qsizetype begin, const std::string &tag, const QString &text) const;
    [[nodiscard]] Span scalarSpan(qsizetype begin, const std::string &content) const;
    void start(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YAML::EmitterStyle::value style,
               bool isMap);
    void end();
    void takeKey(Value value, Span span);
    void refuseDuplicate(Frame &frame) const;
    [[noreturn]] void refuseKey(qsizetype at) const;
    void impliedNull(qsizetype at, YAML::anchor_t anchor);
    void deliver(Node node, Span span, YAML::anchor_t anchor);
    void count(qsizetype nodes, qsizetype at);

    const Source &m_source;
    Limits m_limits;
    Documents m_documents;
    Gap m_gap;
    Span m_lastScalar;
    qsizetype m_nodes = 0;
    std::vector<Frame> m_frames;
    std::unordered_map<YAML::anchor_t, Node> m_anchors;
    Value m_root;
    QList<Value> m_done;
    int m_documentCount = 0;
};

} // namespace sentinel::yaml
