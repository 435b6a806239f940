from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ChallengeIn")


@_attrs_define
class ChallengeIn:
    """A sign-in that waits for its second factor.

    Attributes:
        challenge (str): Of the refusal `second_factor_required`.
    """

    challenge: str

    def to_dict(self) -> dict[str, Any]:
        challenge = self.challenge

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "challenge": challenge,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        challenge = d.pop("challenge")

        challenge_in = cls(
            challenge=challenge,
        )

        return challenge_in
