import ipaddress
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.web.address import is_public

PRIVATE_NETWORKS = [
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29",
    "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4",
]  # fmt: skip
IPV6_NETWORKS = [
    "::/127", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8", "2001:db8::/32", "100::/64", "64:ff9b:1::/48",
]  # fmt: skip


def addresses(networks: list[str]) -> st.SearchStrategy[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    return st.sampled_from(networks).flatmap(lambda network: st.ip_addresses(network=network))


@given(addresses(PRIVATE_NETWORKS + IPV6_NETWORKS))
def test_addresses_that_are_not_of_the_public_internet(
    address: ipaddress.IPv4Address | ipaddress.IPv6Address,
) -> None:
    assert not is_public(str(address))


@given(addresses(PRIVATE_NETWORKS))
def test_no_ipv6_form_of_a_private_address_is_public(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    mapped = ipaddress.IPv6Address((0xFFFF << 32) | number)
    compatible = ipaddress.IPv6Address(number)
    six_to_four = ipaddress.IPv6Address((0x2002 << 112) | (number << 80) | 1)
    nat64 = ipaddress.IPv6Address((0x64FF9B << 96) | number)
    assert not any(map(is_public, map(str, (mapped, compatible, six_to_four, nat64))))


@pytest.mark.parametrize("metadata", ["169.254.169.254", "100.100.100.200", "fd00:ec2::254", "168.63.129.16"])
def test_metadata_services_of_clouds(metadata: str) -> None:
    assert not is_public(metadata)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"]
)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("spelling", ["2130706433", "0x7f.1", "127.1", "0177.0.0.1", "localhost", "0"])
def test_spellings_of_this_machine_as_the_system_resolves_them(spelling: str) -> None:
    found = {str(entry[4][0]) for entry in socket.getaddrinfo(spelling, 80, type=socket.SOCK_STREAM)}
    assert found
    assert not any(map(is_public, found))


def test_a_scope_does_not_hide_a_link_local_address() -> None:
    assert not is_public("fe80::1%eth0")
