// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/kube/requests/ExecInput.h"

namespace sentinel::kube {

/// The first byte of each message of a command's connection.
enum class ExecChannel : char { Input = 0, Output = 1, Error = 2, Status = 3, Size = 4, Close = char(255) };

/// What is sent for a word to the command. `closesChannels`: the protocol knows an end of input; without, there is none to send.
[[nodiscard]] QList<QByteArray> execMessages(const ExecInput::Word &word, bool closesChannels);

/// How the command ended, of the Status that the server sends last. Errors: Internal, NotFound (no such container), Invalid.
[[nodiscard]] Result<ExecEnd> execEnd(const QByteArray &status);

} // namespace sentinel::kube
