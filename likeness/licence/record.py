"""Packings put together: lists whose members are packed alike, and maps with small numbers as keys.

They keep the promise of `packing` because their parts do, and because a default that is written out is refused where it
stands, and so is whatever is twice, missing or unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from likeness.errors import Unreadable
from likeness.licence import coherent
from likeness.licence.packing import Packing, of_type, otherwise

NEEDED = object()  # the default of a part that is always there
_list = of_type(list)


@dataclass(frozen=True)
class Part:
    """One key of a map: its number, its name, how it is packed; a value equal to `default` is left out."""

    number: int
    name: str
    packing: Packing
    default: Any = NEEDED


def list_of(item: Packing, *, most: int, once: bool = False) -> Packing:
    """A list of at most `most` members, each packed alike; with `once` no two are the same."""

    def unpack(values: Any) -> tuple[Any, ...]:
        if len(_list(values)) > most:
            raise Unreadable("list-too-long", most=most)
        found = tuple(map(item.unpack, values))
        return coherent.once(found) if once else found

    return Packing(lambda values: [item.pack(value) for value in values], unpack)


def record(
    build: Callable[..., Any],
    *parts: Part,
    names: Callable[[Any], Mapping[str, Any]] = vars,
    missing: str = "key-missing",
) -> Packing:
    """A map with small numbers as keys; every key must be known, and every needed one there.

    `build` makes the value from the parts by name and refuses what does not fit together; `names` gives them back.
    """
    known = {part.number: (part.name, part.packing.unpack, part.default) for part in parts}
    defaults = {part.name: part.default for part in parts if part.default is not NEEDED}

    def pack(value: Any) -> dict[int, Any]:
        named = names(value)
        present = ((part, named[part.name]) for part in parts)
        return {part.number: part.packing.pack(one) for part, one in present if one != part.default}

    def unpack(packed: Any) -> Any:
        if type(packed) is not dict:
            raise Unreadable("field-type", wanted="dict")
        if not packed.keys() <= known.keys():
            raise Unreadable("made-by-newer-version", key=str(min(packed.keys() - known.keys())))
        values, name = defaults.copy(), ""
        try:
            for place, one in packed.items():
                name, read, default = known[place]
                values[name] = found = read(one)
                if default is not NEEDED and found == default:
                    raise otherwise()
        except Unreadable as fault:
            fault.key = f"{name}.{fault.key}" if fault.key else name
            raise
        if len(values) < len(parts):
            raise Unreadable(missing, key=next(part.name for part in parts if part.name not in values))
        return build(**values)

    return Packing(pack, unpack)
