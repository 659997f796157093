"""The names of what the house prints, plainly in each file: what a paper is can be told even where it is broken."""

from __future__ import annotations

TEMPLATE = "likeness-template-1"  # a licence
COPY_TEMPLATE = "likeness-copy-1"  # a copy of one, to be signed with somebody else's tool
SIGNER_TEMPLATE = "likeness-signer-1"  # how to trust a signer in Acrobat
DRAFT_TEMPLATE = "likeness-draft-1"  # a draft, to be read before it is signed
CHECK_MARK = "likeness-check-"  # the record of a check
