"""Families of sales talk: come and buy, what it costs, prizes and stars, the best of its kind, by the way, slogans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from warroom.domain.tone.draft import Draft
from warroom.domain.tone.kinds import Brief, Hit
from warroom.domain.tone.wording import looking_for

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
    wait|waiting till|until|for ^1 you ^1 see|try|taste|hear|meet ^1 our|what|the
    say hello|goodbye|hi to ^1 !us|the_staff|your
    meet|introducing|presenting|unveiling|announcing|debuting ^1 the|our|a ^2 {_NEW}|{_WARE}
    introducing the|our|acme|: ^1
    indulge|indulging|immerse|pamper|escape|unwind|relax ^2 in|at|to|with|yourself ^1 our|the|a|one ^2
    experience|enjoy|discover|explore|savour|savor|sample|rediscover|embrace ^1 the|our|all|unlimited|luxury|total|real|true|more|what|how ^2 {_WARE}|like_never_before|difference|freedom|comfort|luxury|magic|future|joy|thrill|wonder !hours|meeting|you_had|you_booked|was|again
    like never before
    why settle|wait|not_treat|compromise|pay_more|go_anywhere|stop ^1
    book|shop|buy|subscribe|join|switch|upgrade|register|reserve|enrol|enroll|pre-order|preorder|stock_up|download ^1 early|now|today|direct|in_time|this_weekend ^1 and|for|to|at|with|from|our|:|online ^1 !can|but|it_will
    book|shop|order|browse|buy|grab|snap_up ^1 yours|our_sale|the_sale|our_range|our_full|our_new|the_new|the_range|the_collection|a_table_for_our
    now's|now_is|it's|it_is|there's|there_is|has|have|been|never ^2 the|a|perfect|ideal|great|better|been? ^1 perfect|ideal|great|better|easier|time|moment ^1 time|moment|opportunity|to ^1 to|for ^1 switch|join|upgrade|buy|book|try|visit|invest|treat|shop|subscribe|start_your
    never been easier|better|simpler|cheaper|tastier|safer_to_shop|so_easy|faster|more_fun
    tickets|rooms|seats|places|spots|tables|spaces ^1 are|is|still|now|for ^1 still? ^1 selling|going|filling|available_for|left|limited|flying !again|to_you ^1 fast|quickly|now|at|from|for|in|online|until
    few|only_a_few|handful_of|last|limited|still ^2 rooms|seats|places|spots|tables|tickets|spaces|slots ^1 left|available|for|remaining|on !replacement ^1
    kids|children|under-12s|under_12s|toddlers eat|go|stay|ski free|for_free
    happy hour|hours ^2
    double|triple|bonus|extra|2x|3x|twice_the points|miles|stamps|rewards|cashback ^1 all|on|every|when|this|with|for
    collect|earn|bag|rack_up|gain ^1 double|triple|bonus|extra|loyalty|reward? points|miles|stamps|rewards|cashback ^1
    join ^1 over|more_than|the? thousands|millions|hundreds|#|our_family|our_community|the_family|the_club|the_movement|the_fun|the_party ^1 !to_discuss|you_in
    tag ^1 a|your|two|three|someone|somebody|anyone ^1 mate|friend|friends|who
    rate|review|recommend us ^1 five|5|#|on|if|to|online|highly
    leave|give|drop|write|post ^1 us|me ^1 a|five|5|some ^2 review|stars|rating|feedback_on_trustpilot|thumbs
    five-star|5-star|glowing review|reviews|rating
    named|voted|crowned|awarded|rated|ranked|recognised|recognized|chosen|elected|judged|declared|certified|won|winning|winner|winners ^4 of_the_year|best|award|awards|number_one|number_1|no._1|#1|prize|gold|top|most_loved|favourite|favorite|excellent|outstanding|five_stars|5_stars|finest|most_trusted|most_reliable|safest|greenest !in_our|worst
    rated ^1 excellent|outstanding|#|five|top|best|highly ^1 on|by|out|stars
    award|prize|medal ^1 for|as ^1 best|innovation|customer|excellence|design|our
    number one|1 ^2 academy|brand|school|airline|choice|bank|ranked|app|destination|rated|in|for
    ranked ^2 academy|school|hospital|airline|bank|brand|hotel|provider|university|in_the|by
    stars|out_of_five|out_of_5 on|from ^1 google|trustpilot|tripadvisor|the_app|app_store|yelp|facebook|#
    four|five|nine|99|98|97|96|95|90|eight|most ^2 in|out_of|percent_of|of|% ^2 five|ten|customers|users|guests|patients|owners|dentists|plumbers|parents|people|families|reviewers ^2 recommend|would_recommend|love|agree|swear_by|trust|rate|choose|prefer|come_back
    recommend|recommends|recommended us|our|it to ^1 friends|family|their
    most reliable|trusted|loved|popular|advanced|comfortable|beautiful|innovative|modern|awarded|generous|sustainable ^3 in ^1 the|britain|europe|town|america|germany|our_class|its_class|country|region|world
    in|of its|their|her class|category|kind ^1 !that|which
    market|category|industry|world|global leader|leading|beating ^1
    second to none
    simply|just|quite_simply the best|better|delicious|unbeatable|stunning|amazing|irresistible|magical
    built|made|engineered|designed|tuned like|to|for ^1 a|tanks|last|impress|perfection|champions|you_to_love|delight|thrill
    like no other
    nothing|nobody|no_one|no_other_bank|no_other ^4 beats|compares|comes_close|gives_you|offers|does_it|matches|tastes_like ^1
    nobody|no_one does ^1 breakfast|coffee|it|pizza|burgers|holidays|bread|service|parties|christmas
    unlike any ^1 other
    comfiest|cosiest|softest|tastiest|crunchiest|juiciest|creamiest|freshest|fastest|quietest|friendliest|finest|greenest|sleekest|smartest|cleverest|lightest|brightest|warmest|purest|richest|coolest|trendiest ^3 in|on|of|around|ever|you|yet|money ^1 !your
    makes|make|making ^3 a_breeze|a_doddle|fun|child's_play|effortless|a_joy|a_pleasure|hassle-free|easier_than_ever|you_smile
    save|saves|saving ^1 you|customers|our_members|families ^1 up_to|money|time|hundreds|#|a_fortune ^1 every|each|a|per|on|when|with ^1
    save ^1 up_to|over|more_than|as_much_as|yourself|a_whopping ^1 #|hundreds|big ^1
    with|on|under|had_you|if_you_had|if_you'd ^1 our|the|a|chosen|bought|had ^2 premium|pro|plus|gold|platinum|business|priority|deluxe|full ^1 plan|package|tariff|cover|membership|account|card|subscription|tier ^2 this|you|it|that|there|all|your ^2 would|wouldn't|get|can|could|never|skip|enjoy|is|comes
    by|after|when|consider|worth|simply|by_simply upgrading|switching|moving|subscribing|going ^1 to|premium|pro|plus ^2
    go|get|choose|try|join premium|pro|plus|gold|platinum|unlimited ^1
    premium|pro|plus|gold|platinum|vip|priority|club ^1 member|members|customer|customers|user|users|subscriber|subscribers|cardholders|guests|merchants|passengers|drivers|pupils ^2 get|enjoy|never|always|skip|save|also|receive|benefit|have ^2
    for as little
    as little as ^1 #
    from|starting_at|starting_from|start_at|start_from|now|only|just ^1 only|just|as_little_as|under? #|a_fiver|a_tenner ^1 a_month|a_week|a_night|a_person|a_year|per|pp|each_way|return
    more|bang bang|for your|buck
    value for money
    great|best|unbeatable|amazing|fantastic value
    quality|taste|comfort|style|service|freshness|flavour|security|speed|technology ^1 you|that|since|like|at|guaranteed ^1 can|will|you|#|nowhere|its|its_best|lasts ^1 trust|feel|taste|rely|count|its|best|love|never
    handmade|hand-made|handcrafted|homemade|home-made|hand-picked|hand-finished|hand-roasted|lovingly|stone-baked|wood-fired|slow-cooked|freshly_baked|locally_sourced|sun-ripened|farm-fresh|barista-made ^1 by|with|in|from|made|and|for ^1
    made|brewed|baked|crafted|prepared ^1 from|with|using|by ^1 only|100|the|our|pure|nothing_but|passionate|love ^3 finest|best|freshest|love|pure|natural|organic|real|italian|passion|care|pride|wheat|ingredients|bakers|hands|cocoa
    your|the ^1 dream|perfect|next|ideal|new_favourite|ultimate ^2 awaits|await|is_waiting|starts_here|is_here|is_just|is_only|a_click|start_here|begins
    just|only a|one|two ^1 click|clicks|tap|stone's_throw|phone_call ^1 away
    click|tap|swipe|scroll ^1 here|below|the_link|through|up|now ^1 to|for|and ^1 see|discover|browse|shop|buy|order|get|find_out_more_about_our|explore|learn_more_about_our ^2 range|collection|offers|deals|new|more|sale|{_WARE}
    {_NEW} ^1 {_WARE} ^1 drops|lands|launches|hits|debuts|premieres
    {_NEW} ^1 {_WARE} ^1 is|are ^1 now|finally|officially? here|out|available ^1 !tomorrow_at|at_noon
    season|album|episode|expansion|edition|dlc|single|sequel|trailer|soundtrack|novel ^3 is|are ^1 out|available|streaming|on_sale|in_stores|hitting_stores ^1 now|today|everywhere|tonight|from|exclusively|in_all ^1 !again
    stream|watch|catch|binge|listen_to ^1 it|them|the|our|all ^3 now|tonight|on|today|only ^1 acme|netflix|demand|playmax|our|all|+ ^1
    dlc|preorder|pre-order|presale|pre-sale ^2 now|open|out|bonus|available|here|starts|the|your|is
    everything must go
    last|final|once-in-a-lifetime chance|call|opportunity|days|day|hours ^1 to|for|of ^1 save|buy|book|get|grab|shop|join|the_sale|our|tickets|enter|sign_up|win
    offer|offers|deal|sale|promotion|discount|code|promo ^1 ends|end|expires|valid|runs|closes|lasts|applies|starts|is_on|is_valid ^1 until|on|till|at|sunday|monday|tuesday|wednesday|thursday|friday|saturday|tonight|soon|tomorrow|midnight|from|this ^1
    t&cs|terms|ts&cs ^2 apply
    bring ^1 a|your|the|along ^1 friend|friends|mate|family|dog ^2 for|free|and
    perfect|ideal|great|lovely|wonderful gift|present|stocking|treat|companion|way_to_start|excuse_to_visit|choice|pick|snack|match for|filler|this|that|to|if ^1
    just|right in time for ^1 christmas|easter|summer|winter|spring|valentine's|mother's|father's|halloween|the_holidays|school|black
    treat|spoil|surprise|reward|delight ^1 mum|mom|dad|her|him|the|your|them|someone|a|yourselves ^2 to|with ^1 a|our|the|one|afternoon ^1
    fun|something|great|perfect|treats|adventure ^1 for ^1 all|everyone|the_whole|the_entire ^1 the? family|ages
    got|have you covered ^1 with ^1 our|the|a ^2
    add|take_out|choose|consider|get|buy|upgrade|protect|try ^1 our|the|a|an|to ^2 cover|insurance|warranty|protection|plan|package|membership|care|premium|subscription|extras|bundle ^1 for|from|at|and|to|today|next ^1 #|you|only|just|never|get|enjoy|avoid|time
    consider|considering|considered|thought_about|thought_of|tried|looked_at|heard_about|checked_out|think_about ^1 our|upgrading|joining|switching|adding|becoming|the|an|a|trading|one ^3 {_WARE}|to|up|member|from|of_our ^1
    may|can|could|might|shall ^1 we|i ^2 interest|tempt|suggest|recommend|offer|introduce ^1 you|our ^3 {_WARE}|our|premium|new|wash
    might|may|could|can i|we suggest|recommend|propose ^1 our|the|a|one ^2 {_WARE}|premium|deluxe|new|wash|full|pro|plus
    we|i also|now|even|still|do ^1 do|sell|make|stock|deliver_to|have_a_new|cater|offer_gift|offer_tours|offer_courses|offer_cleaning|run_tours|rent|serve ^1 !everything|our_best|sure|mistakes|so|it|this|that|more|better|not|all|you|have|need
    also ^1 offer|sell|do|run|provide|stock ^2 cleaning|weddings|parties|catering|tours|courses|delivery_to|packages|plans|insurance|extensions|repairs_from|gift|vouchers|installation|lessons|hire|upgrades|printing
    by_the_way|btw|ps|p.s|oh_and|great_news|good_news|fun_fact|psst|hot_tip|pro_tip|tip|reminder|did_we_mention|did_you_know|have_we_told_you|on_a_brighter_note|on_a_happier_note|on_a_lighter_note|on_a_positive_note|speaking_of_which|and_remember|don't_forget ^2 our|we're|we|that_we|that_our|the_new|there's|you_can|new ^5 {_WARE}|{_NEW}|open|deliver|offer|sell|launched|now_do|weddings|spots|tickets|discount|free|back|half-price|on_sale|members|savings|save
    our ^2 {_NEW}|{_WARE} ^1 is|are back|here|out|open_for|waiting_for|calling|just_for|to_die|the_talk|a_must|a_hit|a_customer|a_favourite|a_treat|a_dream|a_bargain|a_steal|selling
    customer|family|crowd|local|all-time|firm|guest|staff ^1 favourite|favorite|favourites|favorites|pleaser|classic
    big|exciting|great|special|amazing|wonderful|something_big|something_special things|news|surprises|plans|times|something|is|changes ^1 are|is|ahead|lie|coming|on_the|in_store|await|to ^1 on|coming|ahead|in|share|the
    watch this space
    stay|keep tuned for ^1 more|exciting|our|new|great|something|special|big|launch ^1
    you_won't|you'll_not|you_wouldn't believe ^1 what|how|our|it
    going|gonna to? ^1 love|adore|flip|be_amazed ^2 what|it|this|our|the ^1
    you'll be ^1 amazed|blown|delighted|thrilled|hooked|spoiled|spoilt ^1 by|away|with|from|when|for
    love|like|happy|delighted|thrilled to ^1 welcome|show|see|treat|invite|tempt|spoil you ^1 back|again|to|at|with|soon ^3 {_NEW}|free_dessert|a_free|our_new|our_famous|discount|our_next|cocktail|on_the_house|open_day
    see|join|meet|find|catch|visit|celebrate_with|come_to us|you ^1 at|for|on|in ^1 our|the|stand|booth ^2 {_WARE}|open_day|stand|festival|fair|summer|grand|launch|show|opening|stage
    come|pop|drop|swing|nip|hop|stop ^1 to|along|down|in|by|into|over|on|hungry ^2 our|any|for|and|one_of_our ^2 open_day|{_NEW}|{_WARE}|launch|stand|free|taste|treat|branch_and_treat|store_and|grand|opening|treats|enjoy
    come hungry|thirsty
    ask|speak|talk_to|message|chat ^1 us|me|about|your|our|any|to ^2 about ^1 our|the|a ^2 {_NEW}|special|{_WARE}|whitening|financing|finance|discounts|offers|premium
    taste|sample ^1 our ^2
    nobody|no_one|no_other_*|no_clinic|no_bank|no_airline|no_shop|no_hotel|no_school|no_insurer|no_carrier ^4 as ^2 as ours|us|we
    nobody|no_one|no_clinic|no_bank|no_airline|no_shop|no_hotel|no_insurer|no_carrier|no_phone|no_car ^5 better|cheaper|faster|finer|gentler|tastier|safer ^1 !off|than_us_knows
    with ^3 plus|gold|premium|pro|platinum|complete|total|unlimited|deluxe ^1 you'd|you_would|this_wouldn't|it_would|you'll|you_never|you_get|you_can|it's|there's
    appeal|campaign|match|matching|fund ^2 doubles|double|triples|matches|multiplies ^1 each|every|your|all ^1 gift|donation|pound|dollar|euro
    donate|give ^1 today|now|generously|just|as_little|what_you_can|online ^1 and|to|at|for ^1 !us|me|your_details
    lock|locks|fix|secure ^1 in? ^1 #|today's|your|our|a ^2 in|rate|rates|price|with|now|today ^1 with|for|before|while
    drop|pop|come|stop|call in|by|over|round before|by|this|and ^5 get|grab|save|try|lock|win|see_our|pick_up_our|check_out|enjoy|taste
    why not pass|spend|unwind|while|relax|make|brighten|enjoy|pamper|explore|upgrade|start|sit_back|put|combine|bundle|give|invest|go_for|celebrate ^2
    good|great|perfect|ideal|right|best moment|time|chance|occasion|opportunity|excuse ^1 to ^1 jump|move|switch|upgrade|try|go_for|invest|treat|trade|swap|stock_up|discover|visit|book
    grab|snap_up|bag|nab ^1 a|an|your|yourself|one|some|our|the ^6 in|at|from|for|before|while|online ^1 our|the|only|just|#|they|stocks ^1 !taxi|cab|fare
    won|winner|holder|winners ^1 of? best|the|a|an|our ^3 award|prize|brunch|gold|medal|stars|guides|title
    that|which|who ^1 won|holds|scooped|took|earned best|the|a|two|three ^2 award|awards|prize|prizes|medal|stars|title|guides|in
    book|reserve a|your ^1 table|room|seat|spa|slot|ride|test_drive|tasting|viewing|spot|stay ^1 for|at|on|in|with ^1 our|the ^1 new|autumn|winter|spring|summer|terrace|spa|rooftop|menu|tasting
    put|combine|bundle|bring|bank|insure|switch|move ^6 with us ^3 and|you'll|save|you ^2
    put|combine|bundle|have ^4 in one plan|package|bundle|policy|app
    p.s|ps|pps ^9 with_us|save|you'll_love|you'd_love|your_next|new|free|discount|our|off|tickets|open_day|menu
    once you're|you_are hooked|connected|on_board|a_member|signed ^3 love|never|wonder|save
    a|an absolute|total|real|true beast|bargain|steal|treat|dream|delight|must|beauty ^1
    which is|are a|an|the beast|bargain|steal|treat|dream|winner|classic|smartest|fastest|best|quietest
    we|we'll|who ^1 make|bake|brew|build|serve|offer|sell|have|do|cook|sew|grow|design ^1 the|some_of_the|probably_the|simply_the best|finest|tastiest|freshest|safest|fastest|strongest|comfiest|most_comfortable|most_reliable|biggest|cheapest|cosiest|lightest ^4 in|around|on|of|ever|you
    our|the ^2 {_NEW} ^1 {_WARE}|vans|heaters|trains|flats|homes|tyres|grills|tents|watches|bags|books|bread|cars|beds ^1 are|is|go|goes ^1 on_sale|half_price|reduced|discounted|now_only|for_sale
    our|the ^1 hotels|hotel|spa|resort|rooms|pub|cafe|beach|park|cinema|restaurant|lounge|garden|terrace ^1 is|are ^1 the|a|always|just ^1 perfect|ideal|best|great|lovely|wonderful|dream|place ^1 place|spot|way|setting|to|for
    perfect|ideal|best|great|lovely place|spot|setting|destination|venue ^1 to|for ^1 unwind|relax|celebrate|enjoy|a|your|your_next|families|recharge
    #|98|99|97 % ^1 pass|success|satisfaction
    pass|success|satisfaction|recovery rate ^1 of ^2 #|enrol|join|best|highest
    enrol|enroll|sign_up|apply|register|subscribe|join|book ^1 now|today|here|online ^1 !again_if|for_the_refund|for_updates
    premium|plus|gold|pro|priority|platinum|vip ^1 support|service|care|cover|lane|customers|access|plan ^2 would|wouldn't|means|gets|solves|saves|includes|never|skips|has|comes
    ask about our ^3
    now|available|out ^1 in ^1 three|two|four|five|six|#|new|all|your|every|many|more|exciting ^2 flavours|flavors|colours|colors|sizes|scents|stores|shops|styles|varieties|supermarket
    bigger|better|faster|stronger|bolder|fresher|smarter|lighter|safer|cleaner|sleeker bigger|better|faster|stronger|bolder|fresher|smarter|lighter|cleaner|tastier|brighter|sleeker|cheaper
    bigger|better|faster|fresher|tastier|smoother|smarter|stronger|cheaper and? ^1 better|bolder|tastier|faster|than_ever|stronger|fresher|cheaper ^1 !before_the
    better|faster|easier|tastier|fresher|cheaper|bigger|smarter than ever
    won|wins|winning|captured|conquered hearts|fans|awards|over ^1 across|around|all|everywhere|worldwide|the
    innovative|cutting-edge|world-class|state-of-the-art|ground-breaking|groundbreaking|trailblazing|pioneering|visionary|next-gen|ai-powered|leading-edge|top-of-the-range|unbeatable|unrivalled|irresistible|luxurious|sumptuous|breathtaking|exquisite ^2 !sensor_failed
    smarter|better|easier|greener|cleverer|safer|cheaper|modern|faster|fresher|happier way ^1 to|across|of|for
    thanks|thank you? for choosing|flying_with|shopping_with|banking_with ^2 the|your|europe's|britain's|a ^3
    proud|proudly|delighted ^1 to|winners|winner|sponsor|sponsors|partner|partners|of|member ^1 be|of|sponsor|serve|offer|present|support_local|partner|our ^2 {_NEW}|{_WARE}|best|leading|number|first|only|official|serving|award|winning|tradition|heritage|record
    applications|enrolment|enrollment|registration|bookings|reservations|sign-ups|doors|pre-sales ^1 for ^3 is|are|now ^1 open|on|live ^1 !again
    spots|spaces|places|seats|tables|tickets|slots ^1 still|available|left ^2 for|on|at ^1 tomorrow|saturday|sunday|tonight|our|weekend|summer|sale|christmas
    still|now|there_are|there's|we_have|has|have|got ^1 has|have|some|a_few|plenty_of? ^1 spots|spaces|places|seats|tables|tickets|slots ^2 for|on|in|available|left ^1 our|the|tomorrow|tonight|saturday|sunday|summer|christmas
    give it|us|one a try|go|spin|whirl|chance_when ^2
    maybe|perhaps|why_don't_you|you_could|you_should|you_may|you_might|do|please ^1 want_to|like_to|also? give|try|check_out|consider|grab|download|treat|visit|sample ^1 it|our|one|them|out ^2 try|go|new|{_NEW}|{_WARE}
    gift|present of|for ^2 mum|dad|mother's|father's|christmas|valentine's|anyone|the_one
    trade|trading up|in ^1 to|for|your|your_old ^2
    unlock|unlocks|level_up|supercharge|transform|elevate|revolutionise|maximise|turbocharge ^1 your|the|more|all|every|premium|exclusive ^2 !software|browser|app_to|firmware
    once you|you've try|tried|taste|tasted|switch|join|fly|drive|sleep|experience ^6
    loved|trusted|used|enjoyed|recommended|worn|chosen|approved by ^1 over|more_than|millions|thousands|#|celebrities|experts|dentists|chefs|professionals|families|mums|moms|generations|stars ^1 !the
    shop|browse|explore ^1 our|the|online|in-store|now|new|more ^2
    premium|luxury|five-star|first-class|top-quality|gourmet|deluxe ^1 quality|comfort|experience|service|product|ingredients|materials|at
    for|at|now ^1 just|only|half|a_fraction ^1 the|of|half? price|cost|#
    two-for-one|2-for-1|2_for_1|3_for_2|three_for_two|bogof|cash-back_offer|money_off_your ^1
    free|complimentary ^1 muffin|dessert|goodie|coffee|drink|cocktail|glass|tasting|gift|sample|trial|month|class|upgrade|bottle|breakfast|ice_cream|cookie|pastry ^1 with|when|for|if|on ^1 every|each|any|your_next|all|a|you_book|you_buy|you_order|you_join|you_sign|you_spend|purchase|orders
    win|winning|chance_to_win|be_in_with ^2 tickets|prizes|a_trip|a_year|a_holiday|a_voucher|big|vip|a_free|an_ipad|a_hamper|hampers
""", negated=False, unless="poster|sign|label|advert|ad ^1 said|says|promised\nowe|owed|refund*|sorry we|you ~4 voucher|discount|refund\nyour promo|coupon|voucher|discount\nnot|n't|never ~2 ours|from_us|genuine|real|us|ours\nfake|scam*|fraud*|phishing|impostor*|misleading|false\nshould|shouldn't|should_not ^1 not|never? ^1 have ^1 been? ^1 advertised|promised|sold|printed|said|claimed|sent|run\nwe|our_ad|our_advert|our_advertisement|our_website|our_poster|the_advert|leaflet|brochure|label ^1 said|promised|claimed|advertised|told_you\ncan't|cannot|couldn't|not|isn't|wasn't|weren't|didn't|closed|cancelled|delayed|down|failed ^2 available|open|on_sale|sell")

_CODE: Final = re.compile(r"\b(?:[Uu]se|[Ee]nter|[Ww]ith|[Aa]pply|[Qq]uote|[Tt]ype|code) [A-Z]{3,}[A-Z0-9]*\d*\b (?=at the|at checkout|at the till|to get|to save|for your|gets you|when you|for \d|for free|for [\u00a3$\u20ac])")
#: What a text has to hold before it is worth to look for the praise, and the praise.
_STARS: Final = tuple((needles, re.compile(pattern)) for needles, pattern in (
    (("hurry",), r"(?:^|(?<=[.!?] ))hurry\b(?! back)"),
    (("since 1", "since 2"), r"\b(?:quality|serving|baking|brewing|crafting|made|family[- ]run|family[- ]owned|trusted|loved|tradition|delighting|pouring)\b[^.!?]{0,40}\bsince (?:1[89]|20)\d\d\b"),
    (("star", "out of 5", "out of five", "/5", "/ 5"), r"\b[45][.,]\d ?(?:/ ?5|stars?|out of (?:5|five))\b"),
    (("est ",), r"\b(?:the|our|europe's|britain's|america's) (?:\w+ )?\w{3,}est (?:\w+ ){0,2}(?:on the market|in the (?:business|trade|industry|world|country|county|land|region|city|town|game)\b|going\b|around(?=[.,!]|$)|money can buy|out there|you(?:'ll| will) (?:find|get))(?! before)"),
    (("'s favourite", "'s favorite", "'s best", "'s leading", "'s most", "'s number", "'s no.", "'s finest", "'s greenest", "'s safest"), r"\b(?!it|that|what|who|there|here|he|she|today|yesterday|person|life)\w{3,}'s (?:favou?rite|best(?:-loved|-selling)?|leading|number one|no\. ?1|most (?:loved|trusted|popular|reliable|awarded)|finest|greenest|safest) (?!interest|thing|way|guess|bet|friend)\w+"),
    (("#1", "# 1", "no. 1", "no 1", "number 1", "top 1"), r"(?:\b(?:top|no\.?|number)|#) ?1 (?:ranked|rated|in|for|brand|choice|academy|school|app)\b"),
))


def _offers(draft: Draft, _: Brief) -> Iterator[Hit]:
    for found in _CODE.finditer(draft.text):
        if draft.own[found.start()] != "\x01":
            yield Hit(*found.span())
    for needles, pattern in _STARS:
        if any(needle in draft.own for needle in needles):
            yield from (Hit(*found.span()) for found in pattern.finditer(draft.own))


#: Sales talk by its words, and by codes and stars.
SELLING: Final = (_SALES, _offers)
