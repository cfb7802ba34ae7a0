"""The filters that ``store.py`` times: each term alone, and what a person types, of two and three terms.

The made posts all name the *brand*; each says either *tea* or *coffee*, never both; *festival* stands in a third of
the oldest three tenths, *storm* in a third of the newest tenth. So common terms can be asked for that never meet.
"""

from __future__ import annotations

from typing import Final

ALONE: Final = (
    "", "common", "rareword", "absent", '"common second"', '"second rareword"', "comm*", "c*", "co*", "rarew*", "zzz*",
    "common second", "common rareword", "common absent", "-common", "-rareword", "common -second", "brand", "-brand",
    "from:user7", "from:user77777", "from:u", "from:nobody", "-from:user7",
    "platform:reddit", "platform:bluesky", "-platform:reddit", "-platform:bluesky",
    "tag:legal", "tag:rare", "tag:none", "-tag:legal", "by:mara", "by:nobody", "-by:mara",
    "is:negative", "is:neutral", "is:positive", "is:unscored", "-is:negative", "is:open", "is:claimed", "is:unclaimed",
    "is:snoozed", "is:dismissed", "is:answered", "is:escalated", "is:tagged", "is:pinned", "is:noted", "is:deleted",
    "is:edited", "is:reply", "is:repost", "is:verified", "-is:open", "-is:deleted", "-is:reply", "-is:verified",
    "sentiment<0", "sentiment<-0.5", "sentiment<-0.95", "sentiment<-0.99", "sentiment:0.123", "sentiment>=0",
    "reach>10", "reach>10k", "reach>500k", "reach>5m", "reach:3", "-reach>10", "-reach<5m",
    "lang:en", "lang:de", "lang:xx", "lang:fi", "-lang:en",
    "since:1m", "since:1h", "since:1d", "since:2026-03-01", "since:0s", "-since:1d",
)
TOGETHER: Final = (
    "refundish is:negative", "common is:negative reach>10k", "common from:user7", "common from:user77777",
    "platform:reddit reach>500k lang:de", "is:verified platform:bluesky", "is:negative since:1h -common",
    "is:unclaimed is:negative platform:reddit", "lang:de is:open sentiment<-0.5", "common lang:fi", "comm* is:verified",
    "reach>500k -common", "lang:xx reach>10k", "from:user7 is:deleted", "is:deleted is:verified lang:fi",
    # An author, a mark or what the team did, and something said.
    "from:user7 tag:legal", "from:user7 is:negative", "from:user7 is:negative platform:mastodon", "from:user7 tea",
    "from:user7 lang:de", "from:user7 since:1h", "from:user7 -common", "from:user7 reach>10k", "-from:user7 tea",
    "is:unclaimed common", "is:unclaimed tea", "is:open reach>10k", "is:unclaimed is:negative reach>100k",
    "is:claimed is:negative", "is:claimed common", "is:dismissed tea", "-is:open coffee", "by:mara is:negative",
    "tag:legal -tag:rare", "tag:legal tea", "is:edited tea", "is:deleted -tea", "is:noted lang:de",
    # Words with anything.
    "common lang:de", "tea lang:de", "tea platform:bluesky", "tea is:negative", "tea is:verified", "tea is:repost",
    "tea common second", "coffee -common", "-tea", "tea -common -second", "common -second -tea", "rareword tea",
    "rareword is:negative", "te*", "te* lang:de", "co* is:negative", "co* platform:bluesky", "sto* is:verified",
    '"common second" lang:de', '"second common" is:negative', '"tea brand"', '"common second" tea',
    '"common second" -tea', '"common second" platform:bluesky', "festival", "festival is:positive", "storm -common",
    "storm is:verified", "festival -tea lang:de", "fest* from:user7",
    # Numbers and times.
    "sentiment<-0.5 reach>10k", "sentiment<0 reach>100k platform:reddit", "sentiment<-0.9 coffee", "sentiment>0.5 tea",
    "sentiment<-0.9 coffee reach>100k", "sentiment<-0.5 lang:de", "sentiment<-0.97 tea", "reach>1m is:negative lang:de",
    "reach<10 common", "reach>100k -is:reply", "platform:bluesky reach>1m", "is:verified lang:de reach>100k",
    "since:1h platform:reddit common", "since:1d platform:bluesky tea", "since:2h is:negative reach>10k",
    "since:12h from:user7 is:negative", "-since:1d is:negative tea", "-since:1d storm", "since:1d festival",
    "is:unscored common", "is:unscored from:user7", "is:reply is:repost is:verified", "is:repost common -is:reply",
    "lang:es is:positive common second", "lang:fi -common", "-lang:en -common", "-lang:en -platform:reddit tea",
    # Nothing at all, over a million rows: terms that are common and never meet.
    "tea coffee", "-tea -coffee", "tea coffee is:negative", "tea coffee -common", '"tea coffee"', "te* coff*",
    "-tea -coffee platform:mastodon", "-tea -coffee is:negative", "festival storm", "festival is:unscored",
    "festival since:1h", "fest* storm", "storm -since:2d", "is:negative is:positive", "is:positive sentiment<-0.5",
    "platform:reddit platform:bluesky", "lang:de lang:en", "from:user7 from:user8", "reach>500k reach<10",
    "is:open is:dismissed", "since:1h -since:2h", "tea -tea", "is:reply -is:reply", "is:verified -brand",
)
FILTERS: Final = (*ALONE, *TOGETHER)
