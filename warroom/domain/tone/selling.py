"""The rule of sales talk: offers and codes, come and buy, the best of its kind, prizes and stars, by the way, slogans; by build in ``wares``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone import tongues, wares
from warroom.domain.tone.draft import Draft, folded
from warroom.domain.tone.kinds import Brief, Find, Hit, Level, Rule
from warroom.domain.tone.phrases import Phrases
from warroom.domain.tone.wording import all_of, looking_for

#: What is praised as new.
_NEW: Final = (
    "new|all-new|brand-new|latest|upcoming|exclusive|premium|signature|limited|limited-edition|award-winning|innovative|revolutionary|improved|redesigned|next-generation|spring|summer|autumn|fall|winter|christmas|festive|holiday|seasonal|deluxe|luxury|"
    "gluten-free|vegan|organic|eco-friendly|smart|ultimate|famous|legendary|delicious|popular|best-selling|bestselling|exciting|amazing|fantastic|gorgeous|stunning|cosy|rooftop|pumpkin|pistachio|sunset|loyalty|plus|pro|gold|platinum|family|vip|black_friday|customer_favourite"
)
#: What is sold.
_WARE: Final = (
    "range|collection|menu|app|store|shop|showroom|product|products|model|models|edition|season|series|show|album|game|expansion|dlc|skin|drop|flavour|flavours|flavor|flavors|recipe|recipes|burger|latte|coffee|pizza|cocktail|cocktails|dessert|desserts|cake|"
    "croissant|muffin|pastries|pies|beer|ale|wine|spa|pool|terrace|gym|suite|suites|rooms|package|packages|plan|plans|subscription|membership|club|card|programme|program|offer|offers|deal|deals|sale|bundle|bundles|tariff|account|insurance|warranty|service|cruise|tour|tours|course|courses|class|"
    "classes|workshop|workshops|event|party|brunch|roast|buffet|catamaran|mattress|mattresses|sofas|sofa|shoes|sneakers|trainers|boots|jackets|coats|bikes|car|cars|phone|phones|headphones|laptop|console|toys|candles|perfume|lipstick|cream|serum|balm|shampoo|feature|features|lounge|upgrade|newsletter|catalogue|catalog|podcast|webinar|merch|gift_cards|vouchers"
)

_SALES: Final = looking_for(f"""
    our ^2 {_NEW} ^1 {_WARE} is|are out|has_just|have_just
    rooms|massages|treatments|suites|cabins|flights|packages|classes|courses|dinners|nights|tickets|weekends ^1 from|starting_at|start_at|for_just|from_just|from_only # euros|pounds|dollars !to|too
    if you've|you_have ^1 never|not|n't ^1 tried|tasted|visited our
    our|the ^3 makes|make a|an|the ^1 great|perfect|lovely|ideal ^1 gift|present|treat|weekend
    if|should you ^1 want|like|need|prefer|deserve ^1 the ^1 very best|ultimate|finest|perfect|full|smoothest|fastest|safest ^2 experience|listening|sound|sleep|view|viewing|comfort|picture|quality|ride|service|speed|protection|value ^3
    is|are ^1 well? worth|worth_it|worth_every ^1 every|each|penny ^1 cent|penny|minute|mile|bite !you|of_your|your
    why settle|wait|not_treat|compromise|pay_more|go_anywhere|stop ^1
    book|shop|order|browse|buy|grab|snap_up ^1 yours|our_sale|the_sale|our_range|our_full|our_new|the_new|the_range|the_collection|a_table_for_our
    now's|now_is|it's|it_is|there's|there_is|has|have|been|never ^2 the|a|perfect|ideal|great|better|been? ^1 perfect|ideal|great|better|easier|time|moment ^1 time|moment|opportunity|to ^1 to|for ^1 switch|join|upgrade|buy|book|try|visit|invest|treat|shop|subscribe|start_your
    never been easier|better|simpler|cheaper|tastier|safer_to_shop|so_easy|faster|more_fun
    few|only_a_few|handful_of|last|limited|still ^2 rooms|seats|places|spots|tables|tickets|spaces|slots ^1 left|available|for|remaining|on !replacement ^1
    tag ^1 a|your|two|three|someone|somebody|anyone ^1 mate|friend|friends|who
    named|voted|crowned|awarded|rated|ranked|recognised|recognized|chosen|elected|judged|declared|certified|won|winning|winner|winners ^4 of_the_year|best|award|awards|number_one|number_1|no._1|#1|prize|gold|top|most_loved|favourite|favorite|excellent|outstanding|five_stars|5_stars|finest|most_trusted|most_reliable|safest|greenest !in_our|worst
    rated ^1 excellent|outstanding|#|five|top|best|highly ^1 on|by|out|stars
    number one|1 ^2 academy|brand|school|airline|choice|bank|ranked|app|destination|rated|in|for
    ranked ^2 academy|school|hospital|airline|bank|brand|hotel|provider|university|in_the|by
    most reliable|trusted|loved|popular|advanced|comfortable|beautiful|innovative|modern|awarded|generous|sustainable ^3 in ^1 the|britain|europe|town|america|germany|our_class|its_class|country|region|world
    in|of its|their|her class|category|kind ^1 !that|which
    like no other
    nothing|nobody|no_one|no_other_bank|no_other ^4 beats|compares|comes_close|gives_you|offers|does_it|matches|tastes_like ^1
    comfiest|cosiest|softest|tastiest|crunchiest|juiciest|creamiest|freshest|fastest|quietest|friendliest|finest|greenest|sleekest|smartest|cleverest|lightest|brightest|warmest|purest|richest|coolest|trendiest ^3 in|on|of|around|ever|you|yet|money ^1 !your
    premium|pro|plus|gold|platinum|vip|priority|club ^1 member|members|customer|customers|user|users|subscriber|subscribers|cardholders|guests|merchants|passengers|drivers|pupils ^2 get|enjoy|never|always|skip|save|also|receive|benefit|have ^2
    from|starting_at|starting_from|start_at|start_from|now|only|just ^1 only|just|as_little_as|under? #|a_fiver|a_tenner ^1 a_month|a_week|a_night|a_person|a_year|per|pp|each_way|return
    value for money
    {_NEW} ^1 {_WARE} ^1 is|are ^1 now|finally|officially? here|out|available ^1 !tomorrow_at|at_noon
    everything must go
    consider|considering|considered|thought_about|thought_of|tried|looked_at|heard_about|checked_out|think_about ^1 our|upgrading|joining|switching|adding|becoming|the|an|a|trading|one ^3 {_WARE}|to|up|member|from|of_our ^1
    we|i also|now|even|do ^1 do|sell|make|stock|deliver_to|have_a_new|cater|offer_gift|offer_tours|offer_courses|offer_cleaning|run_tours|rent|serve ^1 !everything|our_best|sure|mistakes|so|it|this|that|more|better|not|all|you|have|need
    by_the_way|btw|ps|p.s|oh_and|great_news|good_news|fun_fact|psst|hot_tip|pro_tip|tip|reminder|did_we_mention|did_you_know|have_we_told_you|on_a_brighter_note|on_a_happier_note|on_a_lighter_note|on_a_positive_note|speaking_of_which|and_remember|don't_forget ^2 our|we're|we|that_we|that_our|the_new|there's|you_can|new ^5 {_WARE}|{_NEW}|open|deliver|offer|sell|launched|now_do|weddings|spots|tickets|discount|free|back|half-price|on_sale|members|savings|save
    our ^2 {_NEW}|{_WARE} ^1 is|are here|back_in_store|back_in_stock|back_on_the_menu|back_by|open_for|waiting_for|calling|just_for|to_die|the_talk|a_must|a_hit|a_customer|a_favourite|a_treat|a_dream|a_bargain|a_steal|selling
    customer|family|crowd|local|all-time|firm|guest|staff ^1 favourite|favorite|favourites|favorites|pleaser|classic
    love|like|happy|delighted|thrilled to ^1 welcome|show|see|treat|invite|tempt|spoil you ^1 back|again|to|at|with|soon ^3 {_NEW}|free_dessert|a_free|our_new|our_famous|discount|our_next|cocktail|on_the_house|open_day
    see|join|meet|find|catch|visit|celebrate_with|come_to us|you ^1 at|for|on|in ^1 our|the|stand|booth ^2 {_WARE}|open_day|stand|festival|fair|summer|grand|launch|show|opening|stage
    nobody|no_one|no_other_*|no_clinic|no_bank|no_airline|no_shop|no_hotel|no_school|no_insurer|no_carrier ^4 as ^2 as ours|us|we !know|can|could|have|are|speak
    nobody|no_one|no_clinic|no_bank|no_airline|no_shop|no_hotel|no_insurer|no_carrier|no_phone|no_car ^5 better|cheaper|faster|finer|gentler|tastier|safer ^1 !off|than_us_knows
    with ^3 plus|gold|premium|pro|platinum|complete|total|unlimited|deluxe ^1 you'd|you_would|this_wouldn't|it_would|you'll|you_never|you_get|you_can|it's|there's
    appeal|campaign|match|matching|fund ^2 doubles|double|triples|matches|multiplies ^1 each|every|your|all ^1 gift|donation|pound|dollar|euro
    lock|locks|fix|secure ^1 in? ^1 #|today's|your|our|a ^2 in|rate|rates|price|with|now|today ^1 with|for|before|while
    drop|pop|come|stop|call in|by|over|round before|by|this|and ^5 get|grab|save|try|lock|win|see_our|pick_up_our|check_out|enjoy|taste
    why not pass|spend|unwind|while|relax|make|brighten|enjoy|pamper|explore|upgrade|start|sit_back|put|combine|bundle|give|invest|go_for|celebrate ^2
    good|great|perfect|ideal|right|best moment|time|chance|occasion|opportunity|excuse ^1 to ^1 jump|move|switch|upgrade|try|go_for|invest|treat|trade|swap|stock_up|discover|visit|book
    grab|snap_up|bag|nab ^1 a|an|your|yourself|one|some|our|the ^6 in|at|from|for|before|while|online ^1 our|the|only|just|#|they|stocks ^1 !taxi|cab|fare
    won|winner|holder|winners ^1 of? best|the|a|an|our ^3 award|prize|brunch|gold|medal|stars|guides|title
    book|reserve a|your ^1 table|room|seat|spa|slot|ride|test_drive|tasting|viewing|spot|stay ^1 for|at|on|in|with ^1 our|the ^1 new|autumn|winter|spring|summer|terrace|spa|rooftop|menu|tasting
    put|combine|bundle|bring|bank|insure|switch|move ^6 with us ^3 and|you'll|save|you ^2
    once you're|you_are hooked|connected|on_board|a_member|signed ^3 love|never|wonder|save
    which is|are a|an|the beast|bargain|steal|treat|dream|winner|classic|smartest|fastest|best|quietest
    we|we'll|who ^1 make|bake|brew|build|serve|offer|sell|have|do|cook|sew|grow|design ^1 the|some_of_the|probably_the|simply_the best|finest|tastiest|freshest|safest|fastest|strongest|comfiest|most_comfortable|most_reliable|biggest|cheapest|cosiest|lightest ^4 in|around|on|of|ever|you
    our|the ^2 {_NEW} ^1 {_WARE}|vans|heaters|trains|flats|homes|tyres|grills|tents|watches|bags|books|bread|cars|beds ^1 are|is|go|goes ^1 on_sale|half_price|reduced|discounted|now_only|for_sale
    ask about our ^3
    innovative|cutting-edge|world-class|state-of-the-art|ground-breaking|groundbreaking|trailblazing|pioneering|visionary|next-gen|ai-powered|leading-edge|top-of-the-range|unbeatable|unrivalled|irresistible|luxurious|sumptuous|breathtaking|exquisite ^2 !sensor_failed
    smarter|better|easier|greener|cleverer|safer|cheaper|modern|faster|fresher|happier way ^1 to|across|of|for
    thanks|thank you? for choosing|flying_with|shopping_with|banking_with ^2 the|your|europe's|britain's|a ^3
    proud|proudly|delighted ^1 to|winners|winner|sponsor|sponsors|partner|partners|of|member ^1 be|of|sponsor|serve|offer|present|support_local|partner|our ^2 {_NEW}|{_WARE}|best|leading|number|first|only|official|serving|award|winning|tradition|heritage|record
    still|now|there_are|there's|we_have|has|have|got ^1 has|have|some|a_few|plenty_of? ^1 spots|spaces|places|seats|tables|tickets|slots ^2 for|on|in|available|left ^1 our|summer|christmas
    once you|you've try|tried|taste|tasted|switch|join|fly|drive|sleep|experience ^6
    loved|trusted|used|enjoyed|recommended|worn|chosen|approved by ^1 over|more_than|millions|thousands|#|celebrities|experts|dentists|chefs|professionals|families|mums|moms|generations|stars ^1 !the
    browse|explore ^1 our|online|more ^2
    shop our|now|the_new|the_range|the_sale|the_look|online_and|online_now !is|has|was|will|opens|staff|in|at
    for|at|now ^1 just|only|half|a_fraction ^1 the|of|half? price|cost|#
    with our ^2 account|plan|card|cover|membership|tariff|package|subscription|pass ^1 you'd|you'll|you_would|you_could ^2 also|get|have|never|skip|save|enjoy
    could|can|might|will|'ll save ^1 you|yourself ^1 up_to|hundreds|thousands|a_fortune|a_small_fortune|a_bundle|a_packet ^1
    our|the ^1 {_NEW}|spring|summer|autumn|winter|festive ^3 has|have ^1 just|finally|now|also landed|arrived|dropped|launched|hit_the
    feel|feeling|fancy like|for? a|some ^1 treat|bargain|pick-me-up
    have you ^1 met|tried|tasted|discovered|considered|looked_at our ^2
    why not ^5 test_drive|our_award-winning|our_new|upgrade|next_trip|next_visit|next_holiday|next_stay|next_order|{_NEW}
    we're|we_are|we_remain|we've_been ^1 the most ^1 punctual|reliable|popular|trusted|loved|awarded|advanced|generous|sustainable|affordable|recommended|visited|efficient|innovative ^4 in|of|on
    new customers|members|subscribers ^1 get|save|enjoy|receive|pay
    won|win|winning|named|voted ^7 years|times running|in_a_row
    might|may|could|would ^2 like|enjoy|love our ^2 {_NEW}|cover|plan|package|club|tariff
    take|have a look at our ^1 pro|premium|plus|gold|ad-free
    two-for-one|2-for-1|2_for_1|3_for_2|three_for_two|bogof|cash-back_offer|money_off_your ^1
""", negated=False, unless="can|may have ~9 half\nposter|sign|label|advert|ad ^1 said|says|promised\nowe|owed|refund*|sorry we|you ~4 voucher|discount|refund\nyour promo|coupon|voucher|discount\nnot|n't|never ~2 ours|from_us|genuine|real|us|ours\nfake|scam*|fraud*|phishing|impostor*|misleading|false\nshould|shouldn't|should_not ^1 not|never? ^1 have ^1 been? ^1 advertised|promised|sold|printed|said|claimed|sent|run\nwe|our_ad|our_advert|our_advertisement|our_website|our_poster|the_advert|leaflet|brochure|label ^1 said|promised|claimed|advertised|told_you\ncan't|cannot|couldn't|not|isn't|wasn't|weren't|didn't|closed|cancelled|delayed|down|failed ^2 available|open|on_sale|sell")

#: What to do at once, where the word is not the name of a place or of a thing: "every shop, today and tomorrow".
_AT_ONCE: Final = looking_for("""
    shop|buy|order|book|subscribe|upgrade|join|download|sign_up|act|register|pre-order|preorder|reserve now|today_and|here_and|online_and|before_it|with_us_and|our
    book|shop|buy|subscribe|join|switch|upgrade|register|reserve|enrol|enroll|pre-order|preorder|stock_up|download ^1 early|now|today|direct|in_time|this_weekend ^1 and|for|to|at|with|from|our|:|online ^1 !can|but|it_will
    pre-order|preorder yours|it|the|at|and|from
    for|on|a|open|opens pre-order|preorder ^1 !has|have|was|were|is|that|we|you
    pre-orders|preorders ^1 are|is|now ^1 now? open|live|available
    founders|season|starter pack|bundle|edition|box ^2 in_the|for|with|gives|includes|has_bonus
""", unless="every|each|any|all|the|our|your|a|that|this|which|no|same|whole|last ^1 shop|order|book|register|act|download|switch|upgrade|reserve|pre-order|preorder\nyour|my|his|her season|pre-order*\nfake|scam*|fraud*|phishing|not_ours\nyour promo|coupon|voucher|discount\ncancel*|refund*|owe*")

_CODE: Final = re.compile(r" [A-Z]{3,}[A-Z0-9]* (?=at the|at checkout|at the till|to get|to save|for your|gets you|when you|for \d|for free|for [\u00a3$\u20ac])")
_CODE_BEFORE: Final = tuple(f"{mark}{word}" for mark in " \n(" for word in ("use", "enter", "with", "apply", "quote", "type", "code"))
#: A code that pays back is repair.
_OWED: Final = Phrases("owe|owed|owing|refund*|sorry|back|repay*|apolog*|recall*|replacement|repair|swap|lost")
#: What a text has to hold before it is worth to look for the praise, and the praise.
_STARS: Final = tuple((needles, re.compile(pattern)) for needles, pattern in (
    (("hurry",), r"(?:^|(?<=[.!?] ))hurry\b(?! back)"),
    (("since 1", "since 2"), r"\b(?:quality|serving|baking|brewing|crafting|made|family[- ]run|family[- ]owned|trusted|loved|tradition|delighting|pouring)\b[^.!?]{0,40}\bsince (?:1[89]|20)\d\d\b"),
    (("star", "out of 5", "out of five", "/5", "/ 5"), r"\b[45][.,]\d ?(?:/ ?5|stars?|out of (?:5|five))\b"),
    (("est ",), r"(?<!among )\b(?:the|our|europe's|britain's|america's) (?:\w+ )?\w{3,}est (?:\w+ ){0,2}(?:on the market|in the (?:business|trade|industry|world|country|county|land|region|city|town|game)\b|going\b|around(?=[.,!]|$)|money can buy|out there|you(?:'ll| will) (?:find|get))(?! before)"),
    (("'s favourite", "'s favorite", "'s best", "'s leading", "'s most", "'s number", "'s no.", "'s finest", "'s greenest", "'s safest"), r"\b(?!it|that|what|who|there|here|he|she|today|yesterday|person|life)\w{3,}'s (?:favou?rite|best(?:-loved|-selling)?|leading|number one|no\. ?1|most (?:loved|trusted|popular|reliable|awarded)|finest|greenest|safest) (?!interest|thing|way|guess|bet|friend)\w+"),
    (("we've ever", "we have ever"), r"\b(?!(?:worst|hardest|toughest|longest|slowest|busiest|latest|biggest|saddest|fullest)\b)\w{3,}est \w+(?: \w+)? (?:that )?we(?:'ve| have) ever (?:built|made|brewed|launched|designed|baked|served|released|written|grown)\b"),
    (("#1", "# 1", "no. 1", "no 1", "number 1", "top 1"), r"(?:\b(?:top|no\.?|number)|#) ?1 (?:ranked|rated|in|for|brand|choice|academy|school|app)\b"),
))


def _offers(draft: Draft, _: Brief) -> Iterator[Hit]:
    for found in _CODE.finditer(draft.text):
        called = f" {draft.own[max(0, found.start() - len('(quote')):found.start()]}".endswith(_CODE_BEFORE)
        if called and draft.own[found.start()] != "\x01" and not draft.near(found.start(), _OWED):
            yield Hit(*found.span())
    for needles, pattern in _STARS:
        if any(needle in draft.own for needle in needles):
            yield from (Hit(*found.span()) for found in pattern.finditer(draft.own))


#: A share off, and a price; what they are is decided by the word before.
_SHARE: Final = re.compile(r"\d(?<!\w\d)\d? ?(?:%|per ?cent) (?:off|discount|cashback|savings?)\b(?! (?:was|were|did|that|and you paid|your (?:next |last )?(?:bill|fare|rent|invoice|fee|premium|statement|tariff)))")
_PRICE: Final = re.compile(r"[$\u20ac\u00a3]\d+[\d.]*(?! ?(?:to|of|was|were|back|has|had|went|too|instead))")
_NO_SALE: Final = ("said ", "promised ", "showed ", "taken ", "took ", "take ", "knocked ")
_FROM: Final = ("only ", "just ", "from ")
_NO_OFFER: Final = ("up ", "down ", "fell ", "fallen ", "rise ", "rises ", "refunded ", "charged ", "paid ", "took ", "got ", "price ", "is ", "was ", "are ", "were ")


#: What a person may ask about, or complain of, and be answered in the same word.
_ASKED_ABOUT: Final = re.compile(r"\b(?:offers?|deals?|sales?|discounts?|codes?|vouchers?|coupons?|gift cards?|half price|pre-?orders?|stock|menu|trial|subscriptions?|newsletters?|upgrades?|memberships?|members|delivery|parking|points|prices?|entry|bonus|loyalty|rewards?|pass|competition|raffle|giveaway|prize)\b")


def _unasked(find: Find) -> Find:
    """What a look finds, but for what the post speaks of itself: "the trade-in offer ends on Friday" answers who asked about the offer."""
    def found(draft: Draft, brief: Brief) -> Iterator[Hit]:
        theirs = set(_ASKED_ABOUT.findall(folded(brief.reply_to)))
        return (hit for hit in find(draft, brief) if not theirs.intersection(_ASKED_ABOUT.findall(draft.own, hit.start, hit.end)))

    return found


def _deals(draft: Draft, _: Brief) -> Iterator[Hit]:
    own = draft.own
    for found in _SHARE.finditer(own):
        if not own.endswith(_NO_SALE, 0, found.start()):
            yield Hit(*found.span())
    for found in _PRICE.finditer(own):
        start = found.start() - len("only ")
        if own.startswith(_FROM, max(0, start)) and start >= 0 and not own[start - 1:start].isalnum() and not own.endswith(_NO_OFFER, 0, start):
            yield Hit(start, found.end())


PROMOTION: Final = Rule(
    "promotion", Level.WARNING,
    "Sales talk in a crisis reads as not listening, and gets screenshotted.",
    "Leave it out; a voucher, where due, is offered as repair and without a slogan.",
    "Coombs 2007 (bolstering only on top of instructing information)",
    all_of(wares.HASHTAGS, _unasked(all_of(
        looking_for("""
            with code|coupon|promo_code|voucher_code|discount_code !#|number|and|or|on|in|of|is
            use|enter|apply ~1 code|coupon|promo_code|voucher_code|discount_code|promo !number|of_your|from_your|on_your|on_the|in_your|word|and
            promo|coupon|discount code*
            check|try|discover|explore|experience|browse|meet|introducing|taste|love|visit|grab|get|pick_up out? ~1 our|the|acme's ~1 new|latest|delicious|summer|winter|spring|autumn|amazing|exciting|range|collection|menu|deals|offers|best|special|great|other_products|full_range|popular|upcoming|sale|award-winning|premium|products|favourites|favorites|bestsellers|brand-new|line|store_for|shop_for|website_for|selection|exclusive|biggest|all-new|limited
            shop|save|grab|snap up|now|big|yours|our|the|on|today|with ~1 sale|collection|deals|yours|range|now
            don't|do_not|never|can't|cannot|won't_want_to miss out|our|the|this|it|your|on|these|a ~4
            upgrade|switch|subscribe|sign_up|move|go|join to|for|our|up|premium|us premium|pro|plus|our|gold|newsletter|club|acme|loyalty|prime|rewards|the_pro|a_premium
            upgrade|upgrading to !#|version|v*|the|at
            sign|signing|join|follow|subscribe up|our|us|to ~1 newsletter|club|mailing_list|loyalty|rewards|deals|instagram|exclusive|channel|offers|more_great
            award-winning|industry-leading|market-leading|best-selling|top-rated|unbeatable|number-one_brand|world's|unmissable|mouth-watering|game-changing|state-of-the-art|unrivalled|unmatched|unparalleled|second-to-none|cutting-edge|five-star|premium-quality|best-loved|leading_provider|revolutionary|next-level
            nation's|world's|country's|city's|europe's favourite|favorite|best|leading|number|most|no|top|first|finest|greatest
            buy one|two|three
            two|three for|get one|two|the_price|free
            get|receive|win|earn|enjoy|save|grab|take # off|free|discount|bonus|points|more|on_your|today|now|when|cash !refunded
            half|special|great|low|lowest|introductory|unbeatable|best|amazing|bargain price|prices|price_on|offer|offers|deal|deals|value|discount*|savings ~1 !was|were|is|badly|what
            limited|exclusive|special|unmissable|one-time|today-only time|offer*|edition|deal*|discount*|only|chance|promotion*|stock
            biggest|summer|winter|black_friday|cyber_monday|spring|flash|end-of-season|christmas|easter|holiday|january|clearance|anniversary ~1 sale|sales|event_of|savings|deals|offers|offer|specials|discounts
            while stocks|supplies last
            free|extra gift|trial|shipping_on|samples|delivery_on_your_next|sample|bonus|upgrade_to|loyalty|month_of_premium !to_say_sorry|refund
            our|the|this|a ~1 amazing|exciting|fantastic|brand-new|delicious|stunning|incredible|gorgeous|great_new|tasty|wonderful|irresistible|unbeatable|refreshing|sensational|magical ~2 new|product*|range|collection|menu|latte|offer*|sale|service*|app|features|drink*|snack*|flavour*|flavor*|deal*|coffee|burger*|meals|line|experience|event|summer|selection|recipe*|sneaker*|shoe*
            thrilled|excited|proud|delighted|pleased|can't_wait to announce|introduce|launch|share|unveil|present|offer|show_you|be|welcome_you ~2
            tell your|all friends
            treat yourself|yourselves|someone
            save|saving|saves up|an_extra|an|a|at_least? ~1 #|half|big|more ~2 on|this|today|now|with|when|at|in|off|weekend
            our|the new|spring|summer|autumn|winter|christmas|seasonal|limited menu|range|line|collection|flavour*|flavor*|app|latte|burger*|store|shop|model ~1 is|are|has|have ~1 out|here|now|in|arrived|landed|live|available|ready
            best-rated|top-rated|highest-rated|best-reviewed|five-star|award-winning|most-loved|most-trusted|best-value
            join|become|sign_up_for|try our|the|a|acme ~1 rewards|loyalty|vip|members|membership|member*|club|programme|program|newsletter|subscription|plus|premium
            have|has|did you|everyone|anyone tried|try|seen|tasted|taste|discovered|visited|heard_about|checked_out|met ~1 our|the|acme ~1 new|latest|famous|summer|winter|app|menu|range|yet|oat|line|spring|autumn|collection
            get|buy|take|enjoy|any # for|pizzas_for #|one|two
            world-class|best-in-class|first-rate|top-notch|top-quality product*|range|coffee|food|quality|brand|menu|app|team|company|airline|hotel|shop*
            out of # ^2 recommend|recommends|agree|love|prefer|choose|trust
            won't|will_not|can't|cannot find ^1 a|any ^1 better|tougher|safer|cheaper|faster|stronger|finer|cosier
            binge|stream|watch|play our|the ^1 hit|new|latest|exclusive|award-winning|full
            from only|just #
            nobody|no_one|no_other ~2 makes|does|bakes|brews|builds|offers|delivers|cooks|beats|comes_close ~4 tougher|stronger|safer|finer|cleaner|smoother|better|like_us|like_we|us|faster|cheaper|fresher
            follow|tag|share|like|repost|retweet|comment ~5 to win|enter|be_in|get|claim|receive
            tag a|two|three|your|some ~1 friend*|mates|bestie
            win a|an|one|two|tickets|free|your|the|prizes
            our|summer|winter|spring|autumn|big|new|flash|holiday|weekend|christmas ^2 sale|sales|promotion|campaign|range starts|begins|opens|launches|drops|is_on|is_here|ends|goes_live|continues|runs
            sale now on
            new flavour*|flavor*|collection|range|menu|line|season_s|arrivals is|are|out|available|in|now ~2
            you|you'll won't|will_not|'d_never find|get ~2 better|cheaper|anywhere
            number one|1 choice|brand|for|in
            while|as|since|now_that you're|you_are|you're_still|we_have_you|we've_got_you ~1 here|waiting|about|there|your_attention
            have|take|get a ~1 look|peek|browse|glimpse|taste at|of|through|around our|the ~2 new|spring|summer|autumn|winter|range|latest|collection|menu|shop|store|offers|deals|products|catalogue|catalog|website|selection|line
            don't|do_not|never|remember|be_sure|make_sure forget|to to? ~1 download|try|visit|subscribe|follow_us|sign_up|shop|buy|pre-order|preorder|join|upgrade|grab|treat|claim|redeem|like_and
            our|acme's|the ~1 customers|guests|fans|members|reviewers love|adore|rave|rate_us|trust|keep_coming
            trusted|loved by
            available|on_offer|on_sale|in_store*|in_stock for_only|for_just|everywhere|nationwide ~2
            on_offer|on_sale now|today ~2
            earn|collect ^1 points|miles|stars|stamps|rewards ^1 with|on|when|every|each
            back|now in stock|stores|store
            fan-favourites|must-try|fan-favourite*|fan-favorite*|crowd-pleas*|show-stopp*|best-seller*|bestseller*|fabulous_new|finger-licking|to_die_for
            best|finest|freshest|tastiest|fastest|cheapest|biggest|lowest ~2 in|on|of the? ~1 town|country|market|world|city|industry|europe|business|street|price
            now|all|today with # off|free|discount|extra|more
            did you know that_our|that_we|our|we|we're|we've|that_we're|that_we've|that_you_can|you_can
            why not try|visit|pop|upgrade|come|treat|take|check|grab|switch|sign|enjoy|buy|order|join|book
            you'll|you_will|you're_going_to|you're_sure_to love|adore our|the|it|this|these|what
            loved by|trusted_by millions|thousands|customers|families|#|fans|over
            voted|rated|awarded best|number|#|no|the_best|the_most|the_finest|the_favourite
            we're|we_are|acme_is|we_remain|still_the proud_to_be|still|simply|the|known_as? ~1 best|leader*|number_one|no._1|no_1|#1|market_leader|favourite|favorite|most_trusted|most_loved|leading|world's
            link in bio
            giveaway|sweepstake*|bargains|bargain_price*|bogo
            on sale now|today
            download|get|install|grab|try the|our ^2 app|game|newsletter|card ^1 and|for|to ^2 first|free|save|earn|collect|enjoy|get|win|unlock|your
            first|next|second|extra ^2 's|is|are ^1 free with|when|at ^1
            tempt|entice|interest|treat you|yourself|everyone with|in|to
            take|give it|them|one|us ^1 for ^1 a|the ^1 spin|ride|whirl|test|free|try|go
            free|test spin|taster|tasting|drive
            half|special|discounted|introductory the? price|rate|fee !is|was|and|that|should|applied|on_your
            keep|happy|enjoy ^1 your? shopping|ordering|streaming|playing|snacking|booking|dining|travels
            record time|prices|low
            moth-free|sugar-free|brand-new_range|brand-new_menu|brand-new_collection|brand-new_app|all-new|new-look|improved|delicious|absolutely_delicious|tasty|yummy|scrumptious|gorgeous|stunning ^1
            now ^1 with|featuring ^1 live|free|added|extra|double|more|even|new
            something for everyone
            that's|this_is|it's|here's|which_is ^1 why|how ^1 thousands|millions|so_many|hundreds|more_and_more|#|businesses|families|customers|people ^4 choose|trust|love|use|rely|switch*|pick|prefer|stay
            have you heard|tried|seen|considered|thought ^1 about|of|our|the ^1 our|new
            sign up|on now|today|before
            sign|signing up for ^2 newsletter|club|deals|offers|rewards|premium|plus|trial|membership|loyalty|programme|program|free|course
            is|are|has|offers|gives the fastest|best|safest|easiest|cheapest|simplest|smartest|most_reliable|most_trusted|greenest|leading|number_one ^3
            peace of mind
            free entry|entrance|admission|shipping|delivery|upgrade|month|trial|gift|dessert|drink|coffee|parking for|with|when|on|to|if ^1 !you_because|say|make_up|apologise
            come and|on|along|down enjoy|discover|experience|taste|celebrate|meet_the|meet_our|see_the|see_our|visit_our|try_our
            enjoy|enjoys|get|gets|receive ^1 lounge|priority|exclusive|vip|early|free|unlimited|premium|extra|special|members-only ^2 access|rebooking|boarding|support|benefits|perks|discounts|rewards|points|offers|treatment
            members|holders|subscribers ^1 of ^2 gold|platinum|club|circle|plus|premium|rewards ^2 enjoy|get|receive|skip|save|never
            only|always|nothing_but|use|using ^1 the|our freshest|finest|best|highest-quality|purest|choicest|premium ^1 ingredients|materials|beans|produce|meat|fish|products|parts|cocoa|wool|cotton|leather|quality
            to|we|proudly bring|brings|bringing|serve|offer you ^1 the|a|an ^2 authentic|best|finest|true|real|ultimate|perfect|freshest|unique|unforgettable|taste|experience|flavour|flavours
            authentic|unforgettable|handcrafted|hand-crafted|artisan|mouth-watering|irresistible|heavenly|lovingly|passionately|state-of-the-art|cutting-edge|world-beating|industry-leading|market-leading ^1
            goodie*|freebie*|flash_sale|clearance_sale|clearance_prices|early-bird|presale|starter_pack|free_trial !payment|plan|of|box|boxes
            is|are|lands|drops|launches|arrives|goes ^2 in_the_store|in_stores|in_the_shop|in_our_shop|half_price|for_grabs|available_to_order !again
            why not|don't_forget|did_you_know|while_you're|while_you|if_you_fancy|treat_yourself|speaking_of|by_the_way|in_the_meantime|meanwhile|and_hey|ps|p.s|psst ^3 try|check_out|upgrade|join|sign_up|grab|save|discover|subscribe|order|book|new|premium|range|collection|sale|discount|members|plus|enjoy
            upgrade|upgrading|switch|switching|move|moving to ^2 premium|pro|plus|gold|platinum|business|unlimited|family|annual|first_class|our_new|our_top
            our ^1 premium|pro|plus|gold|platinum|new|brand-new|best-selling|award-winning|latest|spring|summer|autumn|winter|christmas|loyalty|rewards ^1 plan|tier|range|collection|menu|line|model|app|club|programme|program|card|members|subscribers|customers ^2 never|get|enjoy|has|have|is|starts|includes|don't|solves|fixes|offers|come|comes
            members|subscribers|premium_customers ^1 get|enjoy|save|never|skip
            award-winning|best-selling|bestselling|top-rated|voted|britain's|europe's|america's|nation's|world's|country's|city's ^2 favourite|favorite|best|number|no.1|1|most_loved|freshest|finest|leading|service|team|app|beer|coffee|airline|bank
            you'll|you_will|you're_going_to love|adore ^1 our|the|it|this|what
            spart|sparen|rabatt|jetzt_buchen|descuento|oferta|aproveche*|promoción|profitez|soldes|offre_spéciale ^1
            save ^1 up_to|#|big|on_your_next|more|a_bundle
            treat|reward|spoil|pamper yourself
            follow us|our_page|our_channel !to
            like|tag|retweet|share ^1 and_win|our_page|our_channel|to_win|with_friends
            subscribe ^2 newsletter|channel|list
            once you|you've|you_have ^1 tried|try|tasted|taste ~6 back|love|hooked
            we're|we_are the ^1 finest|best|leading|friendliest|freshest ^3 in|around the|town|county|country|region|city|world
            our bestselling|signature|famous|iconic|legendary|beloved|top-selling|flagship|popular
            best coffee|pizza|burgers|service|deals|prices|product*|quality|app ~1 in|on|around|of|ever
        """, unless="to say sorry\nto make up\nowe|owed|owing|repay*\ntext|status|flood|sms|e-mail|email|service ^1 alert*|update*|warning*|page\nyour ~1 loyalty|reward|bonus\nyour promo|coupon|voucher|discount\ncharged|during|after ~3 trial\nnot|n't|never ~2 ours|from_us|ours_and|genuine|real|us\nfake|scam*|fraud*|phishing|impostor*"),
        _SALES, _AT_ONCE, _offers, *wares.PRAISED,
        looking_for(tongues.PROMOTION, negated=True),
        _deals,
    ))),
    grave=Level.ERROR,
)

RULES: Final = (PROMOTION,)
