// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/Catalogue.h"

#include "core/plan/Closest.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace sentinel::plan {

Catalogue::Catalogue(QList<Step> steps, QList<Question> questions, QList<Rule> rules, QList<Profile> profiles)
    : m_steps(std::move(steps))
    , m_questions(std::move(questions))
    , m_rules(std::move(rules))
    , m_profiles(std::move(profiles))
{
    m_byKey.reserve(m_questions.size());
    for (qsizetype index = 0; index < m_questions.size(); ++index) {
        m_byKey.insert(m_questions.at(index).key, index);
    }
}

const Question *Catalogue::find(QStringView key) const
{
    const auto found = m_byKey.constFind(key);
    return found == m_byKey.constEnd() ? nullptr : &m_questions.at(*found);
}

const Profile *Catalogue::profile(QStringView name) const
{
    const auto found = std::ranges::find_if(m_profiles, [&](const Profile &each) { return each.name == name; });
    return found == m_profiles.end() ? nullptr : &*found;
}

QString Catalogue::closestKey(QStringView key) const
{
    const QStringView step = key.left(key.indexOf(u'.'));
    const QStringView name = key.sliced(key.indexOf(u'.') + 1);
    QStringList all;
    all.reserve(m_questions.size());
    // The right name under the wrong step is the commonest slip, and no distance between texts finds it.
    for (const Question &question : m_questions) {
        const QString &known = question.key;
        if (QStringView(known).sliced(known.indexOf(u'.') + 1).compare(name, Qt::CaseInsensitive) == 0 && known != key) {
            return known;
        }
        all.append(known);
    }
    QStringList sameStep;
    std::ranges::copy_if(all, std::back_inserter(sameStep), [&](const QString &known) {
        return known.size() > step.size() && known.startsWith(step) && known.at(step.size()) == u'.';
    });
    const QString near = closest(key, sameStep);
    return near.isEmpty() ? closest(key, all) : near;
}

} // namespace sentinel::plan
