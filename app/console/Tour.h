// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/Options.h"

#include <functional>

class QQuickItem;
class QQuickWindow;

namespace sentinel::shell {
class Console;
}

namespace sentinel::console {

/// Plays every page, state after state, and leaves a picture of each: `NN-page-stop-theme-language.png`. What it prints about
/// texts that are cut begins with "cut: ".
class Tour
{
public:
    Tour(shell::Console &console, QQuickWindow *window, const Options &options);
    /// False when a picture could not be taken; the reason is on stderr.
    [[nodiscard]] bool play();

private:
    struct Look
    {
        QString theme;
        QString language;
    };
    [[nodiscard]] QList<Look> looks() const;
    void playIn(const Look &look);
    void playPage(const QString &id);
    void playPalette();
    void takePicture(const QString &page, const QString &stop);
    void pressEscape();
    /// Draws frames until `condition` holds after one; false when it did not in time.
    [[nodiscard]] bool until(const std::function<bool()> &condition);
    [[nodiscard]] bool untilSettled();
    [[nodiscard]] QQuickItem *page() const;
    void fail(const QString &sentence);

    shell::Console &m_console;
    QQuickWindow *m_window;
    const Options &m_options;
    Look m_look;
    int m_number = 0;
    int m_pictures = 0;
    bool m_complete = true;
};

/// The preferences and drafts of whoever runs the tour stay out of the pictures, and theirs untouched: call before anything reads
/// them. The folder that stands in for them is removed at the end of the program.
void keepTourToItself();

} // namespace sentinel::console
