// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/Sentinel/Plan/FindingsController.h"

#include "qml/Sentinel/Plan/PlanWords.h"
#include "qml/Sentinel/Rows/ShellWord.h"

#include <QCoreApplication>
#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>
#include <functional>

using namespace Qt::StringLiterals;

namespace sentinel::console {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Text)
};

/// Undo held down, or an answer and the next one, are one check.
constexpr auto kDelay = std::chrono::milliseconds(300);

using Outcome = std::shared_ptr<Result<CheckedBundle>>;

/// Where checks run: one that is stopped may still be ending while the next begins.
class CheckThreads
{
public:
    static CheckThreads &all()
    {
        static CheckThreads *threads = new CheckThreads; // never destroyed: it is idle when the program ends
        return *threads;
    }
    void start(const QFuture<Outcome> &run, std::function<void()> work)
    {
        m_runs.removeIf([](const QFuture<Outcome> &each) { return each.isFinished(); });
        m_runs.append(run);
        m_pool.start(std::move(work));
    }

private:
    CheckThreads()
    {
        m_pool.setMaxThreadCount(2);
        // While there still are events: what waits for another process cannot end without them.
        QObject::connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, &m_pool, [this] {
            for (QFuture<Outcome> &run : m_runs) {
                run.cancel();
            }
            m_pool.waitForDone();
        });
    }

    QThreadPool m_pool;
    QList<QFuture<Outcome>> m_runs; ///< those not known to be over
};

/// The whole check, in the thread it is called in; a cancelled promise stops it.
void check(const std::shared_ptr<QPromise<Outcome>> &promise, const bundle::Bundle &bundle, const QStringList &environments)
{
    if (promise->isCanceled()) {
        return; // before its turn came; the promise's end is told by its last owner
    }
    CancelSource stop;
    QFutureWatcher<Outcome> watcher; // hears of it in this thread, while the check waits for helm
    QObject::connect(&watcher, &QFutureWatcherBase::canceled, &watcher, [&stop] { stop.cancel(); });
    watcher.setFuture(promise->future());
    auto outcome = QCoro::waitFor(checkBundle(bundle, environments, stop.token()));
    promise->addResult(std::make_shared<Result<CheckedBundle>>(std::move(outcome)));
    promise->finish();
}

} // namespace

FindingsController::FindingsController(QObject *parent)
    : QObject(parent)
    , m_groups(new RowsModel({"id", "title", "shown"}, this))
    , m_rows(new RowsModel(findingRoles(), this))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &FindingsController::start);
}

FindingsController::~FindingsController()
{
    m_run.cancel();
}

void FindingsController::setReview(ReviewController *review)
{
    if (review == m_review) {
        return;
    }
    if (m_review) {
        disconnect(m_review, nullptr, this, nullptr);
    }
    m_review = review;
    if (m_review) {
        connect(m_review, &ReviewController::planChanged, this, &FindingsController::planOpened);
        connect(m_review, &ReviewController::changed, this, &FindingsController::consider);
        connect(m_review, &ReviewController::made, this, &FindingsController::consider);
        planOpened();
    }
    Q_EMIT reviewChanged();
}

void FindingsController::planOpened()
{
    if (PlanController *plan = m_review->plan()) {
        connect(plan, &PlanController::refreshed, this, &FindingsController::showRows, Qt::UniqueConnection);
        connect(plan->document(), &PlanDocument::opened, this, &FindingsController::forget, Qt::UniqueConnection);
    }
    consider();
}

void FindingsController::forget()
{
    stop();
    m_checked.reset();
    m_checkedAnswers.clear();
    m_triedAnswers.clear();
    m_trouble = {};
    showRows();
    Q_EMIT checked();
}

QString FindingsController::answersNow() const
{
    const PlanController *plan = m_review ? m_review->plan() : nullptr;
    PlanDocument *document = plan ? m_review->plan()->document() : nullptr;
    return document && document->isOpen() ? plan->languageName() + u'\n' + QString::fromUtf8(document->plan().text()) : QString();
}

QString FindingsController::environmentShown() const
{
    return m_review && m_review->plan() ? m_review->plan()->environment() : QString();
}

void FindingsController::consider()
{
    const QString answers = answersNow();
    const bool wanted = m_review->isActive() && !answers.isEmpty();
    if (!wanted || (m_running && answers != m_runningAnswers)) {
        stop();
    }
    // The bundle of the newest answers comes first; it says when it is there.
    if (wanted && m_review->bundle() && !m_review->isBusy() && !m_running && answers != m_triedAnswers) {
        m_delay.start();
    }
    Q_EMIT changed();
}

void FindingsController::checkAgain()
{
    stop();
    m_triedAnswers.clear();
    consider();
}

void FindingsController::stop()
{
    m_delay.stop();
    m_run.cancel();
    m_running = false;
}

void FindingsController::start()
{
    const bundle::Bundle *bundle = m_review->bundle();
    if (!bundle || m_review->isBusy()) {
        return; // another bundle is being made, and says when it is there
    }
    m_running = true;
    m_runningAnswers = answersNow();
    const auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    m_run = promise->future();
    m_run.then(this, [this, answers = m_runningAnswers](const Outcome &outcome) { finish(answers, outcome); });
    const QStringList environments = m_review->plan()->document()->plan().environments();
    CheckThreads::all().start(m_run, [promise, bundle = *bundle, environments] { check(promise, bundle, environments); });
    Q_EMIT changed();
}

void FindingsController::finish(const QString &answers, const Outcome &outcome)
{
    if (!m_running || answers != m_runningAnswers) {
        return;
    }
    m_running = false;
    m_triedAnswers = answers;
    if (*outcome) {
        m_checked = std::make_shared<const CheckedBundle>(std::move(**outcome));
        m_checkedAnswers = answers;
        m_trouble = {};
        QList<bundle::File> rendered;
        for (const CheckedEnvironment &environment : m_checked->environments) {
            rendered += environment.rendered;
        }
        m_review->setRendered(rendered);
        showRows();
    } else if (outcome->error().kind != Error::Kind::Cancelled) {
        m_trouble = Trouble::of(outcome->error());
        if (outcome->error().kind == Error::Kind::Unreachable) {
            m_trouble.nextStep.clear(); // a program is missing, and the sentence says how to get it
        }
    }
    Q_EMIT changed();
    Q_EMIT checked();
}

void FindingsController::showRows()
{
    FindingRows found;
    if (m_checked) {
        found = findingRows(*m_checked, m_review->bundle(), environmentShown(), m_hidden, m_review->plan()->language());
    }
    m_counts = found.counts;
    m_rows->setRows(found.rows);
    showGroups();
    Q_EMIT changed();
}

void FindingsController::toggle(const QString &group)
{
    if (!m_hidden.remove(group)) {
        m_hidden.insert(group);
    }
    showRows();
}

void FindingsController::showAll()
{
    m_hidden = {groupName(FindingGroup::Exempted)};
    showRows();
}

bool FindingsController::isOlder() const
{
    return m_checked && answersNow() != m_checkedAnswers;
}

int FindingsController::count(FindingGroup group) const
{
    return m_counts.at(static_cast<std::size_t>(group));
}

int FindingsController::count() const
{
    return count(FindingGroup::Errors) + count(FindingGroup::Warnings) + count(FindingGroup::Notes);
}

void FindingsController::showGroups()
{
    QList<RowsModel::Row> rows;
    for (const FindingGroup group : kFindingGroups) {
        rows.append({{u"id"_s, groupName(group)},
                     {u"title"_s, Text::tr("%1 %2").arg(groupTitle(group)).arg(count(group))},
                     {u"shown"_s, !m_hidden.contains(groupName(group))}});
    }
    m_groups->setRows(rows);
}

QString FindingsController::headline() const
{
    if (!m_checked) {
        return isBusy()             ? Text::tr("Checking what would be installed…")
            : m_trouble.isPresent() ? Text::tr("It could not be checked")
                                    : Text::tr("Not checked yet");
    }
    const Language language = m_review->plan()->language();
    if (const int errors = count(FindingGroup::Errors); errors > 0) {
        return counted(errors, Text::tr("1 error must be mended first"), Text::tr("%1 errors must be mended first"), language);
    }
    if (const int warnings = count(FindingGroup::Warnings); warnings > 0) {
        return counted(warnings, Text::tr("1 warning is worth a look"), Text::tr("%1 warnings are worth a look"), language);
    }
    return Text::tr("Nothing wrong in what would be installed");
}

QString FindingsController::note() const
{
    if (isOlder()) {
        return isBusy() || m_review->isBusy()
            ? Text::tr("Your last answers are being checked; what is shown is from before them.")
            : Text::tr("What is shown is from before your last answers.");
    }
    if (!m_checked) {
        return isBusy() ? Text::tr("helm makes every object of the chart, and each is held against the rules.")
            : m_review && m_review->bundle()
            ? QString()
            : Text::tr("Mend the problems of the plan first: without a bundle there is nothing to check.");
    }
    int objects = 0;
    QStringList versions;
    for (const CheckedEnvironment &each : m_checked->environments) {
        if (environmentShown().isEmpty() || each.name == environmentShown()) {
            objects += each.objects;
            versions.append(each.kubernetesVersion);
        }
    }
    versions.removeDuplicates();
    return counted(objects, Text::tr("1 object, held against the rules and Kubernetes %2"),
                   Text::tr("%1 objects, held against the rules and Kubernetes %2"), m_review->plan()->language())
        .arg(versions.join(u", "_s));
}

QString FindingsController::command() const
{
    if (!m_review) {
        return {};
    }
    const QString command = u"sentinelctl bundle check "_s + shellWord(m_review->targetFolder());
    return environmentShown().isEmpty() ? command : command + u" --environment "_s + shellWord(environmentShown());
}

} // namespace sentinel::console
