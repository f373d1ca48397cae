// SPDX-License-Identifier: GPL-3.0-or-later
// What a sign-in program writes: read or refused, and a refusal never repeats any of it, for it may be a secret.
#include "Fuzz.h"
#include "core/kube/access/ExecCredential.h"

using namespace sentinel;
using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray out = fuzz::bytesOf(data, size);
    const auto read = kube::readExecCredential(out, u"client.authentication.k8s.io/v1"_s, u"login"_s);
    if (!read) {
        fuzz::promise(!read.error().detail.isEmpty(), "a refusal has a sentence");
        fuzz::promise(!read.error().detail.contains(u"SECRET"), "a refusal repeats nothing of the answer");
        return 0;
    }
    fuzz::promise(!read->token.isEmpty() || !read->certificate.isEmpty(), "a credential is one");
    fuzz::promise(read->certificate.isEmpty() == read->key.isEmpty(), "a certificate comes with its key");
    for (const char letter : read->token) {
        fuzz::promise(letter > ' ' && letter <= '~', "a token cannot end a header");
    }
    return 0;
}
