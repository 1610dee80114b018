"""One console a profile: a second start hands its call to the first and ends."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT_MS = 2000
START_MS = 5000
AGAIN_MS = 100
LONGEST = 200


def _name(profile: Path) -> str:
    return "engagement-console-" + hashlib.sha256(str(profile.resolve()).encode()).hexdigest()[:16]


def hand_over(profile: Path, phone: str | None) -> bool:
    """Gives the running console a ringing number, or just calls it to the front."""
    socket = QLocalSocket()
    deadline = QDeadlineTimer(START_MS)
    socket.connectToServer(_name(profile))
    while not socket.waitForConnected(WAIT_MS):
        if deadline.hasExpired():
            return False
        QThread.msleep(AGAIN_MS)  # the running console may still be starting
        socket.connectToServer(_name(profile))
    socket.write(f"{phone or ''}\n".encode()[:LONGEST])
    done = socket.waitForBytesWritten(WAIT_MS)
    socket.disconnectFromServer()
    return bool(done)


class Handover(QObject):
    """Listens, for this user only, for what later starts hand over.

    Signals:
        rang: a number, or "" when somebody only started the console again.
    """

    rang = Signal(str)

    def __init__(self, profile: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(_name(profile))  # left behind by a crash; the lock is ours
        self._server.newConnection.connect(self._on_connection)
        self._server.listen(_name(profile))

    def close(self) -> None:
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.setParent(self)
        socket.setReadBufferSize(LONGEST)  # whoever sends without end fills no memory here
        socket.readyRead.connect(self._on_ready)
        socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _on_ready(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket) and socket.canReadLine():
            line = bytes(socket.readLine(LONGEST).data())
            self.rang.emit(line.decode(errors="replace").strip())
