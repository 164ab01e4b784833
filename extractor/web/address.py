"""Which addresses may be asked: those of the public internet, in whatever form they are written."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

_UNICAST = ip_network("2000::/3")
"""All that has ever been given out of IPv6 for the public internet (RFC 4291, IANA)."""
_NAT64 = ip_network("64:ff9b::/96")
"""IPv4 addresses as an IPv6-only network sees them (RFC 6052)."""
_METADATA = frozenset({IPv4Address("168.63.129.16")})
"""Services that tell a machine its secrets, where they stand in a public range (Azure)."""


def is_public(text: str) -> bool:
    """Whether `text`, an IP address as `getaddrinfo` writes it, is one of the public internet.

    Loopback, private, link-local, shared, multicast, reserved and cloud metadata addresses are not, nor are IPv6 forms
    that lead to one of these.

    >>> is_public("93.184.215.14"), is_public("169.254.169.254"), is_public("::ffff:127.0.0.1")
    (True, False, False)
    """
    address = _destination(ip_address(text.partition("%")[0]))
    if isinstance(address, IPv6Address) and address not in _UNICAST:
        return False
    return address.is_global and not address.is_multicast and address not in _METADATA


def _destination(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one stands for (mapped, 6to4, NAT64), else the address itself."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address
