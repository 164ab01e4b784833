"""Connections that lead only to addresses that may be asked, and whose answers end in time.

urllib3 asks the system for a name's addresses and connects to one of them in the same step, and it limits the time
between two packets, not the time of an answer. Both are settled here, below redirects, retries and keep-alive, so that
nothing above can get around them.
"""

import http.client
import io
import socket
from functools import partial
from time import monotonic
from typing import ClassVar

from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError
from urllib3.response import HTTPResponse

from extractor.errors import FetchFailed, Reason
from extractor.web.address import is_public


class _TimelyReader(io.RawIOBase):
    """What a socket receives, nothing of it later than `deadline` (seconds of the monotonic clock)."""

    def __init__(self, sock: socket.socket, deadline: float) -> None:
        self._sock = sock
        self._stream = sock.makefile("rb", buffering=0)
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int | None:  # type: ignore[override] # the buffer is a memoryview
        remaining = self._deadline - monotonic()
        if remaining <= 0:
            raise TimeoutError("the answer takes too long")
        self._sock.settimeout(remaining)
        return self._stream.readinto(buffer)

    def close(self) -> None:
        self._stream.close()
        super().close()


class _TimelyResponse(http.client.HTTPResponse):
    """An answer of which the last byte, not only the next one, must come before `deadline`."""

    def __init__(self, sock: socket.socket, *args: object, deadline: float, **kwargs: object) -> None:
        super().__init__(sock, *args, **kwargs)  # type: ignore[arg-type] # handed on as they came
        self.fp.close()
        self.fp = io.BufferedReader(_TimelyReader(sock, deadline))


class _Careful(HTTPConnection):
    """What is the same for connections with and without TLS."""

    private_allowed: ClassVar[bool] = False

    def getresponse(self) -> HTTPResponse:  # type: ignore[override] # urllib3's class stands in for the built-in one
        """The answer, with the time limit that urllib3 sets per packet as the limit for the whole."""
        deadline = monotonic() + float(self.timeout or 0)
        self.response_class = partial(_TimelyResponse, deadline=deadline)  # type: ignore[assignment] # called only
        return super().getresponse()

    def _new_conn(self) -> socket.socket:
        """Connect to an address that was looked at, since a name that is resolved again may lead elsewhere."""
        name, failure = self.host, None
        for address in self._addresses():
            try:
                self.host = address
                return super()._new_conn()
            except (NewConnectionError, ConnectTimeoutError) as error:
                failure = error
            finally:
                self.host = name
        raise failure or NameResolutionError(name, self, socket.gaierror("it has no address"))

    def _addresses(self) -> list[str]:
        try:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        except (socket.gaierror, UnicodeError) as error:
            raise NameResolutionError(self.host, self, socket.gaierror(str(error))) from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        allowed = [address for address in addresses if self.private_allowed or is_public(address)]
        if addresses and not allowed:
            raise FetchFailed(
                Reason.PRIVATE_ADDRESS,
                f"{self.host} is at {addresses[0]}, which is no address of the public internet; "
                "if the server is yours, use --allow-private",
            )
        return allowed


def _pools(*, allow_private: bool) -> dict[str, type[HTTPConnectionPool]]:
    """What makes connections that are careful, by scheme."""

    class Plain(_Careful):
        private_allowed = allow_private

    class TLS(_Careful, HTTPSConnection):
        private_allowed = allow_private

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class TLSPool(HTTPSConnectionPool):
        ConnectionCls = TLS

    return {"http": PlainPool, "https": TLSPool}


class CarefulAdapter(HTTPAdapter):
    """The adapter of a `requests` session that asks only public addresses, or with `allow_private` all of them."""

    def __init__(self, *, allow_private: bool = False, hosts: int = 64) -> None:
        self._pools = _pools(allow_private=allow_private)
        super().__init__(pool_connections=hosts, pool_maxsize=1)

    def init_poolmanager(self, *args: object, **kwargs: object) -> None:
        """Make the pools whose connections are careful."""
        super().init_poolmanager(*args, **kwargs)  # type: ignore[arg-type] # handed on as they came
        self.poolmanager.pool_classes_by_scheme = self._pools
