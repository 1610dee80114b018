"""A line to a server that can be cut in every way that real lines are: by a proxy of our own."""

import socket
import struct
import threading
import time
from contextlib import suppress
from typing import Literal

Mode = Literal["open", "blackhole", "refuse", "reset", "slow", "lose_ack"]
"""blackhole: bytes vanish, connections stay. refuse: nobody listens. reset: lines are torn.
slow: each answer takes `delay` longer. lose_ack: the answer to a COMMIT vanishes with its line."""

RESET = struct.pack("ii", 1, 0)


class Proxy:
    """Forwards from a port of its own to a server's, as `mode` says.

    Attributes:
        port: where it listens.
        mode: may be changed at any time, for open lines too.
        delay: seconds, for "slow".
        lost: how many answers to a COMMIT were lost.
        cut: how many lines were torn.
    """

    def __init__(self, to_port: int, *, delay: float = 0.05) -> None:
        self._to_port = to_port
        self.mode: Mode = "open"
        self.delay = delay
        self.lost = 0
        self.cut = 0
        self._lines: set[_Line] = set()
        self._closed = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, name="proxy", daemon=True).start()

    def close(self) -> None:
        self._closed.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.tear()

    def tear(self) -> None:
        """Reset every line that is open now."""
        for line in list(self._lines):
            line.tear()

    def change(self, mode: Mode) -> None:
        self.mode = mode
        if mode in ("refuse", "reset"):
            self.tear()

    def _accept(self) -> None:
        while not self._closed.is_set():
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self.mode in ("refuse", "reset"):
                _reset(client)
                continue
            try:
                server = socket.create_connection(("127.0.0.1", self._to_port))
            except OSError:  # nobody listens there now
                _reset(client)
            else:
                self._lines.add(_Line(self, client, server))


class _Line:
    """One connection: a thread for each direction."""

    def __init__(self, proxy: Proxy, client: socket.socket, server: socket.socket) -> None:
        self._proxy, self._client, self._server = proxy, client, server
        self._committing = False
        for work in (self._requests, self._answers):
            threading.Thread(target=work, name="proxy line", daemon=True).start()

    def tear(self) -> None:
        if self in self._proxy._lines:
            self._proxy._lines.discard(self)
            self._proxy.cut += 1
        _reset(self._client)
        _reset(self._server)

    def _requests(self) -> None:
        while data := self._read(self._client):
            if self._proxy.mode == "lose_ack" and b"COMMIT\0" in data:
                self._committing = True
            self._write(self._server, data)
        self.tear()

    def _answers(self) -> None:
        while data := self._read(self._server):
            if self._committing:
                self._proxy.lost += 1
                break
            if self._proxy.mode == "slow":
                time.sleep(self._proxy.delay)
            self._write(self._client, data)
        self.tear()

    def _read(self, source: socket.socket) -> bytes:
        try:
            return source.recv(65536)
        except OSError:
            return b""

    def _write(self, target: socket.socket, data: bytes) -> None:
        if self._proxy.mode != "blackhole":
            with suppress(OSError):
                target.sendall(data)


def _reset(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)  # wakes the thread that reads from it
    with suppress(OSError):
        connection.close()
