"""Comparing a licence with earlier ones, over worlds near the judge's boundaries: what it must say of itself."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from likeness.licence.usual.compared import compared
from likeness.licence.world import world_from
from likeness.paper.words.usual_words import Among, remark
from tests.differential.worlds import worlds

scenes = worlds(uses=(1, 1)).map(world_from)
some = settings(max_examples=150, deadline=None)


@some
@given(scenes)
def test_a_licence_that_was_granted_before_holds_nothing_for_the_first_time(world):
    earlier = list(world.terms.values())
    for draft in earlier:
        found = compared(draft, earlier)
        assert not [one for remarks in found.values() for one in remarks if one.first]
        alone = [one for remarks in compared(draft, [draft]).values() for one in remarks]
        assert {one.code for one in alone} <= {"same", "same-length", "exclusive", "dated"}
        assert {one.count for one in alone} == {1}


@some
@given(scenes)
def test_the_order_of_earlier_licences_changes_nothing_but_the_order_of_what_is_gone(world):
    draft, *earlier = world.terms.values()
    there, back = compared(draft, earlier), compared(draft, earlier[::-1])
    assert {line: _sorted(remarks) for line, remarks in there.items()} == {
        line: _sorted(remarks) for line, remarks in back.items()
    }


@some
@given(scenes)
def test_every_remark_has_words_in_both_languages(world):
    draft, *earlier = world.terms.values()
    for language in ("en", "fr"):
        for whole in (True, False):
            among = Among(len(earlier), whole, {})
            for remarks in compared(draft, earlier).values():
                assert all(remark(language, one, among).text for one in remarks)


def _sorted(remarks):
    return sorted((replace(one, parts=tuple(sorted(one.parts))) for one in remarks), key=repr)
