"""Networks that no request of ours may reach: the special-purpose registries of IPv4 and IPv6, as data."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from ipaddress import IPv4Network, IPv6Network, ip_network


@cache
def refused() -> tuple[tuple[IPv4Network | IPv6Network, str], ...]:
    """Each network and what it is for. IPv6 outside 2000::/3 is refused as a whole and is not listed."""
    lines = files("workers.resources").joinpath("refused_networks.tsv").read_text().splitlines()
    return tuple((ip_network(network), purpose) for network, purpose in (line.split("\t") for line in lines if line))
