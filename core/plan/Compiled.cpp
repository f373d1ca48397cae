// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Compiled.h"

#include "core/plan/ReadAnswer.h"

using namespace Qt::StringLiterals;

namespace sentinel::plan {

namespace {

Expression parsed(const QString &text)
{
    return text.isEmpty() ? Expression() : Expression::parse(text).value_or(Expression());
}

} // namespace

Compiled::Compiled(const Catalogue &catalogue)
    : m_catalogue(catalogue)
{
    QList<Item> items;
    items.reserve(catalogue.questions().size());
    for (const Question &question : catalogue.questions()) {
        Item item{.question = &question, .value = parsed(question.defaultExpression), .when = parsed(question.whenExpression)};
        item.derived = !item.value.isEmpty() && !item.value.isLiteral();
        items.append(std::move(item));
    }
    order(std::move(items));
    for (const Profile &profile : catalogue.profiles()) {
        QHash<QString, Datum> &answers = m_profiles[profile.name];
        for (const auto &[key, text] : profile.answers) {
            const Question *question = catalogue.find(key);
            if (auto read = question ? readAnswer(*question, text, key) : std::expected<Datum, Wrong>(Datum())) {
                answers.insert(key, *std::move(read));
            }
        }
    }
}

/// Depth first, so that whatever a question reads stands before it and the wizard's order is kept where nothing else rules.
void Compiled::order(QList<Item> items)
{
    enum class Mark { Unseen, Open, Done };
    QHash<QString, qsizetype> indexOf;
    for (qsizetype index = 0; index < items.size(); ++index) {
        indexOf.insert(items.at(index).question->key, index);
    }
    QList<Mark> marks(items.size(), Mark::Unseen);
    m_items.reserve(items.size());
    const auto visit = [&](const auto &self, qsizetype index) -> void {
        marks[index] = Mark::Open;
        for (const Expression *expression : {&items.at(index).value, &items.at(index).when}) {
            for (const QString &key : expression->keys()) {
                const qsizetype read = indexOf.value(key, -1);
                if (read < 0 || marks.at(read) == Mark::Done) {
                    continue;
                }
                if (marks.at(read) == Mark::Open) {
                    m_circle = {key, items.at(index).question->key};
                    continue;
                }
                self(self, read);
            }
        }
        marks[index] = Mark::Done;
        m_items.append(items.at(index));
    };
    for (qsizetype index = 0; index < items.size(); ++index) {
        if (marks.at(index) == Mark::Unseen) {
            visit(visit, index);
        }
    }
}

const QHash<QString, Datum> &Compiled::profile(const QString &name) const
{
    static const QHash<QString, Datum> none;
    const auto found = m_profiles.constFind(name);
    return found == m_profiles.constEnd() ? none : *found;
}

} // namespace sentinel::plan
