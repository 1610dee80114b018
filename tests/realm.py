"""A Kerberos realm of the tests' own: a real KDC on a free port, in a folder of its own."""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

PROGRAMS = ("krb5kdc", "kdb5_util", "kadmin.local", "kinit")
PASSWORD = "ticket please"
NAME = "CENTER.TEST"
CONFIG = """
[libdefaults]
  default_realm = {name}
  dns_lookup_kdc = false
  dns_lookup_realm = false
  dns_canonicalize_hostname = false
  rdns = false
[realms]
  {name} = {{
    kdc = 127.0.0.1:{port}
  }}
[domain_realm]
  localhost = {name}
"""
KDC = """
[kdcdefaults]
  kdc_listen = 127.0.0.1:{port}
  kdc_tcp_listen = 127.0.0.1:{port}
[realms]
  {name} = {{
    database_name = {folder}/principal
    key_stash_file = {folder}/stash
    supported_enctypes = aes256-cts-hmac-sha1-96:normal
  }}
[logging]
  kdc = FILE:{folder}/log
"""


class Realm:
    """Starts its KDC at once; `close` stops it. Alice and bob have tickets to get."""

    PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = _free_port()
        values = {"name": NAME, "port": self._port, "folder": folder}
        (folder / "krb5.conf").write_text(CONFIG.format(**values))
        (folder / "kdc.conf").write_text(KDC.format(**values))
        self._tickets = folder / "tickets"
        self._call("kdb5_util", "create", "-s", "-r", NAME, "-P", "master")
        for login in ("alice", "bob"):
            self._call("kadmin.local", "addprinc", "-pw", PASSWORD, login)
        self._kdc = subprocess.Popen(
            [self._program("krb5kdc"), "-n"],
            env=self._environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()

    def close(self) -> None:
        self._kdc.terminate()
        self._kdc.wait(10)

    def environment(self, tickets: Path) -> dict[str, str]:
        """What a desk in this realm has in its environment; its tickets lie in this file."""
        self._tickets = tickets
        return {"KRB5_CONFIG": str(self._folder / "krb5.conf"), "KRB5CCNAME": f"FILE:{tickets}"}

    def keytab(self, service: str) -> bytes:
        """The key of a service, made on first use."""
        file = self._folder / f"{service.replace('/', '-')}.keytab"
        if not file.exists():
            self._call("kadmin.local", "addprinc", "-randkey", service)
            self._call("kadmin.local", "ktadd", "-k", str(file), service)
        return file.read_bytes()

    def sign_in(self, login: str) -> None:
        self._call("kinit", login, said=PASSWORD)

    def _call(self, program: str, *arguments: str, said: str = "") -> None:
        done = subprocess.run(
            [self._program(program), *arguments],
            env=self._environment(),
            input=said,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, f"{program}: {done.stdout}{done.stderr}"

    def _program(self, name: str) -> str:
        found = shutil.which(name, path=self.PATH)
        assert found is not None
        return found

    def _environment(self) -> dict[str, str]:
        profile = {"KRB5_KDC_PROFILE": str(self._folder / "kdc.conf")}
        return {**os.environ, **profile, **self.environment(self._tickets)}

    def _wait(self) -> None:
        """Until the KDC answers its port, or has ended."""
        deadline = time.monotonic() + 30
        while self._kdc.poll() is None and time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self._port)) == 0:
                    return
            time.sleep(0.01)
        raise RuntimeError((self._folder / "log").read_text())


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
