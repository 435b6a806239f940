from typing import Literal

BandMode = Literal["progressive", "volume"]

BAND_MODE_VALUES: set[BandMode] = {
    "progressive",
    "volume",
}


def check_band_mode(value: str) -> BandMode:
    if value in BAND_MODE_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {BAND_MODE_VALUES!r}")
