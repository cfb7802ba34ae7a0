"""The facets of a reply, which make its links, mentions and hashtags live.

Source: https://docs.bsky.app/docs/advanced-guides/post-richtext.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

#: Finds the DID of a handle, None where nobody has it.
Resolve = Callable[[str], Awaitable[str | None]]


async def facets(text: str, resolve: Resolve) -> list[Mapping[str, object]]:
    """Find links, mentions and tags, with their places in bytes of UTF-8, in order.

    A mention of a handle that nobody has stays plain text. What counts as a link is what the network's own app finds:
    the library's port of its rules does the looking. It must have been imported before, as that takes two seconds.
    """
    from atproto_client.utils.facet_detection import detect_facets, detect_mentions

    found = [_facet(facet.index.byte_start, facet.index.byte_end,
                    facet.features[0].model_dump(exclude_none=True, by_alias=True)) for facet in detect_facets(text)]
    known: dict[str, str | None] = {}
    for mention in detect_mentions(text):
        handle = mention.handle.lower()
        if handle not in known:
            known[handle] = await resolve(handle)
        if known[handle] is not None:
            found.append(_facet(mention.byte_start, mention.byte_end, {
                "$type": "app.bsky.richtext.facet#mention", "did": known[handle]}))
    return [facet for _, facet in sorted(found, key=lambda each: each[0])]


def _facet(start: int, end: int, feature: Mapping[str, object]) -> tuple[int, Mapping[str, object]]:
    return start, {"index": {"byteStart": start, "byteEnd": end}, "features": [feature]}
