// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kube/rows/FieldTree.h"

namespace sentinel::kube {

/// Tells `reader` what an object in protobuf holds. False: it is none.
[[nodiscard]] bool readProtobuf(std::string_view object, std::span<const FieldNode> tree, FieldReader &reader);

/// What a server puts around an object: four letters, its kind, and the object. Views into the bytes.
struct ProtobufEnvelope
{
    std::string_view kind{};
    std::string_view object{};
};
constexpr std::string_view kProtobufMagic{"k8s\0", 4};
[[nodiscard]] bool readEnvelope(std::string_view bytes, ProtobufEnvelope &envelope);

/// Of a watch: what happened, and the object in its envelope.
struct ProtobufEvent
{
    std::string_view type{};
    ProtobufEnvelope object{};
};
[[nodiscard]] bool readEvent(std::string_view frame, ProtobufEvent &event);

/// The head of a list.
struct ListHead
{
    std::string_view version{};
    std::string_view place{}; ///< where the next page goes on; empty: this was the last
    qint64 remaining = -1; ///< objects behind this page; -1: not said
};
[[nodiscard]] bool readListHead(std::string_view bytes, ListHead &head);

/// A refusal of the server.
struct ProtobufStatus
{
    std::string_view message{};
    std::string_view reason{};
    int code = 0;
    std::string_view cause{}; ///< reason of the last of its causes
};
[[nodiscard]] bool readStatus(std::string_view object, ProtobufStatus &status);

} // namespace sentinel::kube
