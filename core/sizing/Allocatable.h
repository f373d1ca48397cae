// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sentinel::sizing {

/// What kubelet and the system leave of a machine, as GKE and AKS reserve it: 4 cores / 16 GiB → 3.92 / 13.3.
[[nodiscard]] double allocatableCpu(double cores);
[[nodiscard]] double allocatableMemory(double bytes);

} // namespace sentinel::sizing
