// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "qml/Sentinel/Plan/HardwareController.h"
#include "qml/Sentinel/Plan/PlanController.h"
#include "qml/Sentinel/Plan/PlanWords.h"
#include "qml/Sentinel/Plan/ReviewController.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace sentinel::journeys {

using namespace Qt::StringLiterals;

/// A person at the console: the controllers of the plan page, on a state folder of their own.
class Person
{
public:
    explicit Person(const QString &draftsFolder) { sitDown(draftsFolder); }

    console::PlanController wizard;
    console::HardwareController hardware;
    console::ReviewController review;

    [[nodiscard]] console::PlanDocument &document() { return *wizard.document(); }
    void types(const QString &key, const QString &text)
    {
        wizard.answer(key, text);
        wizard.settle(key);
    }
    /// The field of a question, among the usual and the seldom ones of the open step.
    [[nodiscard]] QVariantMap field(const QString &key)
    {
        const auto usual = rows("questions")->find(key);
        return usual.isEmpty() ? rows("moreQuestions")->find(key) : usual;
    }
    [[nodiscard]] console::RowsModel *rows(const char *property) { return rowsOf(&wizard, property); }
    [[nodiscard]] static console::RowsModel *rowsOf(const QObject *controller, const char *property)
    {
        return controller->property(property).value<console::RowsModel *>();
    }
    /// Opens the review and waits for its bundle.
    [[nodiscard]] bool reviews()
    {
        QSignalSpy made(&review, &console::ReviewController::made);
        wizard.setStep(u"review"_s);
        review.setActive(true);
        return !made.isEmpty() || made.wait(20'000);
    }
    [[nodiscard]] bool writes(const QString &folder)
    {
        QSignalSpy wrote(&review, &console::ReviewController::wrote);
        QSignalSpy changed(&review, &console::ReviewController::changed);
        review.write(folder);
        while (wrote.isEmpty() && !review.trouble().isPresent()) {
            if (!changed.wait(20'000)) {
                return false;
            }
        }
        return !wrote.isEmpty();
    }

private:
    void sitDown(const QString &draftsFolder)
    {
        wizard.setDraftsFolder(draftsFolder);
        hardware.setPlan(&wizard);
        review.setPlan(&wizard);
    }
};

inline void writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

} // namespace sentinel::journeys
