"""The virus scanner, where one is configured: clamd by its socket. When it does not answer, nothing is taken."""

import socket
import struct

from jobboard.resumes.refusal import NotTaken

PATIENCE_SECONDS = 20
CHUNK = 64 * 1024


def scan(data: bytes, address: str) -> None:
    """Raises NotTaken when clamd finds something or cannot be asked. `address`: a socket's path, or host:port."""
    try:
        answer = ask(data, address)
    except OSError as error:
        raise NotTaken("scanner_away") from error
    if answer.endswith(b"FOUND"):
        raise NotTaken("infected")
    if answer != b"stream: OK":
        raise NotTaken("scanner_away")


def ask(data: bytes, address: str) -> bytes:
    """clamd's INSTREAM: chunks with their length in front, an empty one at the end."""
    with connect(address) as line:
        line.sendall(b"zINSTREAM\0")
        for start in range(0, len(data), CHUNK):
            chunk = data[start : start + CHUNK]
            line.sendall(struct.pack("!I", len(chunk)) + chunk)
        line.sendall(struct.pack("!I", 0))
        return line.recv(4096).strip(b"\0\n ")


def connect(address: str) -> socket.socket:
    if "/" in address:
        line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        line.settimeout(PATIENCE_SECONDS)
        try:
            line.connect(address)
        except OSError:
            line.close()
            raise
        return line
    host, _, port = address.rpartition(":")
    return socket.create_connection((host, int(port)), timeout=PATIENCE_SECONDS)
