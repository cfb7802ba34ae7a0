"""Rules of manner: sales talk and jokes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone import jokes, selling, tongues
from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit, Level, Rule
from warroom.domain.tone.wording import all_of, looking_for

_TAG: Final = re.compile(r"(?<![\w&/])#(?!\d+\b|\w*-\w*\d)\w+")
_TAGS: Final = re.compile(r"(?<![\w&/])#(?!\d+\b|\w*-\w*\d)\w+(?:[ \t]+#\w+)*")


_DEAL: Final = re.compile(r"(?<!said )(?<!promised )(?<!showed )\b\d{1,2} ?(?:%|percent) (?:off|discount|cashback|savings?)\b(?! (?:was|were|did|that|and you paid|your (?:next |last )?(?:bill|fare|rent|invoice|fee|premium|statement|tariff)))|\b(?:only|just|from) [$\u20ac\u00a3]\d+[\d.]*")


def _deals(draft: Draft, _: Brief) -> Iterator[Hit]:
    return (Hit(*found.span()) for found in _DEAL.finditer(draft.own))


def _hashtags(draft: Draft, brief: Brief) -> Iterator[Hit]:
    theirs = {tag.casefold() for tag in _TAG.findall(brief.reply_to)}
    for found in _TAGS.finditer(draft.own):
        if not {tag.casefold() for tag in _TAG.findall(found[0])} <= theirs:
            yield Hit(*found.span(), suggestion="Leave the hashtag out; it turns an answer into a campaign.")


PROMOTION: Final = Rule(
    "promotion", Level.WARNING,
    "Sales talk in a crisis reads as not listening, and gets screenshotted.",
    "Leave it out; a voucher, where due, is offered as repair and without a slogan.",
    "Coombs 2007 (bolstering only on top of instructing information)",
    all_of(
        looking_for("""
            with code|coupon|promo_code|voucher_code|discount_code
            use|enter|apply ~1 code|coupon|promo_code|voucher_code|discount_code|promo !number|of_your|from_your|on_your|on_the|in_your|word|and
            promo|coupon|discount code*
            check|try|discover|explore|experience|browse|meet|introducing|enjoy|taste|love|visit|grab|get|pick_up out? ~1 our|the|acme's ~1 new|latest|delicious|summer|winter|spring|autumn|amazing|exciting|range|collection|menu|deals|offers|best|special|great|other_products|full_range|popular|upcoming|sale|award-winning|premium|products|favourites|favorites|bestsellers|brand-new|line|store_for|shop_for|website_for|selection|exclusive|biggest|all-new|limited
            shop|buy|order|book|subscribe|upgrade|join|download|sign_up|act|register|pre-order|preorder|reserve now|today_and|here_and|online_and|before_it|with_us_and|our
            shop|save|grab|snap up|now|big|yours|our|the|on|today|with ~1 sale|collection|deals|yours|range|now
            don't|do_not|never|can't|cannot|won't_want_to miss out|our|the|this|it|your|on|these|a ~4
            upgrade|switch|subscribe|sign_up|move|go|join to|for|our|up|premium|us premium|pro|plus|our|gold|newsletter|club|acme|loyalty|prime|rewards|the_pro|a_premium
            upgrade|upgrading to !#|version|v*|the|at
            sign|signing|join|follow|subscribe up|our|us|to ~1 newsletter|club|mailing_list|loyalty|rewards|deals|instagram|exclusive|channel|offers|more_great
            award-winning|industry-leading|market-leading|best-selling|top-rated|unbeatable|number-one_brand|world's|unmissable|mouth-watering|game-changing|state-of-the-art|unrivalled|unmatched|unparalleled|second-to-none|cutting-edge|first-class|five-star|premium-quality|best-loved|leading_provider|revolutionary|next-level
            nation's|world's|country's|city's|europe's favourite|favorite|best|leading|number|most|no|top|first|finest|greatest
            buy one|two|three
            two|three for|get one|two|the_price|free
            one for|get two|the_price|free
            get|receive|win|earn|enjoy|save|grab|take # off|free|discount|bonus|points|more|on_your|today|now|when|cash !refunded
            half|special|great|low|lowest|introductory|unbeatable|best|sale|amazing|bargain price|prices|price_on|offer|offers|deal|deals|value|discount*|savings ~1 !was|were|badly
            limited|exclusive|special|unmissable|one-time|today-only time|offer*|edition|deal*|discount*|only|chance|promotion*|stock
            biggest|summer|winter|black_friday|cyber_monday|spring|flash|end-of-season|christmas|easter|holiday|january|clearance|anniversary ~1 sale|sales|event_of|savings|deals|offers|offer|specials|discounts
            while stocks|supplies last
            free|extra gift|trial|shipping_on|samples|delivery_on_your_next|sample|bonus|upgrade_to|loyalty|month_of_premium !to_say_sorry|refund
            our|the|this|a ~1 amazing|exciting|fantastic|brand-new|delicious|stunning|incredible|gorgeous|great_new|tasty|wonderful|irresistible|unbeatable|refreshing|sensational|magical ~2 new|product*|range|collection|menu|latte|offer*|sale|service*|app|features|drink*|snack*|flavour*|flavor*|deal*|coffee|burger*|meals|line|experience|event|summer|selection|recipe*|sneaker*|shoe*
            thrilled|excited|proud|delighted|pleased|can't_wait to announce|introduce|launch|share|unveil|present|offer|show_you|be|welcome_you ~2
            stay tuned for|to more|our|exciting|great|new|a|big
            exciting news|times|offers|things|announcement|new
            tell your|all friends
            share the love
            spread the word|love ^1 and|about|to
            treat yourself|yourselves|someone
            save|saving|saves up|an_extra|an|a|at_least? ~1 #|half|big|more ~2 on|this|today|now|with|when|at|in|off|weekend
            our|the new|spring|summer|autumn|winter|christmas|seasonal|limited menu|range|line|collection|flavour*|flavor*|app|latte|burger*|store|shop|model ~1 is|are|has|have ~1 out|here|now|in|arrived|landed|live|available|ready
            best-rated|top-rated|highest-rated|best-reviewed|five-star|award-winning|most-loved|most-trusted|best-value
            join|become|sign_up_for|try our|the|a|acme ~1 rewards|loyalty|vip|members|membership|member*|club|programme|program|newsletter|subscription|plus|premium
            come|drop|pop|swing and|by_and|in_and|over_and see_our|see_the_new|see_what|see_for|try|taste|enjoy|visit|celebrate|say_hi|grab|discover
            have|has|did you|everyone|anyone tried|try|seen|tasted|taste|discovered|visited|heard_about|checked_out|met ~1 our|the|acme ~1 new|latest|famous|summer|winter|app|menu|range|yet|oat|line|spring|autumn|collection
            get|buy|take|enjoy|any # for|pizzas_for #|one|two
            world-class|best-in-class|first-rate|top-notch|top-quality product*|range|coffee|food|quality|brand|menu|app|team|company|airline|hotel|shop*
            out of # ^2 recommend|recommends|agree|love|prefer|choose|trust
            was|were|been ^1 founded|established in # ^1 and
            won't|will_not|can't|cannot find ^1 a|any ^1 better|tougher|safer|cheaper|faster|stronger|finer|cosier
            binge|stream|watch|play our|the ^1 hit|new|latest|exclusive|award-winning|full
            from only|just #
            welcomes|serves|delights|carries|looks_after ^1 million|millions|thousands|hundreds_of_thousands
            nobody|no_one|no_other ~2 makes|does|bakes|brews|builds|offers|delivers|cooks|beats|comes_close ~4 tougher|stronger|safer|finer|cleaner|smoother|better|like_us|like_we|us|faster|cheaper|fresher
            better|faster|cheaper|fresher|tastier|cleaner|safer than any|all|every|our ~1 other|competitor*|rival*|brand*|shop*|bank*
            follow|tag|share|like|repost|retweet|comment ~5 to win|enter|be_in|get|claim|receive
            tag # friends
            tag a|two|three|your|some ~1 friend*|mates|bestie
            win a|an|one|two|tickets|free|your|the|prizes
            prize draw
            raffle|competition_to_win|lucky_winner*|win_big|freebie*|goody_bag*|goodie_bag*
            our|summer|winter|spring|autumn|big|new|flash|holiday|weekend|christmas ^2 sale|sales|promotion|campaign|range starts|begins|opens|launches|drops|is_on|is_here|ends|goes_live|continues|runs
            sale now on
            new flavour*|flavor*|collection|range|menu|line|season_s|arrivals is|are|out|available|in|now ~2
            you|you'll won't|will_not|'d_never find|get ~2 better|cheaper|anywhere
            you|you'll won't|will_not|'d_never regret|want_to_miss ~2
            why|who|what shop|buy|go|choose|pick anywhere|elsewhere|acme|us
            come|pop|swing|drop|stop by|in|over|down|round ~2 for|and|to ~2 free|taste|try|new|deal|coffee|treat|offer|discover|enjoy|our_new
            best|lowest price|prices guarantee*|guaranteed|ever|promise
            thousands|millions of ~2 fans|customers|families|people ~1 can't|trust|love|choose|choose_us
            number one|1 choice|brand|for|in
            voucher|coupon ~5 next|shop|use|redeem|valid|spend
            sponsored|ad_:|paid_partnership|brand_ambassador*|influencer_code
            while|as|since|now_that you're|you_are|you're_still|we_have_you|we've_got_you ~1 here|waiting|about|there|your_attention
            have|take|get a ~1 look|peek|browse|glimpse|taste at|of|through|around our|the ~2 new|spring|summer|autumn|winter|range|latest|collection|menu|shop|store|offers|deals|products|catalogue|catalog|website|selection|line
            don't|do_not|never|remember|be_sure|make_sure forget|to to? ~1 download|try|visit|subscribe|follow_us|sign_up|shop|buy|pre-order|preorder|join|upgrade|grab|treat|claim|redeem|like_and
            our|acme's|the ~1 customers|guests|fans|members|reviewers love|adore|rave|rate_us|trust|keep_coming
            happy|satisfied|delighted|loyal customers|users|families|guests worldwide|around|across|since|and_counting|in_#
            over|more_than|join # ~2 happy|satisfied|delighted|loyal
            trusted|loved by
            family-owned|family-run|crafted|handcrafted|made_with_love since|for|with|by|from|and|the|in ~2
            serving ^1 since|you_since|with_pride|with_love|the_community|our_community|our_customers|happy_customers|families
            proudly|lovingly made|serving|crafted|baked|presents|introducing
            available|on_offer|on_sale|in_store*|in_stock|back_in_stock now|today|for_only|for_just|everywhere|nationwide ~2
            yours for_only|for_just|free
            is|are|it's|be|make_it yours now|today
            back|now in stock|stores|store
            starting at|from only|just
            prices_start|prices_from|priced at|from only|just|#
            first|next|your_first|your_next # orders|customers|people|buyers|month* ~1 get|free|half
            first|next|your_first|your_next|a month|week|coffee|drink|delivery|year|box is|for_free|free ~1 free|on_us|half
            rewards|loyalty|bonus|reward points|programme|program|scheme|card|club|app
            refer a friend
            a|our|this|the|true|absolute ~1 must-try
            fan-favourites|must-try|fan-favourite*|fan-favorite*|crowd-pleas*|show-stopp*|best-seller*|bestseller*|fabulous_new|finger-licking|to_die_for
            you|you'll deserve|love|want ~1 treat|the_best|a_treat|only_the_best|to_try
            there's|there_is never|always|no ~1 better|a_good|been_a_better time|reason|place ~1 to
            best|finest|freshest|tastiest|fastest|cheapest|biggest|lowest ~2 in|on|of the? ~1 town|country|market|world|city|industry|europe|business|street|price
            taste the|what|our|how difference|magic|summer
            experience|feel the ~2 difference|magic|new|future
            now|all|today with # off|free|discount|extra|more
            discover|explore|unlock|unleash|elevate ~2 your|our|new|a|exclusive|more|premium
            choose|pick|try|switch_to|go ~1 premium|acme_plus|acme_pro|plus|gold
            buy|order|book|reserve yours|one|now|today|online|direct ~1 today|now|online|here
            share|tell|post|show ~2 using|with ~1 hashtag
            did you know that_our|that_we|our|we|that_you_can|you_can
            why not try|visit|pop|upgrade|come|treat|take|check|grab|switch|sign|enjoy|buy|order|join|book
            you'll|you_will|you're_going_to|you're_sure_to love|adore our|the|it|this|these|what
            loved by|trusted_by millions|thousands|customers|families|#|fans|over
            voted|rated|awarded best|number|#|the|no
            we're|we_are|acme_is|we_remain|still_the proud_to_be|still|simply|the|known_as? ~1 best|leader*|number_one|no|#1|market_leader|favourite|favorite|most_trusted|most_loved|leading|world's
            tap|click|hit|swipe|link the? ~1 link|bio|up|here|below|in_bio ~1 to shop|buy|order|save|get|win|browse|discover|pre-order|upgrade
            link in bio
            like|comment|retweet|tag|share and|to|a|this follow|win|share|friend|enter|repost|like|post_to
            chance to win
            giveaway|sweepstake*|bargains|bargain_price*|bogo
            on sale now|today
            new|out|available|launching|hitting in|now|stores stores|everywhere|now
            download|get|install|grab|try the|our ^2 app|game|newsletter|card ^1 and|for|to ^2 first|free|save|earn|collect|enjoy|get|win|unlock|your
            first|next|second|extra ^2 's|is|are ^1 on|free us|with|when|at ^1
            first|next|free ^1 coffee|pastry|drink|ride|month|order|delivery|meal|dessert|class|night|box|lesson|trip|session|wash|cut ^1 's|is|for|on|with|when ^1 on_us|free|you_join
            tempt|entice|interest|treat you|yourself|everyone with|in|to
            take|give it|them|one|us ^1 for ^1 a|the ^1 spin|ride|whirl|test|free|try|go
            free|test spin|taster|tasting|drive
            half|reduced|special|lower|discounted|introductory the? price|rate|fee
            keep|happy|enjoy ^1 your? shopping|ordering|streaming|playing|snacking|booking|dining|travels
            record time|prices|low
            moth-free|sugar-free|brand-new|all-new|new-look|improved|delicious|absolutely_delicious|tasty|yummy|scrumptious|gorgeous|stunning ^1
            by the way , ^3 take|try|get|has|have|is|now
            now ^1 with|featuring ^1 live|free|added|extra|double|more|even|new
            something for everyone
            that's|this_is|it's|here's|which_is ^1 why|how ^1 thousands|millions|so_many|hundreds|more_and_more|#|businesses|families|customers|people ^4 choose|trust|love|use|rely|switch*|pick|prefer|stay
            have you heard|tried|seen|considered|thought ^1 about|of|our|the ^1 our|new
            sign up|on now|today|before
            sign|signing up for ^2 newsletter|club|deals|offers|rewards|premium|plus|trial|membership|loyalty|programme|program|free|course
            is|are|has|offers|gives the fastest|best|safest|easiest|cheapest|simplest|smartest|most_reliable|most_trusted|greenest|leading|number_one ^3
            peace of mind
            free entry|entrance|admission|shipping|delivery|upgrade|month|trial|gift|dessert|drink|coffee|parking for|with|when|on|to|if ^1 !you_because
            come and|on|along|down enjoy|discover|experience|taste|celebrate|meet_the|meet_our|see_the|see_our|visit_our|try_our
            enjoy|enjoys|get|gets|receive ^1 lounge|priority|exclusive|vip|early|free|unlimited|premium|extra|special|members-only ^2 access|rebooking|boarding|support|benefits|perks|discounts|rewards|points|offers|treatment
            members|holders|subscribers ^1 of ^2 gold|platinum|club|circle|plus|premium|rewards ^2 enjoy|get|receive|skip|save
            only|always|nothing_but|use|using ^1 the|our freshest|finest|best|highest-quality|purest|choicest|premium ^1 ingredients|materials|beans|produce|meat|fish|products|parts|cocoa|wool|cotton|leather|quality
            to|we|proudly bring|brings|bringing|serve|offer you ^1 the|a|an ^2 authentic|best|finest|true|real|ultimate|perfect|freshest|unique|unforgettable|taste|experience|flavour|flavours
            authentic|unforgettable|handcrafted|hand-crafted|artisan|mouth-watering|irresistible|heavenly|lovingly|passionately|state-of-the-art|cutting-edge|world-beating|industry-leading|market-leading ^1
            crafted|made|baked|brewed|prepared|designed|built with ^1 love|passion|care_and|pride
            bundles|in-store|gift_card*|goodie*|freebie*|flash|clearance_sale|clearance_prices|early-bird|presale|pre-order*|preorder*|founders|starter_pack|season_pass|loot|merch|free_trial !payment|plan|of|box|boxes
            is|are|lands|drops|launches|arrives|goes ^2 in_the_store|in_stores|in_the_shop|in_our_shop|half_price|for_grabs|available_to_order !again
            why not|don't_forget|did_you_know|while_you're|while_you|if_you_fancy|treat_yourself|speaking_of|by_the_way|in_the_meantime|meanwhile|and_hey|ps|p.s|psst ^3 try|check_out|upgrade|join|sign_up|grab|save|discover|subscribe|order|book|new|premium|range|collection|sale|discount|members|plus|enjoy
            upgrade|upgrading|switch|switching|move|moving to ^2 premium|pro|plus|gold|platinum|business|unlimited|family|annual|first_class|our_new|our_top
            our ^1 premium|pro|plus|gold|platinum|new|brand-new|best-selling|award-winning|latest|spring|summer|autumn|winter|christmas|loyalty|rewards ^1 plan|tier|range|collection|menu|line|model|app|club|programme|program|card|members|subscribers|customers ^2 never|get|enjoy|has|have|is|starts|includes|don't|solves|fixes|offers|come|comes
            members|subscribers|premium_customers ^1 get|enjoy|save|never|skip
            award-winning|best-selling|bestselling|top-rated|voted|britain's|europe's|america's|nation's|world's|country's|city's ^2 favourite|favorite|best|number|no.1|1|most_loved|freshest|finest|leading|service|team|app|beer|coffee|airline|bank
            you'll|you_will|you're_going_to love|adore ^1 our|the|it|this|what
            spart|sparen|rabatt|jetzt_buchen|descuento|oferta|aproveche*|promoción|profitez|soldes|offre_spéciale ^1
            jetzt|nur|exklusive|exklusiver|exklusives|tolle|tolles|unser|unsere|unseren|neues|neue ^2 gutschein*|angebot|angebote|angeboten
            gutschein*|angebot|angebote ^2 sichern|nutzen|jetzt|sparen|prozent|shop|newsletter|code
            save ^1 up_to|#|big|on_your_next|more|a_bundle
            treat|reward|spoil|pamper yourself
            only|just|last|final|hurry|limited ^2 left|days_left|while_stocks|stocks_last|until_stocks|edition|time_only
            follow|like|tag|subscribe|retweet|share ^1 us|and_win|our_page|our_channel|our_newsletter|to_win|with_friends !know|the
            perfect gift|for|treat|way
            once you|you've|you_have ^1 tried|try|tasted|taste ~6 back|love|hooked
            we're|we_are the ^1 finest|best|leading|friendliest|freshest ^3 in|around the|town|county|country|region|city|world
            our bestselling|signature|famous|iconic|legendary|beloved|top-selling|flagship|popular
            best coffee|pizza|burgers|service|deals|prices|product*|quality|app ~1 in|on|around|of|ever
        """, unless="text|status|flood|sms|e-mail|email|service ^1 alert*|update*|warning*|page\nyour ~1 loyalty|reward|bonus\nyour promo|coupon|voucher|discount\ncharged|during|after ~3 trial\nnot|n't|never ~2 ours|from_us|ours_and|genuine|real|us\nfake|scam*|fraud*|phishing|impostor*"),
        _hashtags, *selling.SELLING,
        looking_for(tongues.PROMOTION, negated=True),
        _deals,
    ),
    grave=Level.ERROR,
)

_FUN: Final = re.compile(
    "(?:[\U0001f300-\U0001f5ff\U0001f600-\U0001f64f\U0001f680-\U0001f6ff\U0001f7e0-\U0001f7eb\U0001f900-\U0001f9ff\U0001fa70-\U0001faff"
    "\U0001f1e6-\U0001f1ff\u2600-\u26ff\u2700-\u2704\u2708-\u2712\u2728\u2744\u274c\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u2b50\u2b55\u231a\u231b\u23e9-\u23f3]"
    "[\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*)+"
)
_FACES: Final = re.compile(
    r"[:;=xX8(<^\\\u00af\u0295\u256f](?:(?<![\w:/].)(?:(?:(?<=[:;=xX])|(?<=8)(?!\d))[-'o^]?[)DPpOo3|\\/*]|(?<=\();|(?<=<)3|(?<=\^)_\^|(?<=[xX])D"
    r"|(?<=:)'\)|(?<=\\)o/|(?<=[:;])\]|(?<=\():)(?![\w/])|(?<=\u00af)\\*_+\S{1,5}_+/\u00af|(?<=[\u0295\u256f])\S{1,9}|(?<=\()[;:^oO0><-][_.][;:^oO0><-]\))")
_LAUGH: Final = re.compile(r"[ahlrtbjk](?<!\w.)(?:(?<=a)a*ha(?:ha)+h?|(?<=h)(?:a(?:ha)+h?|e(?:he)+|ihi)|(?<=l)(?:o+l(?:s|z)?|mf?ao+|ulz)|(?<=r)ofl(?:mao)?|(?<=t)ee-?hee|(?<=b)wahaha\w*|(?<=j)aja+|(?<=k)ek)\b")


def _fun(draft: Draft, _: Brief) -> Iterator[Hit]:
    for pattern, text in ((_FUN, "" if draft.own.isascii() else draft.own), (_FACES, draft.text), (_LAUGH, draft.own)):
        for found in pattern.finditer(text):
            if draft.own[found.start()] != "\x01":
                yield Hit(*found.span())


LEVITY: Final = Rule(
    "levity", Level.WARNING,
    "Jokes and emoji are out of place while people are hurt or angry.",
    "Say it plainly, without the joke or the emoji.",
    "Coombs 2007; NHS and GOV.UK social-media guidance on incidents",
    all_of(
        looking_for("""
            oops*|whoops*|oopsie*|whoopsie*|whoopsy|woops*|yikes|uh-oh|d'oh|doh|eek|oopsy|womp|facepalm|yolo|yay|woohoo|woo_hoo|yippee|ta-da|tada|meh|teehee|giggle*|lolz|jk|j/k|hooray|hurrah|welp|wink|lol
            server|servers|app|system|systems|website|printer|machine|machines|robot|robots|computer|computers|trains|planes|planet|van|vans ^2 on|having|taking|took|need|needed|fancied|wanted ^1 a|an? coffee|tea|nap|lunch|cigarette|siesta|beauty|duvet|day|holiday|little break|off|nap|sleep|siesta|holiday|day
            just|only|we're|we_are|i'm|totally|all just? kidding|joking|messing|teasing|pulling_your_leg|having_fun|playing
            ho ho ho
            brr|brrr|brrrr
            no|all kidding|joking|jokes aside
            joke|jokes|pun|puns is|aside|intended|'s_on|on_us|of
            no|pun pun|intended intended?
            fun|funny fact|story|thing|enough
            brain|brains fart|freeze|fog|on_holiday|took_a
            silly us|me|billy|goose|mistake|robots|gremlins
            gremlins|hamster*|hamsters|monkeys
            blame it|that on the
            facepalm moment
            hope|hoping|trust you've|you_have|you|everyone|you're ^1 got|have|like|brought|packed|enjoy|enjoyed|remembered|are ^2 wellies|swimming|swimsuit|snorkel|sense_of_humour|sense_of_humor|popcorn|candles|umbrella|sunscreen|torch|sunglasses|blanket|thick_skin|strong_stomach|good_book|earplugs|rubber
            guess|suppose|reckon|might|could|can|should ^1 you|we|one|i ^1 could|can|might|may ^1 say|call ^1 we|it|that|our|this|,
            made|make|making|had ^2 quite_an|quite_a|a_real|an|a_big|quite_the ^1 impact|splash|impression|entrance|bang|stir|spark|buzz ^1 !on
            as they|the_saying say|goes
            holy smoke|smokes|moly|cow|guacamole|mackerel
            you could say the|our|it ^2 brought_the|went_up_in|took_the|took_off|raised_the
            talk about ~6 eh|huh
            boiler|heating|lift|lifts|printer|server|servers|app|website|system|oven ^2 gone|went|going on strike
            so to speak
            if you'll|you_will pardon|forgive|excuse
            pun
            that's|that|it's|here's|there's ^1 is|one|certainly|definitely|one_way ^1 way to ^1
            one way to|of ^1 make|get|stay|lose|keep|start|wake|warm|cool|save|spend|meet|see|beat|clear
            chance|opportunity|excuse|time|reason to ^1 enjoy|relax|unwind|catch_up|put_your_feet|read_a|get_some|explore|work_on|switch_off
            perfect|great|good|ideal|best|another excuse|time|reason|chance|day|weather|night|opportunity to|for ^2 ignore|skip|avoid|nap|a_nap|read_a_book|stretch|tea|a_cuppa|pub|a_beer|cake|diet|dust|candles|go_outside|touch|digital|meet|romantic|practise|practice|family|netflix|sleep|lie-in
            look|see on ^1 bright|positive|sunny side
            talk about ^1 taking|getting|bad|good|hot|cold|timing|being|fast|slow|explosive|spicy|fresh
            a|bit|little ^2 too ^1 literal*|hot|spicy|far|fresh|crunchy|sharp|excited|cool|chill|lit|seriously ^1
            took|take|taken|taking|took_it ^4 literally|to_new_heights|to_the_next_level|for_a_spin|one_for_the_team
            guess|looks_like|seems|apparently|turns_out|suppose ^1 our|the|we|someone|somebody|that's ^4 needed|fancied|decided|hates|loves|has_a_mind|wanted|went_on|is_on_holiday|had_other|took_the|nap|day_off|party|hungover|mondays|cold_feet|shy|moody|on_strike_too
            who|nobody needs|need|likes|wants ^2 sleep|socks|luggage|clothes|a_phone|wifi|internet|electricity|hot_water|weekends|power|brakes|eyebrows|sunlight|legs|breakfast ^1 anyway
            at least you|we|it|your|they ^2 free|story|tan|cardio|steps|exercise|anecdote|to_tell|seen|warm|smell|tasted|weather|view|company|diet|calories|savings|sleep|got_fresh|extra_protein|protein
            extra protein|crunch|crunchy|toppings|flavour|seasoning|spice|cardio|legroom
            plot twist
            spoiler*|lost_the_plot|plot_twist|plot_thickens|popcorn|drumroll|mic_drop|achievement_unlocked|challenge_accepted|asking_for_a_friend|hold_my_beer|keep_calm|winter_is_coming|houston|may_the_force|it's_a_trap|hasta_la_vista|that_escalated|cheers_to_that|no_biggie|c'est_la_vie|bon_appétit|nom_nom
            what|that's could possibly|what_she|what_he go|said ^1
            pardon|excuse|forgive ^1 our|the pun|french|dust|crumbs|mess_we're
            have you tried ^1 turning|switching it|yourself|yoga|not
            rumour|rumor has it
            not our ^1 finest hour|moment , ^1 lol|eh
            face palm
            our|the intern|servers|server|robots|computers|wifi|bots|website|app|machines|hamsters|coffee_machine|website ~2 needed|took|decided|went|wanted|had|is_having|has|must_have|felt_like|fancied ~2 nap|holiday|break_from|coffee|vacation|monday|tantrum|strike|lunch|day_off|diva|rest|siesta|moment|own|party|hangover|snooze|bad_hair
            a case of|bad ~1 mondays|monday|hair|gremlins
            it's|it_is|that's|must_be|someone_has|somebody_had|we_had ~2 case_of_the|mondays|bad_hair_day|too_much_coffee
            awkward !position|for_you|to_use|corner|angle|spot|for_us|question|silence|situation
            well awkward|that|this ~2 awkward|embarrassing|escalated|happened|aged|backfired
            that|this|well_that|well_this escalated|aged|went ~1 quickly|well|fast|badly|like_milk|sideways
            not our|my ~1 finest|best|proudest|greatest hour|moment|day|work|look
            egg|yolk ~3 face|faces
            asking for a friend
            guess who|what|whose ~1 forgot|lost|broke|had|needs|left|missed|slept|did|'s|is|was|just|got|ate|overslept|spilled
            it's|it_is|because|well|blame monday|friday|mondays !at|and_the|the|we_open|today_and|when|so_the
            mondays|monday_mornings|fridays am|i_right|right|eh|huh
            cold|hot|soup*|bread|coffee|egg* case|feet|joke|pun|humour ~1
            lost|found in|the plot|marbles|sofa
            our|my bad folks|guys|everyone|all|peeps|people|team|friends|sorry
            mic drop
            over spilled|spilt milk
            cue the
            insert ~1 joke|gif|meme|emoji|pun
            gif|gifs|meme|memes
            struggle is real
            we've|we_have|who_hasn't all|not? been there
            to err is human
            comedy of errors
            circus|clown*|shenanigans|kerfuffle|snafu|brouhaha|hangry|punny|goofed|goof|goof-up|boo-boo|booboo|bloopers|blooper|doozy|banana_skin|shambolic_us|silly_season
            adult|grown-up supervision
            gulp|blush|blushes|cringe|awks|soz|ahem|ta-dah|bam|boom|voila|kaboom|d'uh|duh|phew|aw|aww|sheesh|yikers|crikey|blimey|gosh|golly|heavens
            never trust|let|give a|an|the|our ~1 intern|algorithm|robot|toddler|cat|monday
            fingers|everything|toes crossed
            touch|knock|knocking on? wood
            back to the drawing
            had one|a ~1 job
            who let the|our|a dogs|cats|hamsters|intern
            pour|pouring one out
            pass|grab|get|bring the|some|your ~1 popcorn|tissues|wine|chocolate|coffee_and
            there|here goes|go|went ~2 weekend|lunch|christmas_bonus|diet|bonus
            even|sometimes|all ~1 robots|servers|computers|machines|hamsters|websites|apps|algorithms|printers need|needs|needed|want|deserve|take|get|have ~3 rest|nap|break|day_off|days_off|holiday|sleep|coffee|weekend|vacation|feelings|mondays|moods|bad_days
            our|the|my ~1 cat|dog|hamster|gremlin|goblin|unicorn|elf|elves|monkey|squirrel|pigeon|goat* ~3 ate|walked|sat|chewed|stole|broke|pressed|keyboard|cable*|server*
            too much|many ~1 coffee|caffeine|espresso|wine|eggnog|sugar|beers|turkey
            coffee too few|short|late|kicked|hadn't
            before|without our|my|the|their|his|her ~1 coffee|caffeine|espresso
            sorry|apologies ~1 folks|peeps|gang|team|lovelies|darlings|guys|fam|everybody_lol
            hugs|kisses|xoxo|xo|smooches
            grovel*|pretty_please|cherry_on_top|puppy_eyes|puppy-eyes|brownie_points|naughty_step|naughty_corner|doghouse|time_out_corner|walk_of_shame|dunce*
            not enough|before our|my coffee
            at least|on_the_bright_side|look_on_the ~2 nobody|no_one|you|it|bright|got|now|we|free ~6 died|dead|laugh|story|diet|exercise|excuse|tan|dry|side|adventure|fun|lost_weight|warm|party
            on the|look_on_the|look_at_the bright side
            laugh|laughing|giggle|chuckle out|about|at|it|on|together|over|!at_nothing
            had|gave|made|good us|them|a ~3 laugh|giggle|chuckle|smile|lol
            who|what doesn't|didn't|needs love|like|sleep|electricity|trains|wifi|hot ~2
            who needs ~2 anyway
            cheers mate|m8|buddy|pal
            hold my|our beer
            drum roll|drumroll
            spoiler alert
            epic|big|major|total fail|yikes|facepalm|whoops
            oof|lel|sry|soz|bruh|bro|dude|fam|yo|bestie|slay|yeet|sksksk|y'all|yass*|omg|wtf|smh|ikr|tbh|fml|imho|rotfl|haha*|hehe*
            keep|stay calm and|cool|awesome
            happy|have_a|it's_almost friday|monday|friyay|hump_day|weekend_everyone|awesome|super|fab|weekend ~1
            rock|dance|let's_get_this_party|keep_calm_and on|time|party
            dad joke
            knock knock
            houston ~2 problem
            murphy's law
            stuff happens|hits
            the|our dog|cat|unicorn* ate|did|ran
            may|must_have the force|odds|been_aliens
            pinky swear|promise
            easy peasy
            okey dokey
            oh snap|boy|dear_lord|no_,|my
            guess|looks|seems|sounds who|like|as_if someone|somebody|we|our ~2 forgot|skipped|had|got_up|woke|broke|needs|spilled
            beam|teleport you|me|us
            pizza|coffee|cake|cookies|chocolate|wine|beer fixes|makes|solves|cures|heals|anyone
            hot|spicy|crispy|toasty|shocking|electrifying|explosive stuff|summer|news|experience|topic|moment|situation ~1
            crumbs|brew-tal|brewtal|egg-cellent|un-bear*|purr*|paw*
            joking|jokes|pun
        """, unless="about a lot\nnot about this|that\nno joke\nnot a joke|joking\nour joke|post|advert\nthe joke\njokes about\nmade a joke|jokes\na joke|joke we|that|was|in\nnothing funny"),
        _fun, *jokes.JOKES,
        looking_for(tongues.LEVITY),
    ),
    grave=Level.ERROR,
)

RULES: Final = (PROMOTION, LEVITY)
