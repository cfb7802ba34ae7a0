"""The rules of tone, made ready by a first check: half of the life of a fork that has to do it itself."""

from warroom.domain.tone import Brief, check

check("We look into it.", Brief())
