# SPDX-License-Identifier: GPL-3.0-or-later
"""A name server for one test: names.py ADDRESS FILE. FILE is a map of names to addresses (JSON), read anew for each question; a name that is
not in it does not exist. Only A records, as a cluster of IPv4 has them."""
import json
import pathlib
import socket
import struct
import sys

A = 1


def question(packet):
    labels, place = [], 12
    while packet[place]:
        length = packet[place]
        labels.append(packet[place + 1:place + 1 + length].decode("ascii").lower())
        place += 1 + length
    kind, _ = struct.unpack_from("!HH", packet, place + 1)
    return ".".join(labels), kind, packet[12:place + 5]


def answer(packet, names):
    name, kind, asked = question(packet)
    known = name in names
    found = [socket.inet_aton(names[name])] if known and kind == A else []
    head = packet[:2] + struct.pack("!HHHHH", 0x8580 if known else 0x8583, 1, len(found), 0, 0)
    return head + asked + b"".join(b"\xc0\x0c" + struct.pack("!HHIH", A, 1, 1, 4) + one for one in found)


def main(address, file):
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((address, 53))
    while True:
        packet, client = server.recvfrom(4096)
        try:
            server.sendto(answer(packet, json.loads(pathlib.Path(file).read_text(encoding="utf-8"))), client)
        except (IndexError, UnicodeDecodeError, struct.error) as broken:
            print(f"a question that is none: {broken}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
