// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollback/Services.h"

namespace sentinel::rollback {

/// The same candidates, those of Argo CD with what each would change: images, values and objects. The newest ten are looked at; a
/// version that cannot be read says why. What Helm keeps is compared when its history is read. Errors: Cancelled only.
[[nodiscard]] Async<QList<Candidate>> withDistances(QList<Candidate> candidates, Subject subject, Services services,
                                                    CancelToken cancel);

/// Between what two versions hold; pure.
[[nodiscard]] Distance distanceBetween(const Candidate &now, const Content &present, const Candidate &then, const Content &past);

/// Images of what runs pods, hooks left out; pure.
[[nodiscard]] QList<ImageChange> imagesBetween(const QList<QJsonObject> &now, const QList<QJsonObject> &then);

} // namespace sentinel::rollback
